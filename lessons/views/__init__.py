"""The pages of the upper floor."""
