"""Every address of the web pages: one line for each page folder."""

from django.urls import URLPattern, URLResolver, include, path

from dongvon.interfaces.web.shell.access import Audience, declared_as

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("dongvon.interfaces.web.home.urls")),
    path("", include("dongvon.interfaces.web.shell.urls")),
    path("so-sach/", include("dongvon.interfaces.web.books.urls")),
    path("chuong-trinh/", include("dongvon.interfaces.web.catalogue.urls")),
    path("gallery/", include("dongvon.interfaces.web.components.gallery.urls")),
    *declared_as(Audience.DOOR, [path("tai-khoan/", include("allauth.urls"))]),
]
