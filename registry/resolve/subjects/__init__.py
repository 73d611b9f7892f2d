"""How each kind of subject is found by its name, a room a kind."""
