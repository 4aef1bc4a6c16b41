"""The chapters of the demonstration: one line of public facts each, told by both sides."""
