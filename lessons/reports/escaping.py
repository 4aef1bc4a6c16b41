"""How text that people wrote goes into formats that would otherwise obey it."""

from __future__ import annotations

import re

from tracker.hidden_text import reveal

MARKDOWN = re.compile(
    r"([\\`*_\[\]<>|~$]|&(?=[#\w])|:(?=//)|(?<=mailto):|(?<=xmpp):)", re.IGNORECASE
)
WWW = re.compile(r"\bwww\.", re.IGNORECASE)
# What would open a heading, a list, a rule or a quotation at the beginning of a line.
LINE_START = re.compile(r"^(\d{1,9})([.)])|^([-=+#])")
# Emphasis does no harm: it comes back in guidance once everything else is text.
STRONG = re.compile(r"\\\*\\\*(?=\S)([^*\\]+?)(?<=\S)\\\*\\\*")
LIST_ITEM = re.compile(r"^( {0,8})([-*+]|\d{1,9}[.)])[ \t]+(?=\S)")


def for_markdown(text: object) -> str:
    """Return one line of text that Markdown shows as it is: no heading, link, image or HTML in it."""
    line = MARKDOWN.sub(r"\\\1", " ".join(reveal(str(text)).split()))
    line = WWW.sub(lambda m: m[0][:-1] + "\\.", line)
    return LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def for_markdown_block(text: str) -> str:
    """Return paragraphs, lists and bold words of a text in Markdown; all else is shown as written."""
    lines = []
    for line in text.splitlines():
        item = LIST_ITEM.match(line)
        lead = item[0] if item else ""
        lines.append(lead + STRONG.sub(r"**\1**", for_markdown(line[len(lead) :])))
    return "\n".join(lines).strip()
