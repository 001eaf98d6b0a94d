"""Addresses of the frame itself."""

from django.urls import path

from dongvon.interfaces.web.shell import language

app_name = "shell"
urlpatterns = [
    path("ngon-ngu/", language.choose_language, name="language"),
]
