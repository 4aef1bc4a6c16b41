"""That one system rests on another may be a secret where neither system is."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from lessons.briefing_transitions import open_cycle
from lessons.downstream import why_asked
from lessons.models import BriefingLine
from lessons.similarity.comparing import likeness_to, view_of
from lessons.similarity.explaining import explain
from lessons.similarity.subjects import subject_of
from lessons.transitions import endorse
from reviews.editing import add_item, plan_cycle
from tests import factories
from tests.labels import let_time_pass
from tests.queries import count_queries
from tracker import editing, sharing
from tracker.access import Denied, WrongState
from tracker.history.versions import Story
from tracker.models import AISystem, Consent, LabelChange, SystemDependency
from tracker.paths import hops_for

UNSEEN = "a system not shared with you"


def reads(person: Any, dependency: SystemDependency) -> bool:
    return SystemDependency.objects.visible_to(person).filter(pk=dependency.pk).exists()


@pytest.fixture
def model(rita, leo) -> AISystem:
    """OpenAI's model, which both partners know."""
    return sharing.share(factories.make_system(rita, name="Model"), by=leo)


@pytest.fixture
def app(mira, milo) -> AISystem:
    """Microsoft's application, which both partners know."""
    return sharing.share(factories.make_system(mira, name="App"), by=milo)


@pytest.fixture
def secret(mira, model, app) -> SystemDependency:
    """What only Microsoft's people know: that their application is built on the model."""
    return editing.add_dependency(by=mira, upstream=model, downstream=app, kind="built_on")


# --- Who reads ------------------------------------------------------------------------------------


def test_it_begins_with_its_owners_people_and_is_shared_by_their_lead(
    secret, rita, mira, milo, leo, cleo
) -> None:
    assert (secret.owner, secret.label) == (mira.organization, "amber_strict")
    assert secret.reference.startswith("MSFT-DEP-")
    assert reads(mira, secret)
    assert not reads(rita, secret)
    for person in (mira, leo):
        with pytest.raises(Denied):
            sharing.share(secret, by=person)
    shared = sharing.share(secret, by=milo)
    assert reads(rita, shared)
    assert not reads(cleo, shared)
    assert Consent.objects.get(change__record_id=shared.pk).given_by == milo


def test_a_wider_label_lets_nobody_read_a_narrower_end(rita, leo, sam, mira, model) -> None:
    private = factories.make_system(rita)
    link = editing.add_dependency(by=rita, upstream=model, downstream=private, kind="hosted_on")
    link = sharing.release_to_public(link, by=sam)
    assert link.label == "clear"
    assert not reads(mira, link)
    sharing.share(private, by=leo)
    assert reads(mira, link)


def test_a_named_few_may_read_it_alone(secret, mira, milo, mona, rita) -> None:
    red = factories.make_red(secret, milo, rita)
    assert [reads(one, red) for one in (rita, milo, mira, mona)] == [True, True, False, False]


def test_a_dependency_is_narrowed_again_and_comes_by_an_embargo(secret, milo, rita) -> None:
    shared = sharing.share(secret, by=milo)
    narrowed = sharing.restrict(shared, by=milo, audience="amber_strict", reason="Not yet.")
    assert not reads(rita, narrowed)
    later = factories.make_embargoed(narrowed, milo)
    assert not reads(rita, later)
    let_time_pass(later, timezone.now())
    assert reads(rita, later)


def test_its_past_stays_with_those_who_could_read_it_then(secret, milo, mira, rita) -> None:
    shared = sharing.share(secret, by=milo)
    assert len(Story(shared, mira).versions) == 2
    assert len(Story(shared, rita).versions) == 1


def test_what_was_so_of_a_system_that_was_a_secret_then_stays_its_owners(rita, leo, mira) -> None:
    above, below = (factories.make_system(rita) for _ in range(2))
    link = factories.make_dependency(rita, above, below)
    for system in (above, below):
        sharing.share(system, by=leo)
    assert reads(mira, link)
    assert len(Story(link, rita).versions) == 2
    [version] = Story(link, mira).versions
    assert version.follows_hidden, "what held when both were shared, not what held before"


def test_the_pages_and_programs_of_the_other_side_do_not_know_it(
    client, secret, model, app, rita, milo
) -> None:
    client.force_login(rita)
    places = [
        model.get_absolute_url(),
        app.get_absolute_url(),
        reverse("history", args=["aisystem", app.reference]),
        "/api/v1/dependencies/",
        f"/api/v1/systems/{app.reference}/",
        f"/api/v1/systems/{app.reference}/history/",
    ]

    def told() -> list[str]:
        return [one for one in places if secret.reference in client.get(one).content.decode()]

    assert client.get(secret.get_absolute_url()).status_code == 404
    assert client.get(f"/api/v1/dependencies/{secret.reference}/").status_code == 404
    assert told() == []
    assert "built on" not in client.get(app.get_absolute_url()).content.decode()
    sharing.share(secret, by=milo)
    assert client.get(secret.get_absolute_url()).status_code == 200
    assert told() == [*places[:2], *places[3:5]]


def test_whoever_may_not_know_it_is_refused_as_if_it_did_not_exist(client, secret, rita) -> None:
    client.force_login(rita)
    for verb in ("share", "restrict"):
        hidden = client.post(f"/api/v1/dependencies/{secret.reference}/{verb}/", {})
        absent = client.post(f"/api/v1/dependencies/MSFT-DEP-00000/{verb}/", {})
        assert (hidden.status_code, absent.status_code) == (404, 404)
    assert client.delete(f"/api/v1/dependencies/{secret.reference}/").status_code == 404


def test_it_is_taken_back_by_who_keeps_the_systems_entry(client, secret, app, mira, milo) -> None:
    client.force_login(mira)
    address = reverse("verb", args=["systemdependency", secret.reference, "take-back"])
    assert "lessons travel along it no more" in client.get(address).content.decode()
    assert client.post(address).headers["Location"] == secret.get_absolute_url()
    assert "holds no more" in client.get(secret.get_absolute_url()).content.decode()
    assert secret.reference not in client.get(app.get_absolute_url()).content.decode()
    with pytest.raises(WrongState, match="taken back already"):
        editing.take_back_dependency(secret, by=mira)
    holding = client.get("/api/v1/dependencies/?holds=true").json()["results"]
    assert [one["reference"] for one in holding] == []
    told = client.get("/api/v1/dependencies/?holds=false").json()["results"]
    assert [one["reference"] for one in told] == [secret.reference]


def test_what_was_taken_back_closes_no_loop_and_is_stated_anew(
    secret, model, app, rita, mira
) -> None:
    editing.take_back_dependency(secret, by=mira)
    editing.add_dependency(by=rita, upstream=app, downstream=model, kind="built_on")
    with pytest.raises(ValidationError, match="cannot depend on itself"):
        editing.add_dependency(by=mira, upstream=model, downstream=app, kind="built_on")


def test_a_dependency_that_waits_for_consent_can_be_taken_back(client, secret, milo, mona) -> None:
    asked = sharing.release_to_public(secret, by=milo)
    editing.take_back_dependency(secret, by=milo)
    client.force_login(mona)
    [change] = LabelChange.objects.filter(record_id=asked.pk)
    for address in (change.get_absolute_url(), "/sharing/consents/", "/sharing/"):
        assert client.get(address).status_code == 200, address
    assert sharing.consent(change, by=mona).status == "done"


def test_consents_name_no_end_that_whoever_consents_may_not_know(
    client, mira, milo, mona, model
) -> None:
    system = factories.make_system(mira, name="Zeppelin")
    link = editing.add_dependency(by=mira, upstream=model, downstream=system, kind="built_on")
    factories.make_red(system, milo)
    sharing.release_to_public(link, by=milo)
    client.force_login(mona)
    page = client.get("/sharing/consents/").content.decode()
    assert link.reference in page
    assert "Zeppelin" not in page


# --- What leads along it --------------------------------------------------------------------------


def why(reader: Any, *systems: AISystem) -> str:
    [hops] = hops_for(reader, [[one.pk for one in systems]])
    return why_asked(hops)


def test_why_a_system_is_asked_names_both_ends_but_not_what_joins_them(
    secret, model, app, rita, mira, milo
) -> None:
    assert why(mira, model, app) == "App is built on Model, where the cause lies."
    through = f"App is downstream of {UNSEEN}; {UNSEEN} is downstream of Model"
    assert why(rita, model, app) == f"{through}, where the cause lies."
    sharing.share(secret, by=milo)
    assert why(rita, model, app) == why(mira, model, app)


def test_a_secret_dependency_reads_like_a_secret_system(secret, model, app, rita, mira) -> None:
    other = factories.make_system(mira, name="Between")
    for upstream, downstream in ((model, other), (other, app)):
        factories.make_dependency(mira, upstream, downstream)
    assert why(rita, model, other, app) == why(rita, model, app)


def test_what_is_taken_back_reads_as_it_did(secret, model, app, rita, mira, milo) -> None:
    shared = sharing.share(secret, by=milo)
    before = why(rita, model, app)
    editing.take_back_dependency(shared, by=mira)
    assert why(rita, model, app) == before
    editing.add_dependency(by=mira, upstream=model, downstream=app, kind="served_by")
    assert why(rita, model, app) == before, "what is stated anew is a secret again"
    assert "served by" in why(mira, model, app)


def test_what_was_taken_back_as_a_secret_stays_one(secret, model, app, rita, mira) -> None:
    editing.take_back_dependency(secret, by=mira)
    assert UNSEEN in why(rita, model, app)
    assert UNSEEN not in why(mira, model, app)


def test_a_secret_that_is_shorter_does_not_tell_of_itself(
    secret, model, app, rita, leo, mira
) -> None:
    """The control: to who may know it, it is the way."""
    middle = sharing.share(factories.make_system(rita, name="Middle"), by=leo)
    for upstream, downstream, by in ((model, middle, rita), (middle, app, mira)):
        factories.make_dependency(by, upstream, downstream)
    known = "App is built on Middle; Middle is built on Model, where the cause lies."
    assert why(rita, model, app) == known
    assert why(mira, model, app) == "App is built on Model, where the cause lies."


def test_one_that_carries_no_lessons_lends_its_name_to_none_that_does(
    secret, model, app, rita, mira
) -> None:
    factories.make_dependency(mira, model, app, kind="hosted_on", carries_lessons=False)
    assert UNSEEN in why(rita, model, app)


def test_a_briefing_tells_each_side_what_it_may_know(
    secret, model, app, rita, leo, sam, mona, milo
) -> None:
    factories.make_endorsed_lesson(rita, leo, sam, mona, cause_in=[model])
    today = timezone.localdate()
    cycle = plan_cycle(by=milo, title="Next", starts_on=today, ends_on=today)
    add_item(cycle, by=milo, system=app, change="Longer context")
    open_cycle(cycle, by=milo)
    ours, theirs = (
        BriefingLine.objects.get(briefing__cycle=cycle, briefing__organization__code=code).reasons
        for code in ("MSFT", "OAI")
    )
    assert "Model → App" in ours
    assert f"Model → {UNSEEN} → App" in theirs


def test_a_refused_loop_names_no_dependency_that_is_a_secret(secret, model, app, rita, leo) -> None:
    with pytest.raises(ValidationError) as refusal:
        editing.add_dependency(by=rita, upstream=app, downstream=model, kind="served_by")
    path = f"App → Model → {UNSEEN} → App"
    assert refusal.value.messages == [f"A system cannot depend on itself: {path}."]


def test_a_likeness_along_it_is_told_to_those_who_may_know_it(
    secret, model, app, rita, leo, milo, mira
) -> None:
    seen = sharing.share(
        factories.make_observation(rita, title="Chats drift far", systems=[model]), by=leo
    )
    finding = factories.make_confirmed_finding(mira, milo, title="Chats drift far", systems=[app])

    def likeness(reader: Any) -> tuple[float, list[str]]:
        view = view_of(reader)
        found = likeness_to(subject_of(finding, reader), seen, view)
        assert found is not None
        return found.score, [str(hop) for hop in explain([found], view.reader)[0].path]

    (ours, whole), (theirs, nothing) = likeness(mira), likeness(rita)
    assert (whole, nothing) == (["Model", "App"], [])
    assert ours > theirs
    sharing.share(secret, by=milo)
    assert likeness(rita) == likeness(mira)


def test_what_names_it_leaves_with_its_label(
    client, secret, model, app, rita, leo, sam, mona, mira
) -> None:
    lesson = sharing.share(factories.make_lesson(rita, cause_in=[model]), by=leo)
    for signatory in (sam, mona):
        lesson = endorse(lesson, by=signatory)
    asked = lesson.dispositions.get(system=app)
    client.force_login(mira)
    for address in (
        app.get_absolute_url(),
        asked.get_absolute_url(),
        "/dispositions/",
        lesson.get_absolute_url(),
        f"/api/v1/dispositions/{asked.reference}/",
        f"/api/v1/systems/{app.reference}/",
    ):
        assert client.get(address).headers["X-TLP"] == "TLP:AMBER+STRICT", address
    client.force_login(rita)
    assert client.get(asked.get_absolute_url()).headers["X-TLP"] == "TLP:AMBER"


def test_paths_ask_as_many_queries_however_many_there_are(secret, model, app, rita) -> None:
    way = [model.pk, app.pk]
    assert count_queries(lambda: hops_for(rita, [way])) == count_queries(
        lambda: hops_for(rita, [way] * 5)
    )
