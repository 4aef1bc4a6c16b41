"""Where a record came from and what it led to: as a trace of records, and as a thread of stations."""

from lessons.trace.threads import threads_for
from lessons.trace.tree import Trace, trace_of

__all__ = ["Trace", "threads_for", "trace_of"]
