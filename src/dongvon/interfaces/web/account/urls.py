"""The addresses of signing in, of second factors, and of the own account."""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from allauth.usersessions import views as sessions
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path

from dongvon.interfaces.web.account import acts, pages
from dongvon.interfaces.web.account.demo_door import demo_addresses
from dongvon.interfaces.web.account.enrolment import EnrolKey, EnrolTotp
from dongvon.interfaces.web.account.forms import KeyNameForm
from dongvon.interfaces.web.shell.access import Audience, declared_as

ENTRANCE: list[Any] = [
    path("dang-nhap/", pages.SignIn.as_view(), name="account_login"),
    path("dang-nhap/khoa/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("dang-nhap/lop-hai/", mfa.authenticate, name="mfa_authenticate"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("dang-ky/", account.signup, name="account_signup"),
    path("da-dong/", account.account_inactive, name="account_inactive"),
    path("quen-mat-khau/", account.password_reset, name="account_reset_password"),
    path("quen-mat-khau/da-gui/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "dat-mat-khau/xong/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^dat-mat-khau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]

SECURITY: list[Any] = [
    path("mat-khau/", account.password_change, name="account_change_password"),
    path("mat-khau/dat/", account.password_set, name="account_set_password"),
    path("xac-nhan/", account.reauthenticate, name="account_reauthenticate"),
    path("xac-nhan/ma/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("xac-nhan/khoa/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("bao-mat/", mfa.index, name="mfa_index"),
    path("bao-mat/ung-dung/", EnrolTotp.as_view(), name="mfa_activate_totp"),
    path("bao-mat/ung-dung/go/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("bao-mat/khoa/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("bao-mat/khoa/them/", EnrolKey.as_view(), name="mfa_add_webauthn"),
    path("bao-mat/khoa/<int:pk>/", keys.EditWebAuthnView.as_view(form_class=KeyNameForm), name="mfa_edit_webauthn"),
    path("bao-mat/khoa/<int:pk>/go/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("bao-mat/ma-du-phong/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("bao-mat/ma-du-phong/moi/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("bao-mat/ma-du-phong/tai/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("phien/", sessions.list_usersessions, name="usersessions_list"),
]

OWN: list[URLPattern] = [
    path("", pages.profile, name="profile"),
    path("vao/", pages.arrival, name="arrival"),
    path("don-vi/", pages.choose, name="choose"),
    path("don-vi/chon/", acts.act_for, name="act_for"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    *declared_as(Audience.DOOR, [*ENTRANCE, *SECURITY]),
    *demo_addresses(demo=settings.DEMO),
    path("", include((OWN, "account"))),
]
