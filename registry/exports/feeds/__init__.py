"""Calendar feeds: events that stay the same event from one reading of the feed to the next."""
