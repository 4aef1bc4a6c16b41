"""What was contained before anyone met, and what did not work and has a successor; all made up."""

from lessons.containment_transitions import contain_observation
from lessons.demo.stage import Stage
from lessons.demo.steps import observe, shipped, verified
from lessons.states import EffectOutcome, UpdateKind


def tell(stage: Stage) -> None:
    """Let one side contain what it saw, and the other find that an update of its own is not enough."""
    contain(stage)
    fail(stage)


def contain(stage: Stage) -> None:
    """Ship what contains an observation, days before a review of it."""
    system = stage.systems["ChatGPT"]
    seen = observe(
        stage.oai,
        "A shared link showed more of a conversation than was meant (made up)",
        on=stage.days(-9),
        source=None,
        systems=[system],
    )
    contain_observation(
        seen,
        by=stage.oai.reviewer,
        title="New links show the last answer alone until this is reviewed (made up)",
        system=system,
        shipped_on=stage.days(-8),
    )


def fail(stage: Stage) -> None:
    """Ship an update that the other side finds not effective; its successor is proposed with it."""
    update = shipped(
        stage.msft,
        "Microsoft Designer refuses names it knows in prompts (made up)",
        shipped_on=stage.days(-60),
        source=None,
        kind=UpdateKind.CORRECTIVE,
        system=stage.systems["Microsoft Designer"],
    )
    verified(
        update,
        by=stage.oai.reviewer,
        criterion="No picture of a named person in 500 prompts that spell the name in other ways.",
        method="The prompts of the review, in twelve spellings.",
        waiting_days=28,
        reviewed_on=stage.days(-30),
        seen="Names with a space between the letters went through.",
        outcome=EffectOutcome.NOT_EFFECTIVE,
    )
