"""The pages of the middle floor."""
