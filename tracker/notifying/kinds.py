"""What people are told of: a table of kinds, each with its sentences.

Each floor adds its own in its `kinds.py`; the settings name the table of them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from tracker.display import Text


@dataclass(frozen=True)
class Kind:
    """Something that people are told of.

    `heading` names no record, so it may stand where anyone looks over a shoulder: in the subject of a
    message. `sentence` names the record as {title} and, where it has one, its state as {state}.
    """

    heading: Text
    sentence: Text


KINDS: Mapping[str, Kind] = {
    "assigned": Kind(_("Something is yours now"), _("“{title}” is yours now.")),
    "signature-asked": Kind(_("Your signature is asked"), _("“{title}” waits for your signature.")),
    "signed-by-all": Kind(
        _("Everyone has signed"), _("“{title}” has every signature that it needs.")
    ),
    "shared": Kind(_("A record was shared with you"), _("“{title}” was shared with you.")),
    "named": Kind(
        _("A record is left to you by name"), _("“{title}” is left to you and few others by name.")
    ),
    "consent-asked": Kind(
        _("Your organization's consent is asked"),
        _("Your organization is asked for consent: {title}."),
    ),
    "followed": Kind(
        _("News of what you follow"), _("In what you follow: “{title}”, now {state}.")
    ),
    "delegated": Kind(
        _("You sign in somebody's stead"), _("You can sign in somebody's stead: {title}.")
    ),
}


@cache
def all_kinds() -> Mapping[str, Kind]:
    """Return the kinds of every floor, by name."""
    kinds: Mapping[str, Kind] = import_string(settings.TRACKER_KINDS)
    return kinds
