"""What the command refuses before it builds the demonstration: an address or a database not its own."""

from __future__ import annotations

import re
import socket

import pytest
from django.core.management import CommandError, call_command


def test_a_taken_port_is_named_with_what_takes_it():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(CommandError) as refusal:
            call_command("demo", "--port", str(port))
    assert re.search(
        rf"Port {port} is taken by process \d+ \(.+--port {port + 1}", str(refusal.value)
    )


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--port", "0"), "from 1 to 65535"),
        (("--port", "99999"), "from 1 to 65535"),
        (("--host", "192.0.2.1"), "Leave --host out"),
    ],
)
def test_an_impossible_address_is_refused_before_the_work(options, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("demo", *options)


def test_a_real_database_is_refused_unless_meant(settings):
    settings.DATABASE_URL = "postgres://somewhere/real"
    with pytest.raises(CommandError, match="--yes-this-database"):
        call_command("demo", "--no-serve")
