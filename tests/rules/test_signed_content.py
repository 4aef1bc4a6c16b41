"""Whatever happens in whatever order: a signature that counts is on the content that stands."""

from __future__ import annotations

import contextlib
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons import transitions
from lessons.editing import edit_lesson
from lessons.models import Endorsement, Lesson
from tests import factories
from tracker import sharing
from tracker.access import Refusal
from tracker.material import content_of, digest_now, digest_of

STEPS = ("sign oai", "sign msft", "withdraw oai", "withdraw msft", "reword", "take back", "share")


class Undone(Exception):
    """Ends an example: nothing of it stays."""


def assert_signed_is_what_stands(lesson: Lesson) -> None:
    """Fail where a signature counts for other content than its own, or is not as it was given."""
    now, content = digest_now(lesson), content_of(lesson)
    for signature in lesson.endorsements.all():
        assert signature.digest == digest_of(signature.content)
    current = lesson.endorsements.current()
    if lesson.status == "identified":
        assert {one.digest for one in current} <= {now}
    else:
        # What was signed for good stays as signed, whatever comes into its signers' sight later.
        content.pop("about")
    for one in current:
        signed = json.loads(one.content)
        assert {name: signed[name] for name in content} == content
    organizations = [one.organization_id for one in current]
    assert len(organizations) == len(set(organizations))
    if lesson.status == "endorsed":
        assert len(organizations) == 2


def step(name: str, lesson: Lesson, cast: dict[str, Any], system: Any) -> None:
    """Do one thing; what is refused changes nothing."""
    doing = {
        "sign oai": lambda: transitions.endorse(lesson, by=cast["sam"]),
        "sign msft": lambda: transitions.endorse(lesson, by=cast["mona"]),
        "withdraw oai": lambda: transitions.withdraw_endorsement(
            lesson, by=cast["sam"], reason="R"
        ),
        "withdraw msft": lambda: transitions.withdraw_endorsement(
            lesson, by=cast["mona"], reason="R"
        ),
        "reword": lambda: edit_lesson(lesson, by=cast["rita"], insight=lesson.insight + " More."),
        "take back": lambda: edit_lesson(lesson, by=cast["rita"], insight="First words."),
        "share": lambda: sharing.share(system, by=cast["leo"]),
    }
    with contextlib.suppress(Refusal, ValidationError):
        doing[name]()


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(names=st.lists(st.sampled_from(STEPS), min_size=4, max_size=12))
def test_no_order_of_steps_leaves_a_live_signature_on_other_content(
    rita, leo, sam, mona, names
) -> None:
    cast = {"rita": rita, "leo": leo, "sam": sam, "mona": mona}
    try:
        with transaction.atomic():
            system = factories.make_system(rita)
            lesson = factories.make_lesson(rita, insight="First words.", cause_in=[system])
            lesson = sharing.share(lesson, by=leo)
            for name in names:
                step(name, lesson, cast, system)
                lesson.refresh_from_db()
                assert_signed_is_what_stands(lesson)
            raise Undone
    except Undone:
        pass


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_signing_and_editing_at_once_leaves_one_outcome(rita, leo, sam, mona) -> None:
    lesson = sharing.share(factories.make_lesson(rita), by=leo)

    def act(number: int) -> None:
        try:
            if number % 3 == 2:
                edit_lesson(lesson, by=rita, insight=f"Version {number}.")
            else:
                signatory = (sam, mona)[number % 3]
                transitions.endorse(lesson, by=signatory)
        except (Refusal, ValidationError):
            pass
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(act, range(60)))
    lesson.refresh_from_db()
    assert_signed_is_what_stands(lesson)
    for signature in Endorsement.objects.all():
        assert json.loads(signature.content)["record"] == lesson.reference
