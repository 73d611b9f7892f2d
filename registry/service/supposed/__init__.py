"""Use cases: what would be, if somebody were away or moved; nothing is ever written."""
