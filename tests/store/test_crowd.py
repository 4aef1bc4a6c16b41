"""On the running server, whose threads share connections, no answer is ever the other organization's."""

from __future__ import annotations

import http.client
import json
import random
import shutil
import socket
import struct
import subprocess
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

from lessons.demo.server import command, wait_until_it_answers
from tests.demo.test_serving import free_port
from tests.embedded.conftest import PROJECT, python, result
from tracker.embedded import server
from tracker.embedded.places import Place, find_place

pytestmark = [pytest.mark.slow, pytest.mark.exhaustive]

REQUESTS, THREADS, SHARE_CUT_SHORT = 5_000, 16, 0.4
LISTS = ("/", "/observations/", "/api/v1/observations/", "/api/v1/lessons/", "/search/?q=secret")
# Prints who can ask, each with a session and with what only their organization reads.
POPULATE = """
import json
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.conf import settings
from tests import factories
from tests.conftest import confirmed, hash_quickly
from django.test import Client
settings.ALLOWED_HOSTS = ["*"]
hash_quickly()
people = []
for code, name in (("OAI", "OpenAI"), ("MSFT", "Microsoft")):
    organization = factories.make_organization(code, name)
    word = f"secret{code.lower()}"
    for role in ("observer", "reviewer", "lead", "signatory"):
        user = factories.make_user(f"{code.lower()}-{role}", organization, role)
        session = confirmed(Client(), user).cookies["sessionid"].value
        people.append({"name": user.username, "word": word, "session": session})
    by = type(user).objects.get(username=f"{code.lower()}-reviewer")
    seen = [factories.make_observation(by, title=f"{word} {n}") for n in range(20)]
    pages = [f"/observations/{one.reference}/" for one in seen]
    pages += [f"/api/v1/observations/{one.reference}/" for one in seen]
    for person in people[-4:]:
        person["pages"] = pages
print(json.dumps(people))
"""


@dataclass
class Person:
    """Someone who asks: their session, and the word that only their organization reads."""

    name: str
    word: str
    session: str
    pages: list[str]


@dataclass
class Crowd:
    """Many threads that ask as people of both partners, and lose patience at random."""

    port: int
    people: list[Person]
    seen: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def run(self) -> None:
        """Ask all questions, shared among the threads."""
        threads = [
            threading.Thread(target=self.ask_many, args=(random.Random(seed),))
            for seed in range(THREADS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def ask_many(self, chance: random.Random) -> None:
        """Ask one thread's share of the questions."""
        for _ in range(REQUESTS // THREADS + 1):
            person = chance.choice(self.people)
            address = chance.choice(chance.choice((LISTS, *(one.pages for one in self.people))))
            if chance.random() < SHARE_CUT_SHORT:
                self.cut_short(person, address, chance.uniform(0, 0.08))
            else:
                self.ask(person, address)

    def ask(self, person: Person, address: str) -> None:
        """Ask one question, and judge the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", address, headers=headers_of(person))
        response = connection.getresponse()
        body = response.read().decode()
        connection.close()
        self.judge(person, address, response.status, body)

    def judge(self, person: Person, address: str, status: int, body: str) -> None:
        """Keep what is wrong: another's word, an error, or a record that its own people don't get."""
        own = address in LISTS or address in person.pages
        self.seen[f"answered {status}"] += 1
        foreign = {one.word for one in self.people} - {person.word}
        if any(word in body for word in foreign):
            self.wrong.append(f"{person.name} read the other side's word at {address}")
        if status != (200 if own else 404):
            self.wrong.append(f"{person.name} got {status} at {address}")
        if own and "observations" in address and person.word not in body:
            self.wrong.append(f"{person.name} did not find their own word at {address}")

    def cut_short(self, person: Person, address: str, patience: float) -> None:
        """Ask, and go away without a word: before the answer, or in the middle of it."""
        with socket.create_connection(("127.0.0.1", self.port)) as line:
            # Closing sends a reset, as a browser does whose tab was closed.
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            words = "".join(f"{name}: {value}\r\n" for name, value in headers_of(person).items())
            line.sendall(f"GET {address} HTTP/1.1\r\n{words}\r\n".encode())
            line.settimeout(patience or None)
            with suppress(OSError):
                line.recv(64)
        self.seen["cut short"] += 1


def headers_of(person: Person) -> dict[str, str]:
    """Return what a person's browser sends along."""
    return {"Host": "localhost", "Cookie": f"sessionid={person.session}"}


@pytest.fixture
def place() -> Iterator[Place]:
    """A database of its own, since the server must find what it serves committed."""
    home = Path(tempfile.mkdtemp(prefix="tracker-test-", dir="/tmp"))
    home.chmod(0o711)
    yield (made := find_place(home / "pg" / "18"))
    server.reset(made)
    shutil.rmtree(home)


@pytest.fixture
def people(place: Place) -> list[Person]:
    """Eight people of two partners."""
    setup = f"import django; django.setup()\n{POPULATE}"
    return [Person(**one) for one in json.loads(result(python(setup, place.data)).splitlines()[-1])]


@pytest.fixture
def port(place: Place, people: list[Person], monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The server as the demonstration runs it: one process, threads, one pool."""
    port = free_port()
    for name, value in {
        "TRACKER_PGDATA": str(place.data),
        "TRACKER_DB_POOL": "1",
        "SECRET_KEY": "for-tests",
        "PYTHONWARNINGS": "ignore",
    }.items():
        monkeypatch.setenv(name, value)
    child = subprocess.Popen(
        command("127.0.0.1", port),
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_until_it_answers(child, "127.0.0.1", port)
    yield port
    child.terminate()
    child.wait()


def left_open(place: Place) -> Any:
    """Return how many transactions of the web role were left open."""
    with psycopg.connect(host=str(place.socket), user="postgres", dbname="tracker") as owner:
        return owner.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE usename = 'tracker_web' AND state LIKE 'idle in transaction%'"
        ).fetchone()


def test_no_answer_is_for_the_wrong_organization(place, people, port) -> None:
    crowd = Crowd(port, people)
    crowd.run()
    assert not crowd.wrong, crowd.wrong[:10]
    assert sum(crowd.seen.values()) >= REQUESTS
    assert crowd.seen["cut short"] > REQUESTS / 4
    assert crowd.seen["answered 404"] > REQUESTS / 10, "the other side's records were asked for"
    assert left_open(place) == (0,)


def test_the_crowd_notices_an_answer_for_another(people) -> None:
    mine, theirs = people[0], people[-1]
    crowd = Crowd(0, people)
    crowd.judge(mine, mine.pages[0], 200, f"<h1>{theirs.word} 1</h1>")
    crowd.judge(mine, theirs.pages[0], 200, "")
    crowd.judge(mine, mine.pages[0], 200, f"{mine.word} 1")
    assert len(crowd.wrong) == 3
