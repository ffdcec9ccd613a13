"""The door for the web server."""

import os
import sys
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from connecting_people.config.keys import StartError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connecting_people.config.settings")
try:
    application = get_wsgi_application()
    from connecting_people.config.start import check_start

    check_start()
    # Else whoever comes first waits until every page of the program is loaded.
    import_module(settings.ROOT_URLCONF)
except StartError as problem:
    sys.stderr.write(f"Connecting People cannot start. {problem}\n")
    sys.exit(2)
