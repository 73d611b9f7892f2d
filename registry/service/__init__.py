"""Use cases, a file each; thin, with no logic of their own."""
