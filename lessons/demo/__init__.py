"""The demonstration: records made from public sources, through the same verbs that people use."""
