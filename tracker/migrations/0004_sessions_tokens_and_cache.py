"""How people and programs stay signed in, and the table of the cache that counts their requests."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating
import tracker.keys


class Migration(migrations.Migration):
    replaces = [
        ("tracker", "0002_cache_table"),
        ("tracker", "0009_how_people_come_in"),
        ("tracker", "0013_drop_the_tokens_of_before"),
    ]

    dependencies = [
        ("tracker", "0003_who_reads_and_signs"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Session",
                    fields=[
                        (
                            "session_key",
                            models.CharField(
                                max_length=40,
                                primary_key=True,
                                serialize=False,
                                verbose_name="session key",
                            ),
                        ),
                        ("session_data", models.TextField(verbose_name="session data")),
                        (
                            "expire_date",
                            models.DateTimeField(db_index=True, verbose_name="expire date"),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sessions",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "session",
                        "verbose_name_plural": "sessions",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Token",
                    fields=[
                        (
                            "digest",
                            models.CharField(max_length=128, primary_key=True, serialize=False),
                        ),
                        ("token_key", models.CharField(db_index=True, max_length=25)),
                        ("created", models.DateTimeField(auto_now_add=True)),
                        ("expiry", models.DateTimeField(blank=True, null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="name")),
                        (
                            "scopes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("read", "Read"),
                                        ("write", "Write"),
                                        ("sign", "Sign"),
                                    ],
                                    max_length=10,
                                ),
                                size=None,
                                verbose_name="scopes",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="auth_token_set",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["created"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("scopes__contained_by", ["read", "write", "sign"]),
                                    ("scopes__len__gt", 0),
                                ),
                                name="token_scopes_known",
                                violation_error_message="Say what the token is for: read, write or sign.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("expiry__isnull", False)),
                                name="token_expires",
                                violation_error_message="Every token expires.",
                            ),
                        ],
                    },
                ),
            ],
        ),
        # As `createcachetable` would make it.
        migrations.RunSQL(
            """
            CREATE TABLE tracker_cache (
                cache_key varchar(255) PRIMARY KEY,
                value text NOT NULL,
                expires timestamptz NOT NULL
            );
            CREATE INDEX tracker_cache_expires ON tracker_cache (expires);
            """,
            "DROP TABLE tracker_cache",
        ),
    ]
