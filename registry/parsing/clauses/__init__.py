"""One module for each part of a notice: what its clauses state."""
