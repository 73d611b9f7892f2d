"""Hooks: events sent to those who asked to be told, signed, and again until they arrive."""
