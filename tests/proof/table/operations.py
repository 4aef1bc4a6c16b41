"""Who gets each operation of the API that is no verb, as a table; nothing here asks the product."""

from __future__ import annotations

from collections.abc import Mapping

from tests.proof.table.shapes import ABSENT, API_LIST, API_RECORD, UNKNOWN, Shape, writing

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
