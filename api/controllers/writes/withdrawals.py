"""``/v1/withdrawals``: taking a withdrawal back brings back what it took away."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, delete
from litestar.di import NamedDependency

from api.controllers.parameters import answered
from api.controllers.writes.common import REFUSED, WRITES, Because, Collection, Number
from api.wire.entered import Withdrawal
from api.writing import WRITTEN, Writing
from registry.model.journal import Withdrawn

ALL = Collection("withdrawals", (Withdrawn,), "withdrawal")


class Withdrawals(Controller):
    """Withdrawals, by the numbers of their entries."""

    path = "/withdrawals"
    tags = ("journal",)

    @delete(
        "/{number:int}",
        operation_id="withdrawWithdrawal",
        summary="Bring back what was withdrawn",
        status_code=200,
        opt=WRITES,
        responses={
            **REFUSED,
            200: answered(Withdrawal, "What was withdrawn counts again."),
        },
        response_headers=WRITTEN,
        sync_to_thread=True,
    )
    def withdraw(
        self, *, writing: NamedDependency[Writing], number: Number, because: Because
    ) -> Response[Any]:
        """Record that a withdrawal counts no more: its entry counts again from now on."""
        return ALL.withdraw(writing, number, because)
