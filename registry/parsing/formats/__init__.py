"""Bytes of a notice, in the formats in which offices publish them, to text."""

from __future__ import annotations

from registry.parsing.formats.extracted import Extracted, Format
from registry.parsing.formats.read import extract, format_of

__all__ = ["Extracted", "Format", "extract", "format_of"]
