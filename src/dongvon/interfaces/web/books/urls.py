"""The addresses of the books."""

from django.urls import path

from dongvon.interfaces.web.books import pages

app_name = "books"
urlpatterns = [
    path("can-doi/", pages.balance, name="balance"),
    path("can-doi.xlsx", pages.balance_file, name="balance_file"),
    path("nhat-ky/", pages.journal, name="journal"),
    path("khoan-vay/<uuid:loan>/", pages.about, name="about"),
]
