"""What counts as JSON from outside: bounded, UTF-8, no repeated keys, no numbers that JSON lacks."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

MAX_DEPTH = 100
MARK = b"\xef\xbb\xbf"
PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
KINDS = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


class Unreadable(ValueError):
    """Something read from outside is not what it should be; says where, as a JSON path, and what."""

    def __init__(self, sentence: str, path: str = "") -> None:
        super().__init__(f"{path}: {sentence}" if path else sentence)
        self.path = path


class Pairs(dict[str, Any]):
    """An object as parsed, which remembers the keys that came twice."""

    repeated: tuple[str, ...] = ()


def pairs(found: list[tuple[str, Any]]) -> Pairs:
    """Return an object of the pairs found; the last of two values stands, as in most readers."""
    made = Pairs(found)
    if len(made) < len(found):
        counts = Counter(key for key, _ in found)
        made.repeated = tuple(key for key, count in counts.items() if count > 1)
    return made


def kind_of(value: Any) -> str:
    """Name the kind of a JSON value for a sentence: "a number"."""
    return next((word for kind, word in KINDS.items() if type(value) is kind), "an object")


def step(path: str, key: str | int) -> str:
    """Return the path one step further: `$.a`, `$[0]`, `$["a b"]`."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{key}" if PLAIN_KEY.fullmatch(key) else f"{path}[{json.dumps(key)}]"


def walk(value: Any, path: str = "$") -> Iterator[tuple[str, Any]]:
    """Yield every value with its path, outer before inner, in the order of the file."""
    yield path, value
    waiting = [(path, inside(value))]
    while waiting:
        here, rest = waiting[-1]
        for key, found in rest:
            there = step(here, key)
            yield there, found
            if isinstance(found, dict | list):
                waiting.append((there, inside(found)))
                break
        else:
            waiting.pop()


def inside(value: Any) -> Iterator[tuple[str | int, Any]]:
    """Yield what stands directly in a value, with its key or number."""
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def parse(raw: bytes) -> Any:
    """Return what a file says, or say in a sentence why it can't be read."""
    try:
        text = raw.removeprefix(MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"is not UTF-8 text (byte {error.start + 1} is none of it).") from None
    try:
        value = json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        raise Unreadable(
            f"is not JSON: {error.msg} (line {error.lineno}, column {error.colno})."
        ) from None
    except RecursionError:
        raise too_deep() from None
    except ValueError:
        raise Unreadable("has a whole number of more than 4,000 digits.") from None
    check(value)
    return value


def too_deep() -> Unreadable:
    """Return the refusal of what is nested without end."""
    return Unreadable(f"is nested more than {MAX_DEPTH} levels deep.", "$")


def check(value: Any) -> None:
    """Refuse what the parser lets through: repeated keys, NaN, infinity, endless nesting."""
    if depth_of(value) > MAX_DEPTH:
        raise too_deep()
    for path, found in walk(value):
        if isinstance(found, Pairs) and found.repeated:
            raise Unreadable(f"has the key {json.dumps(found.repeated[0])} twice.", path)
        if isinstance(found, float) and not math.isfinite(found):
            raise Unreadable("should be a number, is NaN or too large.", path)


def depth_of(value: Any) -> int:
    """Return how many levels a value is nested, counting no further than one beyond the limit."""
    level, depth = [value], 0
    while level and depth <= MAX_DEPTH:
        inner: list[Any] = []
        for found in level:
            inner += found.values() if isinstance(found, dict) else []
            inner += found if isinstance(found, list) else []
        level, depth = inner, depth + 1
    return depth
