"""The pages of the ground floor, and what all floors' pages share."""
