"""What every test shares: the steps of the features, and the tags that their scenarios bear."""

from __future__ import annotations

import pytest

pytest_plugins = (
    "features.doors",
    "registry.features.given",
    "registry.features.when",
    "registry.features.then_answer",
    "registry.features.then_facts",
    "registry.features.then_findings",
    "registry.features.recorded",
    "registry.features.certificates",
)

_TAGS = {
    "cli": "the scenario is asked through the command line too, and the answers must agree",
    "api": "the scenario is asked over HTTP too, and the answers must agree",
}


def pytest_configure(config: pytest.Config) -> None:
    """Make the features' tags known: an unknown marker is an error."""
    for tag, meaning in _TAGS.items():
        config.addinivalue_line("markers", f"{tag}: {meaning}")
