"""The addresses of the review desk."""

from django.urls import path

from dongvon.interfaces.web.desk import acts, pages

app_name = "desk"
urlpatterns = [
    path("", pages.queue, name="queue"),
    path("ky/<uuid:round>/", pages.of_round, name="round"),
    path("<uuid:report>/", pages.review, name="review"),
    path("<uuid:report>/quyet-dinh/", acts.judge, name="judge"),
    path("<uuid:report>/mo-lai/", acts.reopen_report, name="reopen"),
]
