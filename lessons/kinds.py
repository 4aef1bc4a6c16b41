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
}
