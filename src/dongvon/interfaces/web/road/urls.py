"""The addresses of the road to a loan."""

from django.urls import path

from dongvon.interfaces.web.road import acts, asking, bulk, commune, copies, lottery, needs, notices, pages, screening

app_name = "road"
urlpatterns = [
    path("", pages.desk, name="desk"),
    path("nhan/", bulk.take_in_many, name="take_in"),
    path("kiem-soat/", bulk.control_many, name="control_many"),
    path("phe-duyet/", bulk.approve_many, name="approve_many"),
    path("thong-bao/", notices.notices, name="notices"),
    path("thong-bao/gui/", notices.notify_many, name="notify_many"),
    path("xac-nhan/", commune.confirming, name="confirming"),
    path("xac-nhan/ghi/", commune.confirm_act, name="confirm"),
    path("boc-tham/", lottery.drawing, name="drawing"),
    path("boc-tham/<uuid:programme>/", lottery.draw_act, name="draw"),
    path("binh-xet/<uuid:meeting_id>/", screening.screening, name="screening"),
    path("binh-xet/<uuid:meeting_id>/doc/", screening.read_list, name="read_list"),
    path("binh-xet/<uuid:meeting_id>/lap/", screening.screen_act, name="screen"),
    path("ho/<uuid:household>/", pages.household, name="household"),
    path("nhu-cau/", needs.needs, name="needs"),
    path("ho/<uuid:household>/nhu-cau/", needs.survey_act, name="survey"),
    path("ho/<uuid:household>/de-nghi/", asking.ask, name="ask"),
    path("ho/<uuid:household>/de-nghi/gui/", asking.ask_act, name="apply"),
    path("ho/<uuid:household>/de-nghi/doc/", asking.read_act, name="read"),
    path("<uuid:application>/", pages.file, name="file"),
    path("<uuid:application>/vi-sao/", pages.why, name="why"),
    path("<uuid:application>/tham-dinh/", acts.appraise_act, name="appraise"),
    path("<uuid:application>/kiem-soat/", acts.control_act, name="control"),
    path("<uuid:application>/phe-duyet/", acts.approve_act, name="approve"),
    path("<uuid:application>/tu-choi/", acts.decline_act, name="decline"),
    path("<uuid:application>/tra-lai/", acts.send_back_act, name="send_back"),
    path("<uuid:application>/bo-sung/", acts.complete_act, name="complete"),
    path("<uuid:application>/rut/", acts.withdraw_act, name="withdraw"),
    path("<uuid:application>/thong-bao/", acts.notify_act, name="notify"),
    path("<uuid:application>/ky/", acts.sign_act, name="sign"),
    path("<uuid:application>/giay-to/", acts.paper_act, name="paper"),
    path("<uuid:application>/giay-to/<uuid:paper>/", copies.copy, name="copy"),
    path("<uuid:application>/ke-khai/<uuid:tranche>/", acts.declare_act, name="declare"),
    path("<uuid:application>/giai-ngan/<uuid:tranche>/", acts.hand_out_act, name="hand_out"),
]
