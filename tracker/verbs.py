"""What a verb is to people and programs: its name, its button, what it asks for, who may.

Each floor lists its verbs in its own `verbs.py`; admin, pages and API are made from those lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string

from tracker.access import Verdict, judge

if TYPE_CHECKING:
    from tracker.models import User


@dataclass(frozen=True)
class Ask:
    """One thing that a verb asks for.

    `choices` serves kind `choice`; `rows` serves `record` and `records`: it gets the reader and the
    record the verb is on, and returns the rows to choose from, visible ones only. `initial` gets the
    record and returns what is filled in. Kind `seen` is not asked but carried along unseen: what
    the record was like when its reader opened the page.
    """

    name: str
    label: str
    kind: Literal[
        "line", "text", "date", "days", "instant", "url", "choice", "record", "records", "seen"
    ] = "text"
    required: bool = True
    help: str = ""
    choices: Sequence[tuple[str, Any]] = ()
    rows: Callable[[User, Any], models.QuerySet[Any]] | None = None
    initial: Callable[[Any], Any] | None = None


@dataclass(frozen=True)
class Verb:
    """Something that can be done to a record.

    `check(user, record)` raises a refusal; `run(record, by=user, **answers)` does it and returns
    the record to show next; `done` is the sentence shown afterwards. `makes` is the noun of that
    record where it is another than the one the verb is on. `{organization}` in a label stands for
    whom the reader acts for.

    `warning` says before what can't be taken back. `shows` is the template of what is signed: it
    gets the record as its reader may see it. `differs(user, record)` returns what differs from what
    their organization signed before, as `tracker.differences.Change`: then that stands first.
    `leaks(user, record)` returns what it would let out of narrower records, as `tracker.leaks.Leak`:
    then the page asks to have read that. `leaves(user, record)` returns the records derived from this
    one that it leaves as widely read as they are. `doubts(user, record)` returns a sentence where doing it
    now may be a mistake, "" where not: its page says that, and its button reads "all the same". `says`
    returns what is so afterwards where that depends on what came of it, as `done` mostly is. `signs` says
    that it gives a signature, which needs a second factor given a short while ago
    (tracker/confirmation.py); or of whom it does, where a lead's doing is none.

    What is `rare` is offered to those who may, after everything else, and not mentioned to others.
    """

    name: str
    label: str
    check: Callable[[Any, Any], None]
    run: Callable[..., models.Model]
    done: str
    asks: tuple[Ask, ...] = ()
    primary: bool = False
    makes: type[models.Model] | None = None
    warning: str = ""
    shows: str = ""
    differs: Callable[[Any, Any], Sequence[Any]] | None = None
    says: Callable[[Any], str] | None = None
    signs: bool | Callable[[Any], bool] = False
    leaks: Callable[[Any, Any], Sequence[Any]] | None = None
    leaves: Callable[[Any, Any], Sequence[Any]] | None = None
    doubts: Callable[[Any, Any], str] | None = None
    rare: bool = False

    @property
    def has_page(self) -> bool:
        """Say whether its button leads to a page of its own before anything is done."""
        return bool(self.asks or self.warning or self.shows)

    def sentence_for(self, result: models.Model) -> str:
        """Return what is so after the verb made, or changed, this record."""
        return self.says(result) if self.says else self.done

    def is_signature_of(self, user: Any) -> bool:
        """Say whether this person gives a signature by it."""
        return self.signs(user) if callable(self.signs) else self.signs

    def label_for(self, user: Any) -> str:
        """Return what stands on the button for a reader: Endorse for Microsoft."""
        return self.label.format(organization=getattr(user, "organization", None) or "a partner")


@dataclass(frozen=True)
class Button:
    """A verb as one reader meets it on one record: allowed, or refused with the reason beside it."""

    verb: Verb
    label: str
    verdict: Verdict


def buttons(verbs: Iterable[Verb], user: Any, record: models.Model) -> list[Button]:
    """Return what a reader can do with a record, allowed verbs first, of these the rare ones last."""
    judged = [Button(verb, verb.label_for(user), judge(verb.check, user, record)) for verb in verbs]
    offered = [button for button in judged if button.verdict or not button.verb.rare]
    return sorted(offered, key=lambda one: (not one.verdict.allowed, one.verb.rare))


def verbs_of(model: type[models.Model]) -> tuple[Verb, ...]:
    """Return the verbs of a noun, from the table that the settings name."""
    table: dict[type[models.Model], tuple[Verb, ...]] = import_string(settings.TRACKER_VERBS)
    return table.get(model, ())


def verb_named(model: type[models.Model], name: str) -> Verb | None:
    """Return a noun's verb by its name, or None."""
    return next((verb for verb in verbs_of(model) if verb.name == name), None)


def all_nouns() -> dict[str, type[models.Model]]:
    """Return every noun that has verbs, by the name it has in addresses."""
    table: dict[type[models.Model], tuple[Verb, ...]] = import_string(settings.TRACKER_VERBS)
    return {model._meta.model_name or "": model for model in table}
