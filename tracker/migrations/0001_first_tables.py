import django.contrib.auth.validators
import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import tracker.keys
import tracker.models.user


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
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
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
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
                    models.EmailField(blank=True, max_length=254, verbose_name="email address"),
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
            },
            managers=[
                ("objects", tracker.models.user.AccountManager()),
            ],
        ),
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
                ],
            },
        ),
        migrations.CreateModel(
            name="AISystem",
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
                    "reference",
                    models.CharField(
                        editable=False, max_length=24, unique=True, verbose_name="reference"
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
                    models.URLField(blank=True, max_length=1000, verbose_name="source address"),
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
                        choices=[("research", "Research"), ("api", "API"), ("product", "Product")],
                        max_length=20,
                        verbose_name="workload",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "steward",
                    models.ForeignKey(
                        blank=True,
                        help_text="The person who answers for this system.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stewarded_systems",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="steward",
                    ),
                ),
                (
                    "developer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.organization",
                        verbose_name="developer",
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.organization",
                        verbose_name="operator",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.organization",
                        verbose_name="owner",
                    ),
                ),
            ],
            options={
                "verbose_name": "AI system",
                "verbose_name_plural": "AI systems",
                "ordering": ["name"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["owner", "-id"], name="aisystem_by_owner"),
                    models.Index(fields=["label", "-id"], name="aisystem_by_label"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("label__in", ["red", "amber_strict", "amber", "green", "clear"])
                        ),
                        name="tracker_aisystem_label_known",
                    ),
                    models.UniqueConstraint(
                        fields=("owner", "name"),
                        name="aisystem_name_unique_per_owner",
                        violation_error_message="Your organization has a system of this name already.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="user",
            name="organization",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="users",
                to="tracker.organization",
            ),
        ),
        migrations.CreateModel(
            name="Recipient",
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
                ("record_id", models.UUIDField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="named_for",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "record_id"), name="recipient_named_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SystemDependency",
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
                    models.BooleanField(default=True, verbose_name="lessons travel along it"),
                ),
                (
                    "downstream",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="upstream_links",
                        to="tracker.aisystem",
                    ),
                ),
                (
                    "upstream",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="downstream_links",
                        to="tracker.aisystem",
                    ),
                ),
            ],
            options={
                "verbose_name": "system dependency",
                "verbose_name_plural": "system dependencies",
                "ordering": ["upstream__name", "downstream__name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("upstream", "downstream", "kind"),
                        name="systemdependency_stated_once",
                        violation_error_message="This dependency is recorded already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("upstream", models.F("downstream")), _negated=True),
                        name="systemdependency_between_two",
                        violation_error_message="A system cannot depend on itself.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SystemVersion",
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
                ("label", models.CharField(max_length=100, verbose_name="version")),
                (
                    "released_on",
                    models.DateField(blank=True, null=True, verbose_name="released on"),
                ),
                (
                    "system",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="tracker.aisystem",
                    ),
                ),
            ],
            options={
                "verbose_name": "system version",
                "verbose_name_plural": "system versions",
                "ordering": ["system", "released_on", "label"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("system", "label"),
                        name="systemversion_label_unique_per_system",
                        violation_error_message="This system has a version of this name already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Taxonomy",
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
                ("scheme", models.SlugField(verbose_name="scheme")),
                ("version", models.CharField(max_length=50, verbose_name="version")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("source", models.CharField(blank=True, max_length=500, verbose_name="source")),
                ("is_current", models.BooleanField(default=False, verbose_name="current")),
            ],
            options={
                "verbose_name": "taxonomy",
                "verbose_name_plural": "taxonomies",
                "ordering": ["scheme", "version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scheme", "version"),
                        name="taxonomy_version_unique_per_scheme",
                        violation_error_message="This version of the scheme is loaded already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)),
                        fields=("scheme",),
                        name="taxonomy_one_current_version",
                        violation_error_message="Another version of this scheme is the current one.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tag",
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
                ("code", models.CharField(max_length=100, verbose_name="code")),
                ("label", models.CharField(max_length=500, verbose_name="label")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="Whose free tag this is; empty for public vocabularies.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.organization",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="tracker.tag",
                    ),
                ),
                (
                    "taxonomy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tags",
                        to="tracker.taxonomy",
                    ),
                ),
            ],
            options={
                "verbose_name": "tag",
                "verbose_name_plural": "tags",
                "ordering": ["taxonomy__scheme", "code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("taxonomy", "code", "owner"),
                        name="tag_code_unique_per_taxonomy",
                        nulls_distinct=False,
                        violation_error_message="This code exists already.",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("organization__isnull", False), ("is_superuser", True), _connector="OR"
                ),
                name="user_belongs_to_an_organization",
                violation_error_message="Everyone but a superuser belongs to an organization.",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["observer", "reviewer", "lead", "signatory"])),
                name="user_role_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="systemdependency",
            trigger=pgtrigger.compiler.Trigger(
                name="no_loops",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE path text;",
                    func="\n            PERFORM pg_advisory_xact_lock(hashtext('tracker_systemdependency'));\n            -- Reachability first, each system once: diamonds would make paths without number.\n            IF NOT EXISTS (\n                WITH RECURSIVE below(id) AS (\n                    SELECT NEW.downstream_id\n                    UNION\n                    SELECT d.downstream_id\n                    FROM public.tracker_systemdependency d JOIN below ON d.upstream_id = below.id\n                    WHERE d.id <> NEW.id\n                )\n                SELECT 1 FROM below WHERE id = NEW.upstream_id\n            ) THEN\n                RETURN NEW;\n            END IF;\n            WITH RECURSIVE down(id, ids) AS (\n                SELECT NEW.downstream_id, ARRAY[NEW.upstream_id, NEW.downstream_id]\n                UNION ALL\n                SELECT d.downstream_id, down.ids || d.downstream_id\n                FROM public.tracker_systemdependency d JOIN down ON d.upstream_id = down.id\n                WHERE d.id <> NEW.id AND down.id <> NEW.upstream_id\n                    AND NOT d.downstream_id = ANY (down.ids[2:])\n            )\n            SELECT string_agg(s.name, ' → ' ORDER BY step.position) INTO path\n            FROM (SELECT ids FROM down WHERE id = NEW.upstream_id LIMIT 1) loop,\n                unnest(loop.ids) WITH ORDINALITY step(id, position)\n                JOIN public.tracker_aisystem s ON s.id = step.id;\n            RAISE EXCEPTION 'A system cannot depend on itself: %.', path\n                USING ERRCODE = 'check_violation';\n        ",
                    hash="3cb1d9537792ad83530eecf5325056dfc1aaa6e7",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_no_loops_0d260",
                    table="tracker_systemdependency",
                    when="BEFORE",
                ),
            ),
        ),
    ]
