"""The door for the web server."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from connecting_people.config.keys import StartError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connecting_people.config.settings")
try:
    application = get_wsgi_application()
    from connecting_people.config.start import check_start

    check_start()
except StartError as problem:
    sys.stderr.write(f"Connecting People cannot start. {problem}\n")
    sys.exit(2)
