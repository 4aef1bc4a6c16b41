"""What an import says at its end: refusals, warnings, names without a system, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from reviews.importing.files import Found
from reviews.importing.run import Outcome, Result
from tracker.hidden_text import reveal


def counts(outcomes: Iterable[Outcome]) -> str:
    """Return the last line: `created N, updated N, unchanged N, refused N`."""
    found = Counter(outcome.result for outcome in outcomes)
    return ", ".join(f"{result} {found[result]}" for result in Result)


def report(
    found: Found, outcomes: list[Outcome], *, unloaded: Iterable[str] = (), dry_run: bool = False
) -> Iterator[str]:
    """Yield the lines that are printed, the counts last."""
    yield from left_aside(found)
    for scheme in unloaded:
        yield f"Nothing was tagged with {scheme}, which is not loaded; load it and import again."
    yield from about_files("Refused", ((o, o.reasons) for o in outcomes))
    yield from about_files("To look at", ((o, o.notes) for o in outcomes))
    yield from unmatched(outcomes)
    if dry_run:
        yield "A dry run: nothing was written. It would have been:"
    yield counts(outcomes)


def left_aside(found: Found) -> Iterator[str]:
    """Say what was not read, and that it was on purpose."""
    if found.skipped:
        yield f"Skipped {many(found.skipped, 'file')} in folders: not named .json."
    if found.links:
        yield f"Skipped {many(found.links, 'link')} to folders: name the folder to have it read."
    if not found.files and not found.closed:
        yield "There was nothing to read: no .json file in what was named."


def about_files(heading: str, said: Iterable[tuple[Outcome, list[str]]]) -> Iterator[str]:
    """Yield a line for each thing said, under a heading."""
    lines = [f"  {reveal(str(outcome.path))}: {line}" for outcome, all_ in said for line in all_]
    if lines:
        yield f"{heading}:"
        yield from lines


def unmatched(outcomes: list[Outcome]) -> Iterator[str]:
    """Yield the names that match no system, the frequent ones first."""
    names = Counter(name for outcome in outcomes for name in outcome.unmatched)
    if names:
        match = "matches" if len(names) == 1 else "match"
        yield f"{many(len(names), 'name')} that {match} no system you can see, with their records:"
        for name, count in sorted(names.items(), key=lambda item: (-item[1], item[0])):
            yield f"  {count:>4}  {reveal(name)}"


def many(count: int, noun: str) -> str:
    """Return a count with its noun."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
