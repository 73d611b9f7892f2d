"""A made-up country: cities, ten leaders and a dozen agencies each, and years of notices.

The same seed makes the same country, and a smaller country is the beginning of a larger one.
A city is made when it is asked for, so that a country of any size takes the memory of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bench import country_words as words

FIRST_YEAR = 2015

Said = tuple[str, ...]
"""A fact that a notice is meant to state: its kind, then its values."""


@dataclass(frozen=True)
class Written:
    """A notice as a user would give it, and what it is meant to state."""

    text: str
    says: tuple[Said, ...]


@dataclass(frozen=True)
class City:
    """A city, county or district with its notices in time order."""

    name: str
    notices: tuple[Written, ...]

    @property
    def government(self) -> str:
        """The body that issues its notices."""
        return f"{self.name}人民政府"


def country(governments: int = 3000, years: int = 10, seed: int = 2026) -> Iterator[City]:
    """Make a country, one city after another.

    Raises:
        ValueError: more governments are asked for than there are names.
    """
    stems = list(words.STEMS)
    Random(seed).shuffle(stems)
    if governments > len(stems):
        raise ValueError(f"there are names for {len(stems)} governments, not for {governments}")
    for number, stem in enumerate(stems[:governments]):
        yield _Office(stem, Random(f"{seed}/{number}")).city(years)


class _Office:
    """Who leads a city, and the notices written so far."""

    def __init__(self, stem: str, random: Random) -> None:
        self.random = random
        self.stem = stem
        self.kind = random.choice(words.KINDS)
        self.name = stem + self.kind
        self.used: set[str] = set()
        self.leaders = [self._person() for _ in words.TITLES]
        # The head leads the whole and the secretary the daily work; the others share the units.
        sharing = len(words.TITLES) - 2
        self.holders = [1 + number % sharing for number in range(len(words.UNITS))]
        random.shuffle(self.holders)
        self.deputies = {agency: self._person() for agency, _ in words.UNITS}
        self.notices: list[Written] = []

    def city(self, years: int) -> City:
        for year in range(FIRST_YEAR, FIRST_YEAR + years):
            self._division(year)
            for number in range(self.random.choice((2, 2, 3))):
                day = date(year, 4 + 3 * number, 1) + timedelta(days=self.random.randrange(80))
                if number == 1 and self.random.random() < 0.4:
                    self._deputy_replaced(day, number)
                else:
                    self._agencies_moved(day, number)
        return City(self.name, tuple(self.notices))

    def _division(self, year: int) -> None:
        """The year's division of labour: two units change hands, and the pairs are drawn anew."""
        one, other = self.random.sample(range(len(words.UNITS)), 2)
        self.holders[one], self.holders[other] = self.holders[other], self.holders[one]
        says: list[Said] = []
        lines = []
        for place, (person, form) in enumerate(zip(self.leaders, words.TITLES, strict=True)):
            title = form.format(kind=self.kind)
            says += [("post", person, one) for one in title.split("、")]
            lines.append(f"　　{person}（{title}）：{self._work(place, person, says)}")
        drawn = self.random.sample(self.leaders, len(self.leaders))
        pairs = list(zip(drawn[::2], drawn[1::2], strict=True))
        says += [("ab_pair", *pair) for pair in pairs]
        told = "，".join(f"{a}与{b}互为AB角" for a, b in pairs)
        lines.append(f"　　{self.kind}政府领导实行AB角工作制。{told}。")
        opening = f"　　现将{self.kind}政府领导工作分工通知如下：\n"
        day = date(year, 1, 4) + timedelta(days=self.random.randrange(60))
        title = f"关于{self.kind}政府领导工作分工的通知"
        self._write(title, f"政发〔{year}〕1号", day, opening + "\n".join(lines), says)

    def _work(self, place: int, person: str, says: list[Said]) -> str:
        if place == 0:
            says.append(("responsible", person, f"{self.kind}政府全面工作"))
            return f"领导{self.kind}政府全面工作。"
        if place == len(words.TITLES) - 1:
            says.append(("responsible", person, f"{self.kind}政府日常工作"))
            return f"负责{self.kind}政府日常工作。"
        held = [u for u, holder in zip(words.UNITS, self.holders, strict=True) if holder == place]
        fields = [field for _, field in held]
        agencies = [self.kind + agency for agency, _ in held]
        says += [("responsible", person, field) for field in fields]
        says += [("supervises", person, agency) for agency in agencies]
        return f"负责{'、'.join(fields)}等方面工作。分管{'、'.join(agencies)}。"

    def _deputy_replaced(self, day: date, number: int) -> None:
        """One deputy head of the government goes, and another comes; work follows next year."""
        place = self.random.choice(
            [place for place, form in enumerate(words.TITLES) if form == words.DEPUTY]
        )
        gone, come = self.leaders[place], self._person()
        self.leaders[place] = come
        self._moved(come, gone, f"{self.name}人民政府副{self.kind}长", day, number)

    def _agencies_moved(self, day: date, number: int) -> None:
        """A deputy head of an agency goes, and another comes."""
        agency = self.random.choice(list(self.deputies))
        gone, come = self.deputies[agency], self._person()
        self.deputies[agency] = come
        rank = "副主任" if agency.endswith("会") else "副局长"
        self._moved(come, gone, self.kind + agency + rank, day, number)

    def _moved(self, come: str, gone: str, post: str, day: date, number: int) -> None:
        body = f"　　经研究决定：\n　　任命{come}同志为{post}；\n　　免去{gone}同志的{post}职务。"
        says = [("appointed", come, post), ("removed", gone, post)]
        title = f"关于{come}等同志职务任免的通知"
        self._write(title, f"政人字〔{day.year}〕{number + 1}号", day, body, says)

    def _write(self, title: str, number: str, day: date, body: str, says: Sequence[Said]) -> None:
        government = f"{self.name}人民政府"
        doc = self.stem + number
        text = (
            f"{government}{title}\n{doc}\n\n{self.kind}政府各部门、各直属机构：\n{body}\n\n"
            f"{government}\n{day.year}年{day.month}月{day.day}日\n"
        )
        document = ("document", doc, government + title, day.isoformat(), government)
        self.notices.append(Written(text, (document, *says)))

    def _person(self) -> str:
        """Draw a name that nobody in the city has had."""
        while True:
            name = self.random.choice(words.SURNAMES) + "".join(self.random.sample(words.GIVEN, 2))
            if name not in self.used:
                self.used.add(name)
                return name
