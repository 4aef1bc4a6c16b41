"""How the state of a cycle's item follows from the positions on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from reviews.states import ItemStatus, Stance


def decision(
    stances: Mapping[Any, str], signers: Collection[Any], *, open_conditions: bool
) -> ItemStatus:
    """Return the state of a reviewed item.

    `stances` holds the live stance of each partner that gave one, `signers` the partners whose
    positions it takes: every one that counts in the cycle. One block blocks at once. An item that
    nobody judged, since all recused themselves, is blocked too.
    """
    given = [stances[signer] for signer in signers if signer in stances]
    if Stance.BLOCK in given:
        return ItemStatus.BLOCKED
    if not signers or len(given) < len(signers):
        return ItemStatus.REVIEWED
    if all(stance == Stance.RECUSE for stance in given):
        return ItemStatus.BLOCKED
    return ItemStatus.APPROVED_WITH_CONDITIONS if open_conditions else ItemStatus.APPROVED
