"""The HTTP face of the registry."""
