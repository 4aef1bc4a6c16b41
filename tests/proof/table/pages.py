"""Who gets each page, as a table; nothing here asks the product."""

from __future__ import annotations

from collections.abc import Mapping

from tests.proof.table.operations import TOLD_TO
from tests.proof.table.shapes import (
    ABSENT,
    ADMIN,
    ADMIN_DELETE,
    ADMIN_NOTHING,
    ADMIN_RECORD,
    ADMIN_SHORT,
    ADMIN_TOLD,
    ELSEWHERE,
    LEADS_ON,
    LOGGING,
    NOTHING_YET,
    OPEN,
    RECORD,
    SIGN_IN,
    SIGNED_IN,
    UNKNOWN,
    Shape,
    adding,
)

# Every route that is not an operation of the API: its shape, and the noun of the record it names.
PAGES: Mapping[str, tuple[Shape, str]] = {
    # open to anyone
    "home": (OPEN, ""),
    "practice-list": (OPEN, ""),
    "report-best-practices": (OPEN, ""),
    "login": (OPEN, ""),
    "healthz": (OPEN, ""),
    "readyz": (OPEN, ""),
    "admin:login": (ELSEWHERE, ""),
    # for whoever signed in
    "search": (SIGNED_IN, ""),
    "system-list": (SIGNED_IN, ""),
    "observation-list": (SIGNED_IN, ""),
    "cycle-list": (SIGNED_IN, ""),
    "series-list": (SIGNED_IN, ""),
    "review-list": (SIGNED_IN, ""),
    "finding-list": (SIGNED_IN, ""),
    "lesson-list": (SIGNED_IN, ""),
    "update-list": (SIGNED_IN, ""),
    "research-list": (SIGNED_IN, ""),
    "signing": (Shape("partners"), ""),
    "synthesis": (Shape("partners"), ""),
    "report-learning": (Shape("partners"), ""),
    "report-open-loops": (Shape("partners"), ""),
    "similar": (SIGNED_IN, ""),
    "gallery": (Shape("admin"), ""),
    "label-change-list": (SIGNED_IN, ""),
    "recurrence-list": (SIGNED_IN, ""),
    "briefing-line-list": (SIGNED_IN, ""),
    "share-many": (Shape("leads"), ""),
    "consent-many": (Shape("consents"), ""),
    "observation-new": (LOGGING, ""),
    # a record's page
    "label-change": (RECORD, "label change"),
    "recurrence-detail": (RECORD, "recurrence"),
    "system-detail": (RECORD, "system"),
    "dependency-detail": (RECORD, "dependency"),
    "observation-detail": (RECORD, "observation"),
    "cycle-detail": (RECORD, "cycle"),
    "cycle-meeting": (RECORD, "cycle"),
    "cycle-briefing": (RECORD, "cycle"),
    "series-detail": (RECORD, "series"),
    "cycle-concur": (Shape("nobody", refused=405, unseen=405), "cycle"),  # a form that is posted
    "review-detail": (RECORD, "review"),
    "finding-detail": (RECORD, "finding"),
    "lesson-detail": (RECORD, "lesson"),
    "lesson-signatures": (RECORD, "lesson"),
    "adoption-list": (SIGNED_IN, ""),
    "adoption-detail": (RECORD, "adoption"),
    "check-list": (SIGNED_IN, ""),
    "check-detail": (RECORD, "check"),
    "report-adoption": (SIGNED_IN, ""),
    "disposition-list": (SIGNED_IN, ""),
    "disposition-detail": (RECORD, "disposition"),
    "update-detail": (RECORD, "update"),
    "research-detail": (RECORD, "research"),
    "evidence-file": (RECORD, "evidence"),
    "practice-detail": (Shape(stranger=ABSENT), "practice"),
    "practice-version": (Shape(stranger=ABSENT), "practice"),
    "practice-signatures": (Shape(stranger=ABSENT), "practice"),
    "history": (RECORD, "lesson"),
    "trace": (Shape(stranger=ABSENT), "lesson"),
    # coming in; each comes with an authenticator app, so what is for others leads on
    "account_login": (OPEN, ""),
    "account_inactive": (OPEN, ""),
    "account_reset_password": (OPEN, ""),
    "account_reset_password_done": (OPEN, ""),
    "account_reset_password_from_key": (OPEN, ""),  # a link that opens nothing says so
    "account_reset_password_from_key_done": (OPEN, ""),
    "mfa_authenticate": (ELSEWHERE, ""),
    "mfa_login_webauthn": (ELSEWHERE, ""),
    # one's own account
    "account": (SIGNED_IN, ""),
    "mfa_index": (SIGNED_IN, ""),
    "account-tokens": (SIGNED_IN, ""),
    "account-notifications": (SIGNED_IN, ""),
    "account-session-end": (Shape("nobody", refused=405), ""),
    "account-token-end": (Shape("nobody", refused=405), ""),
    "sign-out-everywhere": (Shape("nobody", refused=405), ""),
    "hand-over": (Shape("nobody", refused=ABSENT), ""),  # of nobody's
    "reset-second-factor": (Shape("nobody", refused=ABSENT), ""),  # of nobody's
    "openid_connect_login": (Shape("nobody", refused=ABSENT, stranger=ABSENT), ""),  # none is set
    "openid_connect_callback": (Shape("nobody", refused=ABSENT, stranger=ABSENT), ""),
    "account_change_password": (SIGNED_IN, ""),
    "subscriptions": (SIGNED_IN, ""),
    "follow": (Shape("nobody", refused=405), ""),
    "unfollow": (Shape("nobody", refused=405), ""),
    "notifications": (SIGNED_IN, ""),
    "notification": (Shape("nobody", refused=ABSENT), ""),  # of nobody's
    "notification-read": (Shape("nobody", refused=405), ""),
    "notifications-read": (Shape("nobody", refused=405), ""),
    "confirm": (LEADS_ON, ""),
    "account_reauthenticate": (LEADS_ON, ""),
    "mfa_reauthenticate": (SIGNED_IN, ""),
    "mfa_reauthenticate_webauthn": (LEADS_ON, ""),
    "mfa_activate_totp": (LEADS_ON, ""),
    "mfa_deactivate_totp": (SIGNED_IN, ""),
    "mfa_view_recovery_codes": (NOTHING_YET, ""),
    "mfa_generate_recovery_codes": (SIGNED_IN, ""),
    "mfa_download_recovery_codes": (NOTHING_YET, ""),
    "mfa_list_webauthn": (SIGNED_IN, ""),
    "mfa_add_webauthn": (SIGNED_IN, ""),
    "mfa_edit_webauthn": (NOTHING_YET, ""),
    "mfa_remove_webauthn": (NOTHING_YET, ""),
    # leaving: a form that is posted
    "account_logout": (Shape("nobody", refused=405), ""),
    "logout": (Shape("nobody", refused=405), ""),
    "admin:logout": (Shape("nobody", refused=405, door="admin"), ""),
    # the API's own pages
    "api-root": (Shape("signed-in", fine=302, stranger=UNKNOWN), ""),
    "api-docs": (Shape("signed-in", stranger=UNKNOWN), ""),
    "api-schema": (Shape("signed-in", stranger=UNKNOWN), ""),
    "(no name) ^api/": (Shape("nobody", refused=ABSENT, stranger=ABSENT), ""),
    # the admin's own
    "admin:index": (ADMIN, ""),
    "admin:app_list": (ADMIN, ""),
    "admin:jsi18n": (ADMIN, ""),
    "admin:autocomplete": (ADMIN, ""),
    "admin:password_change": (Shape("admin", fine=302, refused=SIGN_IN), ""),
    "admin:password_change_done": (ADMIN, ""),
    "(no name) admin/(?P<url>.*)$": (ADMIN_NOTHING, ""),
}

# The nouns of the admin: the noun of this world, who adds one, and whether its list exports.
ADMIN_NOUNS: Mapping[str, tuple[str, str, bool]] = {
    # model                     noun                adds           exports
    "tracker_organization":      ("organization",     "runs",        False),
    "tracker_user":              ("person",           "recruits", False),
    "tracker_aisystem":          ("system",           "logs",        False),
    "tracker_systemdependency":  ("dependency",       "nobody",      False),
    "tracker_delegation":        ("delegation",       "signs",       False),
    "tracker_tag":               ("tag",              "logs",        False),
    "tracker_taxonomy":          ("taxonomy",         "nobody",      False),
    "tracker_duepolicy":         ("due policy",       "nobody",      False),
    "reviews_reviewcycle":       ("cycle",            "leads",       False),
    "reviews_cycleseries":       ("series",           "leads",       False),
    "reviews_observation":       ("observation",      "logs",        True),
    "reviews_review":            ("review",           "logs",        True),
    "reviews_finding":           ("finding",          "nobody",      True),
    "lessons_lesson":            ("lesson",           "logs",        True),
    "lessons_systemupdate":      ("update",           "logs",        False),
    "lessons_researchdirection": ("research",         "logs",        False),
    "lessons_practiceversion":   ("practice version", "nobody",      False),
    "lessons_check":             ("check",            "nobody",      False),
}  # fmt: skip


def all_pages() -> dict[str, tuple[Shape, str]]:
    """Return the row of every page, those of the admin's nouns included."""
    rows = dict(PAGES)
    for model, (noun, adds, exports) in ADMIN_NOUNS.items():
        pages = {
            "changelist": (ADMIN, ""),
            "add": (adding(adds), ""),
            "history": (ADMIN_TOLD if noun in TOLD_TO else ADMIN_RECORD, noun),
            "delete": (ADMIN_DELETE, noun),
            "change": (ADMIN_RECORD, noun),
            **({"export": (ADMIN, "")} if exports else {}),
        }
        rows |= {f"admin:{model}_{page}": row for page, row in pages.items()}
        # A record's address without a word behind it leads on to the page.
        rows[f"(no name) admin/{model.replace('_', '/')}/<path:object_id>/"] = (ADMIN_SHORT, noun)
    return rows
