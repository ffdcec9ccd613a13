import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from connecting_people.audit import queries


class Command(BaseCommand):
    """Checks every agency's chain against itself and against the checkpoints kept outside the database."""

    help = "Check that nothing in the audit was changed, taken out or cut off. Exit code 1 when something was."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take one agency's id, else check all."""
        parser.add_argument("agency", nargs="*", help="the id of an agency; all of them when none is given")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write one line for each agency, and one for each fault."""
        faulty = False
        for agency_id in queries.chains():
            if options["agency"] and str(agency_id) not in options["agency"]:
                continue
            faults = list(queries.faults(agency_id))
            faulty = faulty or bool(faults)
            self.stdout.write(f"Agency {agency_id}: {queries.length(agency_id)} events, " + _says(faults))
            for fault in faults:
                self.stderr.write(f"  {fault}")
        if faulty:
            sys.exit(1)


def _says(faults: list[str]) -> str:
    return "something is wrong:" if faults else "all as it was written."
