"""A page asks no more queries for more rows, in the view and in the template alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from lessons import practice_editing, practice_transitions, transitions
from lessons.adoption_transitions import ask, say_adoption
from lessons.check_transitions import let_lesson_carry
from lessons.disposition_transitions import answer_disposition
from reviews import editing
from reviews import transitions as reviews_transitions
from tests import factories
from tests.queries import queries_by_address
from tracker import sharing

TAGS = ("MAP-1.1", "MEASURE-2.7")


class Line:
    """Makes one more of each noun, wired to one more of what it hangs together with."""

    def __init__(self, rita, leo, sam, mona) -> None:
        self.rita, self.leo, self.signers = rita, leo, (sam, mona)
        self.system = factories.make_system(rita, steward=rita)
        self.tags = [factories.make_tag(code) for code in TAGS]
        self.cycle = factories.make_cycle(leo)

    def add(self) -> None:
        """Make one more line from an observation to a practice, and one that still waits."""
        rita, leo = self.rita, self.leo
        system = factories.make_system(rita, developer=rita.organization, steward=rita)
        seen = factories.make_observation(rita, systems=[system, self.system], tags=self.tags)
        factories.make_observation(rita, systems=[system, self.system])
        review = factories.make_review(rita, system=self.system, cycle=self.cycle)
        self.finding = factories.make_finding(
            rita, review, systems=[system, self.system], observations=[seen], tags=self.tags
        )
        editing.add_item(self.cycle, by=leo, system=system, change="A change")
        factories.make_cycle(leo)
        reviews_transitions.submit_review(review, by=rita)
        reviews_transitions.accept_review(review, by=leo)
        factories.make_review(rita, system=system)
        self.finding.refresh_from_db()
        self.lesson = factories.make_endorsed_lesson(
            rita, leo, *self.signers, findings=[self.finding], seen_in=[system], tags=self.tags
        )
        factories.make_lesson(rita, tags=self.tags)
        cause = sharing.share(factories.make_system(rita, steward=rita), by=leo)
        asking = factories.make_endorsed_lesson(rita, leo, *self.signers, cause_in=[cause])
        answer_disposition(asking.dispositions.get(), by=rita, answer="declined", reason="It ends.")
        factories.make_update(rita, self.lesson, system=self.system)
        factories.make_shipped_update(rita, leo, self.lesson, system=system)
        works = factories.make_shipped_update(rita, leo, self.lesson, system=self.system)
        factories.judge_effect(works, by=leo)
        transitions.start_research(self.lesson, by=rita, title="What remains open?")
        version = practice_editing.draft_practice(self.lesson, by=rita)
        published = factories.make_published_practice(self.lesson, rita, leo, *self.signers)
        for adoption in ask(published, [system, self.system]):
            say_adoption(
                adoption, by=rita, how_far="adopted", reason="It is on.", evidence="A log."
            )
        practice_transitions.propose_practice(version, by=rita)
        let_lesson_carry(
            self.lesson, by=rita, system=system,
            metric="Rate", direction="at_most", threshold="1", fresh_days=7,
        )  # fmt: skip


@pytest.fixture
def line(rita, leo, sam, mona):
    """One line, to which more are added."""
    made = Line(rita, leo, sam, mona)
    made.add()
    return made


LISTS = (
    "home", "system-list", "observation-list", "cycle-list", "review-list", "finding-list",
    "lesson-list", "briefing-line-list", "adoption-list", "report-adoption", "check-list",
    "disposition-list", "update-list", "research-list", "practice-list",
)  # fmt: skip


def flat(line, ask: Callable[[], dict[Any, int]]) -> dict[Any, tuple[int, int]]:
    """Return what asks more with four lines than with two."""
    # Two to begin with: the first row of a prefetch asks for what none would not.
    line.add()
    before = ask()
    line.add()
    line.add()
    after = ask()
    return {a: (before[a], after[a]) for a in after if after[a] > before[a]}


@pytest.mark.exhaustive
def test_lists_and_the_start_page_ask_the_same_for_more_rows(client, line, rita, leo, mona):
    addresses = [*map(reverse, LISTS), "/search/?q=observation", "/search/?q=lesson"]

    def ask() -> dict[Any, int]:
        found: dict[Any, int] = {}
        for reader in (rita, leo, mona):
            client.force_login(reader)
            assert {client.get(address).status_code for address in addresses} == {200}
            counted = queries_by_address(client, addresses)
            found |= {(reader.username, address): counted[address] for address in addresses}
        return found

    assert flat(line, ask) == {}


@pytest.mark.exhaustive
def test_a_record_asks_the_same_for_more_that_hangs_on_it(client, line, rita, leo):
    client.force_login(leo)
    lesson, finding = line.lesson, line.finding

    def add() -> None:
        for number in range(3):
            system = factories.make_system(rita)
            seen = factories.make_observation(rita, systems=[system])
            finding.observations.add(seen)
            finding.systems.add(system)
            editing.add_evidence(finding, by=rita, title=f"Log {number}", url="https://example.org")
            update = factories.make_update(rita, lesson, system=system)
            transitions.start_research(lesson, by=rita, title="What else?")
            lesson.findings.add(factories.make_confirmed_finding(rita, leo))
            update.lessons.add(factories.make_endorsed_lesson(rita, leo, *line.signers))

    add()
    addresses = [lesson.get_absolute_url(), finding.get_absolute_url()]
    addresses += [line.system.get_absolute_url(), finding.review.get_absolute_url()]
    addresses += [line.cycle.get_absolute_url(), lesson.updates.first().get_absolute_url()]
    before = queries_by_address(client, addresses)
    add()
    line.add()
    after = queries_by_address(client, addresses)
    assert {a: (before[a], after[a]) for a in addresses if after[a] > before[a]} == {}
