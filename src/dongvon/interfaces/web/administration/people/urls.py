"""The addresses of people and posts."""

from django.urls import path

from dongvon.interfaces.web.administration.people import acts, pages

app_name = "people"
urlpatterns = [
    path("", pages.index, name="index"),
    path("moi/", acts.open_one, name="open"),
    path("<uuid:person>/", pages.person, name="person"),
    path("<uuid:person>/giao/", acts.give, name="give"),
    path("<uuid:person>/moi-lai/", acts.invite_again, name="invite"),
    path("<uuid:person>/dong/", acts.close, name="close"),
    path("<uuid:person>/lop-hai/", acts.reset, name="reset"),
    path("thoi/<uuid:post>/", acts.take, name="take"),
]
