"""Use cases: questions of what is and was, and their answers."""
