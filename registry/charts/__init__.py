"""Charts: an organisation becomes DOT text; render.py alone runs a program on it."""
