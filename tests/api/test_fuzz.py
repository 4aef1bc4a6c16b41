"""Every operation is thrown at with what its description allows and forbids; none may break."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from drf_spectacular.generators import SchemaGenerator
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests import factories
from tracker.wsgi import application

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
# Of each kind, for each operation.
EXAMPLES = 8


@pytest.fixture
def raw_wsgi(db: None) -> Iterator[None]:
    """Keep the test's connection open over raw WSGI calls, as django.test.Client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def world(rita, leo, sam, mona):
    """Return addresses of one record of each noun that has references."""
    system = factories.make_system(rita)
    observation = factories.make_observation(rita, systems=[system])
    finding = factories.make_confirmed_finding(rita, leo, observations=[observation])
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona, findings=[finding])
    version = factories.make_published_practice(lesson, rita, leo, sam, mona)
    return {
        "systems": system.reference,
        "observations": observation.reference,
        "cycles": factories.make_cycle(leo).reference,
        "reviews": factories.make_review(rita).reference,
        "findings": finding.reference,
        "lessons": lesson.reference,
        "updates": factories.make_update(rita, lesson).reference,
        "practices": version.practice.reference,
        "practice-versions": version.reference,
        "organizations": "OAI",
    }


def description(world: dict[str, str]) -> dict[str, Any]:
    """Return the description of the API, with references that exist in this world's addresses."""
    schema: dict[str, Any] = SchemaGenerator().get_schema(public=True)
    schema["paths"] = {a: m for a, m in schema["paths"].items() if "/tokens/" not in a}
    for address, methods in schema["paths"].items():
        for operation in methods.values():
            for parameter in operation.get("parameters", []):
                if parameter["in"] != "path" or address.split("/")[3] not in world:
                    continue
                # A version is found by its number under the record; every record has a first.
                exists = 1 if parameter["name"] == "version" else world[address.split("/")[3]]
                parameter["schema"]["enum"] = [exists]
    return schema


def throw(operation: Any, mode: GenerationMode, headers: dict[str, str]) -> None:
    """Throw generated requests at one operation; each leaves the world as it was."""

    @given(case=operation.as_strategy(mode))
    @settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def one(case: Any) -> None:
        with transaction.atomic():
            case.call_and_validate(headers=headers, checks=CHECKS)
            transaction.set_rollback(True)

    one()


def reasons(failure: BaseException) -> str:
    """Return what failed, without the request around it."""
    return "; ".join(map(str, getattr(failure, "exceptions", [failure])))


@pytest.mark.usefixtures("raw_wsgi")
@pytest.mark.slow
@pytest.mark.exhaustive
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_no_request_breaks_an_operation_or_its_description(mode, world, leo):
    headers = {"Authorization": f"Bearer {factories.make_token(leo)}"}
    api = schemathesis.openapi.from_dict(description(world))
    api.app = application
    failures = []
    results: list[Any] = list(api.get_all_operations())
    operations = [result.ok() for result in results]
    for operation in operations:
        try:
            throw(operation, mode, headers)
        except (Exception, FailureGroup) as failure:
            failures.append(f"{operation.label}: {reasons(failure)}")
    assert len(operations) > 100
    assert not failures, "\n\n".join(failures)
