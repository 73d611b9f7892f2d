"""Absences in files: tables (CSV) and calendars (iCalendar), read into rows."""
