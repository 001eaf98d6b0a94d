"""The addresses of groups, their meetings and papers, and of transaction points."""

from django.urls import path

from dongvon.interfaces.web.groups import acts, duties, earnings, founding, inspecting, members, pages, papers, points

app_name = "groups"
urlpatterns = [
    path("", pages.index, name="index"),
    path("cua-toi/", pages.mine, name="mine"),
    path("viec-cua-hoi/", duties.duties, name="duties"),
    path("thanh-lap/", founding.founding, name="founding"),
    path("thanh-lap/ghi/", founding.found_act, name="found"),
    path("thu-lao/", earnings.statement, name="statement"),
    path("thu-lao/<str:place>/<str:organisation>/", earnings.statement_of, name="statement_of"),
    path("diem-giao-dich/", points.points, name="points"),
    path("diem-giao-dich/doi-phien/", points.move, name="move"),
    path("<uuid:group>/", pages.group, name="group"),
    path("<uuid:group>/hop/", acts.hold, name="hold"),
    path("<uuid:group>/hen-hop/", acts.call, name="call"),
    path("<uuid:group>/to-vien/", members.members, name="members"),
    path("<uuid:group>/to-vien/ket-nap/", members.admit_act, name="admit"),
    path("<uuid:group>/to-vien/ra-khoi-to/", members.let_go_act, name="let_go"),
    path("<uuid:group>/to-vien/bau/", members.elect_act, name="elect"),
    path("<uuid:group>/to-vien/chuyen/", members.transfer_act, name="transfer"),
    path("<uuid:group>/uy-nhiem/", acts.sign, name="sign"),
    path("<uuid:group>/uy-nhiem/dung/", acts.suspend, name="suspend"),
    path("<uuid:group>/uy-nhiem/khoi-phuc/", acts.restore, name="restore"),
    path("<uuid:group>/giay-to/<slug:form>.<str:kind>", papers.paper, name="paper"),
    path("<uuid:group>/kiem-tra/", inspecting.inspecting, name="inspecting"),
    path("<uuid:group>/kiem-tra/ghi/", inspecting.inspect_act, name="inspect"),
    path("kiem-tra/<uuid:inspection>/", inspecting.inspection_page, name="inspection"),
    path("kiem-tra/<uuid:inspection>/16-td.<str:kind>", papers.inspection_paper, name="inspection_paper"),
    path("kiem-tra/<uuid:inspection>/<uuid:promise>/", inspecting.follow_up_act, name="follow_up"),
    path("giay-to-nam/<slug:form>.<str:kind>", papers.yearly_paper, name="yearly_paper"),
    path("hop/<uuid:meeting>/", pages.meeting_page, name="meeting"),
    path("hop/<uuid:meeting>/bien-ban.<str:kind>", papers.minutes_paper, name="minutes_paper"),
    path("hop/<uuid:meeting>/diem-danh/", acts.roll, name="roll"),
    path("hop/<uuid:meeting>/tim/", acts.find, name="find"),
    path("hop/<uuid:meeting>/bieu-quyet/", acts.vote, name="vote"),
    path("hop/<uuid:meeting>/chot/", acts.close, name="close"),
]
