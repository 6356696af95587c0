"""One picture from many reports: which rows of which documents tell of the same incident."""

from .campaign import Campaign, make_campaign, one_sided
from .copies import find_copies, signature
from .incidents import Incidents, link_incidents

__all__ = ["Campaign", "Incidents", "find_copies", "link_incidents", "make_campaign", "one_sided", "signature"]
