"""Which nouns have a history that is shown, where it is read, and who may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404

from tracker import access
from tracker.history.admitting import has_story
from tracker.history.tracking import event_models
from tracker.marking import label_for, narrowest
from tracker.models import DuePolicy, Organization, Tag, Taxonomy, User

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.history.versions import Story
    from tracker.states import Label

# Policies, vocabularies, people and organizations are no records; what is told of them has no label.
WITHOUT_LABEL = (DuePolicy, Organization, Tag, Taxonomy, User)


def story_nouns() -> dict[str, type[models.Model]]:
    """Return the nouns whose history is shown, by the name that they have in addresses."""
    return {str(one._meta.model_name): one for one in event_models() if has_story(one)}


def check_can_read_history(reader: Reader, record: Any) -> None:
    """An account's history is for those who look after it, any other for whoever sees the record."""
    if isinstance(record, User):
        access.check_can_read_account_history(reader, record)


def key_field(model: type[models.Model]) -> str:
    """Return the field that names a noun's records in addresses: reference, code or key."""
    if model is Organization:
        return "code"
    return "reference" if hasattr(model, "reference") else "pk"


def label_of_story(story: Story) -> Label | None:
    """Return the label that a story leaves with: its record's, or a narrower one that it had."""
    if isinstance(story.record, WITHOUT_LABEL):
        return None
    return narrowest([label_for(story.reader, [story.record]), *story.labels()])


def find_told(noun: str, key: str, reader: Reader) -> Any:
    """Return a record whose history a reader may read; absent and invisible are the same 404."""
    model: Any = story_nouns().get(noun)
    if model is None:
        raise Http404
    try:
        record = model._default_manager.visible_to(reader).get(**{key_field(model): key})
    except (model.DoesNotExist, ValidationError) as error:
        raise Http404 from error
    check_can_read_history(reader, record)
    return record
