"""Asking about one city: a registry of that city alone, beside one of the whole country."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, closing
from datetime import date
from itertools import islice
from multiprocessing import get_context
from statistics import median

from bench.country import FIRST_YEAR, City, country
from bench.databases import NewDatabase, backends
from bench.loading import YEARS, Loaded, append, end_with_parent, load, read_city
from bench.measure import seconds
from registry.model.answers import Status
from registry.model.time import Period
from registry.service.answers.answer import answer
from registry.service.journaled import Journaled
from registry.service.registry import Registry
from registry.store.open import open_journal
from registry.store.port import Journal
from registry.wiring import shipped_glossary, shipped_rules, today

GOVERNMENTS = int(os.environ.get("REGISTRY_BENCH_GOVERNMENTS", "300"))
"""How large the country is; ``make bench-country`` makes it of 3,000."""
ROUNDS = 25
SUBJECT = "商务"
DAY = date(FIRST_YEAR + YEARS - 1, 6, 17)
ALLOWED = 1.5
ASKED = ("first", "again", "short")

Times = dict[tuple[str, str], float]
"""Median seconds by what is asked and where."""


def report() -> str:
    """Load, measure, and return a section of docs/benchmarks.md."""
    with backends() as made:
        addresses = {name: new() for name, new in made.items()}
        # In a process of its own, so that its memory is that of the load.
        with ProcessPoolExecutor(1, get_context("spawn"), initializer=end_with_parent) as alone:
            loaded = alone.submit(load, tuple(addresses.values()), GOVERNMENTS).result()
        cities = _sample(GOVERNMENTS)
        rows = [
            _row(name, what, times[what, "city"], times[what, "country"])
            for name, new in made.items()
            for times in (_measured(addresses[name], new, cities),)
            for what in ASKED
        ]
    return "\n".join([*_head(loaded, tuple(made), len(cities) - 1), *rows, "", *_foot()])


def _sample(governments: int) -> list[City]:
    """Choose cities from all over the country, one a round and one to warm up."""
    step = max(1, governments // (ROUNDS + 1))
    chosen = islice(country(governments), 0, None, step)
    return list(islice(chosen, ROUNDS + 1))


def _measured(whole: str, new: NewDatabase, cities: Sequence[City]) -> Times:
    """Ask about each city where it is alone and where the country is, in turn.

    A first question is asked of a new registry, which has read nothing yet. The first city
    is asked about to make the connection to the country warm, and not counted; a city's own
    journal is warmed by a question of another registry.
    """
    times: dict[tuple[str, str], list[float]] = {}
    with ExitStack() as stack:
        everywhere = stack.enter_context(closing(open_journal(whole)))
        _ask(_registry(everywhere), cities[0])()
        for number, city in enumerate(cities[1:]):
            with closing(open_journal(new(), create=True)) as own:
                append(own, read_city(city))
                _ask(_registry(own), city)()
                asked = {"city": _registry(own), "country": _registry(everywhere)}
                for what in ASKED:
                    for where in sorted(asked, reverse=bool(number % 2)):
                        took = seconds(_ask(asked[where], city, short=what == "short"))
                        times.setdefault((what, where), []).append(took)
    return {key: median(taken) for key, taken in times.items()}


def _registry(journal: Journal) -> Registry:
    return Journaled(journal, _RULES, _GLOSSARY, today)


def _ask(registry: Registry, city: City, *, short: bool = False) -> Callable[[], object]:
    name = city.name if short else city.government

    def ask() -> None:
        found = answer(registry, SUBJECT, Period(DAY, DAY), government=name)
        if found.segments[0].status is not Status.IN_CHARGE:
            raise AssertionError(f"{city.name}: nobody is found for {SUBJECT}")

    return ask


_RULES = shipped_rules()
_GLOSSARY = shipped_glossary()


def _row(backend: str, what: str, city: float, whole: float) -> str:
    ratio = f"{whole / city:.2f}" if whole < ALLOWED * city else f"**{whole / city:.2f}**"
    times = f"{city * 1000:.2f} ms | {whole * 1000:.2f} ms | {ratio}"
    return f"| {backend} | {what} | {times} |"


def _head(loaded: Loaded, names: Sequence[str], asked: int) -> list[str]:
    spent = [f"{name} {took:.0f} s" for name, took in zip(names, loaded.writing, strict=True)]
    return [
        "## A whole country",
        "",
        f"{loaded.governments:,} made-up governments of `bench/country.py`, ten leaders and a dozen",
        f"agencies each, {YEARS} years: {loaded.notices:,} notices, {loaded.unparsed} clauses of them",
        f"not understood. Read and loaded into both databases in {loaded.seconds:.0f} s, with",
        f"{' and '.join(spent)} of it. The loading process held at most {loaded.memory:.0f} MB,",
        f"and {loaded.memory_of_tenth:.0f} MB after a tenth of the country.",
        "",
        f"`who {SUBJECT}` in one city, medians over {asked} cities, each asked about in turn in a",
        f"journal of its own and in the whole country's; less than {ALLOWED} times is wanted.",
        "",
        "| database | asked | city alone | whole country | times |",
        "|---|---|---:|---:|---:|",
    ]


def _foot() -> list[str]:
    return [
        "*First* is the question by which a new registry reads the city, *again* the one after it,",
        "and *short* one that names the city without 人民政府, so that it must be looked for.",
        "What is not less than wanted is bold.",
        "`make bench` makes a smaller country, `make bench-country` one of 3,000 governments.",
        "",
    ]
