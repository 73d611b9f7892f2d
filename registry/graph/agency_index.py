"""Names of agencies by the characters in them, so that not every two need be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from registry.graph.agencies import LEVELS, Reading, readings

_COMMON_STARTS = LEVELS.replace("国", "")
"""First characters that most names of a government's agencies share."""


class AgencyIndex:
    """Holds names and returns the few that may be one agency with another name."""

    def __init__(self, names: Iterable[str], aliases: Mapping[str, str], government: str) -> None:
        self.aliases = aliases
        self.government = government
        self._by_character: dict[tuple[str, str], dict[str, None]] = {}
        self._by_first: dict[tuple[str, str], dict[str, None]] = {}
        self._by_full: dict[str, dict[str, None]] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Take ``name`` in."""
        full = self.aliases.get(name, name)
        self._by_full.setdefault(full, {})[name] = None
        for reading in readings(name, self.government):
            level = reading.level is None and reading.core[0] in _COMMON_STARTS
            start = reading.core[:2] if level else reading.core[0]
            self._by_first.setdefault((reading.suffix, start), {})[name] = None
            for character in reading.core:
                self._by_character.setdefault((reading.suffix, character), {})[name] = None

    def near(self, name: str) -> tuple[str, ...]:
        """Return the names of which one may be ``name``: all that the rule fits, and more.

        What the rule fits has the same class of ending. If it is the longer, it has all
        characters of ``name``, so the rarest is enough to look up; if the shorter, it
        begins alike, a level of government (市) not counted as a beginning.

        >>> index = AgencyIndex(["市卫生健康委员会", "市体育局", "市财政局"], {}, "甲市人民政府")
        >>> index.near("市卫健委"), index.near("市体局")
        (('市卫生健康委员会',), ('市体育局',))
        """
        found: dict[str, None] = {}
        full = self.aliases.get(name, name)
        found |= self._by_full.get(full, {})
        for asked in dict.fromkeys((name, full)):
            for reading in readings(asked, self.government):
                found |= self._rarest(reading)
                for start in (reading.core[0], reading.core[:2]):
                    found |= self._by_first.get((reading.suffix, start), {})
        return tuple(found)

    def _rarest(self, reading: Reading) -> dict[str, None]:
        holding = [self._by_character.get((reading.suffix, c), {}) for c in reading.core]
        return min(holding, key=_size)


def _size(names: dict[str, None]) -> int:
    return len(names)
