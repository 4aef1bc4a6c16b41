"""The shape of everything on the ground floor, one noun a file."""

from tracker.models.chain import RedactedValue, Seal, SealQueue, SealShape
from tracker.models.delegation import Delegation
from tracker.models.due import DuePolicy
from tracker.models.notification import Notification
from tracker.models.organization import Organization
from tracker.models.preference import MailPreference
from tracker.models.protection import LegalHold, Reading, Redaction
from tracker.models.record import Recipient, Record
from tracker.models.session import Session
from tracker.models.sharing import Consent, LabelChange
from tracker.models.signoff import SignOff, sign_off_rules, sign_off_triggers
from tracker.models.subscription import NewsPosition, Subscription
from tracker.models.system import AISystem, SystemDependency, SystemVersion
from tracker.models.taxonomy import CAUSE_SCHEME, LOCAL_SCHEME, Tag, Taxonomy
from tracker.models.token import Token
from tracker.models.user import User

__all__ = [
    "CAUSE_SCHEME",
    "LOCAL_SCHEME",
    "AISystem",
    "Consent",
    "Delegation",
    "DuePolicy",
    "LabelChange",
    "LegalHold",
    "MailPreference",
    "NewsPosition",
    "Notification",
    "Organization",
    "Reading",
    "Recipient",
    "Record",
    "RedactedValue",
    "Redaction",
    "Seal",
    "SealQueue",
    "SealShape",
    "Session",
    "SignOff",
    "Subscription",
    "SystemDependency",
    "SystemVersion",
    "Tag",
    "Taxonomy",
    "Token",
    "User",
    "sign_off_rules",
    "sign_off_triggers",
]
