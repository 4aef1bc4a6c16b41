"""What a supervisor may ask without signing in: does the process answer, can it serve, are jobs done."""

from __future__ import annotations

from functools import cache

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tracker.upgrading import count_missing_migrations
from tracker.working.health import jobs_state


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Say that the process answers; it asks nothing of the database."""
    return JsonResponse({"process": "ok"})


@login_not_required
@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Say whether requests can be served: 200 or 503; and, for whoever watches, whether jobs are done.

    Without a worker pages still serve, so that alone takes no web process out of service.
    """
    try:
        migrations = "ok" if tables_are_up_to_date() else "missing"
        said = {"database": "ok", "migrations": migrations}
        ready = migrations == "ok"
        if ready:
            said["jobs"] = jobs_state()
    except DatabaseError:
        said, ready = {"database": "unreachable"}, False
    return JsonResponse(said, status=200 if ready else 503)


def tables_are_up_to_date() -> bool:
    """Say whether every migration of this code is applied; once it is so, that stays."""
    if up_to_date():
        return True
    up_to_date.cache_clear()
    return False


@cache
def up_to_date() -> bool:
    """Compare the migrations of the code with those that the database says were applied."""
    return count_missing_migrations() == 0
