"""The systems that are reviewed, and the vocabularies that tell what was seen."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating
import tracker.keys


class Migration(migrations.Migration):
    replaces = [
        ("tracker", "0003_name_no_system_of_a_loop"),
    ]

    dependencies = [
        # What points to people comes before all that does so here: it is rendered with it, each step.
        ("account", "0009_emailaddress_unique_primary_email"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
        ("tracker", "0001_people"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
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
                        "verbose_name": "AI system",
                        "verbose_name_plural": "AI systems",
                        "ordering": ["name"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["owner", "-id"], name="aisystem_by_owner"),
                            models.Index(fields=["label", "-id"], name="aisystem_by_label"),
                            models.Index(
                                condition=models.Q(("coming_at__isnull", False)),
                                fields=["coming_at"],
                                name="aisystem_embargo",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "label__in",
                                        ["red", "amber_strict", "amber", "green", "clear"],
                                    )
                                ),
                                name="tracker_aisystem_label_known",
                            ),
                            models.UniqueConstraint(
                                fields=("owner", "name"),
                                name="aisystem_name_unique_per_owner",
                                violation_error_message="Your organization has a system of this name already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("coming_at__isnull", True), ("coming_label", "")),
                                    models.Q(
                                        ("coming_at__isnull", False),
                                        models.Q(
                                            models.Q(
                                                ("coming_label__in", ("amber", "green", "clear")),
                                                ("label", "amber_strict"),
                                            ),
                                            models.Q(
                                                ("coming_label__in", ("green", "clear")),
                                                ("label", "amber"),
                                            ),
                                            models.Q(
                                                ("coming_label__in", ("clear",)), ("label", "green")
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="tracker_aisystem_embargo_widens",
                                violation_error_message="An embargo names an instant and the wider label that holds from then on.",
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
                            models.BooleanField(
                                default=True, verbose_name="lessons travel along it"
                            ),
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
                                condition=models.Q(
                                    ("upstream", models.F("downstream")), _negated=True
                                ),
                                name="systemdependency_between_two",
                                violation_error_message="A system cannot depend on itself.",
                            ),
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
                        (
                            "source",
                            models.CharField(blank=True, max_length=500, verbose_name="source"),
                        ),
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
            ],
        ),
    ]
