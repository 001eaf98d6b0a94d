"""The addresses of lists."""

from django.urls import path

from dongvon.interfaces.web.lists import acts, imports, law, moving, pages, road

app_name = "lists"
urlpatterns = [
    path("", pages.index, name="index"),
    path("chuan/", law.standards_page, name="standards"),
    path("chuan/trinh/", law.propose_standard_act, name="propose_standard"),
    path("chuan/<uuid:proposal>/duyet/", law.approve_standard_act, name="approve_standard"),
    path("thoi-han/trinh/", law.propose_limit_act, name="propose_limit"),
    path("thoi-han/<int:proposal>/duyet/", law.approve_limit_act, name="approve_limit"),
    path("chuyen-den/", moving.moved_in_page, name="moved_in"),
    path("chuyen-den/bo-sung/", moving.carry_over_act, name="carry_over"),
    path("lap/", acts.open_act, name="open"),
    path("niem-yet/<uuid:posting_id>/", pages.board, name="board"),
    path("tep/<uuid:import_id>/", imports.preview, name="preview"),
    path("tep/<uuid:import_id>/loi/", imports.faults, name="faults"),
    path("tep/<uuid:import_id>/dua-vao/", imports.take, name="take"),
    path("<uuid:list_id>/", pages.detail, name="detail"),
    path("<uuid:list_id>/nhap/", imports.bring, name="bring"),
    path("<uuid:list_id>/xuat/", imports.export, name="export"),
    path("<uuid:list_id>/loai/", acts.strike_act, name="strike"),
    path("<uuid:list_id>/ket-thuc/", acts.end_act, name="end"),
    path("<uuid:list_id>/them/", acts.nominate_act, name="nominate"),
    path("<uuid:list_id>/hop/", road.meet, name="meet"),
    path("<uuid:list_id>/niem-yet/", road.post, name="post"),
    path("<uuid:list_id>/go/<uuid:posting_id>/", road.unpost, name="unpost"),
    path("<uuid:list_id>/y-kien/", road.object_act, name="object"),
    path("<uuid:list_id>/y-kien/<uuid:objection_id>/", road.answer_act, name="answer"),
    path("<uuid:list_id>/trinh/", road.lay, name="lay"),
    path("<uuid:list_id>/tra-ve/", road.back_act, name="back"),
    path("<uuid:list_id>/chung-nhan/", road.certify_act, name="certify"),
]
