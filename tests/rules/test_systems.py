"""Systems depend on one another without loops, whoever writes and however many at once."""

from __future__ import annotations

import itertools

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from tests.factories import make_dependency, make_system
from tracker.access import Denied
from tracker.models import SystemDependency
from tracker.sharing import share


def depend(by, upstream, downstream) -> SystemDependency:
    return make_dependency(by=by, upstream=upstream, downstream=downstream, kind="built_on")


def test_a_loop_is_refused_with_its_path_named(rita) -> None:
    model, api, app = (make_system(rita, name=name) for name in ("GPT-4", "API", "ChatGPT"))
    depend(rita, model, api)
    depend(rita, api, app)
    with pytest.raises(ValidationError, match="ChatGPT → GPT-4 → API → ChatGPT"):
        depend(rita, app, model)
    assert SystemDependency.objects.count() == 2


def test_a_refused_loop_names_only_systems_that_its_reader_may_see(rita, leo, mira, milo) -> None:
    upper = share(make_system(rita, name="Upper"), by=leo)
    lower = share(make_system(mira, name="Lower"), by=milo)
    secret, deeper = make_system(rita, name="Heron"), make_system(rita, name="Egret")
    for upstream, downstream in [(lower, secret), (secret, deeper), (deeper, upper)]:
        depend(rita, upstream, downstream)
    with pytest.raises(ValidationError) as refusal:
        depend(mira, upper, lower)
    path = "Upper → Lower → a system not shared with you → Upper"
    assert refusal.value.messages == [f"A system cannot depend on itself: {path}."]


def test_the_database_refuses_a_loop_without_naming_a_system(rita) -> None:
    model, app = make_system(rita, name="Heron"), make_system(rita, name="Egret")
    depend(rita, model, app)
    with pytest.raises(IntegrityError, match="directly or through others") as refusal:
        SystemDependency.objects.create(upstream=app, downstream=model, kind="built_on")
    assert "Heron" not in str(refusal.value)
    assert "Egret" not in str(refusal.value)


def test_a_system_does_not_depend_on_itself(rita) -> None:
    model = make_system(rita)
    with pytest.raises(ValidationError, match="cannot depend on itself"):
        depend(rita, model, model)


def test_a_diamond_is_no_loop(rita) -> None:
    top, left, right, bottom = (make_system(rita) for _ in range(4))
    for upstream, downstream in [(top, left), (top, right), (left, bottom), (right, bottom)]:
        depend(rita, upstream, downstream)
    assert SystemDependency.objects.count() == 4


def test_many_diamonds_on_one_another_are_checked_in_passing(rita) -> None:
    """Two to the twelfth paths lead down; reachability visits each system once."""
    layers = [[make_system(rita) for _ in range(2)] for _ in range(13)]
    for above, below in itertools.pairwise(layers):
        for upstream in above:
            for downstream in below:
                depend(rita, upstream, downstream)
    with pytest.raises(ValidationError, match="cannot depend on itself"):
        depend(rita, layers[-1][0], layers[0][0])


def test_only_the_downstream_owner_says_what_a_system_depends_on(rita, mira) -> None:
    with pytest.raises(Denied, match="Only people of Microsoft"):
        depend(rita, make_system(rita), make_system(mira))
