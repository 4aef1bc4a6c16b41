"""The table of the cache that counts requests, as `createcachetable` would make it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tracker", "0001_first_tables")]

    operations = [
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
        )
    ]
