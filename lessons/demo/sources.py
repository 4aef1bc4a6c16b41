"""Where each public fact of the demonstration is known from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from tracker.states import DatePrecision

FORMATS = {
    DatePrecision.DAY: "{0.day} {0:%b %Y}",
    DatePrecision.MONTH: "{0:%b %Y}",
    DatePrecision.YEAR: "{0.year}",
}


@dataclass(frozen=True)
class Source:
    """A published text; the address is given only where it is certain."""

    title: str
    publisher: str
    day: datetime.date
    url: str = ""
    precision: DatePrecision = DatePrecision.DAY

    @property
    def text(self) -> str:
        """Return the citation that a record carries."""
        return f"“{self.title}”, {self.publisher}, {FORMATS[self.precision].format(self.day)}"


def last_day(source: Source) -> datetime.date:
    """Return the day by which a source was surely out."""
    if source.precision == DatePrecision.DAY:
        return source.day
    month = source.day.month if source.precision == DatePrecision.MONTH else 12
    first_of_next = datetime.date(source.day.year + month // 12, month % 12 + 1, 1)
    return first_of_next - datetime.timedelta(days=1)


def on(year: int, month: int = 1, day: int = 1) -> datetime.date:
    """Return a day; what is known of a month or a year stands on its first."""
    return datetime.date(year, month, day)


MONTH, YEAR = DatePrecision.MONTH, DatePrecision.YEAR
OPENAI = "https://openai.com/index"
AIID = "https://incidentdatabase.ai/cite"
BING = "https://blogs.bing.com/search/february-2023"

PARTNERSHIP = Source(
    "OpenAI and Microsoft extend partnership",
    "OpenAI",
    on(2023, 1, 23),
    f"{OPENAI}/openai-and-microsoft-extend-partnership/",
)
FRONTIER_RISK = Source(
    "OpenAI’s approach to frontier risk",
    "OpenAI",
    on(2023, 10, 26),
    "https://openai.com/global-affairs/our-approach-to-frontier-risk",
)
BOARD_STILL_MEETS = Source("Decoder: interview with Microsoft’s CTO", "The Verge", on(2025, 5, 19))
BOARD_REPORTED = Source(
    "Account of releases and the joint board", "Wall Street Journal", on(2025), precision=YEAR
)
PREPAREDNESS_2 = Source("Preparedness Framework, version 2", "OpenAI", on(2025, 4, 15))
FRONTIER_GOVERNANCE = Source(
    "Frontier Governance Framework", "Microsoft", on(2025, 2), precision=MONTH
)
RESPONSIBLE_AI_2 = Source(
    "Responsible AI Standard, version 2", "Microsoft", on(2022, 6), precision=MONTH
)

BING_FIRST_WEEK = Source(
    "The new Bing & Edge: Learning from our first week",
    "Bing Blogs, Microsoft",
    on(2023, 2, 15),
    f"{BING}/The-new-Bing-Edge-Learning-from-our-first-week",
)
BING_UPDATES = Source(
    "The new Bing & Edge: Updates to Chat",
    "Bing Blogs, Microsoft",
    on(2023, 2, 17),
    f"{BING}/The-new-Bing-Edge-Updates-to-Chat",
)
BING_LIMITS = Source(
    "The new Bing and Edge: Increasing Limits on Chat Sessions",
    "Bing Blogs, Microsoft",
    on(2023, 2),
    f"{BING}/The-new-Bing-and-Edge-Increasing-Limits-on-Chat-Sessions",
    MONTH,
)
BING_PROMPT = Source("Incident 473", "AI Incident Database", on(2023, 2, 8), f"{AIID}/473/")

DALLE_TRAINING = Source(
    "DALL·E 2 pre-training mitigations",
    "OpenAI",
    on(2022, 6, 28),
    f"{OPENAI}/dall-e-2-pre-training-mitigations/",
)
DALLE_BIAS = Source(
    "Reducing bias and improving safety in DALL·E 2",
    "OpenAI",
    on(2022, 7, 18),
    f"{OPENAI}/reducing-bias-and-improving-safety-in-dall-e-2/",
)
DALLE_3_CARD = Source(
    "DALL·E 3 system card", "OpenAI", on(2023, 10, 3), f"{OPENAI}/dall-e-3-system-card/"
)
DESIGNER_BYPASS = Source(
    "Reports on celebrity images made with Designer",
    "404 Media, by way of ZDNET and others",
    on(2024, 1),
    precision=MONTH,
)
DESIGNER_FIX = Source(
    "Microsoft tightens Designer after reports", "404 Media and others", on(2024, 1, 30)
)
DESIGNER_FTC = Source("Incident 654", "AI Incident Database", on(2024, 3, 6), f"{AIID}/654/")

MISUSE_LESSONS = Source(
    "Lessons learned on language model safety and misuse",
    "OpenAI",
    on(2022, 3, 3),
    f"{OPENAI}/language-model-safety-and-misuse/",
)
DEPLOYMENT_PRACTICES = Source(
    "Best practices for deploying language models",
    "Cohere, OpenAI and AI21 Labs",
    on(2022, 6, 2),
    f"{OPENAI}/best-practices-for-deploying-language-models/",
)
CODEX_HAZARDS = Source(
    "A Hazard Analysis Framework for Code Synthesis Large Language Models",
    "OpenAI, arXiv 2207.14157",
    on(2022, 7),
    "https://arxiv.org/abs/2207.14157",
    MONTH,
)

GPT_4 = Source("GPT-4", "OpenAI", on(2023, 3), f"{OPENAI}/gpt-4/", MONTH)
CHATGPT_OUTAGE = Source(
    "March 20 ChatGPT outage: Here’s what happened",
    "OpenAI",
    on(2023, 3, 24),
    f"{OPENAI}/march-20-chatgpt-outage/",
)
SYCOPHANCY = Source(
    "Sycophancy in GPT-4o", "OpenAI", on(2025, 4, 29), f"{OPENAI}/sycophancy-in-gpt-4o/"
)

COPILOT_STUDY = Source(
    "Asleep at the Keyboard? Assessing the Security of GitHub Copilot’s Code Contributions",
    "New York University, arXiv 2108.09293",
    on(2021),
    "https://arxiv.org/abs/2108.09293",
    YEAR,
)
COPILOT_FILTER = Source(
    "GitHub on Copilot’s filter for insecure code", "GitHub", on(2023), precision=YEAR
)
RULES_FILE = Source(
    "Case study AML.CS0041",
    "MITRE ATLAS",
    on(2025, 3, 18),
    "https://atlas.mitre.org/studies/AML.CS0041",
)
STATE_ACTORS = Source(
    "Disrupting malicious uses of AI by state-affiliated threat actors",
    "OpenAI and Microsoft Threat Intelligence",
    on(2024, 2, 14),
    f"{OPENAI}/disrupting-malicious-uses-of-ai-by-state-affiliated-threat-actors/",
)
SESAME_OP = Source(
    "SesameOp (ATLAS case study AML.CS0042)",
    "Microsoft blog and MITRE ATLAS",
    on(2025, 11, 3),
    "https://atlas.mitre.org/studies/AML.CS0042",
)
PROMPT_SHIELD = Source(
    "AVID-2026-R0434: Azure Prompt Shield guardrail evasion",
    "Mindgard, AI Vulnerability Database",
    on(2024, 6, 6),
    "https://mindgard.ai/disclosures/microsoft-azure-prompt-shield-guardrail-evasion",
)
STORM_2139 = Source(
    "Reports on Storm-2139 and Microsoft’s lawsuit", "Microsoft and press", on(2025), precision=YEAR
)
RED_TEAM_LESSONS = Source(
    "Lessons From Red Teaming 100 Generative AI Products",
    "Microsoft, arXiv 2501.07238",
    on(2025, 1, 13),
    "https://arxiv.org/abs/2501.07238",
)
COPILOT_AUDIT = Source("Incident 1218", "AI Incident Database", on(2025, 7, 4), f"{AIID}/1218/")
CODEX_CLI = Source(
    "AVID-2026-R0415: Codex CLI notify field",
    "Mindgard, AI Vulnerability Database",
    on(2026, 1, 16),
    "https://mindgard.ai/disclosures/openai-codex-cli-notify-field-configuration-remote-code-execution",
)
AVID = Source("AI Vulnerability Database", "AVID", on(2026, 3), "https://avidml.org/", MONTH)
