"""Ids that a person can read, and the addresses of what has one.

An id is the names of the thing, joined by ``~``: a person's is ``GOVERNMENT~NAME``. Names
stay as the notices write them; of ASCII only letters, digits and ``-._`` stand for themselves,
any other sign is ``!`` and its two hexadecimal digits. So an id is one segment of a path, the
same for the same names on any day and in any copy of the journal, and two things never share one.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from registry.errors import UnknownName

BETWEEN = "~"
_SIGN = re.compile(r"[\x00-\x7f]")
_PLAIN = re.compile(r"[A-Za-z0-9._-]")
_ESCAPED = re.compile(r"!([0-9A-F]{2})")


def made(*names: str) -> str:
    """Return the id of the thing with those names.

    >>> made("景德镇市人民政府", "景府字〔2019〕33号"), made("甲市人民政府", "关于A/B角的通知")
    ('景德镇市人民政府~景府字〔2019〕33号', '甲市人民政府~关于A!2FB角的通知')
    """
    return BETWEEN.join(_SIGN.sub(_escape, name) for name in names)


def read(given: str, names: int, example: str) -> tuple[str, ...]:
    """Return the names that an id is made of.

    >>> read("甲市人民政府~关于A!2FB角的通知", 2, "")
    ('甲市人民政府', '关于A/B角的通知')

    Raises:
        UnknownName: it is not made of so many names.
    """
    parts = given.split(BETWEEN)
    if len(parts) != names:
        raise UnknownName(f"{given!r} is no such id; one looks like {example}")
    return tuple(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), part) for part in parts)


def address(*segments: str, **query: str) -> str:
    """Return the address of a resource on this service, from its path and its parameters.

    >>> address("people", "甲~乙"), address("answers", subject="商务")
    ('/v1/people/%E7%94%B2~%E4%B9%99', '/v1/answers?subject=%E5%95%86%E5%8A%A1')
    """
    path = "/".join(quote(segment, safe="") for segment in ("v1", *segments))
    return f"/{path}?{urlencode(query)}" if query else f"/{path}"


def _escape(sign: re.Match[str]) -> str:
    return sign[0] if _PLAIN.fullmatch(sign[0]) else f"!{ord(sign[0]):02X}"
