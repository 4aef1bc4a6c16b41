"""How the change of a text is shown in place."""

from __future__ import annotations

from tracker.passages import compare


def gone_and_come(pieces) -> tuple[str, str]:
    """Return the words that went and those that came."""
    gone, come = ("".join(p.text for p in pieces if p.kind == kind) for kind in ("gone", "come"))
    return gone, come


def test_words_are_compared_within_their_line():
    pieces = compare("One.\nTwo is here.\nThree.\n", "One.\nTwo was here.\nThree.\n")
    assert gone_and_come(pieces) == ("is ", "was ")
    assert "".join(p.text for p in pieces if p.kind != "come") == "One.\nTwo is here.\nThree.\n"
    assert "".join(p.text for p in pieces if p.kind != "gone") == "One.\nTwo was here.\nThree.\n"


def test_lines_far_from_a_change_are_left_out():
    lines = [f"Line {number}.\n" for number in range(50)]
    pieces = compare("".join(lines), "".join([*lines[:-1], "The last.\n"]))
    left_out = next(p for p in pieces if p.kind == "left_out")
    assert left_out.text.count("\n") == 48


def test_a_long_text_is_compared_in_bounded_time():
    before, after = "a b " * 20_000, "b c " * 20_000
    assert gone_and_come(compare(before, after)) == (before, after)


def test_the_middle_of_a_long_line_that_did_not_change_is_left_out():
    same = " ".join(f"word{number}" for number in range(500))
    before, after = f"Old {same} end", f"New {same} end"
    pieces = compare(before, after)
    assert gone_and_come(pieces) == ("Old ", "New ")
    assert "word250" in next(p.text for p in pieces if p.kind == "left_out")
    assert "".join(p.text for p in pieces if p.kind != "come") == before


def test_many_lines_alike_are_compared_in_bounded_time():
    before, after = "\n" * 30_000, "\n" * 20_000 + "x"
    assert gone_and_come(compare(before, after)) == (before, after)


def test_what_is_added_at_the_end_leaves_the_words_before_it_alone():
    pieces = compare("It alerts", "It alerts at night.")
    assert [(p.kind, p.text) for p in pieces] == [("same", "It alerts"), ("come", " at night.")]


def test_space_alone_is_a_difference_too():
    assert gone_and_come(compare("One  two\n", "One two\n")) == ("  ", " ")
