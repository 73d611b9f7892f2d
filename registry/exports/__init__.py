"""What the registry knows, written in other formats: pure, a file a format."""
