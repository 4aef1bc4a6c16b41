"""History: what is kept of every change, and how it is read back as a story."""
