"""The addresses of concerns and decisions."""

from django.urls import path

from dongvon.interfaces.web.inbox import acts, pages

app_name = "inbox"
urlpatterns = [
    path("", pages.concerns, name="concerns"),
    path("gop/", acts.group, name="group"),
    path("tra-loi/", acts.reply, name="answer"),
    path("trinh/", acts.send_up, name="escalate"),
    path("cua-toi/", pages.mine, name="mine"),
    path("cua-toi/gui/", acts.raise_alone, name="raise"),
    path("cho-quyet-dinh/", pages.awaiting, name="awaiting"),
    path("cho-quyet-dinh/<uuid:escalation>/", pages.decision, name="decision"),
    path("cho-quyet-dinh/<uuid:escalation>/ghi/", acts.settle, name="decide"),
]
