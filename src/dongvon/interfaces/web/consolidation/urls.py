"""The addresses of the city report."""

from django.urls import path

from dongvon.interfaces.web.consolidation import acts, pages

app_name = "consolidation"
urlpatterns = [
    path("", pages.index, name="index"),
    path("ky/<uuid:round>/tong-hop/", acts.consolidate_act, name="consolidate"),
    path("lan/<uuid:consolidation>/", pages.made, name="made"),
    path("lan/<uuid:consolidation>/<str:part>/", pages.download, name="download"),
    path("so-lieu/<uuid:computation>/", pages.source, name="source"),
    path("mau/", pages.form, name="form"),
    path("mau/thay/", acts.replace_form_act, name="replace_form"),
    path("mau/dang-dung/", pages.form_file, name="form_file"),
]
