"""`manage.py reindex`: what search knows of every entry, read anew from the entries."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction

from connecting_people.community import index_tables
from connecting_people.community.indexing import index
from connecting_people.community.queries.assets import every_asset


class Command(BaseCommand):
    """Builds the index of search anew."""

    help = "Read what search knows anew from every entry, and put back what keeps the text index in step."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the rows and the text index anew, in one transaction."""
        with transaction.atomic():
            index_tables.make(connection)
            index_tables.tidy(connection)
            count = 0
            for some in every_asset():
                index(some)
                count += len(some)
        index_tables.tidy(connection)
        self.stdout.write(f"{count:,} entries can be found.")
