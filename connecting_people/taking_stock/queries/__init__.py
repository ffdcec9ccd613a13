"""What there is to take stock of, and what was said. Other rooms ask for `latest` and `all_of`."""

from connecting_people.taking_stock.queries.stock import Said, StockTake, View
from connecting_people.taking_stock.queries.takes import all_of, latest

__all__ = ["Said", "StockTake", "View", "all_of", "latest"]
