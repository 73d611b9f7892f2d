"""Requests whose JSON cannot be read are the sender's mistake and nobody else's."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.exceptions import ClientException


class OwnRequest(Request[Any, Any, Any]):
    """A request that refuses JSON which is no UTF-8, or nests without end."""

    async def json(self) -> Any:  # noqa: ANN401 - as the framework's own
        """Return what the body holds.

        Raises:
            ClientException: it is no JSON.
        """
        try:
            return await super().json()
        except UnicodeDecodeError:
            raise ClientException("the body is not in UTF-8; send it in UTF-8") from None
        except RecursionError:
            raise ClientException("the body nests too deeply; send what the schema says") from None
