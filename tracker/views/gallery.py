"""A page that draws every component once, with invented records, for those who build pages."""

from datetime import timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tracker import access
from tracker.display import LoopStep, Signature, Station, TraceNode
from tracker.states import Label, Severity
from tracker.templatetags.components import TONES


class SampleForm(forms.Form):
    """A form with a field of each kind, to be shown with its errors."""

    title = forms.CharField(help_text="What was seen, in one sentence.")
    seen_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), required=False)
    severity = forms.ChoiceField(choices=Severity.choices)
    details = forms.CharField(widget=forms.Textarea, required=False)
    systems = forms.MultipleChoiceField(
        choices=[("model", "Example model"), ("chat", "Example chat")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    unnamed = forms.BooleanField(
        label="Keep my name inside my organization",
        help_text="Others read “a reviewer at OpenAI”.",
        required=False,
    )


class SampleFilter(forms.Form):
    """A list's filters."""

    system = forms.CharField(required=False)
    state = forms.ChoiceField(choices=[("", "Any"), ("draft", "Draft")], required=False)


def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component to whoever may enter the admin."""
    access.check_can_enter_admin(request.user)
    return render(request, "gallery.html", samples())


def samples() -> dict[str, object]:
    """Make the gallery's invented records."""
    today = timezone.localdate()
    return {
        "states": sorted({state for states in TONES.values() for state in states}),
        "nouns": [key.split(".") for states in TONES.values() for key in states if "." in key],
        "severities": Severity.values,
        "labels": Label.values,
        "soon": today + timedelta(days=3),
        "past": today - timedelta(days=4),
        "now": timezone.now(),
        "threads": [whole_thread("gap"), whole_thread("current"), whole_thread("done")],
        "counts": counted_thread(),
        "signatures": sample_signatures(),
        "back": sample_back(),
        "here": TraceNode(
            kind="Lesson", noun="lesson", reference="OAI-LES-4T9XK", state="endorsed", date=today,
            title="Test long conversations before release, not only single answers",
        ),
        "forward": sample_forward(),
        "steps": [
            LoopStep("Observations", 218, 1.0),
            LoopStep("Findings", 64, 64 / 218),
            LoopStep("Lessons", 21, 21 / 218),
            LoopStep("Outcomes in effect", 13, 13 / 218),
            LoopStep("Verified", 5, 5 / 218),
        ],
        "form": SampleForm({"seen_on": "not a date", "severity": "high"}),
        "filters": SampleFilter({"system": "chat"}),
    }  # fmt: skip


def whole_thread(end: str) -> list[Station]:
    """Make a thread broken after its lesson, on its way, or come to its end."""
    today = timezone.localdate()
    ago = [today - timedelta(days=days) for days in (120, 98, 60, 30, 4)]
    begin = [
        Station(name="Observation", state="done", label="Confirmed", date=ago[0], url="#", count=3),
        Station(name="Finding", state="done", label="Confirmed", date=ago[1], url="#"),
    ]
    lesson = Station(name="Lesson", state="done", label="Endorsed", date=ago[2], url="#")
    if end == "gap":
        gap = Station(name="Outcome", state="gap", gap_name="R. Steward", gap_days=41)
        return [*begin, lesson, gap, Station(name="Verified", state="ahead")]
    if end == "current":
        here = Station(name="Lesson", state="current", label="Identified", date=ago[2], url="#")
        ahead = [Station(name=name, state="ahead") for name in ("Outcome", "Verified")]
        return [*begin, here, *ahead]
    shipped = Station(name="Outcome", state="done", label="Shipped", date=ago[3], url="#", count=2)
    proven = Station(name="Verified", state="done", label="Effective", date=ago[4], url="#")
    return [*begin, lesson, shipped, proven]


def counted_thread() -> list[Station]:
    """Make the report's thread, with counts."""
    names = {"Observations": 218, "Findings": 64, "Lessons": 21, "Outcomes": 13}
    stations = [Station(name=name, state="done", count=count) for name, count in names.items()]
    return [
        *stations,
        Station(name="Verified", state="gap", count=5, gap_name="8 owners", gap_days=90),
    ]


def sample_signatures() -> list[Signature]:
    """Make a signature that holds, one that a change overtook, and one not given."""
    then = timezone.now() - timedelta(days=2)
    digest = "9f2c41d07ab3e8aa5f0c"
    return [
        Signature(
            organization="OpenAI", signer="A. Signatory", signed_at=then, version=4,
            digest=digest, is_live=True, is_illustrative=True,
        ),
        Signature(
            organization="Microsoft", signer="B. Signatory", signed_at=then, version=3,
            digest=digest, changes_url="#changes",
        ),
        Signature(organization="Another partner", waiting_for="C. Signatory"),
    ]  # fmt: skip


def sample_back() -> list[TraceNode]:
    """Make what a lesson came from: one branch open, one not shared with the reader."""
    seen = TraceNode(
        kind="Observation", noun="observation", reference="MSFT-OBS-2M8QD", state="confirmed",
        title="After fifteen questions the answers turn hostile", date=timezone.localdate(),
    )  # fmt: skip
    found = TraceNode(
        kind="Finding", noun="finding", reference="MSFT-FND-7K3QM", state="confirmed", url="#",
        title="Long sessions drift away from the system prompt",
        children=[seen, TraceNode(kind="An observation", is_hidden=True)],
    )  # fmt: skip
    return [found, TraceNode(kind="A finding", is_hidden=True)]


def sample_forward() -> list[TraceNode]:
    """Make what a lesson led to: an update that waits for its verification, and a practice."""
    gap = TraceNode(kind="", gap="Not verified yet: R. Steward, 41 days")
    update = TraceNode(
        kind="System update", noun="update", reference="MSFT-UPD-9Q2RZ", state="shipped", url="#",
        title="Limit the turns of a session", children=[gap],
    )  # fmt: skip
    practice = TraceNode(
        kind="Practice", noun="practice", reference="BP-7", state="published", url="#",
        title="Evaluate whole conversations",
    )  # fmt: skip
    return [update, practice]
