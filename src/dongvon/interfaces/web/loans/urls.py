"""The addresses of loans."""

from django.urls import path

from dongvon.interfaces.web.loans import acts, pages

app_name = "loans"
urlpatterns = [
    path("", pages.loans, name="loans"),
    path("cho-quyet-dinh/", pages.petitions, name="petitions"),
    path("<uuid:loan>/", pages.loan, name="loan"),
    path("<uuid:loan>/so-phu.xlsx", pages.statement_file, name="statement_file"),
    *acts.addresses(),
]
