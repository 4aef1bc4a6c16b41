"""Who may do what in the database: the owner makes tables, the web role works in them (docs/adr/0009)."""
