"""Use cases: notices read into the journal, each once."""
