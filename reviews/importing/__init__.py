"""Evidence from outside: which files are read, what they say, which systems they name, what is written."""
