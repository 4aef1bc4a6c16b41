"""One chain of hashes over all events: what is sealed can't be rewritten unnoticed (docs/adr/0010)."""
