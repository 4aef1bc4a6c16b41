"""The one place where an exception becomes a problem that a program can read (RFC 9457)."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, RequestDataTooBig
from django.core.exceptions import ValidationError as ModelValidationError
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from rest_framework import exceptions
from rest_framework.settings import api_settings

from tracker.access import Refusal, WrongState

MEDIA_TYPE = "application/problem+json"

# Invisible and absent look the same: one sentence, nothing of the request in it.
NOT_FOUND = "There is nothing at this address, or it is not shared with you."
CORRECT_IT = "Correct what is listed under errors."


class TooLarge(exceptions.APIException):
    """A body is larger than is read (413)."""

    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    default_detail = "The body is too large."
    default_code = "too_large"


def problem(status: int, detail: str, **members: Any) -> JsonResponse:
    """Return a problem document."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    return JsonResponse(
        {**body, "detail": detail, **members}, status=status, content_type=MEDIA_TYPE
    )


def problem_response(exception: Exception, context: dict[str, Any]) -> JsonResponse | None:
    """Answer an exception that has a meaning to the program; leave the others to fail loudly."""
    match exception:
        case Http404() | exceptions.NotFound():
            return problem(404, NOT_FOUND)
        case Refusal():
            return problem(409 if isinstance(exception, WrongState) else 403, str(exception))
        case PermissionDenied():
            return problem(403, str(exception) or "You may not do this.")
        case RequestDataTooBig():
            return problem(413, TooLarge.default_detail)
        case ModelValidationError():
            return invalid(messages_of(exception))
        case exceptions.ValidationError():
            return invalid(exception.detail)
        case exceptions.NotAuthenticated() | exceptions.AuthenticationFailed():
            return unauthenticated(str(exception.detail))
        case exceptions.APIException():
            return api_problem(exception)
    return None


def messages_of(error: ModelValidationError) -> Any:
    """Return the sentences of a model's error, by field where it names fields."""
    return error.message_dict if hasattr(error, "error_dict") else error.messages


def invalid(detail: Any) -> JsonResponse:
    """Return what is wrong with an input, field by field."""
    errors = [{"field": field, "detail": sentence} for field, sentence in flatten(detail)]
    only = errors[0]["detail"] if len(errors) == 1 and not errors[0]["field"] else CORRECT_IT
    return problem(400, only, errors=errors)


def flatten(detail: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield each sentence with the dotted name of its field; empty for the whole input."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            whole = name in {NON_FIELD_ERRORS, api_settings.NON_FIELD_ERRORS_KEY}
            yield from flatten(inner, path if whole else f"{path}.{name}".lstrip("."))
    elif isinstance(detail, (list, tuple)):
        for inner in detail:
            yield from flatten(inner, path)
    else:
        yield path, str(detail)


def unauthenticated(detail: str) -> JsonResponse:
    """Ask for a token, also where a session would do: 401 says what a program can mend."""
    response = problem(401, detail)
    response["WWW-Authenticate"] = "Bearer"
    return response


def api_problem(exception: exceptions.APIException) -> JsonResponse:
    """Return any other refusal of the framework, with the header that belongs to it."""
    response = problem(exception.status_code, str(exception.detail))
    wait = getattr(exception, "wait", None)
    if wait is not None:
        response["Retry-After"] = str(int(wait) + 1)
    return response


@csrf_exempt
@login_not_required
def nothing_here(request: HttpRequest, *args: Any, **kwargs: Any) -> JsonResponse:
    """Answer an address of the API that leads nowhere as one whose record is not shared."""
    return problem(404, NOT_FOUND)
