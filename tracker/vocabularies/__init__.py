"""The vocabularies that records are tagged with: what ships with the project, and how others are read."""
