"""The world that everything is proven in: for each partner, one record of each noun of each audience.

Every text of a record is a canary. `world.records[audience][noun]` holds the records; an audience is
the owner and a kind: `oai private`, `msft shared`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from lessons import transitions, update_transitions
from lessons.adoption_transitions import ask_systems, say_adoption
from lessons.briefing_transitions import answer_line, open_next_cycle
from lessons.check_transitions import let_lesson_carry, record_result
from lessons.disposition_transitions import answer_disposition
from lessons.editing import edit_lesson
from lessons.effect_transitions import plan_effect
from lessons.models import BriefingLine
from lessons.outcome_editing import (
    add_output,
    edit_research,
    edit_update,
    propose_research,
    propose_update,
)
from lessons.recurrence_transitions import propose_recurrences
from lessons.reverification_transitions import ask_of_new_versions
from reviews import transitions as reviews_transitions
from reviews.editing import (
    add_evidence,
    add_item,
    edit_finding,
    edit_observation,
    edit_series,
    set_up_series,
)
from reviews.models import ImportedRecord
from reviews.transitions import propose_migrations
from tests import factories
from tests.proof.canaries import Canaries
from tracker import editing
from tracker.models import DuePolicy, LabelChange, User
from tracker.sharing import release_to_public, share

SIDES = {"oai": ("OAI", "OpenAI"), "msft": ("MSFT", "Microsoft")}
# Who is who: the first four of each partner are its observer, reviewer, lead and signatory.
PEOPLE = {
    "oai": ("olga", "rita", "leo", "sam"),
    "msft": ("omar", "mira", "milo", "mona"),
}
ROLES = ("observer", "reviewer", "lead", "signatory")


@dataclass
class World:
    """People, records by audience and noun, and the canaries in them."""

    people: dict[str, User] = field(default_factory=dict)
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    canaries: Canaries = field(default_factory=Canaries)

    def side(self, side: str) -> list[User]:
        """Return a partner's observer, reviewer, lead and signatory."""
        return [self.people[name] for name in PEOPLE[side]]

    def all_records(self) -> list[Any]:
        """Return every record that was kept."""
        return [record for records in self.records.values() for record in records.values()]

    def keep(self, audience: str, noun: str, record: Any) -> Any:
        """Keep a record under its audience, and watch for its key and its reference."""
        self.records.setdefault(audience, {})[noun] = record
        self.canaries.watch(audience, record.pk, f"key of {noun}")
        if hasattr(record, "reference"):
            self.canaries.watch(audience, record.reference, f"reference of {noun}")
        return record


def build() -> World:
    """Build the world through the real verbs."""
    world = World()
    populate(world)
    cycle = world.keep("oai shared", "cycle", cycle_of(world))
    for side in SIDES:
        write_delegation(world, side)
        write_private(world, side, cycle)
        end_private(world, side)
        write_shared(world, side, cycle)
        write_public(world, side)
        write_red(world, side)
        write_embargoed(world, side)
    write_briefings(world)
    write_versions(world)
    for record in world.all_records():
        record.refresh_from_db()
    return world


def populate(world: World) -> None:
    """Make everyone who appears; a partner's people are known to the partners only."""
    for side, (code, name) in SIDES.items():
        organization = factories.make_organization(code, name)
        for username, role in zip(PEOPLE[side], ROLES, strict=True):
            world.people[username] = person = factories.make_user(username, organization, role)
            person.first_name = world.canaries.word(f"{side} people", f"name of {username}")
            person.save()
        world.records[f"{side} people"] = {"person": world.people[PEOPLE[side][1]]}
        world.records[f"{side} public"] = {"organization": organization}
    world.records["oai people"]["due policy"] = DuePolicy.objects.get_or_create(
        severity="high", defaults={"days": 30}
    )[0]
    world.records["oai public"]["taxonomy"] = factories.make_tag().taxonomy
    world.records["oai public"]["tag"] = factories.make_tag()
    community = factories.make_community()
    world.people["cleo"] = factories.make_user("cleo", community, "observer")
    oai = world.records["oai public"]["organization"]
    world.people["gone"] = factories.make_user("gone", oai, "lead")
    world.people["ada"] = factories.make_superuser("ada")


def cycle_of(world: World) -> Any:
    """Make the joint cycle, which the partners read."""
    say = Say(world, "oai shared", "cycle")
    return factories.make_cycle(
        world.people["leo"],
        leads=[world.people["leo"], world.people["milo"]],
        **say("title", "agenda", "minutes", "decisions", "source"),
        source_url=say.url("source_url"),
    )


def write_versions(world: World) -> None:
    """Record a new version of what each side keeps to itself; what it asks for is that side's too."""
    for side in SIDES:
        by, audience = world.side(side)[2], f"{side} private"
        words = Say(world, audience, "new version")
        system = world.records[audience]["system"]
        version = editing.add_system_version(system, by=by, label=words.word("label"))
        propose_migrations()
        ask_of_new_versions()
        world.keep(audience, "migration", version.migration_proposal)
        world.keep(audience, "reverification", version.reverifications.earliest("pk"))


def write_briefings(world: World) -> None:
    """Open the cycle of a series; each side answers a line of its briefing, and leaves the others."""
    say, leo = Say(world, "oai shared", "series"), world.people["leo"]
    systems = [world.records[f"{side} private"]["system"] for side in SIDES]
    series = set_up_series(
        by=leo,
        rule="FREQ=WEEKLY",
        begins_on=timezone.localdate(),
        systems=[*systems, world.records["oai shared"]["system"]],
        leads=[leo],
        **say("title", "scope"),
    )
    # Whoever names a system sees it; the other side names its own.
    edit_series(series, by=world.people["milo"], systems=systems[1:])
    world.keep("oai shared", "series", series)
    cycle = open_next_cycle(series)
    for side in SIDES:
        by = world.side(side)[1]
        line = BriefingLine.objects.visible_to(by).filter(briefing__cycle=cycle).first()
        assert line is not None, "the private lesson is about the private system"
        words = Say(world, f"{side} private", "briefing").word("words")
        answer_line(line, by=by, answer="not_relevant", words=words)
        world.keep(f"{side} private", "briefing line", line)


@dataclass
class Say:
    """Writes canaries into the fields of one record."""

    world: World
    audience: str
    noun: str

    def __call__(self, *fields: str) -> dict[str, Any]:
        """Return a canary for each field."""
        return {name: self.word(name) for name in fields}

    def word(self, name: str) -> str:
        """Return one canary."""
        return self.world.canaries.word(self.audience, f"{name} of {self.noun}")

    def url(self, name: str) -> str:
        """Return an address with a canary in it."""
        return f"https://example.org/{self.word(name)}"


def write_system(world: World, audience: str, by: User) -> Any:
    """Write a system, a version of it, and another that it depends on."""
    keep, say = world.keep, Say(world, audience, "system")
    texts = say("name", "description", "source")
    system = factories.make_system(
        by,
        **texts,
        aliases=[say.word("aliases")],
        source_url=say.url("source_url"),
        developer=by.organization,
        operator=by.organization,
        steward=by,
    )
    above = factories.make_system(by, name=say.word("name"))
    keep(audience, "upstream", above)
    version = editing.add_system_version(system, by=by, label=say.word("label"))
    dependency = editing.add_dependency(
        by=by,
        upstream=above,
        downstream=system,
        kind="built_on",
        source=say.word("dependency"),
        source_url=say.url("dependency_url"),
    )
    keep(audience, "version", version)
    keep(audience, "dependency", dependency)
    return keep(audience, "system", system)


def write_evidence(world: World, audience: str, by: User, under: Any) -> None:
    """Put a file and a link under a record."""
    noun = under._meta.model_name
    say = Say(world, audience, f"evidence under {noun}")
    file = ContentFile(say.word("bytes").encode(), name=f"{say.word('file_name')}.txt")
    kept = add_evidence(under, by=by, title=say.word("title"), file=file)
    link = add_evidence(under, by=by, title=say.word("title"), url=say.url("url"))
    world.keep(audience, "evidence", kept)
    world.keep(audience, f"link under {noun}", link)


def write_observation(world: World, audience: str, by: User, **fields: Any) -> Any:
    """Write an observation; who reported it stays with its owner's people."""
    say = Say(world, audience, "observation")
    own = Say(world, f"{audience.split()[0]} private", "observation")
    observation = factories.make_observation(
        by,
        **say("title", "description", "source"),
        source_url=say.url("source_url"),
        unmatched_systems=[say.word("unmatched_systems")],
        reporter=own.word("reporter"),
        **fields,
    )
    write_evidence(world, audience, by, observation)
    return world.keep(audience, "observation", observation)


def write_review(world: World, audience: str, by: User, **fields: Any) -> Any:
    """Write a draft review."""
    say = Say(world, audience, "review")
    review = factories.make_review(
        by,
        **say("title", "summary", "recommendation", "source"),
        source_url=say.url("source_url"),
        reviewers=[by],
        **fields,
    )
    write_evidence(world, audience, by, review)
    return world.keep(audience, "review", review)


def write_finding(world: World, audience: str, by: User, review: Any, **fields: Any) -> Any:
    """Write a draft finding."""
    say = Say(world, audience, "finding")
    texts = say("title", "detail", "severity_justification", "cause", "why_missed", "source")
    finding = factories.make_finding(
        by, review, **texts, source_url=say.url("source_url"), severity="high", **fields
    )
    write_evidence(world, audience, by, finding)
    return world.keep(audience, "finding", finding)


def write_lesson(world: World, audience: str, by: User, **fields: Any) -> Any:
    """Write a lesson."""
    say = Say(world, audience, "lesson")
    texts = say("title", "insight", "context", "recommendation", "source")
    lesson = factories.make_lesson(by, **texts, source_url=say.url("source_url"), **fields)
    return world.keep(audience, "lesson", lesson)


def write_update(world: World, audience: str, by: User, **fields: Any) -> Any:
    """Propose an update; where its owner follows it stays with its owner's people."""
    say = Say(world, audience, "update")
    own = Say(world, f"{audience.split()[0]} private", "update")
    update = propose_update(
        by=by,
        kind="corrective",
        **say("title", "description", "source"),
        source_url=say.url("source_url"),
        **fields,
    )
    edit_update(update, by=by, tracker_url=own.url("tracker_url"))
    plan_effect(update, by=by, **say("criterion", "method"), waiting_days=7)
    world.keep(audience, "effect", update.effectiveness_reviews.get())
    return world.keep(audience, "update", update)


def write_research(world: World, audience: str, by: User, **fields: Any) -> Any:
    """Propose a direction for research, with something that came out."""
    say = Say(world, audience, "research")
    direction = propose_research(
        by=by, **say("title", "why", "source"), source_url=say.url("source_url"), **fields
    )
    add_output(direction, by=by, title=say.word("output"), url=say.url("output"))
    return world.keep(audience, "research", direction)


def write_private(world: World, side: str, cycle: Any) -> None:
    """Write one record of each noun that its owner alone reads, each naming the others."""
    _observer, by, lead, signatory = world.side(side)
    audience = f"{side} private"
    say = Say(world, audience, "tag")
    system = write_system(world, audience, by)
    tag = editing.coin_tag(by=by, label=say.word("label"), code=say.word("code"))
    world.keep(audience, "tag", tag)
    names = {"systems": [system], "tags": [tag]}
    observation = write_observation(world, audience, by, **names)
    write_import(world, audience, observation, by)
    item = add_item(
        cycle, by=lead, system=system, change=Say(world, audience, "item").word("change")
    )
    world.keep(audience, "item", item)
    version = world.records[audience]["version"]
    review = write_review(
        world, audience, by, system=system, version=version, cycle=cycle, item=item
    )
    write_finding(world, audience, by, review, observations=[observation], **names)
    lesson = write_lesson(
        world, audience, by, scope="own", seen_in=[system], cause_in=[system], tags=[tag]
    )
    lesson = transitions.endorse(lesson, by=signatory, statement=say.word("statement"))
    write_update(
        world, audience, by, system=system, lessons=[lesson], from_version=version,
        to_version=version,
    )  # fmt: skip
    write_research(world, audience, by, lessons=[lesson])


def write_delegation(world: World, side: str) -> None:
    """Let a signatory delegate for a period to come, which their own people alone know of."""
    _observer, reviewer, _lead, signatory = world.side(side)
    audience = f"{side} private"
    later = timezone.now() + datetime.timedelta(days=30)
    delegation = editing.delegate_signing(
        by=signatory,
        delegate=reviewer,
        starts_at=later,
        ends_at=later + datetime.timedelta(days=30),
        reason=Say(world, audience, "delegation").word("reason"),
    )
    world.keep(audience, "delegation", delegation)


def write_import(world: World, audience: str, observation: Any, by: User) -> None:
    """Say what an observation was imported from; its owner's people alone read it."""
    say = Say(world, f"{audience.split()[0]} private", "import")
    assert by.organization is not None
    ImportedRecord.objects.create(
        owner=by.organization,
        format="avid",
        source_id=say.word("source_id"),
        observation=observation,
        file_name=say.word("file_name"),
        raw=say.word("raw").encode(),
        payload={"words": say.word("payload")},
        warnings=[say.word("warnings")],
        imported_by=by,
    )


def end_private(world: World, side: str) -> None:
    """End one private record of each noun that can be ended, with a reason that is a secret too."""
    _observer, by, lead, signatory = world.side(side)
    say = Say(world, f"{side} private", "ending")
    begin_private(world, side, say)
    reviews_transitions.dismiss_observation(
        factories.make_observation(by), by=by, reason=say.word("dismissal")
    )
    review = reviews_transitions.submit_review(factories.make_review(by), by=by)
    reviews_transitions.return_review(review, by=lead, reason=say.word("return"))
    reviews_transitions.dismiss_finding(
        factories.make_finding(by), by=by, reason=say.word("dismissal")
    )
    transitions.reject_lesson(factories.make_lesson(by), by=lead, reason=say.word("rejection"))
    update = propose_update(by=by, title=say.word("title"), kind="process")
    update_transitions.decline_update(update, by=lead, reason=say.word("decline"))
    for end in (conclude, drop):
        direction = propose_research(by=by, title=say.word("title"))
        end(direction, by, lead, say.word("end of research"))
    lesson = factories.make_lesson(by, scope="own")
    lesson = transitions.endorse(lesson, by=signatory, statement=say.word("statement"))
    judged = propose_update(by=by, title=say.word("title"), kind="process", lessons=[lesson])
    judged = update_transitions.accept_update(
        judged, by=lead, assignee=by, due_on=timezone.localdate()
    )
    judged = update_transitions.ship_update(judged, by=by, shipped_on=factories.DAY)
    factories.judge_effect(
        judged, by=lead, seen=say.word("verification"), reviewed_on=timezone.localdate()
    )


def begin_private(world: World, side: str, say: Say) -> None:
    """Leave something to do: an observation that waits for triage, and an update to ship."""
    _observer, by, lead, _signatory = world.side(side)
    factories.make_observation(by, title=say.word("title"))
    system = world.records[f"{side} private"]["system"]
    update = propose_update(by=by, title=say.word("title"), kind="containment", system=system)
    update_transitions.accept_update(update, by=lead, assignee=by, due_on=timezone.localdate())


def conclude(direction: Any, by: User, lead: User, words: str) -> None:
    """Conclude a direction."""
    direction = transitions.adopt_research(direction, by=lead, assignee=by)
    direction = transitions.begin_research(direction, by=by)
    transitions.conclude_research(direction, by=by, result=words, concluded_on=timezone.localdate())


def drop(direction: Any, by: User, lead: User, words: str) -> None:
    """Drop a direction."""
    transitions.drop_research(direction, by=lead, reason=words)


def write_shared(world: World, side: str, cycle: Any) -> None:
    """Write one record of each noun that the partners read; each also names what is private."""
    _observer, by, lead, _signatory = world.side(side)
    audience, private = f"{side} shared", world.records[f"{side} private"]
    system = write_system(world, audience, by)
    editing.add_dependency(by=by, upstream=private["system"], downstream=system, kind="served_by")
    write_secret_link(world, side, system)
    share(world.records[audience]["upstream"], by=lead)
    share(world.records[audience]["dependency"], by=lead)
    leave_a_past(world, system, by, editing.edit_system, "name", "description")
    share(system, by=lead)
    names: dict[str, Any] = {"systems": [system, private["system"]], "tags": [private["tag"]]}
    observation = write_observation(world, audience, by, **names)
    write_import(world, audience, observation, by)
    leave_a_past(world, observation, by, edit_observation, "title", "description")
    share(observation, by=lead)
    say = Say(world, audience, "item")
    item = add_item(cycle, by=lead, system=system, change=say.word("change"))
    world.keep(audience, "item", item)
    review = write_review(world, audience, by, system=system, cycle=cycle, item=item)
    seen = [observation, private["observation"]]
    finding = write_finding(world, audience, by, review, observations=seen, **names)
    leave_a_past(world, finding, by, edit_finding, "title", "detail")
    accept(review, by, lead)
    finding.refresh_from_db()
    write_hidden_review(world, side, cycle)
    write_signed_item(world, side)
    lesson = write_lesson(
        world, audience, by, findings=[finding],
        seen_in=[system, private["system"]], cause_in=[private["system"]], tags=[private["tag"]],
    )  # fmt: skip
    leave_a_past(world, lesson, by, edit_lesson, "title", "insight")
    share(lesson, by=lead)
    change = LabelChange.objects.get(record_id=lesson.pk)
    world.keep(f"{side} private", "label change", change)
    signed = endorse_jointly(world, side, finding)
    world.keep(audience, "recurrence", propose_recurrences(finding, [signed])[0])
    update = write_update(world, audience, by, system=private["system"], lessons=[signed])
    edit_update(update, by=by, to_version=private["version"])
    update.lessons.add(private["lesson"])
    leave_a_past(world, update, by, edit_update, "title", "description")
    share(update, by=lead)
    direction = write_research(world, audience, by, lessons=[signed])
    direction.lessons.add(private["lesson"])
    leave_a_past(world, direction, by, edit_research, "title", "why")
    share(direction, by=lead)


def write_secret_link(world: World, side: str, system: Any) -> None:
    """Say for the side's own people alone that one shared system rests on another."""
    by = world.side(side)[1]
    upstream, say = (
        world.records[f"{side} shared"]["upstream"],
        Say(world, f"{side} private", "link"),
    )
    link = editing.add_dependency(
        by=by, upstream=upstream, downstream=system, kind="hosted_on", source=say.word("source")
    )
    world.keep(f"{side} private", "secret link", link)


def leave_a_past(world: World, record: Any, by: User, edit: Any, *fields: str) -> None:
    """Leave other words in what a record was before it was shared: they stay its owner's."""
    record.refresh_from_db()
    side = record.owner.code.lower()
    say = Say(world, f"{side} private", f"the past of {record._meta.model_name}")
    now = {name: getattr(record, name) for name in fields}
    for words in (say(*fields), now):
        edit(record, by=by, **words)


def write_signed_item(world: World, side: str) -> None:
    """Sign an item under a condition that a person of this side carries, in a cycle of its own."""
    _observer, by, lead, signatory = world.side(side)
    audience = f"{side} shared"
    item = factories.make_item_to_sign(by, lead)
    say = Say(world, audience, "condition")
    reviews_transitions.concur_with_conditions(
        item, by=signatory, assignee=by, due_on=factories.DAY,
        **say("condition", "test", "statement", "dissent"),
    )  # fmt: skip
    condition = item.conditions.get()
    reviews_transitions.waive_condition(condition, by=signatory, reason=say.word("waiver"))
    world.keep(audience, "condition", condition)
    world.keep(audience, "position", condition.position)
    world.keep(audience, "waiver", condition.waivers.get())


def write_alone(world: World, audience: str, by: User) -> list[Any]:
    """Write one record of each noun with a label of its own, none resting on another."""
    system = write_system(world, audience, by)
    observation = write_observation(world, audience, by)
    review = write_review(world, audience, by)
    finding = write_finding(world, audience, by, review)
    lesson = write_lesson(world, audience, by)
    update = write_update(world, audience, by, system=system)
    direction = write_research(world, audience, by)
    stack = [world.records[audience][noun] for noun in ("upstream", "dependency")]
    return [*stack, system, observation, finding, review, lesson, update, direction]


def write_red(world: World, side: str) -> None:
    """Leave one record of each noun to a reviewer of each partner, and the lead who does it."""
    _observer, by, lead, _signatory = world.side(side)
    other = next(one for one in SIDES if one != side)
    theirs = world.side(other)[1]
    for record in write_alone(world, f"{side} red", by):
        factories.make_red(record, lead, by, theirs)


def write_embargoed(world: World, side: str) -> None:
    """Share one record of each noun with the partners, from tomorrow on."""
    _observer, by, lead, _signatory = world.side(side)
    for record in write_alone(world, f"{side} embargoed", by):
        if record._meta.model_name != "finding":  # its review brings it along
            factories.make_embargoed(record, lead)


def write_hidden_review(world: World, side: str, cycle: Any) -> None:
    """Share a review whose system, version and item its readers may not know of."""
    _observer, by, lead, _signatory = world.side(side)
    private = world.records[f"{side} private"]
    names = {name: private[name] for name in ("system", "version", "item")}
    review = factories.make_review(by, cycle=cycle, **names)
    factories.make_finding(by, review, observations=[private["observation"]], tags=[private["tag"]])
    accept(review, by, lead)


def accept(review: Any, by: User, lead: User) -> None:
    """Let a lead accept a review."""
    reviews_transitions.submit_review(review, by=by)
    reviews_transitions.accept_review(review, by=lead)


def endorse_jointly(world: World, side: str, finding: Any) -> Any:
    """Write a lesson that both partners sign, also about a system that is private."""
    _observer, by, lead, _signatory = world.side(side)
    say = Say(world, f"{side} shared", "endorsement")
    private = world.records[f"{side} private"]
    lesson = factories.make_lesson(
        by, findings=[finding], cause_in=[private["system"]], tags=[private["tag"]]
    )
    lesson = share(lesson, by=lead)
    for name in ("sam", "mona"):
        signatory = world.people[name]
        lesson = transitions.endorse(lesson, by=signatory, statement=say.word("statement"))
    for audience in (f"{side} private", f"{side} shared"):
        write_answer(world, audience, lesson, lead)
        write_check(world, audience, lesson, by)
    return world.keep(f"{side} shared", "endorsed", lesson)


def write_answer(world: World, audience: str, lesson: Any, lead: User) -> None:
    """Answer for a system of an audience: what nobody else may know of was asked too."""
    system = world.records[audience]["system"]
    asked = lesson.dispositions.get(system=system)
    say = Say(world, audience, "disposition")
    answer_disposition(asked, by=lead, answer="declined", **say("reason", "evidence"))
    world.keep(audience, "disposition", asked)


def write_check(world: World, audience: str, lesson: Any, by: User) -> None:
    """Let a lesson carry a check on a system of an audience, that ran once."""
    say, records = Say(world, audience, "check"), world.records[audience]
    check = let_lesson_carry(
        lesson, by=by, system=records["system"], metric=say.word("metric"), unit=say.word("unit"),
        direction="at_most", threshold="0.25", fresh_days=30,
    )  # fmt: skip
    record_result(
        check, by=by, value="0.1", ran_at=timezone.now(), version=records["version"],
        external_id=say.word("key"), source_url=say.url("source_url"),
    )  # fmt: skip
    world.keep(audience, "check", check)


def write_public(world: World, side: str) -> None:
    """Make a system public, and publish a practice of which the next version is a draft."""
    _observer, by, _lead, signatory = world.side(side)
    audience = f"{side} public"
    system = write_system(world, audience, by)
    for noun in ("upstream", "dependency"):
        release_to_public(world.records[audience][noun], by=signatory)
    release_to_public(system, by=signatory)
    write_practice(world, side)
    write_practice_to_come(world, side)


def write_practice(world: World, side: str) -> None:
    """Publish a practice, and draft its next version for the partners to read."""
    from lessons import practice_editing, practice_transitions

    _observer, by, lead, _signatory = world.side(side)
    lesson, private = world.records[f"{side} shared"]["endorsed"], world.records[f"{side} private"]
    say, drafted = Say(world, f"{side} public", "practice"), Say(world, f"{side} shared", "draft")
    texts = ("guidance", "applicability", "how_to_verify")
    version = practice_editing.draft_practice(lesson, by=by, title=say.word("title"), **say(*texts))
    version = practice_editing.edit_practice(
        version,
        by=by,
        systems=[private["system"], world.records[f"{side} shared"]["system"]],
        tags=[private["tag"]],
    )
    version = practice_transitions.propose_practice(version, by=by)
    for name in ("sam", "mona"):
        statement = say.word("statement")
        version = practice_transitions.approve_practice(
            version, by=world.people[name], statement=statement
        )
    version = practice_transitions.publish_practice(version, by=lead)
    world.keep(f"{side} public", "practice version", version)
    world.keep(f"{side} public", "practice", version.practice)
    ask_systems(version)
    for audience in (f"{side} private", f"{side} shared"):
        write_adoption(world, audience, version, by)
    draft = practice_transitions.revise_practice(version, by=by)
    draft = practice_editing.edit_practice(
        draft, by=by, title=drafted.word("title"), change_note=drafted.word("change_note"),
        **drafted(*texts),
    )  # fmt: skip
    world.keep(f"{side} shared", "practice version", draft)


def write_adoption(world: World, audience: str, version: Any, by: User) -> None:
    """Say how far a system of an audience is with a practice."""
    adoption = version.adoptions.get(system=world.records[audience]["system"])
    words = Say(world, audience, "adoption")("reason", "evidence")
    world.keep(audience, "adoption", say_adoption(adoption, by=by, how_far="adopted", **words))


def write_practice_to_come(world: World, side: str) -> None:
    """Let the partners read a practice that is to be published tomorrow."""
    from lessons import practice_editing, practice_transitions

    _observer, by, lead, _signatory = world.side(side)
    say = Say(world, f"{side} shared", "practice to come")
    texts = say("title", "guidance", "applicability", "how_to_verify")
    lesson = world.records[f"{side} shared"]["endorsed"]
    version = practice_editing.draft_practice(lesson, by=by, **texts)
    version = factories.approved(version, by, *(world.people[name] for name in ("sam", "mona")))
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    practice_transitions.publish_practice(version, by=lead, takes_effect_at=tomorrow)
