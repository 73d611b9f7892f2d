"""Every scenario of every feature file in this folder and below."""

from __future__ import annotations

from pytest_bdd import scenarios

scenarios(".")
