"""What people are told of on the upper floor, and every kind there is."""

from __future__ import annotations

from collections.abc import Mapping

from reviews import kinds
from tracker.notifying.kinds import Kind

KINDS: Mapping[str, Kind] = {**kinds.KINDS}
