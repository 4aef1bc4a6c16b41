"""The jobs of the middle floor, and when they run."""

from __future__ import annotations

from reviews import reminding, transitions
from reviews.editing.removal import sweep_removed_files
from tracker.working.declaring import every


@every("27 * * * *", name="reviews.sweep_removed_files")
def sweep_files() -> int:
    """Remove the files of evidence that was removed, where a killed process left one."""
    return sweep_removed_files()


@every("7 * * * *", name="reviews.remind_of_conditions")
def remind_of_conditions() -> int:
    """Tell who carries a condition that it is due, or late."""
    return reminding.remind_of_conditions()


@every("* * * * *", name="reviews.propose_migrations")
def propose_migrations() -> int:
    """Propose a review of each new version of a system that was looked at before."""
    return transitions.propose_migrations()
