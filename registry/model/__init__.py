"""The nouns of the registry: frozen structs that know nothing but themselves."""
