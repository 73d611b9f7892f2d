"""A registry of who leads, who covers and who acts, read from official notices."""
