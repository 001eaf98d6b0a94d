"""The addresses of people; no name and no number ever stands in one."""

from django.urls import path

from dongvon.interfaces.web.people import acts, consenting, households, pages, watching

app_name = "persons"
urlpatterns = [
    path("", pages.find, name="find"),
    path("ghi/", acts.welcome_act, name="welcome"),
    path("luot-xem/", watching.log, name="log"),
    path("xac-minh/", watching.registry, name="registry"),
    path("xac-minh/hoi/", watching.ask, name="ask"),
    path("xac-minh/<uuid:verification_id>/", watching.verification, name="verification"),
    path("xac-minh/<uuid:verification_id>/tep/", watching.request_file, name="request_file"),
    path("xac-minh/<uuid:verification_id>/tra-loi/", watching.answer_file, name="answer_file"),
    path("ho/<uuid:household_id>/", pages.household, name="household"),
    path("ho/<uuid:household_id>/chu-ho/", households.head, name="head"),
    path("ho/<uuid:household_id>/tach/", households.split_act, name="split"),
    path("ho/<uuid:household_id>/chuyen/", households.move_act, name="move"),
    path("ho/<uuid:household_id>/di-noi-khac/", households.relocate_act, name="relocate"),
    path("<uuid:person_id>/", pages.person, name="person"),
    path("<uuid:person_id>/dong-y/", consenting.consent_act, name="consent"),
    path("<uuid:person_id>/rut-dong-y/", consenting.withdraw_act, name="withdraw"),
    path("<uuid:person_id>/mat/", acts.died, name="died"),
    path("<uuid:person_id>/gop/<uuid:other_id>/", acts.unite_act, name="unite"),
    path("<uuid:person_id>/tach/<uuid:united_id>/", acts.separate_act, name="separate"),
]
