"""The addresses of this floor's pages."""

from django.urls import path

import tracker.converters  # noqa: F401  registers <reference:…>
from lessons.views import (
    adoptions,
    briefing,
    briefing_lines,
    checks,
    dispositions,
    home,
    lessons,
    observations,
    outcomes,
    practices,
    recurrences,
    reports,
    search,
    signing,
    synthesis,
    systems,
    trace,
)

start_urls = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("signing/", signing.signing, name="signing"),
    path("trace/<reference:reference>/", trace.trace_page, name="trace"),
]
system_urls = [
    # /systems/…: the list stands on the ground floor
    path("systems/<reference:reference>/", systems.system_detail, name="system-detail"),
]
observation_urls = [
    # /observations/: capturing one, and each by itself, stand on the floor below
    path("observations/", observations.observation_list, name="observation-list"),
]
briefing_urls = [
    # /cycles/…: the cycles themselves stand on the floor below
    path("cycles/<reference:reference>/briefing/", briefing.briefing, name="cycle-briefing"),
    path("briefing-lines/", briefing_lines.briefing_line_list, name="briefing-line-list"),
]
lesson_urls = [
    # /lessons/
    path("lessons/", lessons.lesson_list, name="lesson-list"),
    path("lessons/<reference:reference>/", lessons.lesson_detail, name="lesson-detail"),
    path(
        "lessons/<reference:reference>/signatures/",
        lessons.lesson_signatures,
        name="lesson-signatures",
    ),
]
recurrence_urls = [
    # /synthesis/, /similar/, /recurrences/
    path("synthesis/", synthesis.synthesis, name="synthesis"),
    path("similar/", synthesis.similar, name="similar"),
    path("recurrences/", recurrences.recurrence_list, name="recurrence-list"),
    path(
        "recurrences/<reference:reference>/",
        recurrences.recurrence_detail,
        name="recurrence-detail",
    ),
]
disposition_urls = [
    # /dispositions/
    path("dispositions/", dispositions.disposition_list, name="disposition-list"),
    path(
        "dispositions/<reference:reference>/",
        dispositions.disposition_detail,
        name="disposition-detail",
    ),
]
check_urls = [
    # /checks/
    path("checks/", checks.check_list, name="check-list"),
    path("checks/<reference:reference>/", checks.check_detail, name="check-detail"),
]
adoption_urls = [
    # /adoptions/
    path("adoptions/", adoptions.adoption_list, name="adoption-list"),
    path("adoptions/<reference:reference>/", adoptions.adoption_detail, name="adoption-detail"),
]
outcome_urls = [
    # /updates/, /research/
    path("updates/", outcomes.update_list, name="update-list"),
    path("updates/<reference:reference>/", outcomes.update_detail, name="update-detail"),
    path("research/", outcomes.research_list, name="research-list"),
    path("research/<reference:reference>/", outcomes.research_detail, name="research-detail"),
]
practice_urls = [
    # /practices/
    path("practices/", practices.practice_list, name="practice-list"),
    path("practices/<reference:reference>/", practices.practice_detail, name="practice-detail"),
    path(
        "practices/<reference:reference>/<str:number>/",
        practices.practice_version,
        name="practice-version",
    ),
    path(
        "practices/<reference:reference>/<str:number>/signatures/",
        practices.practice_signatures,
        name="practice-signatures",
    ),
]
report_urls = [
    # /reports/
    path("reports/best-practices/", reports.best_practices_page, name="report-best-practices"),
    path("reports/adoption/", adoptions.adoption_report, name="report-adoption"),
    path("reports/open-loops/", reports.open_loops_page, name="report-open-loops"),
    path("reports/learning/", reports.learning_page, name="report-learning"),
]

urlpatterns = [
    *start_urls,
    *system_urls,
    *observation_urls,
    *briefing_urls,
    *lesson_urls,
    *recurrence_urls,
    *disposition_urls,
    *adoption_urls,
    *check_urls,
    *outcome_urls,
    *practice_urls,
    *report_urls,
]
