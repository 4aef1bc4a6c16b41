"""The API of the upper floor, and every verb's address."""
