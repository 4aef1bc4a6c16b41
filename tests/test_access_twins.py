"""What is answered in SQL for lists is answered the same for one loaded record."""

from __future__ import annotations

import pytest

from tests import factories
from tests.labels import bear
from tracker import access
from tracker.models import AISystem, Organization, Recipient, User
from tracker.states import Label

READERS = ("rita", "mira", "cleo", "ada", "gone")


@pytest.fixture
def readers(rita, mira, cleo, ada, oai):
    """One reader of each kind; `gone` was deactivated."""
    gone = factories.make_user("gone", oai, "reviewer")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    return {user.username: User.objects.get(pk=user.pk) for user in (rita, mira, cleo, ada, gone)}


@pytest.mark.parametrize("label", Label.values)
def test_a_record_is_seen_alike_in_a_list_and_by_itself(readers, label):
    system = factories.make_system(readers["rita"])
    bear(system, label)
    Recipient.objects.create(record_id=system.pk, user=readers["mira"])
    system.refresh_from_db()
    for name, user in readers.items():
        listed = AISystem.objects.visible_to(user).filter(pk=system.pk).exists()
        assert access.may_see(user, system) is listed, name


def test_people_and_organizations_are_known_alike_in_a_list_and_by_themselves(readers):
    for name, user in readers.items():
        people = set(User.objects.visible_to(user))
        assert {p for p in User.objects.all() if access.may_know_person(user, p)} == people, name
        known = set(Organization.objects.visible_to(user))
        judged = {o for o in Organization.objects.all() if access.may_know_organization(user, o)}
        assert judged == known, name
