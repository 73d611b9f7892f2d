"""Whatever stands in a name, every form is well-formed and says no more than one name there."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO, StringIO

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from rdflib import FOAF, RDF, Graph
from rdflib.compare import isomorphic

from registry.exports.network import gexf, graphml
from registry.exports.org import org_jsonld, org_turtle
from registry.exports.popolo import popolo
from registry.exports.table import table
from registry.exports.text import fit
from registry.exports.vcard import vcards
from tests.exports.city import made

HOSTILE = (
    "<script>alert(1)</script>",
    "]]><!--&lt;",
    '"}],"persons":[{"name":"x',
    "a\nBEGIN:VCARD\r\nFN:b",
    "=cmd|'/C calc'!A0",
    '\\"""@zh . <x> <y> <z> .',
    "a\x00b\x0b\x1b\x7f\x85\ud800\ufffe",
    "\u202e\u2028\u2029",
    "> <javascript:x",
    "A -> B [label=x]; }",
    "../../../etc/passwd%2f..%00",
    " ",
    "𠮷野家",
)
NAMES = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(min_size=1, max_size=12),
    st.text(alphabet=st.characters(), min_size=1, max_size=8),
    st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=3).map("".join),
)


@pytest.mark.parametrize("name", HOSTILE)
def test_every_form_is_well_formed_for_a_hostile_name(name: str) -> None:
    check(name)


@settings(max_examples=40, deadline=None)
@given(NAMES)
def test_every_form_is_well_formed_for_any_name(name: str) -> None:
    check(name)


def check(name: str) -> None:
    hostile, plain = made(name), made()
    wanted = fit(name)

    found = json.loads(popolo(hostile))
    assert {key: len(found[key]) for key in found} == {
        key: len(value) for key, value in json.loads(popolo(plain)).items()
    }
    assert wanted in {person["name"] for person in found["persons"]}

    turtle = Graph().parse(data=org_turtle(hostile), format="turtle")
    assert isomorphic(turtle, Graph().parse(data=org_jsonld(hostile), format="json-ld"))
    people = {turtle.value(one, FOAF.name) for one in turtle.subjects(RDF.type, FOAF.Person)}
    assert wanted in {str(label) for label in people}
    assert len(people) == 4

    for written, read in ((graphml(hostile), nx.read_graphml), (gexf(hostile), nx.read_gexf)):
        etree.fromstring(written)
        graph = read(BytesIO(written))
        assert len(graph) == len(nx.read_graphml(BytesIO(graphml(plain))))
        assert any(data["label"] == wanted for _, data in graph.nodes(data=True))

    rows = list(csv.reader(StringIO(table(hostile).decode("utf-8-sig"), newline="")))
    assert len(rows) == len(list(csv.reader(StringIO(table(plain).decode("utf-8-sig")))))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [c for row in rows for c in row if c.startswith(("=", "+", "-", "@", "\t", "\r"))]

    assert keys(vcards(hostile)) == keys(vcards(plain))


def keys(written: bytes) -> list[str]:
    lines = re.sub(rb"\r\n[ \t]", b"", written).decode().split("\r\n")
    return [line.partition(":")[0] for line in lines]
