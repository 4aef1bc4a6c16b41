"""The pages' small parts: what they say, to whom, and what they must never let through."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import get_template, render_to_string
from django.utils import timezone

from lessons import states as lessons
from reviews import states as reviews
from tracker import context_processors
from tracker.display import LoopStep, Signature, Station, TraceNode
from tracker.states import Label
from tracker.templatetags import components

TEMPLATES = Path(__file__).parent.parent / "templates"

GAP = Station(name="Outcome", state="gap", gap_name="R. Steward", gap_days=41)
SEEN = Station(name="Observation", state="done", label="Confirmed", url="/observations/1/")


def draw(source, **values):
    return Template("{% load components %}" + source).render(Context(values))


def test_a_state_belongs_to_one_tone_only():
    placed = [state for states in components.TONES.values() for state in states]
    assert len(placed) == len(set(placed))


@pytest.mark.parametrize(
    ("state", "noun", "tone"),
    [
        ("confirmed", "observation", "effective"),
        ("confirmed", "finding", "moving"),
        ("regressed", "lesson", "broken"),
        ("a_state_nobody_placed", "", "waiting"),
    ],
)
def test_a_tone_follows_the_state_and_where_needed_the_noun(state, noun, tone):
    assert components.tone_of(state, noun) == tone


def test_every_state_of_every_noun_has_its_tone():
    nouns = [
        ("observation", reviews.ObservationStatus),
        ("reviewcycle", reviews.CycleStatus),
        ("cycleitem", reviews.ItemStatus),
        ("review", reviews.ReviewStatus),
        ("finding", reviews.FindingStatus),
        ("lesson", lessons.LessonStatus),
        ("systemupdate", lessons.UpdateStatus),
        ("researchdirection", lessons.ResearchStatus),
        ("practiceversion", lessons.PracticeStatus),
    ]
    placed = components.TONE_OF.keys()
    every = [(noun, str(state)) for noun, states in nouns for state in states.values]
    assert [pair for pair in every if not {pair[1], ".".join(pair)} & placed] == []


def test_a_status_says_its_state_in_words():
    assert "In progress</span>" in components.status("in_progress")


@pytest.mark.parametrize("label", ["AMBER+STRICT", "amber_strict", "TLP:AMBER+STRICT"])
def test_a_label_is_drawn_the_same_however_it_is_stored(label):
    assert components.tlp(label) == '<span class="tlp tlp-amber-strict">TLP:AMBER+STRICT</span>'


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "tomorrow"), (-4, "4 days ago"), (3, "in 3 days"), (-800, "2 years ago")],
)
def test_a_date_says_how_far_away_it_is(days, words):
    assert words in components.day(timezone.localdate() + timedelta(days=days))


def test_a_date_known_to_the_month_only_says_no_more():
    assert "Feb 2023</span></time>" in components.day(date(2023, 2, 1), precision="month")


def test_an_instant_names_its_zone():
    html = components.day(datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
    assert 'title="22 November 2026, 14:05 UTC"' in html


def test_a_whole_thread_is_an_ordered_list_that_names_who_the_gap_waits_for():
    html = components.thread([SEEN, GAP])
    assert "<ol>" in html
    assert "waits for R. Steward, 41 days" in html


def test_a_small_thread_hides_no_link_from_the_eye():
    assert "<a " not in components.thread([SEEN, GAP], size="small")


@pytest.mark.parametrize(
    ("days", "caption"),
    [
        (0, "waits for R. Steward, since today"),
        (1, "waits for R. Steward, 1 day"),
        (None, "waits for R. Steward"),
    ],
)
def test_a_gap_says_who_it_waits_for_and_since_when(days, caption):
    html = components.thread([SEEN, replace(GAP, gap_days=days)], size="small")
    assert f'aria-hidden="true">Outcome: {caption}<' in html


def test_a_small_thread_that_waits_for_nobody_names_the_furthest_station():
    reached = Station(name="Outcome", state="done")
    html = components.thread([SEEN, reached, Station(name="Verified", state="ahead")], "small")
    assert 'aria-hidden="true">Outcome<' in html


def test_a_hidden_record_shows_nothing_but_its_kind():
    hidden = TraceNode(kind="An observation", title="Secret", url="/x/", is_hidden=True)
    html = components.trace([hidden], TraceNode(kind="Finding", title="Seen"), [])
    assert "An observation not shared with you" in html
    assert "Secret" not in html


def test_a_signature_overtaken_by_a_change_does_not_read_as_signed():
    stale = Signature(organization="OpenAI", signer="A.", signed_at=timezone.now(), version=3)
    html = components.signatures([stale])
    assert "Changed since" in html
    assert "Signed this version" not in html


def test_the_loop_chart_says_every_figure_in_its_table_too():
    html = components.loop_chart([LoopStep("Findings", 64, 0.29)])
    assert 'width="29.0%"' in html
    assert '<td class="number">64</td><td class="number">29 %</td>' in html


def test_a_refused_verb_gives_its_reason_and_no_form():
    html = draw('{% verb "Endorse" "/x/" refusal="Only a signatory can sign." %}')
    assert "Only a signatory can sign." in html
    assert "<form" not in html


def test_a_verb_posts_with_the_token_of_the_page():
    html = draw('{% verb "Accept" "/accept/" %}', csrf_token="t0ken")
    assert 'method="post" action="/accept/"' in html
    assert 'value="t0ken"' in html


def test_a_wrong_field_is_tied_to_its_error_and_reached_from_the_summary():
    form = forms.Form({})
    form.fields["title"] = forms.CharField()
    html = draw("{% error_summary form %}{% field form.title %}", form=form)
    assert 'href="#id_title"' in html
    assert 'aria-describedby="id_title_error"' in html
    assert 'id="id_title_error"' in html


def test_a_container_keeps_markup_of_the_page_and_escapes_values():
    html = draw("{% card title=title %}<p>{{ text }}</p>{% endcard %}", title="<b>", text="<i>")
    assert "<h2>&lt;b&gt;</h2>" in html
    assert "<p>&lt;i&gt;</p>" in html


def test_a_fact_without_a_value_says_so():
    assert "<dd>–</dd>" in draw('{% fact "Owner" %}{% endfact %}')


def navigation(path, *, signed_in, rf):
    request = rf.get(path)
    request.user = SimpleNamespace(is_authenticated=signed_in)
    return context_processors.site(request)["product"].navigation()


def test_a_stranger_is_led_to_public_pages_only(rf):
    links = navigation("/practices/", signed_in=False, rf=rf)
    assert [(link.url, link.current) for link in links] == [
        ("/practices/", "page"),
        ("/reports/best-practices/", ""),
    ]


def test_a_page_below_a_section_marks_the_section(rf):
    links = navigation("/lessons/OAI-LES-4T9XK/", signed_in=True, rf=rf)
    assert [str(link.label) for link in links if link.current] == ["Lessons"]


@pytest.mark.parametrize(("shown", "words"), [(True, "Not affiliated"), (False, "")])
def test_the_notice_stands_only_on_a_demonstration(settings, rf, shown, words):
    settings.DEMONSTRATION = shown
    notice = str(context_processors.site(rf.get("/"))["product"].notice)
    assert (words in notice) if shown else notice == ""


@pytest.mark.parametrize("page", ["400.html", "500.html", "403_csrf.html"])
def test_pages_for_the_worst_moments_need_neither_request_nor_database(page):
    assert "Go to the start page" in render_to_string(page)


def test_the_gallery_is_drawn_for_people_of_a_partner(client, rita):
    client.force_login(rita)
    html = client.get("/gallery/").content.decode()
    assert "Components" in html
    assert 'style="' not in html


def test_the_gallery_is_refused_to_a_community_reader(client, cleo):
    client.force_login(cleo)
    assert client.get("/gallery/").status_code == 403


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_compiles_and_has_no_inline_style_or_script(path):
    source = path.read_text()
    get_template(str(path.relative_to(TEMPLATES)))
    # A script of type application/json is data: no browser runs it, and the policy lets it be.
    script = r"<script(?![^>]*\b(?:src=|type=\"application/json\"))"
    assert not re.search(rf"<style|{script}|\sstyle=|\son\w+=", source)


LABELS_IN_TEMPLATES = re.compile(r"{% block tlp %}(.*?){% endblock")


def test_every_page_names_its_label_as_the_stylesheet_prints_it() -> None:
    """A label in other letters would print no label at all, and nobody would notice."""
    templates = TEMPLATES.rglob("*.html")
    named = [n for t in templates for n in LABELS_IN_TEMPLATES.findall(t.read_text())]
    words = {word for name in named for word in re.sub(r"{[{%].*?[}%]}", " ", name).split()}
    assert words
    assert words <= set(Label.values)
