"""The tables in which every change is kept, and the triggers that write them."""

import django.contrib.auth.validators
import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating
import tracker.keys


class Migration(migrations.Migration):
    replaces = [
        ("tracker", "0004_keep_history"),
        ("tracker", "0007_date_events_when_written"),
    ]

    dependencies = [
        ("tracker", "0004_sessions_tokens_and_cache"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="PermissionOfUser",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("tracker.user_user_permissions",),
                ),
                migrations.CreateModel(
                    name="GroupOfUser",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("tracker.user_groups",),
                ),
                migrations.CreateModel(
                    name="AISystemEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                editable=False, max_length=24, verbose_name="reference"
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                choices=[
                                    ("red", "TLP:RED"),
                                    ("amber_strict", "TLP:AMBER+STRICT"),
                                    ("amber", "TLP:AMBER"),
                                    ("green", "TLP:GREEN"),
                                    ("clear", "TLP:CLEAR"),
                                ],
                                default="amber_strict",
                                editable=False,
                                max_length=20,
                                verbose_name="label",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="Where this is known from: title, publisher, date.",
                                max_length=500,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "source_url",
                            models.URLField(
                                blank=True, max_length=1000, verbose_name="source address"
                            ),
                        ),
                        (
                            "illustrative",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                help_text="Made up for the demonstration; the public record does not contain it.",
                                verbose_name="illustrative",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="recorded at",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "aliases",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=200),
                                blank=True,
                                default=list,
                                help_text="Other spellings that imports match, separated by commas.",
                                size=None,
                                verbose_name="aliases",
                            ),
                        ),
                        ("description", models.TextField(blank=True, verbose_name="description")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("infrastructure", "Infrastructure"),
                                    ("model", "Model"),
                                    ("platform", "Platform"),
                                    ("application", "Application"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "workload",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("research", "Research"),
                                    ("api", "API"),
                                    ("product", "Product"),
                                ],
                                max_length=20,
                                verbose_name="workload",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded by",
                            ),
                        ),
                        (
                            "developer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.organization",
                                verbose_name="developer",
                            ),
                        ),
                        (
                            "operator",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.organization",
                                verbose_name="operator",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.organization",
                                verbose_name="owner",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.aisystem",
                            ),
                        ),
                        (
                            "steward",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                help_text="The person who answers for this system.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="steward",
                            ),
                        ),
                        (
                            "coming_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="from"),
                        ),
                        (
                            "coming_label",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("red", "TLP:RED"),
                                    ("amber_strict", "TLP:AMBER+STRICT"),
                                    ("amber", "TLP:AMBER"),
                                    ("green", "TLP:GREEN"),
                                    ("clear", "TLP:CLEAR"),
                                ],
                                editable=False,
                                max_length=20,
                                verbose_name="coming label",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="GroupOfUserEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "group",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="auth.group",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.groupofuser",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["user"], name="tracker_gro_user_id_333e81_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OrganizationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.organization",
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
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PermissionOfUserEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "permission",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="auth.permission",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.permissionofuser",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["user"], name="tracker_per_user_id_0ce828_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecipientEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        ("record_id", models.UUIDField()),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.recipient",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SystemDependencyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("trained_on", "trained on"),
                                    ("hosted_on", "hosted on"),
                                    ("built_on", "built on"),
                                    ("served_by", "served by"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "carries_lessons",
                            models.BooleanField(
                                default=True, verbose_name="lessons travel along it"
                            ),
                        ),
                        (
                            "downstream",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.aisystem",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.systemdependency",
                            ),
                        ),
                        (
                            "upstream",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.aisystem",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["upstream"], name="tracker_sys_upstrea_e4ee84_idx"
                            ),
                            models.Index(
                                fields=["downstream"], name="tracker_sys_downstr_21cdab_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SystemVersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        ("label", models.CharField(max_length=100, verbose_name="version")),
                        (
                            "released_on",
                            models.DateField(blank=True, null=True, verbose_name="released on"),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.systemversion",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.aisystem",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["system"], name="tracker_sys_system__221195_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TagEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        ("code", models.CharField(max_length=100, verbose_name="code")),
                        ("label", models.CharField(max_length=500, verbose_name="label")),
                        ("description", models.TextField(blank=True, verbose_name="description")),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                help_text="Whose free tag this is; empty for public vocabularies.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.tag",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.tag",
                            ),
                        ),
                        (
                            "taxonomy",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.taxonomy",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["taxonomy"], name="tracker_tag_taxonom_8e567a_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TaxonomyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        ("scheme", models.SlugField(db_index=False, verbose_name="scheme")),
                        ("version", models.CharField(max_length=50, verbose_name="version")),
                        ("title", models.CharField(max_length=300, verbose_name="title")),
                        (
                            "source",
                            models.CharField(blank=True, max_length=500, verbose_name="source"),
                        ),
                        ("is_current", models.BooleanField(default=False, verbose_name="current")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.taxonomy",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="UserEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
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
                                default=tracker.keys.new_key, editable=False, serialize=False
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
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DelegationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                editable=False, max_length=24, verbose_name="reference"
                            ),
                        ),
                        (
                            "starts_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="from"
                            ),
                        ),
                        ("ends_at", models.DateTimeField(verbose_name="until")),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why"),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="recorded at",
                            ),
                        ),
                        (
                            "revoked_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="revoked at"
                            ),
                        ),
                        (
                            "delegate",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="signs in their stead",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.delegation",
                            ),
                        ),
                        (
                            "revoked_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "signatory",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="signatory",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ConsentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        ("given_at", models.DateTimeField(null=True, verbose_name="given at")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(null=True, verbose_name="withdrawn at"),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organization",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.consent",
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "change",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.labelchange",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["change"], name="tracker_con_change__f32154_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LabelChangeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        ("reference", models.CharField(max_length=24, verbose_name="reference")),
                        ("noun", models.CharField(max_length=60, verbose_name="noun")),
                        ("record_id", models.UUIDField()),
                        (
                            "record_reference",
                            models.CharField(max_length=24, verbose_name="record"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("widen", "Wider"), ("narrow", "Narrower")],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "from_label",
                            models.CharField(
                                choices=[
                                    ("red", "TLP:RED"),
                                    ("amber_strict", "TLP:AMBER+STRICT"),
                                    ("amber", "TLP:AMBER"),
                                    ("green", "TLP:GREEN"),
                                    ("clear", "TLP:CLEAR"),
                                ],
                                max_length=20,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "to_label",
                            models.CharField(
                                choices=[
                                    ("red", "TLP:RED"),
                                    ("amber_strict", "TLP:AMBER+STRICT"),
                                    ("amber", "TLP:AMBER"),
                                    ("green", "TLP:GREEN"),
                                    ("clear", "TLP:CLEAR"),
                                ],
                                max_length=20,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "takes_effect_at",
                            models.DateTimeField(null=True, verbose_name="takes effect at"),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        (
                            "digest",
                            models.CharField(
                                blank=True, max_length=64, verbose_name="SHA-256 of the content"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "Waits for consent"),
                                    ("done", "Done"),
                                    ("called_off", "Called off"),
                                    ("outdated", "Changed since it was asked"),
                                    ("withdrawn", "Consent withdrawn"),
                                ],
                                default="asked",
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="asked at"
                            ),
                        ),
                        ("settled_at", models.DateTimeField(null=True, verbose_name="settled at")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.labelchange",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LegalHoldEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        ("record_id", models.UUIDField(verbose_name="record")),
                        ("noun", models.CharField(max_length=60, verbose_name="noun")),
                        ("reference", models.CharField(max_length=40, verbose_name="reference")),
                        ("reason", models.TextField(verbose_name="reason")),
                        (
                            "placed_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="placed at"
                            ),
                        ),
                        ("lifted_at", models.DateTimeField(null=True, verbose_name="lifted at")),
                        (
                            "lift_reason",
                            models.TextField(blank=True, verbose_name="why it was lifted"),
                        ),
                        (
                            "lifted_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organization",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.legalhold",
                            ),
                        ),
                        (
                            "placed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReadingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        ("record_id", models.UUIDField(verbose_name="record")),
                        ("noun", models.CharField(max_length=60, verbose_name="noun")),
                        ("reference", models.CharField(max_length=40, verbose_name="reference")),
                        (
                            "label",
                            models.CharField(
                                choices=[
                                    ("red", "TLP:RED"),
                                    ("amber_strict", "TLP:AMBER+STRICT"),
                                    ("amber", "TLP:AMBER"),
                                    ("green", "TLP:GREEN"),
                                    ("clear", "TLP:CLEAR"),
                                ],
                                max_length=20,
                                verbose_name="label",
                            ),
                        ),
                        (
                            "surface",
                            models.CharField(
                                choices=[
                                    ("page", "page"),
                                    ("admin", "admin"),
                                    ("api", "API"),
                                    ("export", "export"),
                                    ("download", "download"),
                                    ("report", "report"),
                                ],
                                max_length=10,
                                verbose_name="where",
                            ),
                        ),
                        (
                            "read_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="read at"
                            ),
                        ),
                        (
                            "request",
                            models.CharField(blank=True, max_length=64, verbose_name="request"),
                        ),
                        (
                            "organization",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.reading",
                            ),
                        ),
                        (
                            "reader",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RedactionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        ("record_id", models.UUIDField(verbose_name="record")),
                        ("noun", models.CharField(max_length=60, verbose_name="noun")),
                        ("reference", models.CharField(max_length=40, verbose_name="reference")),
                        ("act", models.UUIDField(verbose_name="act")),
                        (
                            "row_noun",
                            models.CharField(max_length=60, verbose_name="noun of the row"),
                        ),
                        ("row_id", models.UUIDField(verbose_name="row")),
                        ("field", models.CharField(max_length=60, verbose_name="field")),
                        ("is_whole", models.BooleanField(verbose_name="the whole text")),
                        (
                            "sha256",
                            models.CharField(
                                max_length=64, verbose_name="SHA-256 of what stood there"
                            ),
                        ),
                        (
                            "after_sha256",
                            models.CharField(
                                max_length=64, verbose_name="SHA-256 of what stands there now"
                            ),
                        ),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("secret", "a secret"),
                                    ("personal_data", "personal data"),
                                    ("other", "another reason"),
                                ],
                                max_length=20,
                                verbose_name="what it was",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="why")),
                        (
                            "copies",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                default=list,
                                size=None,
                                verbose_name="also in",
                            ),
                        ),
                        (
                            "redacted_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="redacted at"
                            ),
                        ),
                        (
                            "organization",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.redaction",
                            ),
                        ),
                        (
                            "redacted_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
            ],
        ),
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "user",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_service", "is_staff", "is_superuser", "last_login", "last_name", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "second_factor_reset_at", "username") VALUES (NEW."date_joined", NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."is_service", NEW."is_staff", NEW."is_superuser", NEW."last_login", NEW."last_name", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."role", NEW."second_factor_reset_at", NEW."username"); RETURN NULL;',
                            hash="fcecaa296a95cff5462c3ec15c7e120505704f8d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fa72b",
                            table="tracker_user",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "user",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."date_joined" IS DISTINCT FROM (NEW."date_joined") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_service" IS DISTINCT FROM (NEW."is_service") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."last_login" IS DISTINCT FROM (NEW."last_login") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."organization_id" IS DISTINCT FROM (NEW."organization_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."second_factor_reset_at" IS DISTINCT FROM (NEW."second_factor_reset_at") OR OLD."username" IS DISTINCT FROM (NEW."username"))',
                            func='INSERT INTO "tracker_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_service", "is_staff", "is_superuser", "last_login", "last_name", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "second_factor_reset_at", "username") VALUES (NEW."date_joined", NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."is_service", NEW."is_staff", NEW."is_superuser", NEW."last_login", NEW."last_name", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."role", NEW."second_factor_reset_at", NEW."username"); RETURN NULL;',
                            hash="f28e8d155c545322d580c82ed71f333dbc716c19",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7e73c",
                            table="tracker_user",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "user",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_service", "is_staff", "is_superuser", "last_login", "last_name", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "second_factor_reset_at", "username") VALUES (OLD."date_joined", OLD."email", OLD."first_name", OLD."id", OLD."is_active", OLD."is_service", OLD."is_staff", OLD."is_superuser", OLD."last_login", OLD."last_name", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."role", OLD."second_factor_reset_at", OLD."username"); RETURN NULL;',
                            hash="a7eaf84b966009d01d4959c94d86c3429883a0e5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d4264",
                            table="tracker_user",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "organization",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_organizationevent" ("code", "counts_since", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."counts_since", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="2324f9fea998832cfe2197dd2ec3106820f3aab6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f09a1",
                            table="tracker_organization",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "organization",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_organizationevent" ("code", "counts_since", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."counts_since", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="726fc20c6a88c20d8d983b2da63692fa12a0124f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bd158",
                            table="tracker_organization",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "organization",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_organizationevent" ("code", "counts_since", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."counts_since", OLD."id", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="998bed204c1745b64cd0fbb0a8808283d1e63660",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_88cf4",
                            table="tracker_organization",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "aisystem",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_aisystemevent" ("aliases", "coming_at", "coming_label", "created_at", "created_by_id", "description", "developer_id", "id", "illustrative", "kind", "label", "name", "operator_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "source_url", "steward_id", "workload") VALUES (NEW."aliases", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."description", NEW."developer_id", NEW."id", NEW."illustrative", NEW."kind", NEW."label", NEW."name", NEW."operator_id", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."source", NEW."source_url", NEW."steward_id", NEW."workload"); RETURN NULL;',
                            hash="4579487074f0783700a1d9936533289b7d311a16",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fdef1",
                            table="tracker_aisystem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "aisystem",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_aisystemevent" ("aliases", "coming_at", "coming_label", "created_at", "created_by_id", "description", "developer_id", "id", "illustrative", "kind", "label", "name", "operator_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "source_url", "steward_id", "workload") VALUES (NEW."aliases", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."description", NEW."developer_id", NEW."id", NEW."illustrative", NEW."kind", NEW."label", NEW."name", NEW."operator_id", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."source", NEW."source_url", NEW."steward_id", NEW."workload"); RETURN NULL;',
                            hash="53b6f4d6897fd2f1708f2c4d35359ae4d865aabe",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_097fc",
                            table="tracker_aisystem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "aisystem",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_aisystemevent" ("aliases", "coming_at", "coming_label", "created_at", "created_by_id", "description", "developer_id", "id", "illustrative", "kind", "label", "name", "operator_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "source_url", "steward_id", "workload") VALUES (OLD."aliases", OLD."coming_at", OLD."coming_label", OLD."created_at", OLD."created_by_id", OLD."description", OLD."developer_id", OLD."id", OLD."illustrative", OLD."kind", OLD."label", OLD."name", OLD."operator_id", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference", OLD."source", OLD."source_url", OLD."steward_id", OLD."workload"); RETURN NULL;',
                            hash="06ce0aba2e01a00974ae2864f575abd791f576c9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_65491",
                            table="tracker_aisystem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "recipient",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_recipientevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."record_id", NEW."user_id"); RETURN NULL;',
                            hash="8f3d811e54bc5d62ae630960f929aae6eb241cd9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_140bd",
                            table="tracker_recipient",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "recipient",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_recipientevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."record_id", NEW."user_id"); RETURN NULL;',
                            hash="d6bfab1589c70188a04700368acbdf734105b226",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_75510",
                            table="tracker_recipient",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "recipient",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_recipientevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "user_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."record_id", OLD."user_id"); RETURN NULL;',
                            hash="b18e1adfb0081c293f19819d14d6b2143f61e67f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_71da7",
                            table="tracker_recipient",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemdependency",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_systemdependencyevent" ("carries_lessons", "downstream_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "upstream_id") VALUES (NEW."carries_lessons", NEW."downstream_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."upstream_id"); RETURN NULL;',
                            hash="818d103c92ebeb30f3b0c60ac7f1dca9040e9d29",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ba2dd",
                            table="tracker_systemdependency",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemdependency",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_systemdependencyevent" ("carries_lessons", "downstream_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "upstream_id") VALUES (NEW."carries_lessons", NEW."downstream_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."upstream_id"); RETURN NULL;',
                            hash="6ad44953cc808d0fc6a65134845870f6e5df306d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ed668",
                            table="tracker_systemdependency",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemdependency",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_systemdependencyevent" ("carries_lessons", "downstream_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "upstream_id") VALUES (OLD."carries_lessons", OLD."downstream_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."upstream_id"); RETURN NULL;',
                            hash="7767f0b257319eb7cf1bab7b054bbc3b1f9b88cb",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d4e49",
                            table="tracker_systemdependency",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemversion",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_systemversionevent" ("id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_on", "system_id") VALUES (NEW."id", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."released_on", NEW."system_id"); RETURN NULL;',
                            hash="aa75bfd5c994d2a905d489ca9adef1313c096eb5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_596eb",
                            table="tracker_systemversion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemversion",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_systemversionevent" ("id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_on", "system_id") VALUES (NEW."id", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."released_on", NEW."system_id"); RETURN NULL;',
                            hash="8145be0b211840f2229d8a2a88ba88e22e786829",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b65b5",
                            table="tracker_systemversion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemversion",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_systemversionevent" ("id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_on", "system_id") VALUES (OLD."id", OLD."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."released_on", OLD."system_id"); RETURN NULL;',
                            hash="679b4993c61cb28413d8a7c704ebbad201f3f2f6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_725c3",
                            table="tracker_systemversion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "taxonomy",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_taxonomyevent" ("id", "is_current", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source", "title", "version") VALUES (NEW."id", NEW."is_current", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."scheme", NEW."source", NEW."title", NEW."version"); RETURN NULL;',
                            hash="adf405d75497805b6f535d42dc29afce0ed8f43e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a30e1",
                            table="tracker_taxonomy",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "taxonomy",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_taxonomyevent" ("id", "is_current", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source", "title", "version") VALUES (NEW."id", NEW."is_current", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."scheme", NEW."source", NEW."title", NEW."version"); RETURN NULL;',
                            hash="1eb1095b009e11fd4d844578efa637279f58056a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b6ef1",
                            table="tracker_taxonomy",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "taxonomy",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_taxonomyevent" ("id", "is_current", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source", "title", "version") VALUES (OLD."id", OLD."is_current", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."scheme", OLD."source", OLD."title", OLD."version"); RETURN NULL;',
                            hash="65c906ddf2db7b517d922e05d29907300e5d7d8f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6311d",
                            table="tracker_taxonomy",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tag",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_tagevent" ("code", "description", "id", "label", "owner_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taxonomy_id") VALUES (NEW."code", NEW."description", NEW."id", NEW."label", NEW."owner_id", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."taxonomy_id"); RETURN NULL;',
                            hash="ec5c61e92246992a606100fe7d4d531673f024dc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8fe8c",
                            table="tracker_tag",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tag",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_tagevent" ("code", "description", "id", "label", "owner_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taxonomy_id") VALUES (NEW."code", NEW."description", NEW."id", NEW."label", NEW."owner_id", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."taxonomy_id"); RETURN NULL;',
                            hash="4f7ddd369952d6d96dfd4586b1c8566e85802d99",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8c0b0",
                            table="tracker_tag",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tag",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_tagevent" ("code", "description", "id", "label", "owner_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taxonomy_id") VALUES (OLD."code", OLD."description", OLD."id", OLD."label", OLD."owner_id", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."taxonomy_id"); RETURN NULL;',
                            hash="7fb79843d39825fcca93a2f3de6b07a9ee1fb952",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f7998",
                            table="tracker_tag",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "permissionofuser",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_permissionofuserevent" ("id", "permission_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."id", NEW."permission_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;',
                            hash="6b5f013512dd8e15865e0a2e20629580f196ba1c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_47e66",
                            table="tracker_user_user_permissions",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "permissionofuser",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_permissionofuserevent" ("id", "permission_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."id", NEW."permission_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;',
                            hash="66ad2de2fa8ccb0d7dd9a118bcbe1360f5060bba",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fc36e",
                            table="tracker_user_user_permissions",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "permissionofuser",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_permissionofuserevent" ("id", "permission_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."id", OLD."permission_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                            hash="c2221fcae91efca270e3c4baf5fadd65c4c36ad8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f3578",
                            table="tracker_user_user_permissions",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "groupofuser",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_groupofuserevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."group_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;',
                            hash="a836925c315280c4f0a3c15378bd804b86f96965",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c6590",
                            table="tracker_user_groups",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "groupofuser",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_groupofuserevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."group_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;',
                            hash="3099931a0439310dd9801eb04ca41d01f59d147e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_de2fe",
                            table="tracker_user_groups",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "groupofuser",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_groupofuserevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."group_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                            hash="d5bfacbe4386d96da4657ffef24b37e6d3f698b2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a9541",
                            table="tracker_user_groups",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "delegation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_delegationevent" ("created_at", "delegate_id", "ends_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "revoked_at", "revoked_by_id", "signatory_id", "starts_at") VALUES (NEW."created_at", NEW."delegate_id", NEW."ends_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."revoked_at", NEW."revoked_by_id", NEW."signatory_id", NEW."starts_at"); RETURN NULL;',
                            hash="d2a35a2ef5d8a68b2fba42f5e6153bc7668629c0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b7fb1",
                            table="tracker_delegation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "delegation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_delegationevent" ("created_at", "delegate_id", "ends_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "revoked_at", "revoked_by_id", "signatory_id", "starts_at") VALUES (NEW."created_at", NEW."delegate_id", NEW."ends_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."revoked_at", NEW."revoked_by_id", NEW."signatory_id", NEW."starts_at"); RETURN NULL;',
                            hash="8b4e467ae9d05530854f669cd73180c36acc706c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_72e48",
                            table="tracker_delegation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "delegation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_delegationevent" ("created_at", "delegate_id", "ends_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "revoked_at", "revoked_by_id", "signatory_id", "starts_at") VALUES (OLD."created_at", OLD."delegate_id", OLD."ends_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."reference", OLD."revoked_at", OLD."revoked_by_id", OLD."signatory_id", OLD."starts_at"); RETURN NULL;',
                            hash="d76fd8582493b44b7669503a7686fb2a95e1d1f0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e2410",
                            table="tracker_delegation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "consent",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_consentevent" ("change_id", "given_at", "given_by_id", "id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."change_id", NEW."given_at", NEW."given_by_id", NEW."id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="1592f12d1d716ab04b9e3b9187598b1d73f49fa3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6b2c7",
                            table="tracker_consent",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "consent",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_consentevent" ("change_id", "given_at", "given_by_id", "id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."change_id", NEW."given_at", NEW."given_by_id", NEW."id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="c1d3387cd4db8c4dbb023f7de6ae9266a31aa613",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_44e46",
                            table="tracker_consent",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "consent",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_consentevent" ("change_id", "given_at", "given_by_id", "id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."change_id", OLD."given_at", OLD."given_by_id", OLD."id", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;',
                            hash="30a44fbf15307c79a9f8962405375e6cce5d6ae4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_11718",
                            table="tracker_consent",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "labelchange",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_labelchangeevent" ("asked_at", "asked_by_id", "digest", "from_label", "id", "kind", "noun", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record_id", "record_reference", "reference", "settled_at", "status", "takes_effect_at", "to_label") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."digest", NEW."from_label", NEW."id", NEW."kind", NEW."noun", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."record_id", NEW."record_reference", NEW."reference", NEW."settled_at", NEW."status", NEW."takes_effect_at", NEW."to_label"); RETURN NULL;',
                            hash="0f5a3f0709f2c6cd1950559f33a506b2b7c74cf9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_90637",
                            table="tracker_labelchange",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "labelchange",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_labelchangeevent" ("asked_at", "asked_by_id", "digest", "from_label", "id", "kind", "noun", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record_id", "record_reference", "reference", "settled_at", "status", "takes_effect_at", "to_label") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."digest", NEW."from_label", NEW."id", NEW."kind", NEW."noun", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."record_id", NEW."record_reference", NEW."reference", NEW."settled_at", NEW."status", NEW."takes_effect_at", NEW."to_label"); RETURN NULL;',
                            hash="17412defecff870003c6ed930d5ff73b939df7b4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c1980",
                            table="tracker_labelchange",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "labelchange",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_labelchangeevent" ("asked_at", "asked_by_id", "digest", "from_label", "id", "kind", "noun", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record_id", "record_reference", "reference", "settled_at", "status", "takes_effect_at", "to_label") VALUES (OLD."asked_at", OLD."asked_by_id", OLD."digest", OLD."from_label", OLD."id", OLD."kind", OLD."noun", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."record_id", OLD."record_reference", OLD."reference", OLD."settled_at", OLD."status", OLD."takes_effect_at", OLD."to_label"); RETURN NULL;',
                            hash="7a660c7fbe76969fdc0602801435d02c26d4d781",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_507c8",
                            table="tracker_labelchange",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "legalhold",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_legalholdevent" ("id", "lift_reason", "lifted_at", "lifted_by_id", "noun", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "reason", "record_id", "reference") VALUES (NEW."id", NEW."lift_reason", NEW."lifted_at", NEW."lifted_by_id", NEW."noun", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."reason", NEW."record_id", NEW."reference"); RETURN NULL;',
                            hash="8308b64f94d490e33c6d202e816f701b9303100f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_317de",
                            table="tracker_legalhold",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "legalhold",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_legalholdevent" ("id", "lift_reason", "lifted_at", "lifted_by_id", "noun", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "reason", "record_id", "reference") VALUES (NEW."id", NEW."lift_reason", NEW."lifted_at", NEW."lifted_by_id", NEW."noun", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."reason", NEW."record_id", NEW."reference"); RETURN NULL;',
                            hash="0038840365674b8427532ad047e8f668b26f3513",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_66307",
                            table="tracker_legalhold",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "legalhold",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_legalholdevent" ("id", "lift_reason", "lifted_at", "lifted_by_id", "noun", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "reason", "record_id", "reference") VALUES (OLD."id", OLD."lift_reason", OLD."lifted_at", OLD."lifted_by_id", OLD."noun", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."placed_at", OLD."placed_by_id", OLD."reason", OLD."record_id", OLD."reference"); RETURN NULL;',
                            hash="21f35ec8a65389ec2aa049710869cbf4344b5f5d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_49ef8",
                            table="tracker_legalhold",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reading",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_readingevent" ("id", "label", "noun", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "reader_id", "record_id", "reference", "request", "surface") VALUES (NEW."id", NEW."label", NEW."noun", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."read_at", NEW."reader_id", NEW."record_id", NEW."reference", NEW."request", NEW."surface"); RETURN NULL;',
                            hash="2589eeb0c4371a687da64a24d67d236ba4483970",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b74fb",
                            table="tracker_reading",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reading",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_readingevent" ("id", "label", "noun", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "reader_id", "record_id", "reference", "request", "surface") VALUES (NEW."id", NEW."label", NEW."noun", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."read_at", NEW."reader_id", NEW."record_id", NEW."reference", NEW."request", NEW."surface"); RETURN NULL;',
                            hash="9918963b532a2482277a24f535e0cef3cf29f7c7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_993c7",
                            table="tracker_reading",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reading",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_readingevent" ("id", "label", "noun", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "reader_id", "record_id", "reference", "request", "surface") VALUES (OLD."id", OLD."label", OLD."noun", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."read_at", OLD."reader_id", OLD."record_id", OLD."reference", OLD."request", OLD."surface"); RETURN NULL;',
                            hash="998ab178b491647236f1fdb308cbded084d3e4ed",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7c3f1",
                            table="tracker_reading",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "redaction",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_redactionevent" ("act", "after_sha256", "cause", "copies", "field", "id", "is_whole", "noun", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record_id", "redacted_at", "redacted_by_id", "reference", "row_id", "row_noun", "sha256") VALUES (NEW."act", NEW."after_sha256", NEW."cause", NEW."copies", NEW."field", NEW."id", NEW."is_whole", NEW."noun", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."record_id", NEW."redacted_at", NEW."redacted_by_id", NEW."reference", NEW."row_id", NEW."row_noun", NEW."sha256"); RETURN NULL;',
                            hash="9204b6dc24478bf0e24338c76a3a3aa62dbc938b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1249e",
                            table="tracker_redaction",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "redaction",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_redactionevent" ("act", "after_sha256", "cause", "copies", "field", "id", "is_whole", "noun", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record_id", "redacted_at", "redacted_by_id", "reference", "row_id", "row_noun", "sha256") VALUES (NEW."act", NEW."after_sha256", NEW."cause", NEW."copies", NEW."field", NEW."id", NEW."is_whole", NEW."noun", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."record_id", NEW."redacted_at", NEW."redacted_by_id", NEW."reference", NEW."row_id", NEW."row_noun", NEW."sha256"); RETURN NULL;',
                            hash="68fbd8c10833781227fab4395896573d58a5af63",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_58970",
                            table="tracker_redaction",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "redaction",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_redactionevent" ("act", "after_sha256", "cause", "copies", "field", "id", "is_whole", "noun", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record_id", "redacted_at", "redacted_by_id", "reference", "row_id", "row_noun", "sha256") VALUES (OLD."act", OLD."after_sha256", OLD."cause", OLD."copies", OLD."field", OLD."id", OLD."is_whole", OLD."noun", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."record_id", OLD."redacted_at", OLD."redacted_by_id", OLD."reference", OLD."row_id", OLD."row_noun", OLD."sha256"); RETURN NULL;',
                            hash="839851cd519a63e9224e6057086eb47172e892fe",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8aca9",
                            table="tracker_redaction",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
