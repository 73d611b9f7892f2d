"""What changed between two states of one government: gained, lost, moved, orphaned; pure."""
