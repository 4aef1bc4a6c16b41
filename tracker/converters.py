"""What a reference looks like in an address, so that nothing else reaches a query."""

from django.urls import register_converter


class ReferenceConverter:
    """Takes `OAI-FND-7K3QM`, `CYC-7` and `BP-7-1.2`; anything else is no page."""

    regex = r"[A-Z][A-Z0-9]*(?:-[A-Z0-9.]+)+"

    def to_python(self, value: str) -> str:
        """Return the reference."""
        return value

    def to_url(self, value: str) -> str:
        """Return the reference."""
        return value


class NamedConverter(ReferenceConverter):
    """Takes a reference, a code, or a key."""

    regex = r"[A-Za-z0-9][A-Za-z0-9.-]*"


register_converter(ReferenceConverter, "reference")
register_converter(NamedConverter, "named")
