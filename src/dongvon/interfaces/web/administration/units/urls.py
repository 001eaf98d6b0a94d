"""The addresses of the directory of units."""

from django.urls import path

from dongvon.interfaces.web.administration.units import pages

app_name = "units"
urlpatterns = [
    path("", pages.index, name="index"),
    path("<slug:code>/", pages.unit, name="unit"),
]
