"""Use cases: what people enter, checked against what is known before it is written."""
