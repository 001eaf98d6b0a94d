"""The addresses of day closing."""

from django.urls import path

from dongvon.interfaces.web.closing import pages

app_name = "closing"
urlpatterns = [
    path("", pages.index, name="index"),
    path("doi-chieu/", pages.verified, name="verified"),
]
