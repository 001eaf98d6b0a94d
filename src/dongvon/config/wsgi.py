"""The web application as a server of WSGI wants it."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dongvon.config.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
