"""Addresses of accounts, agencies and teams."""

from django.urls import path

from connecting_people.people.views import account, agency, entering, members

app_name = "people"
urlpatterns = [
    path("help-now/", agency.help_now, name="help_now"),
    path("set-up/", entering.set_up, name="set_up"),
    path("join/<str:token>/", entering.join, name="join"),
    path("demo/", entering.demo_sign_in, name="demo_sign_in"),
    path("outbox/", entering.outbox, name="outbox"),
    path("account/", account.account, name="account"),
    path("account/devices/<int:session_id>/", account.end_session, name="end_session"),
    path("account/leave/<uuid:membership_id>/", account.leave_team, name="leave_team"),
    path("agency/<uuid:agency_id>/settings/", agency.settings, name="agency_settings"),
    path("agency/<uuid:agency_id>/crisis-help/", agency.crisis, name="crisis"),
    path("agency/<uuid:agency_id>/poster/", agency.poster, name="poster"),
    path("agency/<uuid:agency_id>/poster/<str:size>-<str:palette>.<str:form>", agency.poster_file, name="poster_file"),
    path("agency/<uuid:agency_id>/people/", members.members, name="members"),
    path("agency/<uuid:agency_id>/people/invite/", members.invite, name="invite"),
    path("agency/<uuid:agency_id>/people/invited/", members.invited, name="invited"),
    path("agency/<uuid:agency_id>/people/<uuid:user_id>/switch-off/", members.switch_off, name="switch_off"),
    path(
        "agency/<uuid:agency_id>/people/invitations/<uuid:invitation_id>/take-back/",
        members.take_back,
        name="take_back",
    ),
    path("agency/<uuid:agency_id>/teams/new/", members.new_team, name="new_team"),
]
