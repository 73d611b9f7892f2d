"""Schema migrations: forward only, one module each, named by the version that it leads to.

A module holds ``upgrade(connection)``, written in SQL that every backend takes and frozen
once released: it uses nothing of ``schema.py``, which moves on. ``REFILL = True`` has the
look-ups worked out anew after the last one.
"""

from __future__ import annotations

from importlib import import_module

from sqlalchemy import Connection, inspect, text

from registry.store.sql_places import fill_places

MODULES = ("m0001_journal", "m0002_lookups", "m0003_coverage", "m0004_desk", "m0005_events")

LATEST = len(MODULES)
"""The version of the schema that this registry reads and writes."""


def version(connection: Connection) -> int:
    """Return the version of the schema in a database, 0 where there is none."""
    if not inspect(connection).has_table("registry_schema"):
        return 0
    found = connection.scalar(text("SELECT max(version) FROM registry_schema"))
    return int(found or 0)


def upgrade(connection: Connection, to: int = LATEST) -> None:
    """Bring the schema from its version up to ``to``, within the caller's transaction."""
    refill = False
    for number in range(version(connection) + 1, to + 1):
        module = import_module(f"{__name__}.{MODULES[number - 1]}")
        module.upgrade(connection)
        refill = refill or getattr(module, "REFILL", False)
        connection.execute(
            text("INSERT INTO registry_schema (version) VALUES (:version)"), {"version": number}
        )
    if refill and to == LATEST:
        fill_places(connection)
