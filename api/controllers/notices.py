"""``/v1/notices``: what the registry has read."""

from __future__ import annotations

from collections import Counter

from litestar import Controller, get
from litestar.di import NamedDependency

from api.controllers.parameters import PROBLEMS, Government, KnownAt
from api.security.access import needs
from api.wire import Notice, NoticeList
from registry.model.access import Scope
from registry.model.facts import Document
from registry.service.registry import Registry
from registry.service.state import read_moment


class Notices(Controller):
    """Notices, in the order in which they were read."""

    path = "/notices"
    tags = ("notices",)
    opt = needs(Scope.READ)

    @get(
        operation_id="listNotices",
        summary="The notices that answers rest on",
        responses=PROBLEMS,
        sync_to_thread=True,
    )
    def listing(
        self,
        registry: NamedDependency[Registry],
        government: Government = None,
        known_at: KnownAt = None,
    ) -> NoticeList:
        """List every notice, or those that bear on a government, with what each says of itself."""
        known = registry.known(read_moment(known_at))
        if government is None:
            facts = known.facts
        else:
            facts = known.facts_of(known.history(government).government)
        stated = Counter(f.doc for f in facts if not isinstance(f, Document))
        return NoticeList(
            items=tuple(
                Notice(
                    doc=fact.doc,
                    number=fact.number,
                    title=fact.title,
                    date=fact.date,
                    issuer=fact.issuer,
                    kind=fact.kind,
                    facts=stated[fact.doc],
                )
                for fact in facts
                if isinstance(fact, Document)
            )
        )
