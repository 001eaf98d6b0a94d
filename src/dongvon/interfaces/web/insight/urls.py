"""The addresses of insight."""

from django.urls import path

from dongvon.interfaces.web.insight import acts, listing, pages, source, targets
from dongvon.interfaces.web.insight.words import DIVISIONS

app_name = "insight"
urlpatterns = [
    path("", pages.overview, name="overview"),
    path("theo-thang.xlsx", pages.overview_file, name="overview_file"),
    *(path(f"{word}/", pages.parts, {"by": by}, name=word) for by, (word, _, _) in DIVISIONS.items()),
    *(
        path(f"{word}.xlsx", pages.parts_file, {"by": by}, name=f"{word}_file")
        for by, (word, _, _) in DIVISIONS.items()
    ),
    path("so-lieu/<slug:code>/", source.source, name="source"),
    path("so-lieu/<slug:code>.xlsx", source.source_file, name="source_file"),
    path("chi-tieu/", targets.targets, name="targets"),
    path("ban-do/", pages.map_, name="map"),
    path("xa/<slug:place>/", pages.commune, name="commune"),
    path("xa/<slug:place>.xlsx", pages.commune_file, name="commune_file"),
    path("xa/<slug:place>/truc-tiep/", listing.direct, name="direct"),
    path("xa/<slug:place>/truc-tiep.xlsx", listing.direct_file, name="direct_file"),
    path("to/<uuid:team>/", listing.group, name="group"),
    path("to/<uuid:team>.xlsx", listing.group_file, name="group_file"),
    path("ranh-gioi/", acts.boundaries, name="boundaries"),
    path("ranh-gioi/ve/", acts.draw_act, name="draw"),
    path("ranh-gioi/bo/", acts.forget_act, name="forget"),
]
