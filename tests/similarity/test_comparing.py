"""What resembles what, why, and that nobody's private texts move what others are shown."""

from __future__ import annotations

import pytest

from lessons.similarity import Subject, explain, similar_to, subject_of, view_of, words_of
from reviews.models import Finding, Observation
from tests.factories import (
    make_confirmed_finding,
    make_dependency,
    make_observation,
    make_system,
    make_tag,
)
from tests.queries import count_queries
from tracker import sharing

ENDINGS = ("axil", "opum", "erit", "usto", "ynek")
OPENING = "A guardrail jailbreak was reported in several models of this vendor."


def shared(by, lead, title, **fields):
    return sharing.share(make_observation(by, title=title, **fields), by=lead)


def found(text, reader, rows=None, **options):
    view = view_of(reader)
    rows = Observation.objects.all() if rows is None else rows
    return similar_to(Subject(words_of(text)), rows, view, **options)


def said(alike):
    return [(one.record.title, round(one.score, 9), one.words) for one in alike]


@pytest.fixture
def crowd(rita, leo):
    """Forty observations that open alike, each about something of its own."""
    return [
        shared(rita, leo, f"{OPENING} Case {word}.")
        for word in (
            f"{one}{other}"
            for one in "bdfgklmn"
            for other in ("axil", "opum", "erit", "usto", "ynek")
        )
    ]


def test_the_rare_words_carry_the_match_and_are_named(rita, crowd):
    alike = found("The forensic pretext lexil of baxil", rita)
    assert [one.record for one in alike] == [crowd[0]]
    assert alike[0].words == ("baxil",)
    assert explain(alike, rita)[0].sentences == ["Both say: baxil."]


def test_an_opening_that_many_records_share_carries_nothing(rita, crowd):
    assert found(OPENING, rita, at_least=0) == []


def test_the_same_words_carry_a_match_while_few_records_say_them(rita, leo):
    shared(rita, leo, OPENING)
    assert len(found(OPENING, rita)) == 1


def test_what_the_other_side_keeps_private_moves_neither_score_nor_order(mira, rita, leo, crowd):
    text = "Case baxil and case dopum, told by forensic letters"
    before = said(found(text, mira, at_least=0))
    assert len(before) == 2
    for number in range(30):
        make_observation(rita, title=f"baxil forensic letters {number}")
    assert said(found(text, mira, at_least=0)) == before
    # The control: shared, the same words become common to both, and the order follows.
    for observation in Observation.objects.filter(title__startswith="baxil"):
        sharing.share(observation, by=leo)
    assert said(found(text, mira, at_least=0)) != before


def test_only_what_the_reader_may_see_is_found(mira, rita, leo):
    private = make_observation(rita, title="Chats drift after forty turns")
    assert [one.record for one in found("Chats drift after forty turns", rita)] == [private]
    assert found("Chats drift after forty turns", mira) == []


def test_a_record_does_not_resemble_itself(rita):
    seen = make_observation(rita, title="Chats drift after forty turns")
    view = view_of(rita)
    assert similar_to(subject_of(seen, rita), Observation.objects.all(), view) == []


def test_a_shared_tag_and_a_shared_system_count_and_are_named(rita, leo):
    system = sharing.share(make_system(rita, name="Teapot"), by=leo)
    tag = make_tag()
    plain, both = (
        shared(rita, leo, "Chats drift", **more)
        for more in ({}, {"tags": [tag], "systems": [system]})
    )
    finding = make_confirmed_finding(rita, leo, title="Chats drift", tags=[tag], systems=[system])
    view = view_of(rita)
    alike = similar_to(subject_of(finding, rita), Observation.objects.all(), view)
    assert [one.record for one in alike] == [both, plain]
    assert explain(alike, view.reader)[0].sentences == [
        "Both say: Chats, drift.",
        f"Both are tagged {tag}.",
        "Both are about Teapot.",
    ]


@pytest.fixture
def chain(rita, leo):
    """A model, a secret platform on it, and an application on that; the ends are shared."""
    model, secret, app = (make_system(rita, name=name) for name in ("Base", "Secret", "App"))
    for upstream, downstream in ((model, secret), (secret, app)):
        make_dependency(by=rita, upstream=upstream, downstream=downstream, kind="built_on")
    for system in (model, app):
        sharing.share(system, by=leo)
    shared(rita, leo, "Chats drift", systems=[model])
    return make_confirmed_finding(rita, leo, title="Chats drift", systems=[app])


def test_the_path_between_two_systems_is_told_to_those_who_may_know_all_of_it(rita, mira, chain):
    def path(reader):
        view = view_of(reader)
        alike = similar_to(subject_of(chain, reader), Observation.objects.all(), view)
        return alike[0].score, [str(name) for name in explain(alike, view.reader)[0].path]

    ours, theirs = path(rita), path(mira)
    assert ours[1] == ["Base", "Secret", "App"]
    assert theirs[1] == []
    assert ours[0] > theirs[0], "a path through a system that is not shared counts for nothing"


def test_the_same_question_has_the_same_answer(rita, crowd):
    text = "baxil dopum ferit"
    assert said(found(text, rita, at_least=0)) == said(found(text, rita, at_least=0))


def test_words_that_look_like_queries_are_only_words(rita):
    seen = make_observation(rita, title="it's a 'quoted' back\\slash & pipe | bang !")
    assert found("quoted' | 'slash \\ & ! :* <->", rita)[0].record == seen


@pytest.mark.parametrize("model", [Finding, Observation])
def test_it_asks_the_same_number_of_queries_however_many_there_are(rita, leo, model):
    def ask():
        similar_to(subject, model.objects.all(), view_of(rita))

    finding = make_confirmed_finding(rita, leo, title="Chats drift")
    subject = subject_of(finding, rita)
    make_confirmed_finding(rita, leo, title="Chats drift")
    make_observation(rita, title="Chats drift")
    before = count_queries(ask)
    for number in range(2):
        make_confirmed_finding(rita, leo, title=f"Chats drift {number}")
        make_observation(rita, title=f"Chats drift {number}")
    assert count_queries(ask) == before
