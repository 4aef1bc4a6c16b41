"""E-mail servers of the tests' own: one kills its first client, one refuses some, one is down."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from pathlib import Path
from smtplib import SMTPRecipientsRefused

from django.core.mail import EmailMessage
from django.core.mail.backends import locmem
from django.core.mail.backends.base import BaseEmailBackend


class KillsAfterTheFirst(BaseEmailBackend):
    """Takes every message, and kills the process that sent the first one before it can note that."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep the messages as files."""
        folder = Path(os.environ["TESTS_MAIL"])
        for message in email_messages:
            number = len(list(folder.iterdir()))
            (folder / f"{number}").write_bytes(message.message().as_bytes())
            if number == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return len(email_messages)


class RefusesSome(locmem.EmailBackend):
    """Refuses messages to Rita."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        """Take the others."""
        if any("rita" in address for message in messages for address in message.to):
            raise SMTPRecipientsRefused({})
        return super().send_messages(messages)


class IsDown(BaseEmailBackend):
    """Can't be reached."""

    def open(self) -> bool:
        """Refuse the connection."""
        raise ConnectionRefusedError
