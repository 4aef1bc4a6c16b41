"""Who may do what, as a table by noun; nothing here asks the product."""

from __future__ import annotations

from collections.abc import Mapping

# The verbs that every noun with a label has.
LABELS: Mapping[str, str] = {
    "share": "leads-here",
    "release-community": "decides-here",
    "release-public": "decides-here",
    "restrict": "leads-here",
    "name-people": "leads-here",
    "open-to-owner": "leads-here",
}
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
