"""The journal kept: in memory, or in a database that loses nothing."""
