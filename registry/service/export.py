"""Use case: a government on a day in a standard form that other programs read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum

from msgspec import Struct

from registry.errors import UnknownName
from registry.exports.extract import Extract, extract
from registry.exports.iris import BASE
from registry.exports.network import gexf, graphml
from registry.exports.org import org_jsonld, org_turtle
from registry.exports.popolo import popolo
from registry.exports.table import table
from registry.exports.vcard import vcards
from registry.service.registry import Registry


class Form(Enum):
    """A form of export; the values are the words of the command and of the address."""

    POPOLO = "popolo"
    ORG_JSONLD = "org-jsonld"
    ORG_TURTLE = "org-turtle"
    GRAPHML = "graphml"
    GEXF = "gexf"
    VCARD = "vcard"
    CSV = "csv"


class Exported(Struct, frozen=True):
    """A file: what is in it, what it is, and a name for it that any system takes."""

    content: bytes
    media_type: str
    name: str


class Written(Struct, frozen=True):
    """How a form is written, what it is, and what it is on the wire.

    ``write`` takes the base of the IRIs too, where the form has any.
    """

    write: Callable[[Extract, str], bytes]
    title: str
    media_type: str
    ending: str


def _plain(write: Callable[[Extract], bytes]) -> Callable[[Extract, str], bytes]:
    return lambda made, _: write(made)


FORMS: dict[Form, Written] = {
    Form.POPOLO: Written(popolo, "Popolo JSON", "application/json", "json"),
    Form.ORG_JSONLD: Written(org_jsonld, "W3C ORG in JSON-LD", "application/ld+json", "jsonld"),
    Form.ORG_TURTLE: Written(org_turtle, "W3C ORG in Turtle", "text/turtle", "ttl"),
    Form.GRAPHML: Written(_plain(graphml), "GraphML", "application/graphml+xml", "graphml"),
    Form.GEXF: Written(_plain(gexf), "GEXF", "application/gexf+xml", "gexf"),
    Form.VCARD: Written(_plain(vcards), "vCards", "text/vcard", "vcf"),
    Form.CSV: Written(_plain(table), "a CSV table", "text/csv", "csv"),
}

NAMED = (Form.POPOLO, Form.ORG_JSONLD, Form.ORG_TURTLE)
"""The forms that give things IRIs."""


def export(
    registry: Registry,
    form: Form,
    on: date,
    *,
    government: str | None = None,
    base: str = BASE,
) -> Exported:
    """Return a government on a day in ``form``.

    Args:
        registry: where the notices are.
        form: the form wanted.
        on: the day.
        government: which one, by its name or a part of it, where there are several.
        base: what the IRIs of Popolo and of the Organization Ontology begin with.

    Raises:
        RegistryError: ``base`` cannot begin an IRI.
        UnknownName: no notice of the government counts by the day, or there is no such government, or
            more than one that fits.
    """
    history = registry.history(government)
    if not history.days or history.days[0] > on:
        first = f"the first counts from {history.days[0]}" if history.days else "none bears a year"
        raise UnknownName(
            f"no notice of {history.government} counts on {on}: {first}; ask for a later day"
        )
    made = extract(history, on, registry.glossary.aliases, registry.glossary.english)
    how = FORMS[form]
    return Exported(how.write(made, base), how.media_type, f"{form.value}-{on}.{how.ending}")
