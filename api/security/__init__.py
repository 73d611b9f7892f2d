"""Who asks, and what he may: every route says what it needs, and none goes without."""
