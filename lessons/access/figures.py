"""Who reads figures: the partners, since they count what is among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.access import Denied, is_partner

if TYPE_CHECKING:
    from tracker.access import Reader


def check_can_read_figures(user: Reader) -> None:
    """Refuse whoever is not of a partner."""
    if not is_partner(user):
        raise Denied("Only people of a partner read these figures.")
