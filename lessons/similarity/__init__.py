"""What resembles what, and why: a comparison that its reader can check by reading.

Everything here looks through the eyes of one reader: which records are compared, and which words are
common among them, so that nobody's private texts move what somebody else is shown.
"""

from lessons.similarity.comparing import Likeness, View, likeness_to, similar_to, view_of
from lessons.similarity.explaining import Reasons, explain
from lessons.similarity.subjects import COMPARED, Subject, subject_of, words_of

__all__ = [
    "COMPARED",
    "Likeness",
    "Reasons",
    "Subject",
    "View",
    "explain",
    "likeness_to",
    "similar_to",
    "subject_of",
    "view_of",
    "words_of",
]
