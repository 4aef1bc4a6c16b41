"""A series of cycles that goes on by itself, and a briefing that one side has half answered."""

from lessons.briefing_transitions import answer_line, open_next_cycle
from lessons.demo.stage import Stage
from lessons.models import BriefingLine
from lessons.states import BriefingAnswer
from reviews.editing import set_up_series
from reviews.models import ReviewCycle
from tracker.editing import add_system_version


def tell(stage: Stage) -> None:
    """Let a series open today's cycle, and one side begin to answer; everything here is made up."""
    series = set_up_series(
        by=stage.oai.lead,
        title="Chat and image models",
        rule="FREQ=WEEKLY;INTERVAL=4",
        begins_on=stage.today,
        window_days=21,
        scope="What use and testing of the chat and image models showed since the last time.",
        systems=stage.named("ChatGPT", "Bing chat", "DALL·E 3", "GPT-4"),
        leads=[side.lead for side in stage.both],
        illustrative=True,
    )
    cycle = open_next_cycle(series)
    assert cycle is not None, "it begins today"
    answer_half(stage, cycle)
    add_system_version(
        stage.systems["ChatGPT"], by=stage.oai.lead, label="Illustrative: the version to come"
    )


def answer_half(stage: Stage, cycle: ReviewCycle) -> None:
    """Answer every second lesson for OpenAI, and leave Microsoft's briefing as it came."""
    by = stage.oai.reviewer
    lines = BriefingLine.objects.visible_to(by).filter(briefing__cycle=cycle).order_by("rank")
    for number, line in enumerate(lines[::2]):
        if number == 0:
            answer_line(
                line,
                by=by,
                answer=BriefingAnswer.CHANGES_PLAN,
                words="The tests of the next version begin with it.",
            )
        else:
            answer_line(line, by=by, answer=BriefingAnswer.COVERED)
