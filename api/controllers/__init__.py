"""One file a resource: what is asked, what the registry answers, nothing in between."""
