"""Events, those who are told of them, and who is at work on it.

``event`` follows from the journal and is only added to; ``event_read`` has one row, the entry up
to which events were worked out. ``hook`` has its place in the events: all up to it are done with;
``tries``, ``due`` and ``why`` are of the next one. ``hook_dead`` holds those that were given up.
``lease`` says which process does a work that only one may do, until when. Times count
microseconds since 1970 in UTC.
"""

from __future__ import annotations

from sqlalchemy import Connection

from registry.store.migrations.dialect import create


def upgrade(connection: Connection) -> None:
    """Create the tables, empty."""
    create(
        connection,
        """
        CREATE TABLE event (
            number {integer} NOT NULL,
            place {integer} NOT NULL,
            kind TEXT NOT NULL,
            government TEXT NOT NULL,
            event TEXT NOT NULL,
            PRIMARY KEY (number, place)
        ){strict}
        """,
    )
    create(connection, "CREATE TABLE event_read (number {integer} NOT NULL PRIMARY KEY){strict}")
    create(connection, "INSERT INTO event_read (number) VALUES (0)")
    create(
        connection,
        """
        CREATE TABLE hook (
            id TEXT NOT NULL PRIMARY KEY,
            url TEXT NOT NULL,
            kinds TEXT NOT NULL,
            government TEXT,
            reach TEXT NOT NULL,
            made {integer} NOT NULL,
            made_by TEXT NOT NULL,
            number {integer} NOT NULL,
            place {integer} NOT NULL,
            tries {integer} NOT NULL,
            due {integer} NOT NULL,
            why TEXT
        ){strict}
        """,
    )
    create(
        connection,
        """
        CREATE TABLE hook_dead (
            hook TEXT NOT NULL REFERENCES hook (id),
            number {integer} NOT NULL,
            place {integer} NOT NULL,
            at {integer} NOT NULL,
            tries {integer} NOT NULL,
            why TEXT NOT NULL,
            PRIMARY KEY (hook, number, place)
        ){strict}
        """,
    )
    create(
        connection,
        """
        CREATE TABLE lease (
            name TEXT NOT NULL PRIMARY KEY,
            holder TEXT NOT NULL,
            until {integer} NOT NULL
        ){strict}
        """,
    )
