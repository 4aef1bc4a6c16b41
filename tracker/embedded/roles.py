"""How data that was made before there was a web role gets one."""

import psycopg
import psycopg.conninfo

from tracker.embedded.cluster import CREATE_WEB, OWNER, WEB
from tracker.embedded.places import PORT, Place


def make_web_role(place: Place, database: str) -> bool:
    """Make the web role of a running server if it has none; tell whether it was missing.

    Until the next migration grants it more, it can read, so that a command can see what to migrate.
    """
    address = psycopg.conninfo.make_conninfo(
        host=str(place.socket), port=PORT, user=OWNER, dbname=database
    )
    with psycopg.connect(address) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('tracker.roles'))")
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [WEB])
        if known.fetchone():
            return False
        connection.execute(CREATE_WEB)
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {WEB}")
    return True
