"""The API of the ground floor, and what all floors' APIs share."""
