"""What every admin page shares: it shows what its reader may see and writes through the verbs' doors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from tracker.access import Denied, Refusal, WrongState, judge
from tracker.admin.choices import VisibleChoices, hide_unseen, visible_rows
from tracker.admin.folding import by_reason, fold_the_rest
from tracker.admin.forms import NotSaved, RecordForm, write
from tracker.admin.parts import (
    Row,
    Step,
    Table,
    add_url,
    change_url,
    header_of,
    page_of,
    state_column,
)
from tracker.display import Text
from tracker.history.admitting import has_story
from tracker.history.nouns import check_can_read_history
from tracker.protection.readings import log_reading
from tracker.protection.shown import protection_of
from tracker.states import Surface
from tracker.verbs import buttons, verbs_of
from tracker.views.history import show_story, story_context

if TYPE_CHECKING:
    from django.contrib.admin.views.main import ChangeList

    BaseAdmin = admin.ModelAdmin[Any]
else:
    from django.contrib.admin.views.main import ChangeList

    BaseAdmin = admin.ModelAdmin

Fieldsets = Sequence[tuple[Any, dict[str, Any]]]
Check = Callable[..., None]


class SeenChangeList(ChangeList):
    """A list that neither names nor sorts by what its reader may not see."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns: list[Any] = list(self.list_display)
        self.sortable_by = [one for one in columns if self.get_ordering_field(one)]

    def get_results(self, request: HttpRequest) -> None:
        """Empty what the rows lead to where it is not for this reader."""
        super().get_results(request)
        if not self.has_active_filters and not self.query:
            self.full_result_count = self.result_count
        self.result_list = list(self.result_list)
        for row in self.result_list:
            hide_unseen(row, request.user)

    def get_ordering_field(self, field_name: Any) -> Any:
        """Sort by what is the row's own: an order by a hidden name would tell the name by halves."""
        field = super().get_ordering_field(field_name)
        return field if isinstance(field, str) and is_own_field(self.model, field) else None


class RecordAdmin(VisibleChoices, BaseAdmin):
    """A declaration over `visible_to`, the access checks, the editing functions and the verbs.

    A page that can't be edited is read in full; where the tags still can, they alone are a form.
    """

    form = RecordForm
    change_form_template = "admin/record_form.html"
    view_on_site = False
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    empty_value_display = "–"
    # What the form asks for under "Add more".
    more: tuple[str, ...] = ()
    # Whether its form offers to show records that resemble what is written in it.
    compares = False
    # What adding one is called on the front page; nothing where it is not a first step.
    first_step: Text = ""

    # Who may; None is nobody. `check_add` takes the reader, the others also the record.
    check_add: Check | None = None
    check_change: Check | None = None
    check_tag: Check | None = None
    # The functions that write; `create(by=…, **answers)`, `edit(record, by=…, **changes)`.
    create: Callable[..., models.Model] | None = None
    edit: Callable[..., models.Model] | None = None
    tag: Callable[..., models.Model] | None = None

    # --- Who sees -----------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Return what the reader may see, with what a list shows."""
        return self.list_rows(visible_rows(self.model, request.user), request.user)

    def list_rows(self, rows: Any, user: Any) -> models.QuerySet[Any]:
        """Return rows through the plan of a list."""
        listed: models.QuerySet[Any] = rows.for_list() if hasattr(rows, "for_list") else rows
        return listed

    def page_rows(self, rows: Any, user: Any) -> models.QuerySet[Any]:
        """Return rows through the plan of a page."""
        return self.list_rows(rows, user)

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        """Return a record with all that its page shows, or 404 alike for absent and not shared."""
        rows = self.page_rows(visible_rows(self.model, request.user), request.user)
        return self.find(request, rows, object_id)

    def find(self, request: HttpRequest, rows: models.QuerySet[Any], object_id: str) -> Any:
        """Return a record of some rows, or 404 alike for what is absent and what is not for this reader."""
        try:
            record = rows.get(pk=object_id)
        except (self.model.DoesNotExist, ValidationError, ValueError) as error:
            raise Http404 from error
        hide_unseen(record, request.user)
        return record

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Return the list that hides what its rows may not name."""
        return SeenChangeList

    def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> bool:
        """Allow the filters that the page offers: any other would answer what is not shown."""
        own = {self.date_hierarchy, *(name for name in self.list_filter if isinstance(name, str))}
        related = {f"{name[0]}__id__exact" for name in self.list_filter if isinstance(name, tuple)}
        named = {one.parameter_name for one in self.list_filter if isinstance(one, type)}  # type: ignore[attr-defined]
        return lookup in related | named or lookup.split("__")[0] in own

    # --- Who may ------------------------------------------------------------------------------

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the noun to whoever came in."""
        return True

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let whoever came in look; what there is to see is the queryset's to say."""
        return True

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Ask the access check."""
        check = type(self).check_add
        return check is not None and bool(judge(check, request.user))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Show a form where the access checks allow one.

        What was typed is always taken to the editing function, which may refuse it: so the page
        comes back with the reason and nothing typed is lost.
        """
        return obj is not None and self.mode(request, obj) != "none"

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Delete nothing: no lesson is lost."""
        return False

    def mode(self, request: HttpRequest, obj: Any) -> str:
        """Say what of a record is a form: "all", "tags", "rows" below it, or "none".

        A post says what its page was.
        """
        if request.method == "POST":
            return request.POST.get("_mode", "all")
        cls, user = type(self), request.user
        if obj is None or (cls.check_change and judge(cls.check_change, user, obj)):
            return "all"
        if cls.check_tag and judge(cls.check_tag, user, obj):
            return "tags"
        below: Any = [inline.check_add for inline in self.get_inlines(request, obj)]  # type: ignore[attr-defined]
        return "rows" if any(judge(check, user, obj) for check in below) else "none"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave the tags alone, or nothing, where nothing else can be changed."""
        fixed = super().get_readonly_fields(request, obj)
        mode = "all" if obj is None else self.mode(request, obj)
        if mode not in {"tags", "rows"}:
            return fixed
        names = flatten_fieldsets(self.get_fieldsets(request, obj))
        return [name for name in names if mode == "rows" or name != "tags"]

    # --- The form -----------------------------------------------------------------------------

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask for what is needed first; fold the rest."""
        first: Fieldsets = [(None, {"fields": self.get_fields(request, obj)})]
        if not self.more:
            return first
        return [*first, (_("Add more"), {"fields": self.more, "classes": ("collapse",)})]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the fields that come first."""
        return self.fields

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[RecordForm]:
        """Tell the form who reads it and what was refused; let it remember what it showed."""
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.reader, form.refusals = request.user, getattr(request, "refusals", {})
        # A declared field is the class's own, and adding remembers nothing.
        form.base_fields = deepcopy(form.base_fields)
        for one in form.base_fields.values() if change else ():
            one.show_hidden_initial = True
        return form  # type: ignore[no-any-return]

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Draw the form again with the reason when an editing function refused; nothing is saved."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except NotSaved as stop:
            request.refusals = {stop.prefix: stop.reason}  # type: ignore[attr-defined]
            response = super().changeform_view(request, *args, **kwargs)
            response.status_code = status_of(stop.reason)
            return response

    # --- Writing ------------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Let the editing function write what was given or changed."""
        request.saved = obj  # type: ignore[attr-defined]
        answers = form.answers()
        if change and not answers:
            return
        function = self.function_for(request, change)
        arguments = [obj] if change else []
        request.saved = write(  # type: ignore[attr-defined]
            None, function, *arguments, by=request.user, **answers
        )

    def function_for(self, request: HttpRequest, change: bool) -> Callable[..., models.Model]:
        """Return the editing function that takes this form."""
        cls = type(self)
        edit = cls.tag if request.POST.get("_mode") == "tags" else cls.edit
        chosen = edit if change else cls.create
        if chosen is None:
            raise Denied(str(_("This can't be changed here.")))
        return chosen

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """Add what was written below the record; its own relations went with its fields."""
        request.added = []
        for formset in formsets:
            for row in formset.forms:
                if row.has_changed():
                    own = {formset.fk.name, self.model._meta.pk.name}
                    answers = {k: v for k, v in row.answers().items() if k not in own}
                    add = formset.inline.add
                    added = write(row.prefix, add, request.saved, by=request.user, **answers)
                    request.added.append(added)

    def construct_change_message(self, *args: Any, **kwargs: Any) -> Any:
        """Say nothing: what happened is recorded by the editing functions."""
        return ""

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Write no log of the admin's own: it would be read past the records' labels."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Write no log of the admin's own: it would be read past the records' labels."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """Show the story that the record's page tells; what has no page of its own has none here."""
        if not has_story(self.model):
            raise Http404
        record = self.find(request, visible_rows(self.model, request.user), object_id)
        log_reading(request.user, [record], Surface.ADMIN)
        check_can_read_history(request.user, record)
        context = {
            **self.admin_site.each_context(request),
            **story_context(request, record),
            "opts": self.opts,
            "title": _("History: %(record)s") % {"record": record},
        }
        return show_story(request, "admin/record_history.html", context)

    def response_add(self, request: Any, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """Carry on with the record as it was written."""
        return super().response_add(request, request.saved, post_url_continue)

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> Any:
        """Stay with the record: the next step is one of its verbs."""
        return redirect(change_url(obj))

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> Any:
        """Stay with the record: the next step is one of its verbs."""
        return redirect(change_url(obj))

    # --- The page -----------------------------------------------------------------------------

    def tables(self, request: HttpRequest, record: Any) -> Iterable[Table]:
        """Return what hangs under a record."""
        return ()

    def steps(self, request: HttpRequest, record: Any) -> Iterable[Step]:
        """Return the ways on that are no verbs."""
        return ()

    def render_change_form(
        self,
        request: HttpRequest,
        context: Any,
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """Put the record's line, its verbs and what hangs under it around the form."""
        fold_the_rest(context["adminform"], is_form=bool(context["adminform"].form.fields))
        context["show_save_and_continue"] = False
        context["show_save_and_add_another"] = add
        context["compares"] = self.compares
        if obj is not None and change:
            record = self.get_object(request, str(obj.pk)) if request.method == "POST" else obj
            log_reading(request.user, [record], Surface.ADMIN)
            judged = buttons(verbs_of(self.model), request.user, record)
            context |= {
                "title": str(record),
                "subtitle": None,
                "record": record,
                "noun": self.opts.model_name,
                "header": header_of(record),
                "mode": self.mode(request, record),
                "from_admin": {"from": "admin"},
                "buttons": [button for button in judged if button.verdict],
                "refusals": by_reason(judged),
                "steps": list(self.steps(request, record)),
                "tables": [table for table in self.tables(request, record) if table.rows],
                "page_url": page_of(record),
                "protection": protection_of(record, request.user),
                "has_history": has_story(self.model)
                and judge(check_can_read_history, request.user, record),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Title the list by what it lists."""
        title = str(self.opts.verbose_name_plural).capitalize()
        context = {"title": title, "subtitle": None, **(extra_context or {})}
        return super().changelist_view(request, context)

    # --- The front page -----------------------------------------------------------------------

    def first_steps(self, request: HttpRequest) -> list[Step]:
        """Return the link that adds one, where this is what a reader of this role does first."""
        if not self.first_step or not self.has_add_permission(request):
            return []
        return [Step(self.first_step, add_url(self.model), is_primary=True)]

    def awaiting(self, request: HttpRequest) -> list[Row]:
        """Return some records that wait for this reader."""
        rows: Any = visible_rows(self.model, request.user)
        if not hasattr(rows, "awaiting"):
            return []
        return [
            Row(change_url(one), (one, one.reference, state_column(one)))
            for one in rows.awaiting(request.user)[:6]
        ]


def is_own_field(model: type[models.Model], name: str) -> bool:
    """Say whether a name is a column of a model's own, neither a relation nor reached over one."""
    own = {field.name for field in model._meta.concrete_fields if not field.is_relation}
    return name.lstrip("-") in own


def status_of(reason: Refusal | ValidationError) -> int:
    """Return how a refusal is answered: 409 for a state, 403 for a person, 400 for content."""
    if isinstance(reason, WrongState):
        return 409
    return 403 if isinstance(reason, Denied) else 400
