"""Who sees, who may, and what an address of each kind answers; nothing here asks the product.

A column is a person as seen from a record's owner: `lead` leads at the owner, `lead'` at the other
partner. Where there is no owner, both columns of a role say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


def grid(text: str) -> Mapping[str, frozenset[str]]:
    """Read a table: from the name of a row to its columns that are marked with an x."""
    head, *lines = [line.split() for line in text.strip().splitlines()]
    marked = {}
    for name, *cells in lines:
        assert len(cells) == len(head) - 1, f"{name}: one mark for each column"
        marked[name] = frozenset(
            column for column, cell in zip(head[1:], cells, strict=True) if cell == "x"
        )
    return marked


# Who sees a record, by its audience; `people` are the partners' accounts. A `red` record names a reviewer
# and a lead at its owner, and a reviewer at the other partner; an `embargoed` one is shared tomorrow.
WHO_SEES = grid("""
audience   anon former observer reviewer lead signatory observer' reviewer' lead' signatory' community super
private     .     .       x        x      x       x         .         .       .       .          .       .
shared      .     .       x        x      x       x         x         x       x       x          .       .
public      x     x       x        x      x       x         x         x       x       x          x       x
people      .     .       x        x      x       x         x         x       x       x          .       x
red         .     .       .        x      x       .         .         x       .       .          .       .
embargoed   .     .       x        x      x       x         .         .       .       .          .       .
""")

# Who may do what, apart from seeing. `here`: at the organization that owns the record.
WHO_MAY = grid("""
may        anon former observer reviewer lead signatory observer' reviewer' lead' signatory' community super
anyone      x     x       x        x      x       x         x         x       x       x          x       x
signed-in   .     .       x        x      x       x         x         x       x       x          x       x
partners    .     .       x        x      x       x         x         x       x       x          .       .
admin       .     .       x        x      x       x         x         x       x       x          .       x
logs        .     .       .        x      x       .         .         x       x       .          .       .
answers-here .    .       .        x      x       x         .         .       .       .          .       .
logs-here   .     .       .        x      x       .         .         .       .       .          .       .
leads       .     .       .        .      x       .         .         .       x       .          .       .
consents    .     .       .        .      x       x         .         .       x       x          .       .
leads-here  .     .       .        .      x       .         .         .       .       .          .       .
decides-here .    .       .        .      x       x         .         .       .       .          .       .
signs       .     .       .        .      .       x         .         .       .       x          .       .
signs-here  .     .       .        .      .       x         .         .       .       .          .       .
reviews-here .    .       .        x      .       .         .         .       .       .          .       .
confirms    .     .       .        .      x       .         .         x       x       .          .       .
logs-there  .     .       .        .      .       .         .         x       x       .          .       .
frees-there .     .       .        .      .       .         .         .       x       x          .       .
runs        .     .       .        .      .       .         .         .       .       .          .       x
recruits    .     .       .        .      x       .         .         .       x       .          .       x
looks-after .     .       .        .      x       .         .         .       .       .          .       x
nobody      .     .       .        .      .       .         .         .       .       .          .       .
""")

SIGN_IN, FINE, REFUSED, ABSENT = 302, 200, 403, 404
UNKNOWN = 401
# A verb that was heard: done, or refused for what was sent or for the state the record is in.
HEARD = frozenset({200, 201, 204, 302, 400, 409})


@dataclass(frozen=True)
class Shape:
    """What a kind of address answers.

    `who` gets `fine`; other people who signed in get `refused`; those who did not get `stranger`.
    Where a noun is named, whoever does not see the record gets `unseen` before anything else. A
    `door` turns away whoever is not in it, before that, with `turned`.
    """

    who: str = "anyone"
    fine: int = FINE
    refused: int = REFUSED
    stranger: int = SIGN_IN
    unseen: int = ABSENT
    door: str = ""
    turned: int = SIGN_IN


OPEN = Shape()
SIGNED_IN = Shape("signed-in")
RECORD = Shape("anyone")  # its audience alone decides
LOGGING = Shape("logs")
ADMIN = Shape("admin", refused=SIGN_IN)
ADMIN_RECORD = Shape("admin", refused=SIGN_IN, door="admin")
ADMIN_TOLD = Shape("looks-after", door="admin")
ADMIN_NOTHING = Shape("nobody", refused=ABSENT, door="admin")  # there is no such page
ADMIN_DELETE = Shape("nobody", refused=REFUSED, door="admin")  # nothing is deleted
ELSEWHERE = Shape("anyone", fine=302)
LEADS_ON = Shape("signed-in", fine=302)
NOTHING_YET = Shape("nobody", refused=ABSENT)
ADMIN_SHORT = Shape(
    "admin", fine=302, refused=SIGN_IN, unseen=302, door="admin"
)  # leads on to the page


def adding(who: str) -> Shape:
    """Return the shape of an admin page that adds a record."""
    return Shape(who, door="admin")


API_LIST = Shape("signed-in", stranger=UNKNOWN)
API_RECORD = Shape("signed-in", stranger=UNKNOWN)


def writing(who: str) -> Shape:
    """Return the shape of an operation that writes."""
    return Shape(who, stranger=UNKNOWN)
