"""Whatever a stranger sends, the answer is the one the description promises; never an error of ours."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from large_situation import FixedSource
from schemathesis import GenerationMode
from serving import served

from bordercast.web import Access, application, described

EXAMPLES = 12  # of good and of bad requests, an address


@pytest.fixture(scope="module")
def server(situation):
    with served(application(FixedSource(situation), Access(read_only=False))) as address:
        yield schemathesis.openapi.from_url(f"{address}/api/openapi.json")


def operations():
    """Every address and method."""
    return sorted((path, method) for path, methods in described()["paths"].items() for method in methods)


@pytest.mark.parametrize(("path", "method"), operations())
def test_nothing_a_stranger_sends_breaks_a_promise(server, path, method):
    """Status, type, headers and shape of every answer are those of the description, for good and bad requests."""
    operation = server[path][method]
    asks = any(True for _ in operation.iter_parameters()) or bool(operation.body)
    modes = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE) if asks else (GenerationMode.POSITIVE,)

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def attempt(data):
        for mode in modes:
            data.draw(operation.as_strategy(generation_mode=mode)).call_and_validate()

    attempt()
