"""The addresses of commendation."""

from django.urls import path

from dongvon.interfaces.web.commendation import acts, council_acts, council_pages, pages

app_name = "commendation"
urlpatterns = [
    path("", pages.index, name="index"),
    path("ky/<uuid:round>/cham-diem/", acts.score_act, name="score"),
    path("ky/<uuid:round>/de-nghi/", pages.proposing, name="proposing"),
    path("ky/<uuid:round>/de-nghi/gui/", acts.propose_act, name="propose"),
    path("ky/<uuid:round>/to-trinh/", pages.submission, name="submission"),
    path("ky/<uuid:round>/trieu-tap/", council_pages.convening, name="convening"),
    path("ky/<uuid:round>/trieu-tap/gui/", council_acts.convene_act, name="convene"),
    path("de-nghi/<uuid:proposal>/rut/", acts.withdraw_act, name="withdraw"),
    path("phien-hop/<uuid:session>/", council_pages.council, name="session"),
    path("phien-hop/<uuid:session>/bieu-quyet/", council_acts.vote_act, name="vote"),
    path("phien-hop/<uuid:session>/ket-thuc/", council_acts.close_act, name="close"),
    path("phien-hop/<uuid:session>/quyet-dinh/", council_acts.award_act, name="award"),
    path("phien-hop/<uuid:session>/bien-ban/", council_pages.minutes, name="minutes"),
]
