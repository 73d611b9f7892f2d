"""``/v1/notices``: what the registry has read."""

from __future__ import annotations

from collections import Counter

from litestar import Controller, get
from litestar.di import NamedDependency

from api.wire import Notice, NoticeList
from registry.model.facts import Document
from registry.service.registry import Registry


class Notices(Controller):
    """Notices, in the order in which they were read."""

    path = "/notices"
    tags = ("notices",)

    @get(
        operation_id="listNotices", summary="The notices that answers rest on", sync_to_thread=False
    )
    def listing(self, registry: NamedDependency[Registry]) -> NoticeList:
        """List every notice with its number, title, date, issuer and kind."""
        stated = Counter(f.doc for f in registry.facts if not isinstance(f, Document))
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
                for fact in registry.facts
                if isinstance(fact, Document)
            )
        )
