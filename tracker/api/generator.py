"""How the OpenAPI description is made: one at a time, since its maker shares state between threads."""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, get_supported_language_variant, override
from drf_spectacular.generators import SchemaGenerator

_making = Lock()


class OneAtATime(SchemaGenerator):
    """Makes descriptions one after another.

    The inspector of a view class is shared by all its instances, so that two threads would take the
    view out of each other's hands.
    """

    def get_schema(self, *args: Any, **kwargs: Any) -> Any:
        """Return the description."""
        with _making:
            return super().get_schema(*args, **kwargs)  # type: ignore[no-untyped-call]


class MadeOnce(OneAtATime):
    """Makes the description once for each language, since it is the same for every reader."""

    def get_schema(self, *args: Any, **kwargs: Any) -> Any:
        """Return the description."""
        return description_in(known(get_language()))


def known(language: str | None) -> str:
    """Return a language that the site speaks: whoever asks may name any."""
    try:
        return get_supported_language_variant(language or settings.LANGUAGE_CODE)
    except LookupError:
        return settings.LANGUAGE_CODE


@cache
def description_in(language: str) -> Any:
    """Return the description in a language."""
    with override(language):
        return OneAtATime().get_schema(public=True)  # type: ignore[no-untyped-call]
