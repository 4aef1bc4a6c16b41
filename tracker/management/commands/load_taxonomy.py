"""Loading a vocabulary: a new version stands beside the old one, and old records keep their tags."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from tracker.editing import Loaded, load_taxonomy
from tracker.models import LOCAL_SCHEME
from tracker.strict_json import Unreadable
from tracker.vocabularies.reading import FORMATS, read

LOCAL_IS_COINED = (
    "{}: the scheme “local” is for the tags that people coin while they work; name another scheme."
)


class Command(BaseCommand):
    """Load one version of a vocabulary from a file."""

    help = "Loads a vocabulary that records are tagged with, beside its older versions."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the format and the file."""
        parser.add_argument("format", choices=sorted(FORMATS), help="the shape of the file")
        parser.add_argument("path", type=Path, help="the file, for instance ATLAS.yaml")

    def handle(self, *, format: str, path: Path, **options: Any) -> None:  # noqa: A002
        """Read the file, load it and say what that did."""
        try:
            vocabulary = read(format, path)
            if vocabulary.scheme == LOCAL_SCHEME:
                raise CommandError(LOCAL_IS_COINED.format(path.name))
            loaded = load_taxonomy(vocabulary)
        except Unreadable as error:
            raise CommandError(f"{path.name}: {error}") from None
        except ValidationError as error:
            raise CommandError(
                "\n".join(f"{path.name}: {said}" for said in error.messages)
            ) from None
        self.stdout.write(sentence(loaded))


def sentence(loaded: Loaded) -> str:
    """Say what loading did."""
    taxonomy = loaded.taxonomy
    if not (loaded.is_new or loaded.added or loaded.described):
        said = f"{taxonomy} is loaded already; nothing changed."
    elif loaded.is_new and not taxonomy.is_current:
        said = f"{taxonomy} is loaded: {many(loaded.added, 'tag')}. A later version stays current."
    elif loaded.is_new:
        said = f"{taxonomy} is loaded and current: {many(loaded.added, 'tag')}."
    else:
        added, described = many(loaded.added, "tag"), many(loaded.described, "description")
        said = f"{taxonomy}: {added} added, {described} filled in."
    if loaded.kept:
        are = "is" if loaded.kept == 1 else "are"
        said += (
            f" {many(loaded.kept, 'entry', 'entries')} {are} worded differently in the file; "
            "a version that was published keeps its words."
        )
    return said


def many(count: int, noun: str, plural: str = "") -> str:
    """Return a count with its noun."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"
