"""What everyone is answered, as tables that a person can read; nothing here asks the product.

A column is a person as seen from a record's owner: `lead` leads at the owner, `lead'` at the other
partner. Where there is no owner, both columns of a role say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


def grid(text: str) -> Mapping[str, frozenset[str]]:
    """Read a table: from the name of a row to its columns that are marked with an x."""
    head, *lines = [line.split() for line in text.strip().splitlines()]
    marked = {}
    for name, *cells in lines:
        assert len(cells) == len(head) - 1, f"{name}: one mark for each column"
        marked[name] = frozenset(
            column for column, cell in zip(head[1:], cells, strict=True) if cell == "x"
        )
    return marked


# Who sees a record, by its audience; `people` are the partners' accounts. A `red` record names a reviewer
# and a lead at its owner, and a reviewer at the other partner; an `embargoed` one is shared tomorrow.
WHO_SEES = grid("""
audience   anon former observer reviewer lead signatory observer' reviewer' lead' signatory' community super
private     .     .       x        x      x       x         .         .       .       .          .       .
shared      .     .       x        x      x       x         x         x       x       x          .       .
public      x     x       x        x      x       x         x         x       x       x          x       x
people      .     .       x        x      x       x         x         x       x       x          .       x
red         .     .       .        x      x       .         .         x       .       .          .       .
embargoed   .     .       x        x      x       x         .         .       .       .          .       .
""")

# Who may do what, apart from seeing. `here`: at the organization that owns the record.
WHO_MAY = grid("""
may        anon former observer reviewer lead signatory observer' reviewer' lead' signatory' community super
anyone      x     x       x        x      x       x         x         x       x       x          x       x
signed-in   .     .       x        x      x       x         x         x       x       x          x       x
partners    .     .       x        x      x       x         x         x       x       x          .       .
admin       .     .       x        x      x       x         x         x       x       x          .       x
logs        .     .       .        x      x       .         .         x       x       .          .       .
answers-here .    .       .        x      x       x         .         .       .       .          .       .
logs-here   .     .       .        x      x       .         .         .       .       .          .       .
leads       .     .       .        .      x       .         .         .       x       .          .       .
consents    .     .       .        .      x       x         .         .       x       x          .       .
leads-here  .     .       .        .      x       .         .         .       .       .          .       .
decides-here .    .       .        .      x       x         .         .       .       .          .       .
signs       .     .       .        .      .       x         .         .       .       x          .       .
signs-here  .     .       .        .      .       x         .         .       .       .          .       .
reviews-here .    .       .        x      .       .         .         .       .       .          .       .
confirms    .     .       .        .      x       .         .         x       x       .          .       .
logs-there  .     .       .        .      .       .         .         x       x       .          .       .
frees-there .     .       .        .      .       .         .         .       x       x          .       .
runs        .     .       .        .      .       .         .         .       .       .          .       x
recruits    .     .       .        .      x       .         .         .       x       .          .       x
looks-after .     .       .        .      x       .         .         .       .       .          .       x
nobody      .     .       .        .      .       .         .         .       .       .          .       .
""")

SIGN_IN, FINE, REFUSED, ABSENT = 302, 200, 403, 404
UNKNOWN = 401
# A verb that was heard: done, or refused for what was sent or for the state the record is in.
HEARD = frozenset({200, 201, 204, 302, 400, 409})


@dataclass(frozen=True)
class Shape:
    """What a kind of address answers.

    `who` gets `fine`; other people who signed in get `refused`; those who did not get `stranger`.
    Where a noun is named, whoever does not see the record gets `unseen` before anything else. A
    `door` turns away whoever is not in it, before that, with `turned`.
    """

    who: str = "anyone"
    fine: int = FINE
    refused: int = REFUSED
    stranger: int = SIGN_IN
    unseen: int = ABSENT
    door: str = ""
    turned: int = SIGN_IN


OPEN = Shape()
SIGNED_IN = Shape("signed-in")
RECORD = Shape("anyone")  # its audience alone decides
LOGGING = Shape("logs")
ADMIN = Shape("admin", refused=SIGN_IN)
ADMIN_RECORD = Shape("admin", refused=SIGN_IN, door="admin")
ADMIN_TOLD = Shape("looks-after", door="admin")
ADMIN_NOTHING = Shape("nobody", refused=ABSENT, door="admin")  # there is no such page
ADMIN_DELETE = Shape("nobody", refused=REFUSED, door="admin")  # nothing is deleted
ELSEWHERE = Shape("anyone", fine=302)
LEADS_ON = Shape("signed-in", fine=302)
NOTHING_YET = Shape("nobody", refused=ABSENT)
ADMIN_SHORT = Shape(
    "admin", fine=302, refused=SIGN_IN, unseen=302, door="admin"
)  # leads on to the page


def adding(who: str) -> Shape:
    """Return the shape of an admin page that adds a record."""
    return Shape(who, door="admin")


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

# The verbs that every noun with a label has.
LABELS: Mapping[str, str] = {
    "share": "leads-here",
    "release-community": "decides-here",
    "release-public": "decides-here",
    "restrict": "leads-here",
    "name-people": "leads-here",
    "open-to-owner": "leads-here",
}
# The nouns of this world that have a history, by their name in the API's operations.
TOLD = {
    "system": "systems", "dependency": "dependencies", "observation": "observations",
    "cycle": "cycles", "series": "cycle_series",
    "briefing line": "briefing_lines", "reverification": "reverifications",
    "migration": "migration_proposals", "review": "reviews",
    "finding": "findings", "lesson": "lessons", "update": "updates", "research": "research",
    "practice version": "practice_versions", "delegation": "delegations",
    "label change": "label_changes", "recurrence": "recurrences", "item": "cycle_items",
    "condition": "conditions", "disposition": "dispositions",
    "adoption": "adoptions",
    "check": "checks",
    "position": "positions", "waiver": "waivers", "organization": "organizations",
    "due policy": "due_policies", "taxonomy": "taxonomies", "tag": "tags", "person": "users",
}  # fmt: skip
# Who reads the history of what they see, where that is not everyone who sees it.
TOLD_TO = {"person": "looks-after"}

# What protects a record; of what is joint, a lead of any partner does it. What a signatory of another
# organization said with a signature, that one's leads redact: none signed what is asked of here.
PROTECTING = {"redact": "leads-here", "place-hold": "leads-here", "lift-hold": "leads-here"}
PROTECTING_JOINTLY = dict.fromkeys(PROTECTING, "leads")

# Every verb, by the noun's name in addresses: who may, apart from seeing the record.
VERBS: Mapping[str, Mapping[str, str]] = {
    "delegation": {"revoke": "decides-here"},  # a lead, and whoever delegated
    "aisystem": {**LABELS, **PROTECTING},
    "systemdependency": {**LABELS, "take-back": "logs-here", **PROTECTING},
    "labelchange": {
        "consent": "leads-here",  # to the partners; beyond them signatories do
        "withdraw-consent": "leads-here",
        "call-off": "decides-here",
    },
    "observation": {
        "start-review": "logs",
        "contain": "logs",
        "make-shareable-copy": "logs-here",
        **LABELS,
        "mark-duplicate": "logs-here",
        "dismiss": "logs-here",
        "restore": "logs-here",
        "remove-file": "leads-here",
        **PROTECTING,
    },
    "reviewcycle": {
        "open": "leads",
        "begin-signing": "leads",
        "reopen": "leads",
        "close": "leads",
        "withdraw": "leads",
        **PROTECTING_JOINTLY,
    },
    "cycleseries": {
        "pause": "leads",
        "resume": "leads",
        "end": "leads",
        **PROTECTING_JOINTLY,
    },
    "briefingline": {"answer": "answers-here"},
    # A lead, and the system's steward, here a reviewer; a cycle is planned by leads.
    "migrationproposal": {
        "plan-cycle": "leads-here",
        "accept": "logs-here",
        "dismiss": "logs-here",
    },
    "reverification": {"still-holds": "logs-here", "no-longer-holds": "logs-here"},
    "cycleitem": {
        "concur": "signs",
        "concur-with-conditions": "signs",
        "block": "signs",
        "recuse": "signs",
        "add-condition": "signs",
        "withdraw-position": "signs",
        "put-off": "leads",
        **PROTECTING_JOINTLY,
    },
    "condition": {
        "met": "frees-there",  # its own people carry it
        "waive": "signs",
        "hand-over": "leads-here",
        **PROTECTING_JOINTLY,
    },
    "review": {
        "draft-lesson": "logs",
        "submit": "logs-here",
        "accept": "leads-here",
        "return": "leads-here",  # and whoever submitted it takes it back
        **LABELS,
        "remove-file": "leads-here",
        **PROTECTING,
    },
    "finding": {
        "draft-lesson": "logs",
        "contain": "logs",
        "make-shareable-copy": "logs-here",
        "waive": "leads-here",
        "mark-duplicate": "logs-here",  # a draft's; a lead's once it is confirmed
        "dismiss": "logs-here",
        "restore": "leads-here",
        **LABELS,
        "remove-file": "leads-here",
        **PROTECTING,
    },
    "lesson": {
        "make-shareable-copy": "logs-here",
        "endorse": "signs",  # scope `own`: signs-here
        "withdraw-endorsement": "signs",
        **LABELS,
        "start-update": "logs",
        "start-research": "logs",
        "start-practice": "logs",
        "supersede": "leads-here",
        "reassign": "leads-here",
        "reject": "leads-here",
        "prune": "logs-here",
        "ask-after-all": "logs-here",
        "set-up-check": "logs",
        "no-action": "signs",
        "withdraw-no-action": "signs",
        **PROTECTING,
    },
    "recurrence": {"confirm": "logs", "reject": "logs"},
    "check": {"record-result": "logs-here", "retire": "logs-here", **PROTECTING_JOINTLY},
    "adoption": {
        "say": "logs-here",
        "confirm": "confirms",  # its reviewer said this one
        **PROTECTING_JOINTLY,
    },
    "disposition": {
        "answer": "logs-here",  # a lead, and the system's steward, here a reviewer
        "accept": "logs-there",  # within its organization what nobody else may know of
        "return": "logs-there",
        **PROTECTING_JOINTLY,
    },
    "systemupdate": {
        "accept": "leads-here",
        "begin": "logs-here",  # nobody is responsible yet
        "ship": "logs-here",
        "plan-effect": "logs-here",
        "review-effect": "logs",
        "link-lesson": "logs-here",
        **LABELS,
        "roll-back": "logs-here",
        "reassign": "leads-here",
        "decline": "leads-here",
        "make-optional": "leads",
        "make-required": "leads",
        **PROTECTING,
    },
    "researchdirection": {
        "adopt": "leads-here",
        "begin": "logs-here",
        "conclude": "logs-here",
        **LABELS,
        "reassign": "leads-here",
        "drop": "leads-here",
        "make-optional": "leads",
        "make-required": "leads",
        **PROTECTING,
    },
    "practiceversion": {
        "propose": "logs",
        "approve": "signs",
        "withdraw-approval": "signs",
        "publish": "leads",
        "call-off-publication": "leads",
        "revise": "logs",
        "return": "leads",
        "ask-systems": "logs",
        "set-up-check": "logs",
        "withdraw": "leads",
        "make-optional": "leads",
        "make-required": "leads",
        **PROTECTING_JOINTLY,
    },
}
# What a verb is done to, by the noun's name in addresses: the noun in this world, and in the API's.
VERB_NOUNS = {
    "delegation": ("delegation", "delegations"),
    "aisystem": ("system", "systems"),
    "systemdependency": ("dependency", "dependencies"),
    "labelchange": ("label change", "label_changes"),
    "observation": ("observation", "observations"),
    "reviewcycle": ("cycle", "cycles"),
    "cycleseries": ("series", "cycle_series"),
    "migrationproposal": ("migration", "migration_proposals"),
    "reverification": ("reverification", "reverifications"),
    "briefingline": ("briefing line", "briefing_lines"),
    "cycleitem": ("item", "cycle_items"),
    "condition": ("condition", "conditions"),
    "review": ("review", "reviews"),
    "finding": ("finding", "findings"),
    "lesson": ("lesson", "lessons"),
    "disposition": ("disposition", "dispositions"),
    "adoption": ("adoption", "adoptions"),
    "check": ("check", "checks"),
    "systemupdate": ("update", "updates"),
    "researchdirection": ("research", "research"),
    "practiceversion": ("practice version", "practice_versions"),
    "recurrence": ("recurrence", "recurrences"),
}
# Where the owner's own scope narrows who may: (noun, verb, audience kind).
NARROWER = {
    ("lesson", "endorse", "private"): "signs-here",
    ("lesson", "withdraw-endorsement", "private"): "signs-here",
    ("lesson", "no-action", "private"): "signs-here",
    ("lesson", "withdraw-no-action", "private"): "signs-here",
    ("systemdependency", "take-back", "public"): "leads-here",
    ("adoption", "confirm", "private"): "leads-here",
    ("disposition", "accept", "private"): "reviews-here",  # its lead gave this answer
    ("disposition", "return", "private"): "reviews-here",
    ("review", "return", "shared"): "logs-here",  # its reviewer submitted this one
    ("finding", "mark-duplicate", "shared"): "leads-here",  # this one is confirmed
    ("finding", "dismiss", "shared"): "leads-here",
}

# What a token needs the scope `sign` for; reading needs `read`, all else `write`.
SIGNING = {
    ("lesson", "endorse"),
    ("lesson", "withdraw-endorsement"),
    ("lesson", "no-action"),
    ("lesson", "withdraw-no-action"),
    ("practiceversion", "approve"),
    ("practiceversion", "withdraw-approval"),
    ("cycleitem", "concur"),
    ("cycleitem", "concur-with-conditions"),
    ("cycleitem", "block"),
    ("cycleitem", "recuse"),
    ("cycleitem", "add-condition"),
    ("cycleitem", "withdraw-position"),
    ("condition", "waive"),
    ("delegation", "revoke"),
    # What was signed loses the words too.
    *((noun, "redact") for noun in ("lesson", "practiceversion", "cycleitem", "condition")),
}

API_LIST = Shape("signed-in", stranger=UNKNOWN)
API_RECORD = Shape("signed-in", stranger=UNKNOWN)


def writing(who: str) -> Shape:
    """Return the shape of an operation that writes."""
    return Shape(who, stranger=UNKNOWN)


# Operations that only a session, or only a token, can ask for: with the other, nobody is there.
NEEDS_SESSION, NEEDS_TOKEN = {"tokens_create"}, {"tokens_end"}
# What a token must be for where that is not what its method says; nothing: any token ends itself.
TOKENS_FOR = {
    "tokens_end": "",
    "delegations_create": "sign",
    "users_reset_second_factor": "sign",
}

# Every operation of the API that is no verb: its shape, and the noun of the record it names.
OPERATIONS: Mapping[str, tuple[Shape, str]] = {
    **{
        f"{nouns}_list": (API_LIST, "")
        for nouns in (
            "migration_proposals", "reverifications",
            "adoptions", "briefing_lines", "checks", "conditions", "cycle_items", "cycle_series", "cycles",
            "delegations", "dependencies", "dispositions", "due_policies",
            "effectiveness_reviews", "evidence",
            "findings",
            "label_changes", "lessons",
            "observations", "organizations", "practice_versions", "practices", "recurrences", "research",
            "reviews", "system_versions", "systems", "tags", "taxonomies", "updates", "users",
        )
    },
    "migration_proposals_retrieve": (API_RECORD, "migration"),
    "reverifications_retrieve": (API_RECORD, "reverification"),
    "briefing_lines_retrieve": (API_RECORD, "briefing line"),
    "cycle_series_retrieve": (API_RECORD, "series"),
    "cycle_series_partial_update": (writing("leads"), "series"),
    "conditions_retrieve": (API_RECORD, "condition"),
    "cycle_items_partial_update": (writing("leads"), "item"),
    "cycle_items_retrieve": (API_RECORD, "item"),
    "delegations_retrieve": (API_RECORD, "delegation"),
    "lessons_signatures_list": (API_RECORD, "lesson"),
    "practice_versions_signatures_list": (API_RECORD, "practice version"),
    "signing_list": (API_LIST, ""),
    "similar_find": (writing("signed-in"), ""),
    "synthesis_list": (Shape("partners", stranger=UNKNOWN), ""),
    "report_adoption": (API_LIST, ""),
    "report_learning": (Shape("partners", stranger=UNKNOWN), ""),
    "report_open_loops": (Shape("partners", stranger=UNKNOWN), ""),
    "signing_sign": (writing("signs"), ""),
    "cycles_retrieve": (API_RECORD, "cycle"),
    "dependencies_retrieve": (API_RECORD, "dependency"),
    "adoptions_retrieve": (API_RECORD, "adoption"),
    "checks_retrieve": (API_RECORD, "check"),
    "dispositions_retrieve": (API_RECORD, "disposition"),
    "due_policies_retrieve": (API_RECORD, "due policy"),
    "effectiveness_reviews_retrieve": (API_RECORD, "effect"),
    "evidence_retrieve": (API_RECORD, "evidence"),
    "evidence_file": (API_RECORD, "evidence"),
    "findings_retrieve": (API_RECORD, "finding"),
    "label_changes_retrieve": (API_RECORD, "label change"),
    "lessons_retrieve": (API_RECORD, "lesson"),
    "observations_retrieve": (API_RECORD, "observation"),
    "organizations_retrieve": (API_RECORD, "organization"),
    "practice_versions_retrieve": (API_RECORD, "practice version"),
    "practices_retrieve": (API_RECORD, "practice"),
    "recurrences_retrieve": (API_RECORD, "recurrence"),
    "research_retrieve": (API_RECORD, "research"),
    "reviews_retrieve": (API_RECORD, "review"),
    "system_versions_retrieve": (API_RECORD, "version"),
    "systems_retrieve": (API_RECORD, "system"),
    "tags_retrieve": (API_RECORD, "tag"),
    "taxonomies_retrieve": (API_RECORD, "taxonomy"),
    "updates_retrieve": (API_RECORD, "update"),
    "users_retrieve": (API_RECORD, "person"),
    "users_carried_list": (Shape("leads-here", stranger=UNKNOWN), "person"),
    "users_hand_over": (writing("leads-here"), "person"),
    "users_reset_second_factor": (writing("leads-here"), "person"),
    # who read a record
    **{
        f"{nouns}_readings_list": (Shape("leads-here", stranger=UNKNOWN), noun)
        for noun, nouns in (
            ("system", "systems"), ("dependency", "dependencies"),
            ("observation", "observations"), ("review", "reviews"),
            ("finding", "findings"), ("lesson", "lessons"), ("update", "updates"),
            ("research", "research"),
        )
    },
    # its history, and one version of it
    **{
        f"{nouns}_{operation}": (Shape(TOLD_TO.get(noun, "signed-in"), stranger=UNKNOWN), noun)
        for noun, nouns in TOLD.items()
        for operation in ("history", "history_version")
    },
    # changing a record
    "cycles_partial_update": (writing("leads"), "cycle"),
    "findings_partial_update": (writing("logs-here"), "finding"),
    "lessons_partial_update": (writing("logs-here"), "lesson"),
    "observations_partial_update": (writing("logs-here"), "observation"),
    "practice_versions_partial_update": (writing("logs"), "practice version"),
    "research_partial_update": (writing("logs-here"), "research"),
    "reviews_partial_update": (writing("logs-here"), "review"),
    "systems_partial_update": (writing("logs-here"), "system"),
    "updates_partial_update": (writing("logs-here"), "update"),
    "dependencies_destroy": (writing("logs-here"), "dependency"),
    "sessions_list": (API_LIST, ""),
    "sessions_end": (Shape("nobody", refused=ABSENT, stranger=UNKNOWN), ""),  # of nobody's
    # tokens are for sessions, or for a name and a password; what ends is the token asked with
    "subscriptions_list": (API_LIST, ""),
    "subscriptions_destroy": (Shape("nobody", refused=ABSENT, stranger=UNKNOWN), ""),  # of nobody's
    "notification_preferences_retrieve": (API_LIST, ""),
    "notification_preferences_partial_update": (Shape("signed-in", stranger=UNKNOWN), ""),
    "notifications_list": (API_LIST, ""),
    "notifications_read": (Shape("nobody", refused=ABSENT, stranger=UNKNOWN), ""),
    "notifications_read_all": (Shape("signed-in", stranger=UNKNOWN), ""),
    "tokens_list": (API_LIST, ""),
    "tokens_revoke": (Shape("nobody", refused=ABSENT, stranger=UNKNOWN), ""),  # of nobody's
    "tokens_create": (Shape("signed-in", stranger=UNKNOWN), ""),
    "tokens_end": (Shape("signed-in", stranger=UNKNOWN), ""),
}  # fmt: skip
# What a public record asks of whoever changes it, where that is more than of others.
NARROWER_OPERATIONS = {
    ("systems_partial_update", "public"): "leads-here",
    ("dependencies_destroy", "public"): "leads-here",
    ("dependencies_create", "public"): "leads-here",
    ("system_versions_create", "public"): "leads-here",
}

# Every operation that makes a record: who may; under which record, if any; a body that is right.
# `{noun}` stands for a record of this world.
CREATIONS: Mapping[str, tuple[str, str, Mapping[str, object]]] = {
    "cycle_items_create": (
        "leads", "system", {"cycle": "{cycle}", "system": "{system}", "change": "C"},
    ),
    "cycle_series_create": (
        "leads", "", {"title": "S", "rule": "FREQ=WEEKLY", "begins_on": "2026-03-01"},
    ),
    "cycles_create": (
        "leads", "", {"title": "C", "starts_on": "2026-03-01", "ends_on": "2026-03-02"},
    ),
    "subscriptions_create": ("signed-in", "", {"address": "/findings/?severity=high"}),
    "dependencies_create": (
        "logs-here", "system",
        {"downstream": "{system}", "upstream": "{public}", "kind": "hosted_on"},
    ),
    "delegations_create": ("signs", "", {}),
    "evidence_create": (
        "logs-here", "observation",
        {"observation": "{observation}", "title": "E", "url": "https://example.org/"},
    ),
    "findings_create": ("logs-here", "review", {"review": "{review}", "title": "F"}),
    "lessons_create": ("logs", "", {"title": "L", "insight": "I"}),
    "observations_create": (
        "logs", "system", {"title": "O", "occurred_on": "2026-03-01", "systems": ["{system}"]},
    ),
    "practices_create": ("logs", "lesson", {"lesson": "{lesson}"}),
    "research_create": ("logs", "", {"title": "R"}),
    "reviews_create": (
        "logs", "system", {"title": "R", "system": "{system}", "held_on": "2026-03-01"},
    ),
    "system_versions_create": ("logs-here", "system", {"system": "{system}", "label": "V"}),
    "systems_create": ("logs", "", {"name": "S", "kind": "model"}),
    "tags_create": ("logs", "", {"code": "t", "label": "T"}),
    "updates_create": (
        "logs-here", "system", {"title": "U", "kind": "corrective", "system": "{system}"},
    ),
}  # fmt: skip
# Creations that name something else too, which only these see.
CREATED_BEHIND = {"cycle_items_create": "partners"}
# Where a body names a record of another audience than the one that is tried.
PLACES = {"cycle": ("oai shared", "cycle"), "public": ("oai public", "system")}


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
