"""Reports: builders that read once for one reader, and renderers that only write down."""
