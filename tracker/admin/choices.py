"""Which rows an admin page offers to choose from: what the reader may see, by default nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.db import models
from django.forms import Field
from django.http import HttpRequest

from tracker.access import may_see
from tracker.forms import DateInput
from tracker.models import Record, User

if TYPE_CHECKING:
    from django.contrib.admin.options import BaseModelAdmin

    Base = BaseModelAdmin[Any]
else:
    Base = object


def visible_rows(model: type[models.Model], user: Any) -> models.QuerySet[Any]:
    """Return what a reader may see of any model; of one that does not say, nothing."""
    rows: Any = model._default_manager
    if not hasattr(rows, "visible_to"):
        nothing: models.QuerySet[Any] = model._default_manager.none()
        return nothing
    visible: models.QuerySet[Any] = rows.visible_to(user)
    return visible


def hide_unseen(record: models.Model, user: Any) -> None:
    """Empty the relations of a loaded record that lead to what its reader may not see.

    A shared review may be about a system that is still a secret. Relations that a list did not
    fetch are not shown by it, so they are left alone.
    """
    for field in record._meta.concrete_fields:
        if field.many_to_one and field.is_cached(record):  # type: ignore[attr-defined]
            related = getattr(record, field.name)
            if related is not None and not may_be_named(user, related):
                field.set_cached_value(record, None)  # type: ignore[attr-defined]


def may_be_named(user: Any, related: models.Model) -> bool:
    """Say whether a reader may know of a related row; versions and items are as secret as systems."""
    secret = related if isinstance(related, Record) else getattr(related, "system", None)
    return secret is None or may_see(user, secret)


class VisibleChoices(Base):
    """Narrows every choice of an admin form to what its reader may see."""

    # Fields that only people of the reader's own organization can fill.
    own_people: tuple[str, ...] = ()
    # Fields beside which a new row can be made in a pop-up.
    can_add_beside: tuple[str, ...] = ()

    def rows_for(self, field: Any, request: HttpRequest) -> models.QuerySet[Any]:
        """Return the rows that a field offers."""
        if field.name in self.own_people:
            assert isinstance(request.user, User), "the door lets nobody else in"
            return User.objects.assignable_by(request.user)  # type: ignore[no-any-return]
        rows = visible_rows(field.remote_field.model, request.user)
        offered: models.QuerySet[Any] = with_words(rows)
        return offered

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer visible rows only."""
        kwargs["queryset"] = self.rows_for(db_field, request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer visible rows only."""
        kwargs["queryset"] = self.rows_for(db_field, request)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Field | None:
        """Leave the icons out that change or show a related row: a form is for its own record."""
        if isinstance(db_field, models.DateField):
            kwargs["widget"] = DateInput
        if isinstance(db_field, models.TextField):
            kwargs["widget"] = AdminTextareaWidget(attrs={"rows": 4})
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        widget = getattr(field, "widget", None)
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget.can_change_related = widget.can_view_related = False
            widget.can_delete_related = False
            widget.can_add_related = widget.can_add_related and db_field.name in self.can_add_beside
        return field


class VisibleFilter(admin.RelatedFieldListFilter):
    """A list filter by a related row; one that the reader may not see finds nothing, like none."""

    template = "admin/parts/filter.html"
    # "None" would count the rows that lead to what is hidden among those that lead to something.
    include_empty_choice = False

    def expected_parameters(self) -> list[str | None]:
        """Take the key of a row and nothing else."""
        return [self.lookup_kwarg]

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        """Offer visible rows only, those that the list leads to."""
        rows = visible_rows(field.remote_field.model, request.user)
        listed = visible_rows(model_admin.model, request.user).values(field.name)
        return [(row.pk, str(row)) for row in with_words(rows.filter(pk__in=listed))[:200]]

    def has_output(self) -> bool:
        """Take part even without a row to offer, so that the address is never taken at its word."""
        return True

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> Any:
        """Find nothing by a row that is not offered."""
        offered = {str(key) for key, _ in self.lookup_choices}
        if self.lookup_val and not set(self.lookup_val) <= offered:
            return queryset.none()
        return super().queryset(request, queryset)


def with_words(rows: Any) -> Any:
    """Fetch what naming a row takes, where that is more than the row."""
    names = {field.name for field in rows.model._meta.fields}
    return rows.select_related(*{"taxonomy", "system"} & names)
