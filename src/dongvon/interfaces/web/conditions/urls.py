"""The addresses of the rules of the road."""

from django.urls import path

from dongvon.interfaces.web.conditions import acts, pages

app_name = "conditions"
urlpatterns = [
    path("", pages.rules, name="rules"),
    path("quyet-dinh/", acts.decide, name="decide"),
    path("de-xuat/<slug:kind>/", pages.proposal, name="proposal"),
    path("de-xuat/<slug:kind>/trinh/", acts.propose, name="propose"),
]
