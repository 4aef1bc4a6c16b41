"""What was judged of an update's effect becomes a review of it, by a criterion that is late."""

import datetime

from django.db import migrations

WORDS = "Written down with the judgement, after it shipped."


def make_reviews(apps, schema_editor):
    """Make a review from each judgement that stands on an update."""
    update_model = apps.get_model("lessons", "SystemUpdate")
    review_model = apps.get_model("lessons", "EffectivenessReview")
    events = apps.get_model("lessons", "SystemUpdateEvent").objects
    now = datetime.datetime.now(datetime.UTC)
    for update in update_model.objects.filter(verified_by__isnull=False).exclude(verification=""):
        failed = events.filter(pgh_obj_id=update.pk, status="not_effective").exists()
        review_model.objects.create(
            update=update,
            criterion=WORDS,
            method=WORDS,
            waiting_days=0,
            criterion_at=now,
            criterion_by_id=update.verified_by_id,
            waits_from=update.shipped_on,
            due_on=update.shipped_on,
            outcome="not_effective" if failed else "effective",
            seen=update.verification,
            reviewed_on=update.verified_on,
            reviewed_by_id=update.verified_by_id,
            recorded_at=now,
            illustrative=update.illustrative,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("lessons", "0004_review_effects"),
    ]

    operations = [migrations.RunPython(make_reviews, migrations.RunPython.noop, elidable=True)]
