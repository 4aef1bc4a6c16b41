"""Who reads what by whose consent, who signs in whose stead, and what must stay or go."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating
import tracker.keys


class Migration(migrations.Migration):
    replaces = [
        ("tracker", "0005_delegate_signing_and_count_partners"),
        ("tracker", "0006_let_partners_of_before_count"),
        ("tracker", "0008_widen_labels_by_consent"),
    ]

    dependencies = [
        ("tracker", "0002_systems_and_words"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
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
                    name="LabelChange",
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
                            models.CharField(max_length=24, unique=True, verbose_name="reference"),
                        ),
                        ("noun", models.CharField(max_length=60, verbose_name="noun")),
                        ("record_id", models.UUIDField(db_index=True)),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tracker.organization",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "change of a label",
                        "verbose_name_plural": "changes of labels",
                        "ordering": ["-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "asked")),
                                fields=("record_id",),
                                name="labelchange_one_waits_at_a_time",
                                violation_error_message="A change of this record's label waits already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("kind", "widen"),
                                        models.Q(
                                            models.Q(
                                                ("from_label", "red"),
                                                (
                                                    "to_label__in",
                                                    ["amber_strict", "amber", "green", "clear"],
                                                ),
                                            ),
                                            models.Q(
                                                ("from_label", "amber_strict"),
                                                ("to_label__in", ["amber", "green", "clear"]),
                                            ),
                                            models.Q(
                                                ("from_label", "amber"),
                                                ("to_label__in", ["green", "clear"]),
                                            ),
                                            models.Q(
                                                ("from_label", "green"), ("to_label__in", ["clear"])
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    models.Q(
                                        ("kind", "narrow"),
                                        models.Q(
                                            models.Q(
                                                ("from_label", "red"), ("to_label__in", ["red"])
                                            ),
                                            models.Q(
                                                ("from_label", "amber_strict"),
                                                ("to_label__in", ["red", "amber_strict"]),
                                            ),
                                            models.Q(
                                                ("from_label", "amber"),
                                                ("to_label__in", ["red", "amber_strict", "amber"]),
                                            ),
                                            models.Q(
                                                ("from_label", "green"),
                                                (
                                                    "to_label__in",
                                                    ["red", "amber_strict", "amber", "green"],
                                                ),
                                            ),
                                            models.Q(
                                                ("from_label", "clear"),
                                                (
                                                    "to_label__in",
                                                    [
                                                        "red",
                                                        "amber_strict",
                                                        "amber",
                                                        "green",
                                                        "clear",
                                                    ],
                                                ),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="labelchange_goes_its_way",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("digest__regex", "^[0-9a-f]{64}$"), ("kind", "widen")
                                    ),
                                    models.Q(("digest", ""), ("kind", "narrow")),
                                    _connector="OR",
                                ),
                                name="labelchange_widens_exact_content",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind", "widen"),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="labelchange_narrows_with_reason",
                                violation_error_message="Say why fewer people may read it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("settled_at__isnull", True), ("status", "asked")),
                                    models.Q(
                                        models.Q(("status", "asked"), _negated=True),
                                        ("settled_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="labelchange_settled_at_an_instant",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Consent",
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
                        ("given_at", models.DateTimeField(null=True, verbose_name="given at")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(null=True, verbose_name="withdrawn at"),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organization",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consents_asked",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "change",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consents",
                                to="tracker.labelchange",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "consent",
                        "verbose_name_plural": "consents",
                        "ordering": ["organization__code"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("change", "organization"),
                                name="consent_once_per_organization",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("given_at__isnull", True), ("given_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("given_at__isnull", False), ("given_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="consent_given_by_and_at",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("given_at__isnull", False),
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="consent_withdrawn_by_and_at",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Delegation",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="delegations_held",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="signs in their stead",
                            ),
                        ),
                        (
                            "revoked_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "signatory",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="delegations_given",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="signatory",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "delegation",
                        "verbose_name_plural": "delegations",
                        "ordering": ["-starts_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="delegation_ends_after_it_starts",
                                violation_error_message="A delegation ends after it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("signatory", models.F("delegate")), _negated=True
                                ),
                                name="delegation_to_someone_else",
                                violation_error_message="Choose someone else than the signatory.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("revoked_at", None), ("revoked_by", None)),
                                    models.Q(
                                        ("revoked_at__isnull", False), ("revoked_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="delegation_revoked_by_someone",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LegalHold",
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
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organization",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "placed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "legal hold",
                        "verbose_name_plural": "legal holds",
                        "ordering": ["-id"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("lifted_at__isnull", True)),
                                fields=("record_id", "organization"),
                                name="legalhold_one_live",
                                violation_error_message="It is on legal hold already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="legalhold_placed_with_reason",
                                violation_error_message="Say why it is put on hold.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("lift_reason", ""),
                                        ("lifted_at__isnull", True),
                                        ("lifted_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("lifted_at__isnull", False),
                                        ("lifted_by__isnull", False),
                                        models.Q(("lift_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="legalhold_lifted_by_someone_with_reason",
                                violation_error_message="Say why the hold is lifted.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reading",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "reader",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reading",
                        "verbose_name_plural": "readings",
                        "ordering": ["-id"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["record_id", "-id"], name="reading_of_record")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "surface__in",
                                        ["page", "admin", "api", "export", "download", "report"],
                                    )
                                ),
                                name="reading_surface_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Redaction",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "redacted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "redaction",
                        "verbose_name_plural": "redactions",
                        "ordering": ["-id"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["record_id"], name="redaction_of_record"),
                            models.Index(fields=["row_id"], name="redaction_of_row"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cause", "other"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="redaction_says_why",
                                violation_error_message="Say why the text goes.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("cause__in", ["secret", "personal_data", "other"])
                                ),
                                name="redaction_cause_known",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
