"""Maps as the set of CSV files that Network Canvas writes and that egor and ideanet read."""

from connecting_people.connections.canvas_csv.reading import belongs, read
from connecting_people.connections.canvas_csv.writing import written

__all__ = ["belongs", "read", "written"]
