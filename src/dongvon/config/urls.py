"""Every address of the program: each area of the pages names its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("dongvon.interfaces.web.urls"))]

handler400 = "dongvon.interfaces.web.shell.errors.bad_request"
handler403 = "dongvon.interfaces.web.shell.errors.forbidden"
handler404 = "dongvon.interfaces.web.shell.errors.not_found"
handler500 = "dongvon.interfaces.web.shell.errors.server_error"
