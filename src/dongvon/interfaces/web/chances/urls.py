"""The addresses of those who are entitled and do not borrow."""

from django.urls import path

from dongvon.interfaces.web.chances import pages

app_name = "chances"
urlpatterns = [
    path("", pages.communes, name="communes"),
    path("tai-ve/", pages.communes_file, name="communes_file"),
    path("<str:place>/", pages.commune, name="commune"),
    path("<str:place>/tai-ve/", pages.commune_file, name="commune_file"),
]
