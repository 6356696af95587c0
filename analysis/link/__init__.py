"""One picture from many reports: which rows of which documents tell of the same incident."""

from .copies import find_copies, signature
from .incidents import Incidents, link_incidents

__all__ = ["Incidents", "find_copies", "link_incidents", "signature"]
