"""What a service keeps for itself beside the journal; no answer rests on it."""
