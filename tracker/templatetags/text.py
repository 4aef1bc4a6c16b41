"""Text that others wrote, shown so that nothing in it hides."""

from django import template
from django.template.defaultfilters import stringfilter

from tracker import hidden_text

register = template.Library()


@register.filter(is_safe=True)
@stringfilter
def reveal(value: str) -> str:
    """Show hidden characters as marks like ⟨U+200B⟩; escaping goes on as ever."""
    return hidden_text.reveal(value)
