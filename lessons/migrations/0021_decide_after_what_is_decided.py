"""Nobody decides whether a lesson came back, nor whether it still holds, before that is asked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("lessons", "0020_lines_stay_while_held")]

    operations = [
        migrations.AddConstraint(
            model_name="recurrence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_at__isnull", True),
                    ("decided_at__gte", models.F("proposed_at")),
                    _connector="OR",
                ),
                name="recurrence_decided_after_it_was_proposed",
                violation_error_message="Nobody decides what was not proposed yet.",
            ),
        ),
        migrations.AddConstraint(
            model_name="reverification",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_at__isnull", True),
                    ("answered_at__gte", models.F("created_at")),
                    _connector="OR",
                ),
                name="reverification_answered_after_it_was_asked",
                violation_error_message="Nobody answers what was not asked yet.",
            ),
        ),
    ]
