"""How the OpenAPI description is made: one at a time, since its maker shares state between threads."""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import Any

from django.utils.translation import get_language
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
        return description_in(get_language())


@cache
def description_in(language: str | None) -> Any:
    """Return the description in the language that is set."""
    return OneAtATime().get_schema(public=True)  # type: ignore[no-untyped-call]
