"""How a body is read: up to a size, and never deeper than Python goes."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser, MultiPartParser

from tracker.api.errors import TooLarge

# What a form wraps around its file.
ENVELOPE_BYTES = 1024 * 1024


def check_length(context: dict[str, Any], limit: int) -> None:
    """Refuse a body that says it is larger than is read."""
    length = context["request"].META.get("CONTENT_LENGTH") or 0
    if int(length) > limit:
        raise TooLarge(f"The body is larger than {limit // 2**20} MB.")


class LimitedJSONParser(JSONParser):
    """Reads JSON of the size that Django reads of any form."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        """Return what the body says, or refuse it."""
        check_length(parser_context, settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError as error:
            raise ParseError("The JSON is nested too deeply.") from error


class LimitedMultiPartParser(MultiPartParser):
    """Reads a form with one piece of evidence in it."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        """Return what the form says, or refuse it."""
        check_length(parser_context, settings.EVIDENCE_MAX_BYTES + ENVELOPE_BYTES)
        return super().parse(stream, media_type, parser_context)
