"""Give the items that are here a reference, their cycles the partners that sign, and gates their duty."""

import secrets

from django.db import migrations

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KINDS_THAT_APPROVE = ("deployment_gate", "model_migration")


def name_items(apps, schema_editor):
    """Name each item; what was decided in cycles that are over stays as it is."""
    item = apps.get_model("reviews", "CycleItem")
    for one in item.objects.filter(reference=None).select_related("cycle"):
        one.reference = "ITM-" + "".join(secrets.choice(ALPHABET) for _ in range(5))
        running = one.cycle.status not in ("closed", "withdrawn")
        one.needs_approval = running and one.cycle.kind in KINDS_THAT_APPROVE
        one.save(update_fields=["reference", "needs_approval"])
    partners = apps.get_model("tracker", "Organization").objects.filter(kind="partner")
    for cycle in apps.get_model("reviews", "ReviewCycle").objects.exclude(status="planned"):
        cycle.signers.set(partners)


class Migration(migrations.Migration):
    dependencies = [("reviews", "0007_positions_on_items")]

    operations = [migrations.RunPython(name_items, migrations.RunPython.noop)]
