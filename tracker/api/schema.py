"""What every operation has in common in the OpenAPI description: the problems it may answer with."""

from __future__ import annotations

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent

from tracker.api.errors import MEDIA_TYPE

PROBLEM = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {
            "type": "string",
            "description": "A sentence for the person behind the program.",
        },
        "errors": {
            "type": "array",
            "description": "With 400: what is wrong with which field.",
            "items": {
                "type": "object",
                "required": ["field", "detail"],
                "properties": {
                    "field": {"type": "string", "description": "Empty for the whole input."},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}

# What an operation is called in a list of operations.
SUMMARIES = {
    "list": "List",
    "retrieve": "Read one",
    "create": "Create",
    "partial_update": "Edit",
    "destroy": "Take back",
}

# Any operation may answer with these; the sentence says when.
PROBLEMS = {
    400: "The input is not valid; `errors` names each field.",
    401: "Sign in, or send a token.",
    403: "This person may not do this; `detail` says why.",
    404: "There is nothing at this address, or it is not shared with you.",
    405: "This address does not take this method.",
    406: "The answer is not available in this form.",
    409: "The record's state does not allow this; `detail` says which would.",
    413: "The body is too large.",
    415: "The body's media type is not read here.",
    429: "Too many requests; wait as long as `Retry-After` says.",
}


class TrackerSchema(AutoSchema):
    """Describes an operation, its problems included."""

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        """Return the operation with every problem that it may answer with."""
        operation = super().get_operation(*args, **kwargs)
        if operation is not None:
            reference = self.problem_reference()
            for status, sentence in PROBLEMS.items():
                operation["responses"].setdefault(str(status), described(sentence, reference))
            operation["responses"] = dict(sorted(operation["responses"].items()))
        return operation

    def get_summary(self) -> str | None:
        """Return in a word what the operation does."""
        action = getattr(self.view, "action", None)
        return super().get_summary() or SUMMARIES.get(str(action))

    def get_request_serializer(self) -> Any:
        """Return the shape that is written, which is not the one that is read."""
        return getattr(self.view, "input_class", None) or super().get_request_serializer()

    def problem_reference(self) -> dict[str, Any]:
        """Register the problem document once and return the reference to it."""
        component = ResolvedComponent(  # type: ignore[no-untyped-call]
            name="Problem", type=ResolvedComponent.SCHEMA, schema=PROBLEM, object="Problem"
        )
        self.registry.register_on_missing(component)
        return component.ref

    def get_tags(self) -> list[str]:
        """Group operations by noun."""
        return self._tokenize_path()[:1]


def described(sentence: str, reference: dict[str, Any]) -> dict[str, Any]:
    """Return the description of one problem response."""
    return {"description": sentence, "content": {MEDIA_TYPE: {"schema": reference}}}
