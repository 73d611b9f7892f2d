"""Words of persons, agencies and groups."""

from __future__ import annotations

from registry.model.answers import Words

WORDS = {
    "pair_of": Words("AB角", "AB pair"),
}
