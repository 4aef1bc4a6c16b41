"""What every page knows about the site: its name, its notice, its main navigation."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker import access
from tracker.notifying.counting import MOST, count_unread

PRODUCT_NAME = _("Joint safety-review tracker")
NOTICE = _(
    "Demonstration data from public sources. "
    "Not affiliated with or endorsed by OpenAI or Microsoft."
)


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of the main navigation, by its address: the upper floors own the pages."""

    label: str | Promise
    path: str
    is_public: bool = False


SECTIONS = (
    Section(_("Home"), ""),
    Section(_("Systems"), "systems/"),
    Section(_("Observations"), "observations/"),
    Section(_("Cycles"), "cycles/"),
    Section(_("Findings"), "findings/"),
    Section(_("Lessons"), "lessons/"),
    Section(_("Practices"), "practices/", is_public=True),
    Section(_("Report"), "reports/", is_public=True),
)
# Where an entry leads when its address alone is no page.
LANDING = {"reports/": "reports/best-practices/"}


@dataclass(frozen=True, slots=True)
class Link:
    """A navigation entry ready to draw; `current` is "page", "true" (a page below it) or ""."""

    label: str | Promise
    url: str
    current: str


@dataclass(frozen=True, slots=True)
class Product:
    """The `product` of templates; what depends on the reader is worked out only when drawn.

    Not `site`: Django's sign-in view puts its own `site` into the context.
    """

    name: str | Promise
    notice: str | Promise
    navigation: Callable[[], list[Link]]
    enters_admin: Callable[[], bool]
    unread: Callable[[], str]


def site(request: HttpRequest) -> dict[str, Any]:
    """Give templates the product's name, the demonstration's notice and the navigation."""
    notice = NOTICE if settings.DEMONSTRATION else ""
    return {
        "product": Product(
            PRODUCT_NAME,
            notice,
            partial(_navigation, request),
            partial(_enters_admin, request),
            partial(_unread, request),
        )
    }


def _navigation(request: HttpRequest) -> list[Link]:
    signed_in = request.user.is_authenticated
    root = get_script_prefix()
    return [
        Link(section.label, url, _current(request.path, url, root + section.path, root))
        for section in SECTIONS
        if signed_in or section.is_public
        for url in [root + LANDING.get(section.path, section.path)]
    ]


def _enters_admin(request: HttpRequest) -> bool:
    return bool(access.judge(access.check_can_enter_admin, request.user))


def _unread(request: HttpRequest) -> str:
    unread = count_unread(request.user)
    return f"{MOST}+" if unread > MOST else str(unread or "")


def _current(here: str, url: str, section: str, root: str) -> str:
    if here == url:
        return "page"
    return "true" if section != root and here.startswith(section) else ""
