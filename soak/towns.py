"""Made-up towns with their notices, the rules that they are under, and what may be asked of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from bench.country import Written, country
from bench.country_words import UNITS

YEARS = 6
_RULES = """government = "{government}"

[[rule]]
id = "b-acts"
kind = "backup_acts"
triggers = ["away"]
passes = ["supervises", "responsible"]
coordinator = "办公室主任"
{source}
[[rule]]
id = "the-office-assigns"
kind = "coordinator_assigns"
triggers = ["away"]
passes = ["supervises", "responsible"]
coordinator = "办公室主任"
candidates = "other_leaders"
{source}"""
_SOURCE = """from = 2015-01-01
source = { document = "试验", date = 2015-01-01, clause = "AB角都不在时，由办公室主任协调" }
"""


@dataclass(frozen=True)
class Team:
    """Who leads a town from one division of labour to the next: pairs, and the coordinator."""

    start: date
    end: date
    leaders: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]

    @property
    def coordinator(self) -> str:
        """The last of the leaders, who directs the office."""
        return self.leaders[-1]

    def day(self, random: Random) -> date:
        """Draw a day of the team's time."""
        return self.start + timedelta(days=random.randrange((self.end - self.start).days))


@dataclass(frozen=True)
class Town:
    """A town: its notices in their order, and its teams."""

    government: str
    kind: str
    notices: tuple[Written, ...]
    teams: tuple[Team, ...]

    @property
    def rules(self) -> str:
        """The rule file of the town."""
        return _RULES.format(government=self.government, source=_SOURCE)

    def subject(self, random: Random) -> str:
        """Draw something to ask about: a field, an agency, or a leader."""
        agency, field = random.choice(UNITS)
        leader = random.choice(random.choice(self.teams).leaders)
        return random.choice((field, field, self.kind + agency, leader))


def towns(number: int, seed: int) -> tuple[Town, ...]:
    """Make towns, the same for the same seed."""
    return tuple(
        Town(city.government, city.name[-1], city.notices, _teams(city.notices))
        for city in country(number, YEARS, seed)
    )


def _teams(notices: tuple[Written, ...]) -> tuple[Team, ...]:
    divisions = [one.says for one in notices if any(said[0] == "ab_pair" for said in one.says)]
    starts = [date.fromisoformat(says[0][3]) for says in divisions]
    return tuple(
        Team(
            start=start,
            end=end,
            leaders=tuple(dict.fromkeys(said[1] for said in says if said[0] == "post")),
            pairs=tuple((said[1], said[2]) for said in says if said[0] == "ab_pair"),
        )
        for says, (start, end) in zip(
            divisions, pairwise([*starts, starts[-1] + timedelta(days=200)]), strict=True
        )
    )
