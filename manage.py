#!/usr/bin/env python
"""The project's own commands: "manage.py help" lists them."""

import os
import sys

from django.core.management import execute_from_command_line

from connecting_people.config.keys import StartError


def main(arguments: list[str]) -> None:
    """Run one command; what keeps the program from starting is one line and exit code 2."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connecting_people.config.settings")
    if arguments[1:2] == ["make_keys"]:
        # The settings cannot be read before there are keys: this command alone reads them with sample ones.
        os.environ["CP_DEMO"] = "1"
    try:
        execute_from_command_line(arguments)
    except StartError as problem:
        print(f"Connecting People cannot start. {problem}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main(sys.argv)
