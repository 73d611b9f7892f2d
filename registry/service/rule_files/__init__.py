"""Use cases: rule files themselves, checked, told in words, and drafted from a notice."""
