"""Where the parts meet: the clock, the shipped data and rules, and the registry made of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from platformdirs import user_config_path, user_data_path

from registry.errors import BadRules, BadSettings, JournalError
from registry.model.facts import AnyFact
from registry.resolve.subject import Glossary
from registry.service.from_files import FromFiles
from registry.service.registry import Registry
from registry.shipped import shipped
from registry.tables.aliases import load_agency_aliases, load_english_areas
from registry.tables.carried import load
from registry.tables.places import load_provinces
from registry.tables.rules import Rulebook, read_rules
from registry.tables.settings import Setting, Settings, read_settings

if TYPE_CHECKING:
    from registry.service.certificates.signing_keys import SigningKeys
    from registry.service.desk import Desk
    from registry.service.hooks.courier import Courier
    from registry.store.sql import SqlJournal

_NOT_FACTS = frozenset(("aliases", "examples", "holidays", "places"))
"""Folders of ``data`` that carry no notices of a real government."""


def today() -> date:
    """Return the day in Asia/Shanghai, where the notices count their days."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def now() -> datetime:
    """Return the moment, in UTC, as the journal counts it."""
    return datetime.now(UTC)


def settings(options: Mapping[str, Any] | None = None) -> tuple[Settings, tuple[Setting, ...]]:
    """Return how the service runs, and where each setting comes from.

    Args:
        options: what the command was given; it counts first.

    Raises:
        BadSettings: the file of the settings cannot be read, or says what no setting says.
    """
    chosen = os.environ.get("REGISTRY_CONFIG")
    path = Path(chosen) if chosen else settings_file()
    if not chosen and not path.exists():
        return read_settings(os.environ, options=options)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadSettings(
            f"{path}: the settings cannot be read ({error.strerror}); mend it, or name another"
            " file with REGISTRY_CONFIG"
        ) from None
    return read_settings(os.environ, str(path), content, options)


def settings_file() -> Path:
    """Return the file of the user's settings, whether or not it is there."""
    return user_config_path("leadership-registry", appauthor=False) / "registry.toml"


def journal(database: str | None = None, *, create: bool = False) -> SqlJournal:
    """Return the journal in ``database``, or in the one that ``database_address`` finds.

    Raises:
        JournalError: it is not there, of another schema, or out of reach.
    """
    from registry.store.open import open_journal  # noqa: PLC0415 - slow, and not always needed

    return open_journal(database_address(database, create=create), create=create)


def migrate_journal(database: str | None = None) -> tuple[str, int, int]:
    """Bring a database's schema up to date; return which it is, and the versions before and after.

    Raises:
        JournalError: it is newer than this registry, or out of reach.
    """
    from registry.store.open import migrate  # noqa: PLC0415 - as above

    return migrate(database_address(database, create=True))


def database_address(database: str | None = None, *, create: bool = False) -> str:
    """Return the database to use: the one given, that of the settings, or the user's own.

    The user's own is ``registry.db`` in the platform's folder for data, which is made if
    the database is to be.

    Raises:
        BadSettings: as ``settings``.
        JournalError: the folder cannot be made.
    """
    if chosen := database or settings()[0].database:
        return chosen
    try:
        folder = user_data_path("leadership-registry", appauthor=False, ensure_exists=create)
    except OSError as error:
        raise JournalError(
            f"{error.filename}: cannot be made ({error.strerror}); name a database with --database"
        ) from None
    return str(folder / "registry.db")


def signing_keys() -> SigningKeys:
    """Return the keys that sign, in the folder of the settings, or in the user's own.

    Raises:
        BadSettings: as ``settings``.
    """
    from registry.service.certificates.signing_keys import SigningKeys  # noqa: PLC0415 - as above

    chosen = settings()[0].keys
    own = user_data_path("leadership-registry", appauthor=False) / "keys"
    return SigningKeys(Path(chosen) if chosen else own)


def courier(
    database: str | None = None, at_end: Callable[[Callable[[], None]], object] | None = None
) -> Courier:
    """Return who keeps the hooks of a database and delivers events to them.

    Args:
        database: as for ``journal``.
        at_end: as for ``registry``.

    Raises:
        JournalError: as ``journal``.
    """
    from registry.service.events.stream import Stream  # noqa: PLC0415 - as above
    from registry.service.hooks.courier import Courier  # noqa: PLC0415 - as above
    from registry.service.journaled import Journaled  # noqa: PLC0415 - as above
    from registry.store.desk.events import SqlEvents  # noqa: PLC0415 - as above
    from registry.store.desk.hooks import SqlHooks  # noqa: PLC0415 - as above

    kept = journal(database)
    if at_end is not None:
        at_end(kept.close)
    events = SqlEvents(kept)
    known = Journaled(kept, rules(), shipped_glossary(), today)
    stream = Stream(known, events, now)
    return Courier(stream, events, SqlHooks(kept), signing_keys().folder, now)


def registry(
    sources: Iterable[Path] = (),
    database: str | None = None,
    at_end: Callable[[Callable[[], None]], object] | None = None,
) -> Registry:
    """Return the registry over files of notices, over a journal, or over the shipped data.

    Args:
        sources: files; if any, nothing else is read.
        database: the database to use; without it that of the settings, or the user's own if
            it is there.
        at_end: told what is to be done when the registry is no longer used.

    Raises:
        UnreadableSource: a source cannot be read.
        BadRules: a rule or data file does not follow its vocabulary.
        JournalError: the database named is not there, of another schema, or out of reach.
    """
    paths = tuple(sources)
    if not paths and (database or _has_database()):
        from registry.service.journaled import Journaled  # noqa: PLC0415 - as above
        from registry.store.coverage import CoverageIndex  # noqa: PLC0415 - as above

        kept = journal(database)
        if at_end is not None:
            at_end(kept.close)
        index = CoverageIndex(kept)
        return Journaled(kept, rules(), shipped_glossary(), today, index=index)
    if paths:
        return FromFiles(paths, rules(), shipped_glossary(), today)
    return Registry(shipped_facts(), rules(), shipped_glossary(), today)


def desk(
    database: str | None = None, at_end: Callable[[Callable[[], None]], object] | None = None
) -> Desk | None:
    """Return where a service takes in what people enter; ``None`` where there is no database.

    Args:
        database: as for ``registry``.
        at_end: as for ``registry``.

    Raises:
        JournalError: as ``registry``.
    """
    if not database and not _has_database():
        return None
    from registry.service.desk import Desk  # noqa: PLC0415 - as above
    from registry.store.desk.jobs import SqlJobs  # noqa: PLC0415 - as above
    from registry.store.desk.keys import SqlKeys, SqlUses  # noqa: PLC0415 - as above
    from registry.store.desk.replies import SqlReplies  # noqa: PLC0415 - as above

    kept = journal(database)
    if at_end is not None:
        at_end(kept.close)
    return Desk(
        kept,
        SqlKeys(kept),
        SqlUses(kept),
        SqlReplies(kept),
        SqlJobs(kept),
        rulebooks=rules(),
        glossary=shipped_glossary(),
        today=today,
        now=now,
    )


def _has_database() -> bool:
    return bool(settings()[0].database) or Path(database_address()).exists()


def shipped_facts() -> tuple[AnyFact, ...]:
    """Return the facts that travel with the package."""
    folders = sorted(p for p in shipped("data").iterdir() if p.is_dir())
    return tuple(
        fact
        for folder in folders
        if folder.name not in _NOT_FACTS
        for fact in load({path.name: path.read_bytes() for path in folder.glob("*.toml")})
    )


def rules() -> tuple[Rulebook, ...]:
    """Return the rule files that hold: those in the folder of the settings, and the shipped ones.

    A file of the folder takes the place of the shipped one for the same government.

    Raises:
        BadSettings: as ``settings``; or the folder is none.
        BadRules: a file does not follow its vocabulary, or two are for one government.
    """
    held = {book.government or book.country: book for book in shipped_rules()}
    if folder := settings()[0].rules:
        held |= _rules_in(Path(folder))
    return tuple(held.values())


def shipped_rules() -> tuple[Rulebook, ...]:
    """Return the rule files that travel with the package."""
    return tuple(_rules_in(shipped("rules")).values())


def _rules_in(folder: Path) -> dict[str, Rulebook]:
    """Read the rule files in a folder, by the government or the country that each is for."""
    paths = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    if not paths:
        raise BadSettings(
            f"{folder}: no folder of rule files; have the setting 'rules' name the folder that"
            " they are in; the name of each ends in .toml"
        )
    found: dict[str, Rulebook] = {}
    for path in paths:
        book = read_rules(path.read_bytes(), path.name)
        whose = book.government or book.country
        if whose in found:
            raise BadRules(f"{path}: another file here is for {whose} too; join the two")
        found[whose] = book
    return found


def shipped_glossary() -> Glossary:
    """Return English names of areas, short names that no rule reaches, and provinces."""
    agencies = shipped("data") / "aliases" / "agencies.toml"
    areas = shipped("data") / "aliases" / "areas-en.toml"
    provinces = shipped("data") / "places" / "provinces.toml"
    return Glossary(
        english=load_english_areas(areas.name, areas.read_bytes()),
        aliases=load_agency_aliases(agencies.name, agencies.read_bytes()),
        provinces=load_provinces(provinces.name, provinces.read_bytes()),
    )
