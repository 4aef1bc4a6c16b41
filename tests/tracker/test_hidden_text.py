"""Hidden characters are shown as marks; ordinary text, emoji included, is shown as it is."""

import sys
import unicodedata

import pytest
from django.template import Context, Template

from tracker.hidden_text import HIDDEN, hidden_in, reveal, storable

MARKED = [
    ("a\u200bb", "a⟨U+200B⟩b"),
    ("\u202eabc\u202c", "⟨U+202E⟩abc⟨U+202C⟩"),
    ("x\U000e0041\U000e0042", "x⟨U+E0041⟩⟨U+E0042⟩"),
    ("a\ufeff", "a⟨U+FEFF⟩"),
    ("a\u00adb", "a⟨U+00AD⟩b"),
    ("a\0b\x1b[0m", "a⟨U+0000⟩b⟨U+001B⟩[0m"),
    ("\ud800", "⟨U+D800⟩"),
    ("a\u200db", "a⟨U+200D⟩b"),
    ("😀\ufe0f\ufe01\ufe0f", "😀\ufe0f⟨U+FE01⟩⟨U+FE0F⟩"),
    ("\u3164", "⟨U+3164⟩"),
]


@pytest.mark.parametrize(("text", "shown"), MARKED)
def test_what_hides_is_shown_as_a_mark(text, shown):
    assert reveal(text) == shown


@pytest.mark.parametrize(
    "text",
    ["plain\ttext\r\nin lines", "naïve café 日本語 עברית", "👩\u200d💻 ❤\ufe0f\u200d🔥 ☎\ufe0e"],
)
def test_ordinary_text_is_shown_as_it_is(text):
    assert reveal(text) == text


def test_every_format_and_control_character_is_found_but_those_that_are_drawn():
    drawn = ("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN")
    missed = [
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character) in {"Cf", "Cc", "Cs"}
        and not HIDDEN.search(character)
        and character not in "\t\n\r"
        and not unicodedata.name(character, "").startswith(drawn)
    ]
    assert missed == []


def test_hidden_characters_are_named_and_counted():
    assert hidden_in("a\u200b\u200b\u202e") == "U+200B (2), U+202E"
    assert hidden_in("plain") == ""


def test_only_what_a_database_cannot_keep_is_replaced_for_storage():
    assert storable("a\0\u200b\udfff") == "a⟨U+0000⟩\u200b⟨U+DFFF⟩"


def test_the_filter_marks_and_still_escapes():
    template = Template("{% load text %}{{ title|reveal }}")
    shown = template.render(Context({"title": "<b>\u200b</b>"}))
    assert shown == "&lt;b&gt;⟨U+200B⟩&lt;/b&gt;"
