"""The addresses of portfolios in and out."""

from django.urls import path

from dongvon.interfaces.web.portfolio import acts, compare, out, pages

app_name = "portfolio"
urlpatterns = [
    path("", pages.index, name="index"),
    path("mau.xlsx", pages.template, name="template"),
    path("doi-chieu/", compare.compare, name="compare"),
    path("doi-chieu/ket-qua/", compare.compared, name="compared"),
    path("tai-ve/", out.out, name="out"),
    path("tai-ve/tep/", out.export, name="export"),
    path("gui/", acts.upload, name="upload"),
    path("<uuid:handover>/", pages.handover, name="handover"),
    path("<uuid:handover>/dong-loi.xlsx", pages.faults, name="faults"),
    path("<uuid:handover>/tiep-nhan/", acts.order, name="order"),
    path("<uuid:handover>/kiem-tra-lai/", acts.recheck, name="recheck"),
    path("<uuid:handover>/bo/", acts.drop, name="drop"),
]
