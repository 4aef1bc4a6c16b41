"""The verbs of the ground floor as people and programs meet them."""

from django.db.models import Model

from tracker import sharing_verbs
from tracker.models import AISystem
from tracker.verbs import Verb

SYSTEM_VERBS = sharing_verbs.sharing_verbs(along="its versions")

VERBS: dict[type[Model], tuple[Verb, ...]] = {AISystem: SYSTEM_VERBS, **sharing_verbs.VERBS}
