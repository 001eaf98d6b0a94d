"""Addresses of the gallery."""

from django.urls import path

from dongvon.interfaces.web.gallery import pages

app_name = "gallery"
urlpatterns = [path("", pages.index, name="index")]
