"""What is made up so that each person finds something to do: drafts, private notes, practices."""

from lessons.demo.chapters import adoption
from lessons.demo.stage import Stage
from lessons.demo.steps import (
    advise,
    ask,
    draft_review,
    learn,
    observe,
    propose,
    publish,
    sign_practice,
    take_on,
)
from lessons.models import Lesson
from lessons.practice_editing import edit_practice
from lessons.practice_transitions import propose_practice, revise_practice
from lessons.states import UpdateKind
from lessons.transitions import adopt_research, begin_research
from lessons.update_transitions import decline_update
from reviews.models import ReviewCycle
from reviews.states import SourceKind


def tell(stage: Stage, running: ReviewCycle) -> None:
    """Fill the present of both sides; everything here is illustrative."""
    write_practices(stage)
    ask_questions(stage)
    plan_updates(stage)
    keep_private(stage, running)


def lesson_titled(start: str) -> Lesson:
    """Return the lesson of another chapter whose title begins so."""
    found: Lesson = Lesson.objects.get(title__startswith=start)
    return found


def write_practices(stage: Stage) -> None:
    """Write practices from lessons: one revised, one published, one that waits to be."""
    previews = publish(
        advise(
            stage.msft,
            lesson_titled("A limited open preview"),
            "Previews that look for atypical use",
            source=None,
            guidance="- Open to a limited public before everybody.\n- Look at the longest and "
            "oddest use, not at the average.\n- Start with narrow limits, widen them with "
            "evidence.",
            applicability="Products with a model that people can talk to for long.",
            how_to_verify="The preview’s report shows the longest hundredth of sessions and what "
            "was changed because of them.",
        ),
        sides=stage.both,
        on=stage.days(-240),
    )
    adoption.tell_of_first_version(stage, previews)
    revised = edit_practice(
        revise_practice(previews, by=stage.oai.reviewer),
        by=stage.oai.reviewer,
        guidance=f"{previews.guidance}\n- Say beforehand which evidence widens a limit, and who "
        "decides.",
        change_note="Says beforehand which evidence widens a limit.",
    )
    publish(propose_practice(revised, by=stage.oai.reviewer), sides=stage.both, on=stage.days(-30))
    publish(
        advise(
            stage.oai,
            lesson_titled("What a cache hands out"),
            "Caches that know whose data they hold",
            source=None,
            guidance="- Store the owner with each entry.\n- Compare it with the person asking on "
            "every read; on a mismatch return nothing and raise an alarm.\n- Test with cancelled "
            "and overlapping requests.",
            applicability="Every shared cache in front of data of persons.",
            how_to_verify="A test cancels requests under load and finds no foreign entry.",
        ),
        sides=stage.both,
        on=stage.days(-75),
    )
    sign_practice(
        advise(
            stage.oai,
            lesson_titled("Broad filters take people out"),
            "Filters on training data, measured by whom they take out",
            source=None,
            guidance="- Filter for the specific harm.\n- Count who is rarer afterwards.\n- Weigh "
            "again what was taken out by mistake.",
            applicability="Whoever filters training data for safety.",
            how_to_verify="The system card shows the counts before and after.",
        ),
        *stage.both,
    )


def ask_questions(stage: Stage) -> None:
    """Ask what lessons leave open."""
    ask(
        stage.msft,
        "How can a test hold chats as long as the longest that people hold?",
        source=None,
        why="Internal tests did not contain them, and a preview finds them late.",
        lessons=[lesson_titled("A limited open preview")],
    )
    sincere = ask(
        stage.oai,
        "Which measure of sincerity survives training on short-term feedback?",
        source=None,
        why="An update that short-term feedback liked turned out to flatter.",
        lessons=[lesson_titled("Feedback of the moment")],
    )
    adopt_research(sincere, by=stage.oai.lead, assignee=stage.oai.observer)
    begin_research(sincere, by=stage.oai.observer)
    invisible = ask(
        stage.msft,
        "What do people overlook when they review a file that steers an assistant?",
        source=None,
        why="Reviewers see less than the model reads.",
        lessons=[lesson_titled("What steers an assistant")],
    )
    adopt_research(invisible, by=stage.msft.lead, assignee=stage.msft.lead)


def plan_updates(stage: Stage) -> None:
    """Plan what follows from lessons on either side, in several states."""
    propose(
        stage.msft,
        "Counts before and after each filter in Designer’s system card",
        kind=UpdateKind.POLICY,
        source=None,
        lessons=[lesson_titled("Broad filters take people out")],
    )
    take_on(
        stage.msft,
        propose(
            stage.msft,
            "Copilot in Bing asks for feedback again after a week",
            kind=UpdateKind.PREVENTIVE,
            source=None,
            system=stage.systems["Bing chat"],
            lessons=[lesson_titled("Feedback of the moment")],
        ),
        assignee=stage.msft.reviewer,
        due_on=stage.days(35),
        begun=True,
    )
    take_on(
        stage.oai,
        propose(
            stage.oai,
            "A list of signs of misuse that is watched from a model’s first day",
            kind=UpdateKind.PROCESS,
            source=None,
            lessons=[lesson_titled("Misuse takes other forms")],
        ),
        due_on=stage.days(16),
    )
    declined = propose(
        stage.msft,
        "Ask for a picture puzzle before each long chat",
        kind=UpdateKind.CONTAINMENT,
        source=None,
        system=stage.systems["Bing chat"],
        lessons=[lesson_titled("A limited open preview")],
    )
    decline_update(
        declined, by=stage.msft.lead, reason="It keeps people out, not chats that go astray."
    )


def keep_private(stage: Stage, running: ReviewCycle) -> None:
    """Keep on each side what the other does not see, drafts and a lesson that is not shared."""
    subjects = (
        (stage.oai, "Codex CLI", "prompts in project files"),
        (stage.msft, "Microsoft 365 Copilot", "instructions hidden in shared documents"),
    )
    for side, system, subject in subjects:
        seen = observe(
            side,
            f"First look: {system} and {subject} (made up)",
            on=stage.days(-20),
            source=None,
            shared=False,
            source_kind=SourceKind.RED_TEAM,
            systems=stage.named(system),
            description="A private note, to show that the other partner cannot see it.",
            reporter="A colleague of the security team",
        )
        draft_review(
            side,
            f"First look: {subject} (made up)",
            system=stage.systems[system],
            cycle=running,
            held_on=stage.days(-10),
            findings=[
                {
                    "title": f"A first look at {subject} found nothing certain yet",
                    "observations": [seen],
                    "tags": stage.tagged("atlas:AML.T0051.001"),
                }
            ],
        )
        learn(
            side,
            f"Look at {subject} earlier (made up)",
            source=None,
            shared=False,
            insight="A private draft: the owner alone reads it until a lead shares it.",
            recommendation="Put it on the list of the next review.",
            seen_in=stage.named(system),
        )
    learn(
        stage.oai,
        "Each item of a gate is approved by itself, with its evidence (made up)",
        source=None,
        insight="Approval that is spoken of in the plural covers what nobody looked at.",
        recommendation="Write each approval under the one change that it is about.",
        cause_in=stage.named("GPT-4"),
        tags=stage.tagged("cause:governance", "nist-ai-rmf:GOVERN-1.5"),
        signed_by=[stage.oai],
    )
    learn(
        stage.msft,
        "A lesson seen at one partner is asked of the other’s systems (made up)",
        source=None,
        insight="What went wrong on one side tends to be possible on the other.",
        recommendation="List the other side’s systems with each lesson before signing.",
        tags=stage.tagged("cause:governance"),
    )
