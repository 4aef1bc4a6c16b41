"""The API of the middle floor."""
