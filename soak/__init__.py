"""Endurance: a real service under load and under faults, and a checker that believes nothing."""
