"""What a service keeps for itself beside the journal: keys, who used them, replies, and jobs.

None of it says who leads or acts, and no answer rests on it. ``api_key`` holds a digest of
each key's secret. ``api_audit`` is only added to. ``api_reply`` holds what was answered to a
write, for those who send it again. ``job`` and ``job_file`` hold notices still to be read in;
``beat`` is when the process that reads them last said so. Times count microseconds since 1970
in UTC.
"""

from __future__ import annotations

from sqlalchemy import Connection

from registry.store.migrations.dialect import create


def upgrade(connection: Connection) -> None:
    """Create the tables, empty."""
    create(
        connection,
        """
        CREATE TABLE api_key (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            scopes TEXT NOT NULL,
            digest TEXT NOT NULL,
            made {integer} NOT NULL,
            made_by TEXT NOT NULL,
            expires {integer},
            revoked {integer},
            revoked_by TEXT
        ){strict}
        """,
    )
    create(
        connection,
        """
        CREATE TABLE api_audit (
            at {integer} NOT NULL,
            id TEXT NOT NULL,
            key TEXT NOT NULL,
            method TEXT NOT NULL,
            route TEXT NOT NULL,
            status {integer} NOT NULL,
            entries TEXT,
            PRIMARY KEY (at, id)
        ){strict}
        """,
    )
    create(
        connection,
        """
        CREATE TABLE api_reply (
            key TEXT NOT NULL,
            token TEXT NOT NULL,
            at {integer} NOT NULL,
            reply TEXT NOT NULL,
            PRIMARY KEY (key, token)
        ){strict}
        """,
    )
    create(connection, "CREATE INDEX api_reply_at ON api_reply (at)")
    create(
        connection,
        """
        CREATE TABLE job (
            id TEXT NOT NULL PRIMARY KEY,
            made {integer} NOT NULL,
            key TEXT NOT NULL,
            by_whom TEXT NOT NULL,
            because TEXT,
            state TEXT NOT NULL,
            worker TEXT,
            beat {integer} NOT NULL
        ){strict}
        """,
    )
    create(connection, "CREATE INDEX job_state ON job (state, made)")
    create(
        connection,
        """
        CREATE TABLE job_file (
            job TEXT NOT NULL REFERENCES job (id),
            place {integer} NOT NULL,
            name TEXT NOT NULL,
            tries {integer} NOT NULL,
            content {bytes},
            outcome TEXT,
            PRIMARY KEY (job, place)
        ){strict}
        """,
    )
