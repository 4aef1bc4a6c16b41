"""Real workers, as the tests of jobs have them."""

from tests.jobs.conftest import queue, workers

__all__ = ["queue", "workers"]
