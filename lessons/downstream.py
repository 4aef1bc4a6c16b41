"""Which systems a lesson reaches, and along which way: one recursive query over the dependencies."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from lessons.states import SystemRole
from tracker.paths import Hop, Told

# A lesson, a system that it reaches, and the key of the systems from a cause to that one.
Way = tuple[UUID, ...]

# A system is met once for each distance at which it lies, never once for each way to it: diamonds
# make ways without number. Dependencies form no loop (tracker/triggers.py), so this ends.
REACHED = f"""
    WITH RECURSIVE walk(lesson_id, system_id, distance) AS (
        SELECT lesson_id, system_id, 0
        FROM lessons_lessonsystem
        WHERE role = '{SystemRole.CAUSE_IN}' AND lesson_id = ANY (%s)
        UNION
        SELECT walk.lesson_id, link.downstream_id, walk.distance + 1
        FROM walk
            JOIN tracker_systemdependency AS link ON link.upstream_id = walk.system_id
        WHERE link.carries_lessons AND link.taken_back_at IS NULL
    ),
    nearest AS (
        SELECT lesson_id, system_id, min(distance) AS distance
        FROM walk GROUP BY lesson_id, system_id
    )
    SELECT DISTINCT ON (here.lesson_id, here.distance, here.system_id)
        here.lesson_id, here.system_id, before.system_id
    FROM nearest AS here
        LEFT JOIN (
            nearest AS before
            JOIN tracker_systemdependency AS link
                ON link.upstream_id = before.system_id AND link.carries_lessons
                AND link.taken_back_at IS NULL
        ) ON link.downstream_id = here.system_id
            AND before.lesson_id = here.lesson_id AND before.distance = here.distance - 1
    ORDER BY here.lesson_id, here.distance, here.system_id, before.system_id
"""


def downstream_of(lessons: Iterable[UUID]) -> dict[UUID, dict[UUID, Way]]:
    """Return for each lesson the systems that it reaches, its causes first, with the shortest way.

    One query for all lessons. Of several ways as short, the same one is taken each time.
    """
    found: dict[UUID, dict[UUID, Way]] = {key: {} for key in lessons}
    with connection.cursor() as cursor:
        cursor.execute(REACHED, [list(found)])
        for lesson, system, before in cursor.fetchall():
            ways = found[lesson]
            ways[system] = (*ways[before], system) if before else (system,)
    return found


# --- In words ---------------------------------------------------------------------------------


def why_asked(hops: list[Hop]) -> str:
    """Say in words why a system is asked: "Copilot is built on Codex, where the cause lies"."""
    *between, last = [(str(hop), hop.depends) for hop in reversed(hops)]
    if not between:
        return _("The cause lies in %s itself.") % last[0]
    steps = [
        _("%(system)s is %(depends)s %(on)s")
        % {"system": here, "depends": depends or _("downstream of"), "on": there}
        for (here, depends), (there, _depends) in zip(between, [*between[1:], last], strict=True)
    ]
    return _("%s, where the cause lies.") % "; ".join(steps)


def told_why(hops: list[Hop]) -> Told:
    """Return why a system is asked, with the label that saying so leaves with."""
    return Told((why_asked(hops),), tuple(hops))
