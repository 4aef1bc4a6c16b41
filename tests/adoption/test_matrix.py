"""The matrix counts what every partner may know of, says when it is too few, and names no secret."""

from __future__ import annotations

import csv
import io
from functools import partial

import pytest
from django.urls import reverse

from lessons.adoption_transitions import ask, ask_of_all_practices
from lessons.models import Adoption
from lessons.reports.adoption import Adopted, matrix_for
from tests import factories
from tests.adoption.conftest import publish_next, say
from tests.queries import count_queries
from tracker import sharing

PAGE = "/reports/adoption/"


def figures(user) -> dict[str, str]:
    """Return each partner's share as a reader reads it."""
    return {group.organization.code: str(group.share) for group in matrix_for(user).groups}


def test_below_five_no_percentage_is_said() -> None:
    assert str(Adopted(2, 4)) == "2 of 4, too few to say"
    assert str(Adopted(2, 5)) == "2 of 5, 40 %"
    assert str(Adopted(0, 0, 3)) == "none asked"


def test_both_sides_read_the_same_figures_and_only_one_the_secret(asked, rita, mira, cleo) -> None:
    say(asked.of(asked.secret), rita)
    for reader in (rita, mira):
        assert figures(reader) == {
            "OAI": "0 of 1, too few to say",
            "MSFT": "0 of 1, too few to say",
        }
    assert (matrix_for(rita).inside, matrix_for(mira).inside) == (1, 0)
    assert asked.secret not in matrix_for(mira).systems
    assert matrix_for(cleo).groups == []


def test_a_percentage_stands_for_five_and_more(asked, rita, leo, mira) -> None:
    more = [sharing.share(factories.make_system(rita), by=leo) for _ in range(5)]
    adoptions = ask(asked.version, more)
    for adoption, how_far in zip(
        adoptions, ("adopted", "adopted", "planned", "partial", "not_applicable"), strict=True
    ):
        say(adoption, rita, how_far)
    # Model was asked and says nothing; what it does not apply to stands apart.
    assert figures(mira)["OAI"] == "2 of 5, 40 %"
    group = next(one for one in matrix_for(mira).groups if one.organization.code == "OAI")
    assert group.share.not_applicable == 1


def test_what_was_said_of_the_version_before_is_shown_as_stale_and_not_counted(
    asked, rita, leo, mira, sam, mona
) -> None:
    say(asked.of(asked.service), mira)
    assert figures(leo)["MSFT"] == "1 of 1, too few to say"
    publish_next(asked, rita, leo, sam, mona)
    ask_of_all_practices()
    assert figures(leo)["MSFT"] == "0 of 1, too few to say"
    cell = next(one for one in matrix_for(leo).groups if one.organization.code == "MSFT").rows[0]
    assert (cell.cells[0].state, str(cell.cells[0].words)) == ("stale", "Adopted 1.0, stale")


def test_the_pages_show_it_to_the_partners_and_hide_what_is_not_shared(
    asked, rita, mira, cleo, client
) -> None:
    say(asked.of(asked.service), mira)
    hidden = asked.of(asked.secret)
    for reader, sees in ((rita, True), (mira, False), (cleo, False)):
        client.force_login(reader)
        for address in (PAGE, reverse("adoption-list"), asked.version.get_absolute_url()):
            assert ("Secret" in client.get(address).content.decode()) is sees, address
        assert client.get(hidden.get_absolute_url()).status_code == (200 if sees else 404)
    client.logout()
    assert client.get(PAGE).status_code == 302
    assert "Service" not in client.get(asked.version.get_absolute_url()).content.decode()


def test_what_waits_stands_on_the_start_page_with_its_verb(asked, mira, client) -> None:
    client.force_login(mira)
    page = client.get("/").content.decode()
    assert "How far is Service with the practice" in page
    address = reverse("verb", args=["adoption", asked.of(asked.service).reference, "say"])
    assert address in page
    given = {"how_far": "planned", "reason": "In the next release."}
    assert client.post(address, given).status_code == 302
    assert Adoption.objects.get(system=asked.service).status == "planned"


API = "/api/v1/reports/adoption/"


def shown(client, query: str) -> set[str]:
    """Return the names of the systems that the page, the file and the API show; they agree."""
    matrix = client.get(f"{PAGE}?{query}").context["matrix"]
    file = client.get(f"{PAGE}?{query}&format=csv")
    told = client.get(f"{API}?{query}")
    names = {one.name for one in matrix.systems}
    rows = list(csv.DictReader(io.StringIO(file.content.decode())))
    assert {one["system"] for one in rows} == names
    assert {one["system"] for one in told.json()["cells"]} == {
        one.reference for one in matrix.systems
    }
    assert file["X-TLP"] == told["X-TLP"] == matrix.label.label
    assert all(one["state"] == "planned" for one in rows if "state=planned" in query)
    return names


def test_it_is_narrowed_alike_in_page_file_and_api(asked, rita, mira, client) -> None:
    say(asked.of(asked.service), mira, "planned")
    client.force_login(rita)
    practice = asked.version.practice.reference
    for query, names in (
        ("", {"Model", "Service", "Secret"}),
        (f"practice={practice}", {"Model", "Service", "Secret"}),
        ("organization=MSFT", {"Service"}),
        ("state=planned", {"Service"}),
        ("state=adopted", set()),
        ("q=serv", {"Service"}),
        ("q=serv&organization=OAI", set()),
    ):
        assert shown(client, query) == names, query
    for wrong in ("state=unknown", "practice=BP-0"):
        assert shown_of_wrong(client, wrong) == (set(), 400)


def shown_of_wrong(client, query: str) -> tuple[set[str], int]:
    """Return what the page shows of what can't be asked, and what the API answers."""
    page = client.get(f"{PAGE}?{query}")
    return set(page.context["matrix"].systems), client.get(f"{API}?{query}").status_code


def test_a_state_narrows_the_systems_and_no_share(asked, mira, client) -> None:
    say(asked.of(asked.service), mira)
    client.force_login(mira)
    page = client.get(f"{PAGE}?state=adopted")
    assert str(page.context["matrix"].share) == "1 of 2, too few to say"
    assert "Shares are of all systems" in page.content.decode()
    told = client.get(f"{API}?state=adopted").json()
    assert told["share"] == {"adopted": 1, "asked": 2, "not_applicable": 0, "percent": None}
    assert [one["said"] for one in told["cells"]] == ["adopted"]


def test_file_and_api_name_what_their_reader_sees_and_bear_the_label_of_that(
    asked, rita, mira, cleo, client
) -> None:
    for reader, sees, label in (
        (rita, True, "TLP:AMBER+STRICT"),
        (mira, False, "TLP:AMBER"),
    ):
        client.force_login(reader)
        for address in (f"{PAGE}?format=csv", API):
            answer = client.get(address)
            said = answer.content.decode()
            assert (asked.of(asked.secret).reference in said) is sees, address
            assert answer["X-TLP"] == label
        file = client.get(f"{PAGE}?format=csv")
        name = label.replace(":", "-").lower()
        assert f'-{name}.csv"' in file["Content-Disposition"]
        assert file.content.decode().startswith(f"label ({label} in all),practice,")
    client.force_login(cleo)
    assert client.get(API).json()["cells"] == []
    assert "Service" not in client.get(f"{PAGE}?format=csv").content.decode()


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}?format=csv", f"{PAGE}?state=asked", API])
def test_it_asks_the_same_for_more_systems(asked, rita, leo, client, address) -> None:
    client.force_login(leo)
    client.get(address)
    before = count_queries(partial(client.get, address))
    ask(asked.version, [sharing.share(factories.make_system(rita), by=leo) for _ in range(4)])
    assert count_queries(partial(client.get, address)) == before


def test_each_figure_leads_to_the_rows_it_counts(asked, rita, leo, mira, client) -> None:
    more = [sharing.share(factories.make_system(rita), by=leo) for _ in range(4)]
    said = ("adopted", "adopted", "planned", "not_applicable")
    for adoption, how_far in zip(ask(asked.version, more), said, strict=True):
        say(adoption, rita, how_far)
    client.force_login(mira)
    for query in ("", f"?practice={asked.version.practice.reference}", "?organization=OAI"):
        matrix = client.get(f"{PAGE}{query}").context["matrix"]
        shares = [matrix.share] if len(matrix.groups) > 1 else []
        shares += [share for group in matrix.groups for share in (group.share, *group.shares)]
        assert any(share.count for share in shares)
        for share in shares:
            for url, number in (
                (share.of_url, share.of),
                (share.count_url, share.count),
                (share.confirmed_url, share.confirmed),
                (share.not_applicable_url, share.not_applicable),
            ):
                assert len(client.get(url).context["page"].rows) == number, url
    share = next(one.share for one in matrix.groups if one.organization.code == "OAI")
    page = client.get(f"{PAGE}?organization=OAI").content.decode().replace("&amp;", "&")
    assert f'<a href="{share.of_url}">{share.of}</a>, {share.in_percent}' in page
    matrix = client.get(f"{PAGE}?q=a").context["matrix"]
    assert matrix.share.of_url == ""
