"""A waiver says until when, and what is learned since when."""

from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("lessons", "0009_verify_again"),
        ("reviews", "0006_propose_reviews_of_new_versions"),
        ("tracker", "0010_due_policy"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        tracker.history.migrating.ChangeModels(
            changes=[
                migrations.RemoveConstraint(
                    model_name="disposition",
                    name="disposition_waived_until_a_later_day",
                ),
                migrations.RemoveConstraint(
                    model_name="lesson",
                    name="lesson_learned_on_a_day_after_it_was_endorsed",
                ),
                migrations.AddConstraint(
                    model_name="disposition",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", "waived"),
                                ("waived_until__gt", models.F("answered_on")),
                                ("waived_until__isnull", False),
                            ),
                            models.Q(
                                models.Q(("answer", "waived"), _negated=True),
                                ("waived_until__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="disposition_waived_until_a_later_day",
                        violation_error_message="Say until when it is waived, a day after the answer; no other answer ends on a day.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="lesson",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("learned_on__gte", models.F("endorsed_at__date")),
                                ("learned_on__isnull", False),
                            ),
                            models.Q(
                                ("learned_on__isnull", True),
                                models.Q(("status__in", ["learned", "regressed"]), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="lesson_learned_on_a_day_after_it_was_endorsed",
                    ),
                ),
            ]
        ),
    ]
