"""The address of home."""

from django.urls import path

from dongvon.interfaces.web.home import pages

app_name = "home"
urlpatterns = [path("", pages.today, name="today")]
