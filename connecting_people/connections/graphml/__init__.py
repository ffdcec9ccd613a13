"""Maps as GraphML: in from whoever wrote it, out so that others read it whole."""

from connecting_people.connections.graphml.reading import read
from connecting_people.connections.graphml.writing import written

__all__ = ["read", "written"]
