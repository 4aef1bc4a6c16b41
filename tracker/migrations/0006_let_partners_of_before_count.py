"""Partners that were here before counting was written down count already."""

from django.db import migrations

COUNT = """
    UPDATE tracker_organization SET counts_since = now()
    WHERE kind = 'partner' AND counts_since IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [("tracker", "0005_delegate_signing_and_count_partners")]

    operations = [migrations.RunSQL(COUNT, migrations.RunSQL.noop)]
