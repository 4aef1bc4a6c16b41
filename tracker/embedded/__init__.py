"""A Django database engine whose PostgreSQL starts by itself (see docs/adr/0001)."""
