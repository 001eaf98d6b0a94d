"""The addresses of the catalogue."""

from django.urls import path

from dongvon.interfaces.web.catalogue import acts, pages

app_name = "catalogue"
urlpatterns = [
    path("", pages.programmes, name="programmes"),
    path("<uuid:programme>/", pages.programme, name="programme"),
    path("<uuid:programme>/de-xuat/", acts.propose, name="propose"),
    path("<uuid:programme>/duyet/<uuid:rate>/", acts.approve, name="approve"),
]
