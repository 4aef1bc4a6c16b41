"""What people are told of on the middle floor, besides what is told on the ground floor."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from tracker.notifying import kinds
from tracker.notifying.kinds import Kind

KINDS: Mapping[str, Kind] = {
    **kinds.KINDS,
    "item-decided": Kind(
        _("A change was decided"), _("The partners decided on “{title}”: {state}.")
    ),
    "condition-due": Kind(_("A condition is due"), _("The condition “{title}” is due {due}.")),
    "condition-late": Kind(
        _("A condition is late"), _("The condition “{title}” was due {due} and is still open.")
    ),
}
