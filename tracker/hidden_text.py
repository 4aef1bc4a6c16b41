"""Which characters hide in a text, and how they are shown, so that nobody signs what they can't see."""

from __future__ import annotations

import re
from collections import Counter

# Zero-width and invisible characters, bidirectional controls, tags, controls (not tab and line
# ends), lone surrogates. A joiner inside an emoji and one variation selector after a character are
# ordinary; runs of selectors carry smuggled text.
HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad"
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ud800-\udfff"
    "]"
    "|[\ufe00-\ufe0d]"
    "|(?:(?<=[\ufe00-\ufe0f])|^)[\ufe0e\ufe0f]"
    "|(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d"
    "|\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])"
)
# What PostgreSQL can't keep at all: NUL in any text, and halves of surrogate pairs.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def mark(found: re.Match[str]) -> str:
    """Return the visible mark of a character: ⟨U+200B⟩."""
    return f"⟨{name_of(found[0])}⟩"


def name_of(character: str) -> str:
    """Return a character's code point as Unicode writes it: U+200B."""
    return f"U+{ord(character):04X}"


def reveal(text: str) -> str:
    """Return a text with visible marks where characters hide; for every place that shows it."""
    return HIDDEN.sub(mark, text)


def storable(text: str) -> str:
    """Return a text with visible marks for just those characters that a database can't keep."""
    return UNSTORABLE.sub(mark, text)


def hidden_in(text: str) -> str:
    """Name the characters that hide in a text, with counts: "U+200B (3), U+202E"; empty if none do."""
    counts = Counter(name_of(found[0]) for found in HIDDEN.finditer(text))
    return ", ".join(
        name if count == 1 else f"{name} ({count})" for name, count in sorted(counts.items())
    )
