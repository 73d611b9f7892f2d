"""Use cases: answers that others can check without this registry."""
