"""Use cases: calendars that others subscribe to."""
