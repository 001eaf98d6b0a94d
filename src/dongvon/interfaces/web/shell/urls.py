"""Addresses of the frame itself."""

from django.urls import path

from dongvon.interfaces.web.shell import acting, language

app_name = "shell"
urlpatterns = [
    path("ngon-ngu/", language.choose_language, name="language"),
    path("lam-viec-cho/", acting.choose_unit, name="acting"),
]
