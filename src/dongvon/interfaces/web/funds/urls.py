"""The addresses of fund limits."""

from django.urls import path

from dongvon.interfaces.web.funds import acts, pages

app_name = "funds"
urlpatterns = [
    path("", pages.limits_page, name="limits"),
    path("de-nghi/", acts.propose, name="propose"),
    path("<uuid:limit>/giao/", acts.grant, name="grant"),
    path("<uuid:limit>/khong-giao/", acts.decline, name="decline"),
]
