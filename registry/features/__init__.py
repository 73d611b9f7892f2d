"""Scenarios in a clerk's words: the steps, which travel with the registry, and what drafts them."""
