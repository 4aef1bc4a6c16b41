"""The jobs of the ground floor, and when they run or what asks for them."""

from __future__ import annotations

from procrastinate import JobContext
from procrastinate.contrib.django import app

from tracker import account_editing
from tracker.accounts.forgotten import send_reset
from tracker.chain import sealing
from tracker.notifying import followers, sending
from tracker.working.declaring import every
from tracker.working.stalled import take_up_stalled

DAY = 24


@every("* * * * *", name="tracker.seal_history")
def seal_history() -> int:
    """Seal what was written; whoever may want to change it unnoticed has a minute."""
    return sum(sealing.seal_history())


@every("17 * * * *", name="tracker.clear_expired")
def clear_expired() -> int:
    """Remove sessions and tokens that are over; they open nothing any more."""
    return account_editing.clear_expired()


@app.task(name="tracker.send_password_reset")
def send_password_reset(email: str, origin: str) -> None:
    """Send whoever has an address the link that sets another password; twice is no harm."""
    send_reset(email, origin)


# It has no lock: one whose own worker was killed must not hold up the next.
@app.periodic(cron="* * * * *")
@app.task(name="tracker.take_up_stalled", pass_context=True)
async def rescue(context: JobContext, timestamp: int) -> None:
    """Give the jobs of killed workers to others."""
    await take_up_stalled(context.app.job_manager)


@app.periodic(cron="43 * * * *")
@app.task(name="tracker.forget_finished", pass_context=True)
async def forget_finished(context: JobContext, timestamp: int) -> None:
    """Remove jobs that are done after a day, and those that failed after a month."""
    await context.app.job_manager.delete_old_jobs(nb_hours=DAY)
    await context.app.job_manager.delete_old_jobs(nb_hours=30 * DAY, include_failed=True)


@every("* * * * *", name="tracker.tell_followers")
def tell_followers() -> int:
    """Tell followers what is news since the last time."""
    return followers.tell_followers()


@every("* * * * *", name="tracker.send_at_once")
def send_at_once() -> int:
    """Send messages to those who get each at once."""
    return sending.send_at_once()


@every("3 * * * *", name="tracker.send_digests")
def send_digests() -> int:
    """Send the day's digests."""
    return sending.send_digests()
