"""The addresses of figures asked for."""

from django.urls import path

from dongvon.interfaces.web.slots import acts, pages

app_name = "slots"
urlpatterns = [
    path("", pages.slots, name="slots"),
    path("them/", acts.define, name="define"),
]
