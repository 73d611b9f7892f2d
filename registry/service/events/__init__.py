"""Events: what each entry of the journal changes, worked out from it and kept in its order."""
