"""A process that does one verb after the other until it is killed; run by test_killed.py.

Takes the database's name and a seed. Prints the reference of each record when its verb has returned.
"""

from __future__ import annotations

import random
import sys
from typing import Any

import django
from django.conf import settings


def main(database: str, seed: int) -> None:
    """Do verbs for ever."""
    for one in settings.DATABASES.values():
        one["NAME"] = database
    django.setup()
    from tracker.models import User

    people = {user.username: user for user in User.objects.all()}
    chance = random.Random(seed)
    print("ready", flush=True)
    while True:
        print(do_something(people, chance), flush=True)


def do_something(people: dict[str, Any], chance: random.Random) -> str:
    """Do a few verbs to one record, and something by raw SQL; return the record's reference."""
    from django.db import connection

    from reviews.editing import edit_observation
    from tests import factories

    rita, leo = people["rita"], people["leo"]
    if chance.random() < 0.3:
        lesson = factories.make_endorsed_lesson(rita, leo, people["sam"], people["mona"])
        return str(lesson.reference)
    # Streams before this one left systems, and a name is an organization's only once.
    systems = [factories.make_system(rita, name=f"System {chance.random()}") for _ in range(3)]
    observation = factories.make_observation(rita, systems=systems, description="words " * 2000)
    for number in range(3):
        edit_observation(observation, by=rita, title=f"Edit {number}", systems=systems[number:])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE tracker_aisystem SET description = description || 'x'")
    return str(observation.reference)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
