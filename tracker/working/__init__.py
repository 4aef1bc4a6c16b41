"""How work that nobody waits for is done: jobs in the same database, worked off by `manage.py worker`."""
