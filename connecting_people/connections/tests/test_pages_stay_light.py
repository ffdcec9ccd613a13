"""What is for reports and tests alone is not loaded with the pages: it would cost each worker a hundred megabytes."""

import os
import subprocess
import sys

HEAVY = ("numpy", "numba", "scipy", "networkx", "igraph", "matplotlib")
ASK = f"""
import django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
from connecting_people.connections import change, measures, packed, plain_table, uploads
import sys
print(*(set({HEAVY}) & set(sys.modules)))
"""


def test_no_page_loads_the_libraries_of_reports():
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "connecting_people.config.settings_test"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ASK], env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == ""
