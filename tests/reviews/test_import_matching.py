"""Which system a name means: by name and alias in any spelling, never by likeness."""

import pytest

from reviews.importing.matching import SystemIndex
from tests import factories
from tracker import sharing

NAMES = [
    ("GPT-4o", "GPT-4o"),
    ("gpt 4o", "GPT-4o"),
    ("gpt_4o", "GPT-4o"),
    ("ＧＰＴ‑4o", "GPT-4o"),
    ("OpenAI GPT-4o", "GPT-4o"),
    ("openai/gpt-4o", "GPT-4o"),
    ("gpt-4o-2024-08-06", "GPT-4o"),
    ("OpenAI gpt-4o-20240806", "GPT-4o"),
    ("gpt-4o-mini-2024-07-18", "GPT-4o mini"),
    ("DALL-E3", "DALL·E 3"),
    ("DALL·E 3", "DALL·E 3"),
    ("Hosted Copy", "GPT-4o"),
    ("Codex", "OpenAI Codex"),
    ("GPT-4", None),
    ("GPT-4o-2024-13-45", None),
    ("GPT-4o with Vision", None),
    ("Microsoft GPT-4o", None),
    ("AI Engine: GPT-4o", None),
    ("2024-07-18", None),
    ("OpenAI", None),
    ("-", None),
]


@pytest.fixture
def systems(rita):
    """Systems of one side, all by the same developer."""
    for name, aliases in [
        ("GPT-4o", ["hosted-copy"]),
        ("GPT-4o mini", []),
        ("DALL·E 3", []),
        ("OpenAI Codex", []),
    ]:
        factories.make_system(rita, name=name, aliases=aliases, developer=rita.organization)


@pytest.mark.parametrize(("written", "meant"), NAMES)
def test_a_name_means_the_system_that_has_it(systems, rita, written, meant):
    system = SystemIndex(rita).find(written).system
    assert (system.name if system else None) == meant


def test_ones_own_system_comes_first_where_two_have_a_name(rita, mira, milo):
    theirs = factories.make_system(mira, name="Teapot")
    sharing.share(theirs, by=milo)
    own = factories.make_system(rita, name="Teapot")
    assert SystemIndex(rita).find("teapot").system == own


def test_a_name_that_two_of_ones_own_systems_have_matches_none_and_says_so(rita):
    first = factories.make_system(rita, name="Teapot")
    second = factories.make_system(rita, name="Other", aliases=["tea-pot"])
    match = SystemIndex(rita).find("Tea Pot")
    assert match.system is None
    assert first.reference in match.note
    assert second.reference in match.note


def test_a_name_as_written_comes_before_a_name_with_its_vendor_left_out(rita):
    factories.make_system(rita, name="OpenAI Codex", developer=rita.organization)
    plain = factories.make_system(rita, name="Codex")
    assert SystemIndex(rita).find("codex").system == plain


def test_all_systems_are_looked_up_with_one_query(systems, rita, django_assert_num_queries):
    with django_assert_num_queries(1):
        index = SystemIndex(rita)
        for written, _ in NAMES:
            index.find(written)
