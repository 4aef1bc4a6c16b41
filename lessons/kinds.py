"""What people are told of on the upper floor, and every kind there is."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from reviews import kinds
from tracker.notifying.kinds import Kind

KINDS: Mapping[str, Kind] = {
    **kinds.KINDS,
    "update-due": Kind(_("An update is due"), _("The update “{title}” is due {due}.")),
    "update-late": Kind(
        _("An update is late"), _("The update “{title}” was due {due} and has not shipped.")
    ),
    "effect-due": Kind(
        _("An effect can be judged"), _("The update “{title}” was given its time; does it work?")
    ),
    "effect-late": Kind(
        _("An effect was not judged"),
        _("The update “{title}” was given its time, and nobody has said whether it works."),
    ),
    "answer-accepted": Kind(
        _("An answer to a lesson was accepted"),
        _("Your answer to the lesson “{title}” was accepted."),
    ),
    "answer-returned": Kind(
        _("An answer to a lesson came back"),
        _("Your answer to the lesson “{title}” came back; it is to be given again."),
    ),
    "came-back": Kind(
        _("A lesson came back"),
        _("The lesson “{title}” came back: what it is about was seen again."),
    ),
    "answer-due": Kind(
        _("An answer to a lesson is due"), _("The answer to the lesson “{title}” is due {due}.")
    ),
    "answer-late": Kind(
        _("An answer to a lesson is late"),
        _("The answer to the lesson “{title}” was due {due} and has not come."),
    ),
}
