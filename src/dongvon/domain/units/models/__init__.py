"""The nouns of organisation: places, units, how they are joined, and who holds which post."""

from dongvon.domain.units.models.alias import Alias
from dongvon.domain.units.models.edge import Edge
from dongvon.domain.units.models.former_place import FormerPlace
from dongvon.domain.units.models.place import Place, PlaceTerm
from dongvon.domain.units.models.post import Post
from dongvon.domain.units.models.unit import Unit, UnitName
from dongvon.domain.units.models.user import User

__all__ = ["Alias", "Edge", "FormerPlace", "Place", "PlaceTerm", "Post", "Unit", "UnitName", "User"]
