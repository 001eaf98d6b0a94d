"""The addresses of aliases."""

from django.urls import path

from dongvon.interfaces.web.administration.aliases import acts, pages

app_name = "aliases"
urlpatterns = [
    path("", pages.index, name="index"),
    path("them/", acts.learn, name="learn"),
    path("<uuid:alias>/quen/", acts.forget, name="forget"),
]
