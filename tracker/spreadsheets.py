"""How text that people wrote goes into a spreadsheet, which would obey some of it as a formula."""

from __future__ import annotations

import re

from tracker.hidden_text import reveal

# A spreadsheet takes a cell that begins so for a formula, in whatever width it is written.
FORMULA = re.compile(r"^[\s\x00]*[=+\-@＝＋－＠]|^[\t\r\n\x00]")


def for_cell(value: object) -> str:
    """Return a value that no spreadsheet takes for a formula: an apostrophe goes before it.

    Hidden characters are marked as they are on pages.
    """
    text = reveal(str(value))
    return f"'{text}" if FORMULA.match(text) else text
