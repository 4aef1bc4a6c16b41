"""What waits for one signatory, noun by noun, and how several are signed in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from lessons.models import Lesson, PracticeVersion
from reviews.models import CycleItem
from tracker.access import organization_of
from tracker.differences import Change, in_words_for
from tracker.each import attempt
from tracker.material import canonical, contents_of, differences, digest_of
from tracker.models import SignOff, User
from tracker.verbs import Verb, verb_named


@dataclass(frozen=True)
class SignedNoun:
    """A noun that is signed: the verb that signs it, what that is told, and where signatures are.

    Its rows have the adjective `awaiting_signature(user)`, and a `plan` that fetches for a reader
    what the page shows.
    """

    model: type[Any]
    verb: str
    signatures: str
    answers: Mapping[str, Any] = field(default_factory=dict)
    plan: str = "for_list"

    @property
    def name(self) -> str:
        """Return the noun as it stands in addresses."""
        return str(self.model._meta.model_name)

    @property
    def signs(self) -> Verb:
        """Return the verb that signs it."""
        verb = verb_named(self.model, self.verb)
        assert verb is not None, f"{self.name} has no verb {self.verb}"
        return verb


# In the order of the page.
NOUNS = (
    SignedNoun(CycleItem, "concur", "positions", plan="for_detail"),
    SignedNoun(PracticeVersion, "approve", "approvals"),
    SignedNoun(Lesson, "endorse", "endorsements"),
)
# How many of one noun stand on the page; those signed make room for the rest.
SHOWN = 50


@dataclass(frozen=True)
class Waiting:
    """A record that waits for a signatory: the digest of what stands, what differs since they signed."""

    noun: SignedNoun
    record: Any
    digest: str
    changes: Sequence[Change]


@dataclass(frozen=True)
class Choice:
    """A record that is to be signed as it was read: its noun, its reference, the digest of its content."""

    noun: str
    reference: str
    digest: str


@dataclass(frozen=True)
class Outcome:
    """What came of one choice: signed, or why not."""

    choice: Choice
    is_signed: bool
    sentence: str


def all_waiting(user: User) -> list[Waiting]:
    """Return what waits for a signatory's signature; the same queries for one record and for many."""
    return [waiting for noun in NOUNS for waiting in waiting_of(noun, user)]


def waiting_of(noun: SignedNoun, user: User) -> list[Waiting]:
    """Return what waits of one noun, newest first."""
    waiting = noun.model.objects.visible_to(user).awaiting_signature(user)
    rows = getattr(waiting, noun.plan)(user)
    records = list(rows.prefetch_related(noun.signatures).order_by("-id")[:SHOWN])
    texts = {key: canonical(content) for key, content in contents_of(records).items()}
    found = [(record, since_ours(user, record, texts[record.pk])) for record in records]
    return [
        Waiting(noun, record, digest_of(texts[record.pk]), changes)
        for record, changes in zip(records, in_words_for(user, found), strict=True)
    ]


def since_ours(user: User, record: Any, text: str) -> list[Any]:
    """Return the differences from what a reader's organization signed last; none if it has not."""
    ours: list[SignOff] = [
        one
        for one in record.signatures.all()
        if one.organization_id == organization_of(user).pk and one.content
    ]
    if not ours:
        return []
    last = max(ours, key=lambda one: (one.content_version, one.signed_at))
    return differences(last.content, text)


def sign_many(user: User, choices: Iterable[Choice], *, statement: str = "") -> list[Outcome]:
    """Sign each record chosen, or say why not; one refused holds no other up."""
    return [sign_one(user, choice, statement) for choice in choices]


def sign_one(user: User, choice: Choice, statement: str) -> Outcome:
    """Sign one record as it was read; what a signatory may not see reads like what is not there."""
    noun = next((noun for noun in NOUNS if noun.name == choice.noun), None)
    rows = noun.model.objects.visible_to(user).filter(reference=choice.reference) if noun else ()
    record = next(iter(rows), None)
    if noun is None or record is None:
        return Outcome(choice, False, f"There is nothing to sign under {choice.reference}.")
    answers = {**noun.answers, "digest": choice.digest, "statement": statement}
    _made, refusal = attempt(partial(noun.signs.run, record, by=user, **answers))
    return Outcome(choice, not refusal, refusal or f"{record.reference} is signed.")
