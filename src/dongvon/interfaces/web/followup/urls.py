"""The addresses of follow-up."""

from django.urls import path

from dongvon.interfaces.web.followup import acts, keeping, pages

app_name = "followup"
urlpatterns = [
    path("", pages.grid, name="grid"),
    path("o/<uuid:unit>/<uuid:round>/", pages.cell, name="cell"),
    path("o/<uuid:unit>/<uuid:round>/de-nghi/", acts.ask_relief_act, name="ask_relief"),
    path("giao-ban/", pages.briefing, name="briefing"),
    path("ty-le/", pages.counted, name="rates"),
    path("chua-dang-nhap/", pages.absent, name="absent"),
    path("dot-bao-cao/", keeping.rounds, name="rounds"),
    path("dot-bao-cao/<uuid:plan>/mo/", acts.open_round_act, name="open_round"),
    path("mien-gia-han/", keeping.relief, name="relief"),
    path("mien-gia-han/<uuid:relief>/", acts.decide_relief_act, name="decide_relief"),
    path("nhac-viec/", keeping.letters, name="letters"),
    path("nhac-viec/<uuid:letter>/", keeping.letter, name="letter"),
]
