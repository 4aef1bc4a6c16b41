"""The organizations and their people, to whom other packages' tables point."""

import django.contrib.auth.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.db import migrations, models

import tracker.history.migrating
import tracker.keys
import tracker.models.user


class Migration(migrations.Migration):
    # The first and the last of before: a database that stopped between them is refused.
    replaces = [
        ("tracker", "0001_first_tables"),
        ("tracker", "0014_redact_history_of_any_type"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Organization",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                help_text="Short and for ever: OAI, MSFT.",
                                max_length=12,
                                verbose_name="code",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("partner", "Partner"), ("community", "Community")],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "counts_since",
                            models.DateTimeField(
                                editable=False,
                                help_text="Since then its signature is one of those that something joint needs.",
                                null=True,
                                verbose_name="counts since",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "organization",
                        "verbose_name_plural": "organizations",
                        "ordering": ["code"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("code",),
                                name="organization_code_unique",
                                violation_error_message="Another organization has this code.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("code__regex", "^[A-Z][A-Z0-9]{1,11}$")),
                                name="organization_code_shape",
                                violation_error_message="A code is 2 to 12 capitals and digits, like MSFT.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["partner", "community"])),
                                name="organization_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("counts_since", None), ("kind", "partner"), _connector="OR"
                                ),
                                name="organization_counting_is_a_partner",
                                violation_error_message="Only a partner's signature counts.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="User",
                    fields=[
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        (
                            "username",
                            models.CharField(
                                error_messages={
                                    "unique": "A user with that username already exists."
                                },
                                help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                                max_length=150,
                                unique=True,
                                validators=[
                                    django.contrib.auth.validators.UnicodeUsernameValidator()
                                ],
                                verbose_name="username",
                            ),
                        ),
                        (
                            "first_name",
                            models.CharField(blank=True, max_length=150, verbose_name="first name"),
                        ),
                        (
                            "last_name",
                            models.CharField(blank=True, max_length=150, verbose_name="last name"),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="email address"
                            ),
                        ),
                        (
                            "is_staff",
                            models.BooleanField(
                                default=False,
                                help_text="Designates whether the user can log into this admin site.",
                                verbose_name="staff status",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                                verbose_name="active",
                            ),
                        ),
                        (
                            "date_joined",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="date joined"
                            ),
                        ),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("observer", "Observer"),
                                    ("reviewer", "Reviewer"),
                                    ("lead", "Lead"),
                                    ("signatory", "Signatory"),
                                ],
                                default="observer",
                                max_length=20,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "organization",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="users",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "is_service",
                            models.BooleanField(
                                default=False,
                                help_text="It has no password; whoever looks after it gives it tokens.",
                                verbose_name="a program",
                            ),
                        ),
                        (
                            "second_factor_reset_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="second factor reset",
                            ),
                        ),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                        (
                            "user_permissions",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Specific permissions for this user.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.permission",
                                verbose_name="user permissions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "user",
                        "verbose_name_plural": "users",
                        "ordering": ["username"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("organization__isnull", False),
                                    ("is_superuser", True),
                                    _connector="OR",
                                ),
                                name="user_belongs_to_an_organization",
                                violation_error_message="Everyone but a superuser belongs to an organization.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("role__in", ["observer", "reviewer", "lead", "signatory"])
                                ),
                                name="user_role_known",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                models.F("organization"),
                                condition=models.Q(("email", ""), _negated=True),
                                name="user_email_once_per_organization",
                                violation_error_message="Somebody of this organization has this e-mail address.",
                            ),
                        ],
                    },
                    managers=[
                        ("objects", tracker.models.user.AccountManager()),
                    ],
                ),
            ],
        ),
    ]
