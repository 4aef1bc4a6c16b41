"""What protects records: legal holds, redaction, and the log of who read what only few may read."""
