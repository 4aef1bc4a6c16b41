"""The cast: who appears in the tests, one comment each."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, TypeVar

import pytest
from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.db import connections
from django.test import Client

from tests import factories
from tests.emptying import delete_instead_of_flushing
from tests.migrated import keep_as_template, start_from_template
from tests.own_server import move_in, move_out
from tracker.confirmation import has_second_factor
from tracker.models import Organization, User
from tracker.privileges.owner import signed_in_as_owner

C = TypeVar("C", bound=Client)


def pytest_configure() -> None:
    """Make ready what every test takes."""
    hash_quickly()
    look_for_static_files_when_asked()
    keep_bytecode()
    delete_instead_of_flushing()
    move_in()


def hash_quickly() -> None:
    """Hash passwords quickly: a cast of nine would otherwise cost seconds in every test."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def look_for_static_files_when_asked() -> None:
    """Spare each test client the reading of every static file: it makes its middleware anew."""
    settings.WHITENOISE_AUTOREFRESH = True


def keep_bytecode() -> None:
    """Keep what Python compiles: each process that a test starts would compile all anew, for seconds."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over what stays until the end: all modules and tests."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """Leave no server of a worker behind."""
    move_out()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each test with a database both accounts: it works as the web role, the owner cleans up.

    The web role's database is the owner's: without the owner it would be the one people work in.
    """
    for item in items:
        marker = item.get_closest_marker("django_db")
        fixtures = {"db", "transactional_db", "live_server"} & set(
            getattr(item, "fixturenames", ())
        )
        if marker or fixtures:
            options = {"databases": ["default", "owner"], **(marker.kwargs if marker else {})}
            item.add_marker(pytest.mark.django_db(**options), append=False)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, django_db_blocker: Any
) -> None:
    """Copy the test database where the same migrations ran before."""
    with django_db_blocker.unblock():
        start_from_template()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """End what a browser left half asked: its connection would keep the test database from going."""
    with django_db_blocker.unblock():
        keep_as_template()
    yield
    connections["default"].close()
    with django_db_blocker.unblock(), connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def confirmed(client: C, user: User) -> C:
    """Sign a person in who has a second factor and gave it just now: they may sign."""
    if not has_second_factor(user):
        factories.make_second_factor(user)
    client.force_login(user)
    session: Any = client.session
    record_authentication(SimpleNamespace(session=session), user, method="mfa", type="totp")
    session.save()
    return client


@pytest.fixture
def as_owner(db: None) -> Iterator[None]:
    """Let a whole test work as the owner, who alone can change a table; ask for it first of all."""
    with signed_in_as_owner():
        yield


@pytest.fixture
def oai(db: None) -> Organization:
    """A partner."""
    return factories.make_organization("OAI", "OpenAI")


@pytest.fixture
def msft(db: None) -> Organization:
    """The other partner."""
    return factories.make_organization("MSFT", "Microsoft")


@pytest.fixture
def rita(oai: Organization, msft: Organization) -> User:
    """Reviews at OpenAI: logs observations, reviews, lessons."""
    return factories.make_user("rita", oai, "reviewer")


@pytest.fixture
def leo(oai: Organization, msft: Organization) -> User:
    """Leads at OpenAI: accepts and shares."""
    return factories.make_user("leo", oai, "lead")


@pytest.fixture
def sam(oai: Organization, msft: Organization) -> User:
    """Signs for OpenAI."""
    return factories.make_user("sam", oai, "signatory")


@pytest.fixture
def olga(oai: Organization, msft: Organization) -> User:
    """Observes at OpenAI: reads, changes nothing."""
    return factories.make_user("olga", oai, "observer")


@pytest.fixture
def mira(oai: Organization, msft: Organization) -> User:
    """Reviews at Microsoft: the other side's Rita."""
    return factories.make_user("mira", msft, "reviewer")


@pytest.fixture
def milo(oai: Organization, msft: Organization) -> User:
    """Leads at Microsoft."""
    return factories.make_user("milo", msft, "lead")


@pytest.fixture
def mona(oai: Organization, msft: Organization) -> User:
    """Signs for Microsoft."""
    return factories.make_user("mona", msft, "signatory")


@pytest.fixture
def cleo(oai: Organization, msft: Organization) -> User:
    """Reads for a community organization: green and clear only."""
    return factories.make_user("cleo", factories.make_community(), "observer")


@pytest.fixture
def ada(db: None) -> User:
    """Runs the installation: a superuser who belongs to no organization."""
    return factories.make_superuser("ada")
