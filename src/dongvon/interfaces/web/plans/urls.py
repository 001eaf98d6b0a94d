"""The addresses of plans."""

from django.urls import path

from dongvon.interfaces.web.plans import acts, own_acts, own_pages, pages, reviewing

app_name = "plans"
urlpatterns = [
    path("", pages.index, name="index"),
    path("nhap/", reviewing.upload, name="upload"),
    path("nhap/gui/", acts.import_act, name="import"),
    path("<uuid:plan>/", pages.read, name="read"),
    path("<uuid:plan>/ra-soat/", reviewing.review, name="review"),
    path("<uuid:plan>/thong-tin/", acts.describe_act, name="describe"),
    path("<uuid:plan>/kich-hoat/", acts.activate_act, name="activate"),
    path("<uuid:plan>/ke-hoach-don-vi/", own_pages.index, name="own_plans"),
    path("<uuid:plan>/ke-hoach-cua-toi/", own_pages.send, name="own_plan"),
    path("<uuid:plan>/ke-hoach-cua-toi/gui/", own_acts.send_act, name="send_own_plan"),
    path("ke-hoach-don-vi/<uuid:own>/tep/", own_pages.file, name="own_file"),
    path("nhiem-vu/<uuid:clause>/", pages.clause, name="clause"),
    path("nhiem-vu/<uuid:clause>/them-sau/", reviewing.new_clause, name="new_clause"),
    path("nhiem-vu/<uuid:clause>/them-sau/luu/", acts.add_clause_act, name="add_clause"),
    path("nhiem-vu/<uuid:clause>/bo/", acts.strike_clause_act, name="strike_clause"),
    path("nhiem-vu/<uuid:clause>/sua/", reviewing.edit_clause, name="edit_clause"),
    path("nhiem-vu/<uuid:clause>/luu/", acts.correct_act, name="correct"),
    path("nhiem-vu/<uuid:clause>/them-don-vi/", reviewing.new_assignment, name="new_assignment"),
    path("nhiem-vu/<uuid:clause>/them-don-vi/luu/", acts.add_act, name="add_assignment"),
    path("nhiem-vu/<uuid:clause>/giao/", own_pages.delegate_page, name="delegate"),
    path("nhiem-vu/<uuid:clause>/giao/luu/", own_acts.delegate_act, name="delegate_save"),
    path("giao-viec/<uuid:delegation>/xong/", own_acts.finish_act, name="finish_delegation"),
    path("giao-viec/<uuid:delegation>/rut/", own_acts.withdraw_act, name="withdraw_delegation"),
    path("phan-cong/<uuid:assignment>/", reviewing.edit_assignment, name="edit_assignment"),
    path("phan-cong/<uuid:assignment>/luu/", acts.assign_act, name="assign"),
    path("phan-cong/<uuid:assignment>/bo/", acts.drop_act, name="drop"),
    path("cho-can-xem/<uuid:doubt>/", acts.settle_act, name="settle"),
    path("to-chuc/<uuid:duty>/", acts.yearly_act, name="yearly"),
]
