"""A question in words, read by grammar and the registry's own names: pure, and no model of language."""
