"""Several readers of the OpenAPI description at once get it whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from drf_spectacular.settings import spectacular_settings


@pytest.mark.exhaustive
@pytest.mark.slow
def test_four_threads_get_the_same_description():
    def describe(_: int) -> list[str]:
        generator = spectacular_settings.DEFAULT_GENERATOR_CLASS()
        return sorted(generator.get_schema(public=True)["paths"])

    with ThreadPoolExecutor(4) as threads:
        described = list(threads.map(describe, range(4)))
    assert described[0]
    assert all(paths == described[0] for paths in described)
