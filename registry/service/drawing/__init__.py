"""Use cases: charts of what stands on a day, in a week, or between two days."""
