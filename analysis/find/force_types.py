"""What kind of actor a force is where it acts: a state's army abroad is an external force."""

from __future__ import annotations

from .force_candidates import Scene
from .known_forces import KnownForce
from .nations import document_country

_LOCAL = {"rebel group", "political militia", "identity militia"}


def report_country(scene: Scene, strong: list[KnownForce]) -> str:
    """The country that the report is about: nations named, and the groups that are at home in one country."""
    weights: dict[str, float] = {}
    for force in strong:
        if force.country and force.actor_type in _LOCAL | {"state forces"}:
            weights[force.country] = weights.get(force.country, 0.0) + (0.7 if force.actor_type in _LOCAL else 0.3)
    return document_country(scene.p, scene.nations, weights)


def actor_type_here(actor_type: str, country: str, here: str) -> str:
    """The actor type in the report's country.

    >>> actor_type_here("state forces", "TUR", "IRQ"), actor_type_here("state forces", "IRQ", "IRQ")
    ('external forces', 'state forces')
    """
    if actor_type == "state forces" and country and here and country != here:
        return "external forces"
    return actor_type
