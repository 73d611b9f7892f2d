"""The Organization Ontology: both serialisations are one graph, and it is the organisation."""

from __future__ import annotations

from datetime import date

import pytest
from rdflib import DCTERMS, FOAF, ORG, PROV, RDF, SKOS, TIME, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.term import Node

from registry.exports.extract import extract
from registry.exports.iris import Iris
from registry.exports.org import org_graph, org_jsonld, org_turtle
from registry.graph.history import History
from registry.graph.organisation import HELD
from registry.wiring import registry
from tests.exports.city import GOVERNMENT, made

IRIS = Iris(GOVERNMENT)
DAY = date(2019, 9, 30)


@pytest.fixture(scope="module")
def history() -> History:
    return registry().history()


@pytest.fixture(scope="module")
def shipped(history: History) -> Graph:
    known = registry()
    made = extract(history, DAY, known.glossary.aliases, known.glossary.english)
    turtle = Graph().parse(data=org_turtle(made), format="turtle")
    assert isomorphic(turtle, Graph().parse(data=org_jsonld(made), format="json-ld"))
    assert isomorphic(turtle, org_graph(made))
    return turtle


def held(graph: Graph, on: date) -> set[tuple[str, str, str]]:
    """Return person, role and what the role is about, of the memberships that hold on a day."""
    found = set()
    for one in graph.subjects(RDF.type, ORG.Membership):
        during = graph.value(one, ORG.memberDuring)
        since, until = (
            str(graph.value(graph.value(during, edge), TIME.inXSDDate) or "")
            for edge in (TIME.hasBeginning, TIME.hasEnd)
        )
        if not since or since > on.isoformat() or (until and until <= on.isoformat()):
            continue
        about = graph.value(one, DCTERMS.subject) or graph.value(one, ORG.organization)
        role = str(graph.value(one, ORG.role)).rpartition("/")[2]
        found.add((chinese(graph, graph.value(one, ORG.member)), role, chinese(graph, about)))
    return found


def chinese(graph: Graph, one: Node | None) -> str:
    (label,) = (text for text, language in labels_of(graph, one) if language == "zh")
    return label


def labels_of(graph: Graph, one: Node | None) -> list[tuple[str, str | None]]:
    found = [label for label in graph.objects(one, SKOS.prefLabel) if isinstance(label, Literal)]
    return [(str(label), label.language) for label in found]


def test_the_graph_says_who_has_what_as_the_organisation_does(
    shipped: Graph, history: History
) -> None:
    org = history.at(DAY)
    told = held(shipped, DAY)
    shares = {
        (edge.source.name, edge.relation, edge.target.name)
        for person in org.people()
        for edge in org.held(person)
    }
    assert {one for one in told if one[1] in HELD} == shares
    backups = {(b, "backup", p) for p in org.leaders() for b, _ in org.backups_of(p)}
    assert {one for one in told if one[1] == "backup"} == backups


def test_each_class_of_the_ontology_has_what_it_stands_for(shipped: Graph) -> None:
    (government,) = shipped.subjects(RDF.type, ORG.FormalOrganization)
    assert Literal("景德镇市人民政府", lang="zh") in shipped.objects(government, SKOS.prefLabel)
    units = set(shipped.subjects(RDF.type, ORG.OrganizationalUnit))
    assert units
    for unit in units:
        whole = shipped.value(unit, ORG.unitOf)
        assert whole == government or whole in units
        assert (whole, ORG.hasUnit, unit) in shipped
    for post in shipped.subjects(RDF.type, ORG.Post):
        assert list(shipped.objects(post, SKOS.prefLabel))
        assert list(shipped.objects(post, ORG.role))
    commerce = URIRef(f"{government}/area/%E5%95%86%E5%8A%A1")
    assert {str(label) for label in shipped.objects(commerce, SKOS.prefLabel)} == {
        "商务",
        "commerce",
    }


def test_no_concept_has_two_labels_in_a_language(shipped: Graph) -> None:
    for one in set(shipped.subjects(SKOS.prefLabel)):
        labels = [language for _, language in labels_of(shipped, one)]
        assert len(labels) == len(set(labels)), one


def test_each_membership_cites_a_clause_that_is_quoted_from_a_notice(shipped: Graph) -> None:
    for one in shipped.subjects(RDF.type, ORG.Membership):
        clauses = list(shipped.objects(one, PROV.wasDerivedFrom))
        assert clauses
        for clause in clauses:
            notice = shipped.value(clause, PROV.wasQuotedFrom)
            assert str(shipped.value(clause, PROV.value))
            assert (one, DCTERMS.source, notice) in shipped
            assert (notice, RDF.type, FOAF.Document) in shipped
            assert shipped.value(notice, DCTERMS.issued) is not None
            assert shipped.value(notice, DCTERMS.title) is not None


def test_a_notice_is_a_change_with_what_it_began_and_ended() -> None:
    graph = org_graph(made())
    event = URIRef(IRIS.of("change", "临府字〔2024〕9号"))
    assert (event, RDF.type, ORG.ChangeEvent) in graph
    assert str(graph.value(event, DCTERMS.date)) == "2024-05"
    assert graph.value(event, DCTERMS.source) == URIRef(IRIS.notice("临府字〔2024〕9号"))

    def labels(edge: URIRef) -> set[str]:
        return {str(graph.value(m, SKOS.prefLabel)) for m in graph.objects(event, edge)}

    assert labels(PROV.generated) == {
        *("市政府副市长", "负责商务", "分管市商务局", "江一平的B角", "河二安的B角")
    }
    assert labels(PROV.invalidated) == {
        *("市政府副市长", "负责商务", "分管市商务局", "江一平的B角", "湖三宁的B角")
    }
    group = URIRef(IRIS.of("group", "河二安领导小组"))
    (made_by,) = graph.subjects(ORG.resultingOrganization, group)
    assert str(graph.value(made_by, DCTERMS.date)) == "2024-09-01"


def test_a_change_after_the_day_is_no_event() -> None:
    graph = org_graph(made(on=date(2024, 2, 1)))
    events = {str(graph.value(e, DCTERMS.date)) for e in graph.subjects(RDF.type, ORG.ChangeEvent)}
    assert events == {"2024-01-10"}


def test_a_date_has_no_more_parts_than_the_notice_writes() -> None:
    graph = org_graph(made())
    instants = {str(month) for month in graph.objects(predicate=TIME.inXSDgYearMonth)}
    assert instants == {"2024-05"}
    assert "2024-05-01" not in {str(day) for day in graph.objects(predicate=TIME.inXSDDate)}


def test_the_same_extract_is_written_the_same() -> None:
    assert org_jsonld(made()) == org_jsonld(made())
    assert org_turtle(made()) == org_turtle(made())


def test_a_urn_can_be_the_base() -> None:
    graph = Graph().parse(data=org_turtle(made(), "urn:registry:"), format="turtle")
    subjects = {str(one) for one in graph.subjects()}
    assert all(one.startswith("urn:registry:") for one in subjects)
