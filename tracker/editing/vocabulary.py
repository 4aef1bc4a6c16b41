"""The only functions that load vocabularies and coin tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from tracker import access
from tracker.keys import new_key
from tracker.models import (
    LOCAL_SCHEME,
    Tag,
    Taxonomy,
    User,
)
from tracker.recording import change, recorded
from tracker.vocabularies.entries import Entry, Vocabulary, problems, version_order


@recorded("tracker.tag.coined")
def coin_tag(*, by: User, label: str, code: str) -> Tag:
    """Add a free tag of the writer's organization to the scheme `local`."""
    access.check_can_add_tag(by)
    taxonomy, _ = Taxonomy.objects.get_or_create(
        scheme=LOCAL_SCHEME, version="1", defaults={"title": "Free tags", "is_current": True}
    )
    tag = Tag(taxonomy=taxonomy, code=code, label=label, owner=by.organization)
    tag.full_clean()
    tag.save(force_insert=True)
    return tag


@dataclass(frozen=True)
class Loaded:
    """What loading a vocabulary did: tags added, descriptions filled in, words kept as published."""

    taxonomy: Taxonomy
    is_new: bool
    added: int
    described: int
    kept: int


@recorded("tracker.taxonomy.loaded")
def load_taxonomy(vocabulary: Vocabulary) -> Loaded:
    """Load one version of a vocabulary beside the others; a new one that is the latest becomes current.

    Tags that exist keep their words, since a published version does not change; only a description
    that was empty is filled in. Loading the same again changes nothing, not even which is current.
    """
    taxonomy, is_new = Taxonomy.objects.get_or_create(
        scheme=vocabulary.scheme,
        version=vocabulary.version,
        defaults={"title": vocabulary.title[:300], "source": vocabulary.source[:500]},
    )
    known = {tag.code: tag for tag in Tag.objects.filter(taxonomy=taxonomy, owner=None)}
    if wrong := problems(vocabulary, known):
        raise ValidationError(wrong)
    added = add_tags(taxonomy, vocabulary.entries, known)
    described = describe_tags(vocabulary.entries, known)
    if is_new and is_latest(taxonomy):
        make_current(taxonomy)
    kept = sum(1 for entry in vocabulary.entries if differs(entry, known.get(entry.code)))
    return Loaded(taxonomy, is_new, added, described, kept)


def add_tags(taxonomy: Taxonomy, entries: Iterable[Entry], known: Mapping[str, Tag]) -> int:
    """Add the entries that are not there yet, children under their parents; return how many."""
    fresh = [entry for entry in entries if entry.code not in known]
    keys = {code: tag.pk for code, tag in known.items()}
    keys |= {entry.code: new_key() for entry in fresh}
    Tag.objects.bulk_create(
        [
            Tag(
                id=keys[entry.code],
                taxonomy=taxonomy,
                code=entry.code,
                label=entry.label,
                description=entry.description,
                parent_id=keys.get(entry.parent),
            )
            for entry in fresh
        ]
    )
    return len(fresh)


def describe_tags(entries: Iterable[Entry], known: Mapping[str, Tag]) -> int:
    """Fill in descriptions that are empty, as where only names were shipped; return how many."""
    bare = [
        (known[entry.code], entry.description)
        for entry in entries
        if entry.description and entry.code in known and not known[entry.code].description
    ]
    for tag, description in bare:
        tag.description = description
    Tag.objects.bulk_update([tag for tag, _ in bare], ["description"])
    return len(bare)


def differs(entry: Entry, tag: Tag | None) -> bool:
    """Say whether a file words a tag otherwise than it was loaded; no description says nothing."""
    return tag is not None and (
        entry.label != tag.label or entry.description not in {"", tag.description}
    )


def is_latest(taxonomy: Taxonomy) -> bool:
    """Say whether a version comes after the current one of its scheme, or there is none."""
    current = Taxonomy.objects.filter(scheme=taxonomy.scheme, is_current=True).first()
    return current is None or version_order(taxonomy.version) > version_order(current.version)


def make_current(taxonomy: Taxonomy) -> None:
    """Let new records be tagged with this version of its scheme."""
    Taxonomy.objects.filter(scheme=taxonomy.scheme, is_current=True).exclude(pk=taxonomy.pk).update(
        is_current=False
    )
    change(taxonomy, is_current=True)
