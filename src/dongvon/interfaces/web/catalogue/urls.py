"""The addresses of the catalogue."""

from django.urls import path

from dongvon.interfaces.web.catalogue import acts, pages

app_name = "catalogue"
urlpatterns = [
    path("", pages.programmes, name="programmes"),
    path("can-cu/", pages.documents_page, name="documents"),
    path("can-cu/them/", acts.cite_document, name="cite"),
    path("<uuid:programme>/", pages.programme, name="programme"),
    path("<uuid:programme>/de-xuat/", acts.propose, name="propose"),
    path("<uuid:programme>/dieu-kien/", pages.term, name="term"),
    path("<uuid:programme>/dieu-kien/de-xuat/", acts.propose_conditions, name="propose_term"),
    path("<uuid:programme>/dieu-kien/quyet-dinh/<uuid:term>/", acts.decide_conditions, name="decide_term"),
    path("<uuid:programme>/quyet-dinh/<uuid:rate>/", acts.decide, name="decide"),
]
