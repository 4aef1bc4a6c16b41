"""Tokens of before carry no scopes; they lasted a week and are asked for anew."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0012_protect_records"),
    ]

    operations = [
        migrations.RunSQL("DROP TABLE IF EXISTS knox_authtoken", migrations.RunSQL.noop),
    ]
