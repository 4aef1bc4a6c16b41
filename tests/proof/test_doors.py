"""The side doors tell no more than the front: other methods, and many records in one go."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.proof import table
from tests.proof.addresses import audiences, fill, operations, page_address
from tests.proof.crawl import Answer, read, settled
from tests.proof.principals import Principal
from tests.proof.world import World
from tracker.querysets import LabelChangeQuerySet

NO_REFERENCE = "OAI-NON-00000"
PAGES = [
    name for name, (shape, noun) in table.all_pages().items() if noun and shape is table.RECORD
]
READ = [
    name
    for name, (shape, noun) in table.OPERATIONS.items()
    if noun and shape is table.API_RECORD and "version" not in name
]


class Absent:
    """What stands in for a record that does not exist, of the same noun as one that does."""

    def __init__(self, record: object) -> None:
        self._meta = type(record)._meta  # type: ignore[attr-defined]
        self.reference = NO_REFERENCE
        self.code = "none"
        self.pk = "00000000-0000-7000-8000-000000000000"


def told(reader: Principal, method: str, address: str, record: object) -> object:
    """Return what an answer tells, without what was asked with."""
    answer = read(reader, method, address)
    words = [getattr(record, "reference", ""), str(getattr(record, "pk", ""))]
    texts = []
    for place, text in settled(answer):
        for word in filter(None, words):
            text = text.replace(word.encode(), b"?")
        texts.append((place, text))
    return answer.status, texts


@pytest.mark.exhaustive
@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("name", READ)
def test_another_method_of_an_operation_tells_unseen_and_absent_alike(
    world: World, readers, name: str, method: str
) -> None:
    path, noun = operations()[name][1], table.OPERATIONS[name][1]
    for audience in audiences(world, noun, "private"):
        reader = readers["milo" if audience.startswith("oai") else "leo"]
        record = world.records[audience][noun]
        absent = Absent(record)
        unseen = told(reader, method, fill(path, record), record)
        assert unseen == told(reader, method, fill(path, absent), absent), audience


@pytest.mark.exhaustive
@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "TRACE", "PATCH", "DELETE"])
@pytest.mark.parametrize("name", PAGES)
def test_another_method_of_a_page_tells_unseen_and_absent_alike(
    world: World, readers, name: str, method: str
) -> None:
    noun = table.PAGES[name][1]
    for audience in audiences(world, noun, "private"):
        reader = readers["milo" if audience.startswith("oai") else "leo"]
        record = world.records[audience][noun]
        absent = Absent(record)
        unseen = told(reader, method, page_address(name, record), record)
        assert unseen == told(reader, method, page_address(name, absent), absent), audience


@pytest.mark.parametrize("name", ["lesson-detail", "system-detail"])
def test_one_s_own_record_is_told_from_an_absent_one(world: World, readers, name: str) -> None:
    """Without this difference the tests above would say nothing."""
    record = world.records["oai private"][table.PAGES[name][1]]
    absent = Absent(record)
    seen = told(readers["leo"], "HEAD", page_address(name, record), record)
    assert seen != told(readers["leo"], "HEAD", page_address(name, absent), absent)


# --- Many in one go ---------------------------------------------------------------------------


def labelled(world: World) -> list[str]:
    """Return the references of every private record of one side."""
    return [
        record.reference
        for record in world.records["oai private"].values()
        if hasattr(record, "reference")
    ]


def test_sharing_many_passes_over_unseen_and_absent_alike(world: World, readers) -> None:
    absent = read(readers["milo"], "POST", reverse("share-many"), {"record": [NO_REFERENCE]})
    for reference in labelled(world):
        unseen = read(readers["milo"], "POST", reverse("share-many"), {"record": [reference]})
        assert settled(unseen) == settled(absent), reference
        assert unseen.status == absent.status


def test_sharing_many_that_takes_any_row_is_caught(world: World, readers, monkeypatch) -> None:
    monkeypatch.setattr("tracker.many.own_alone", lambda user, model: model.objects.all())
    hidden = world.records["oai private"]["lesson"].reference
    answers = [
        read(readers["milo"], "POST", reverse("share-many"), {"record": [one]})
        for one in (hidden, NO_REFERENCE)
    ]
    assert settled(answers[0]) != settled(answers[1])


def consenting(world: World, readers) -> tuple[Answer, Answer]:
    """Return what a lead is told who ticks a change that they can't see, and one that is not there."""
    hidden = world.records["oai private"]["label change"].reference
    unseen, absent = (
        read(readers["milo"], "POST", reverse("consent-many"), {"chosen": [f"{one} {'0' * 64}"]})
        for one in (hidden, NO_REFERENCE)
    )
    return unseen, absent


def test_consenting_to_many_passes_over_unseen_and_absent_alike(world: World, readers) -> None:
    unseen, absent = consenting(world, readers)
    assert settled(unseen) == settled(absent)
    assert unseen.status == absent.status


def test_consenting_to_any_change_is_caught(world: World, readers, monkeypatch) -> None:
    monkeypatch.setattr(LabelChangeQuerySet, "visible_to", lambda rows, user: rows)
    unseen, absent = consenting(world, readers)
    assert settled(unseen) != settled(absent)


@pytest.mark.parametrize(
    "noun",
    [
        "cycleitem",
        pytest.param("lesson", marks=pytest.mark.exhaustive),
        pytest.param("practiceversion", marks=pytest.mark.exhaustive),
    ],
)
def test_signing_many_refuses_unseen_and_absent_alike(world: World, readers, noun: str) -> None:
    all_absent = signing_of(readers["mona"], noun, NO_REFERENCE)
    for reference in labelled(world):
        for unseen, absent in zip(
            signing_of(readers["mona"], noun, reference), all_absent, strict=True
        ):
            assert unseen.status == absent.status
            assert without(reference, settled(unseen)) == without(NO_REFERENCE, settled(absent))


def signing_of(reader: Principal, noun: str, reference: str) -> list[Answer]:
    """Return what a signatory's program and the form are told who choose a record to sign."""
    chosen = choice(noun, reference)
    return [
        read(reader, "POST", "/api/v1/signing/", {"items": [chosen]}),
        read(reader, "POST", reverse("signing"), {"chosen": [" ".join(chosen.values())]}),
    ]


def choice(noun: str, reference: str) -> dict[str, str]:
    """Return what a signatory chose, as it was read."""
    return {"noun": noun, "reference": reference, "digest": "0" * 64}


def without(word: str, texts: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Return texts without the word that was asked with."""
    return [(place, text.replace(word.encode(), b"?")) for place, text in texts]


def test_concurring_with_many_passes_over_unseen_and_absent_alike(world: World, readers) -> None:
    cycle = world.records["oai shared"]["cycle"]
    address = reverse("cycle-concur", args=[cycle.reference])
    hidden = world.records["oai private"]["item"].reference
    answers = [
        read(readers["mona"], "POST", address, {"item": [f"{one}:{'0' * 64}"]})
        for one in (hidden, NO_REFERENCE)
    ]
    assert settled(answers[0]) == settled(answers[1])
