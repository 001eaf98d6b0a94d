"""The program's addresses as they are in demo mode."""

from django.urls import include, path

from dongvon.config.urls import handler400, handler403, handler404, handler500
from dongvon.interfaces.web.account.demo_door import demo_addresses

urlpatterns = [
    path("tai-khoan/", include(demo_addresses(demo=True))),
    path("", include("dongvon.interfaces.web.urls")),
]

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
