"""What the templates of reports need beside the components."""

from django import template
from django.utils.safestring import SafeString

from lessons.reports.render import guidance_html

register = template.Library()


@register.filter
def guidance(text: str) -> SafeString:
    """Set guidance written in Markdown, its headings below the practice's own."""
    return guidance_html(text)
