"""Addresses of what an agency knows of its local area."""

from django.urls import path

from connecting_people.community.views import (
    areas,
    assets,
    entries,
    improvements,
    keeping,
    moderation,
    organisations,
    own,
    place,
    proposals,
    ratings,
)

app_name = "community"
_ONE = "assets/<uuid:asset_id>/"
_RUNS = "organisations/<uuid:organisation_id>/"
_OWN = "keeping/<uuid:organisation_id>/"  # for people of an organisation, who have no role in the agency
_KEEPERS = "organisations/<uuid:organisation_id>/keepers/"
urlpatterns = [
    path("", assets.find, name="find"),
    path("add/", entries.add, name="add"),
    path(_ONE, assets.asset, name="asset"),
    path(f"{_ONE}change/", entries.edit, name="edit"),
    path(f"{_ONE}history/", entries.history, name="history"),
    path(f"{_ONE}history/<int:number>/", entries.earlier, name="earlier"),
    path(f"{_ONE}history/<int:number>/go-back/", entries.go_back, name="go_back"),
    path(f"{_ONE}kept-address/", entries.kept_address, name="kept_address"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/add/", organisations.add, name="organisation_add"),
    path(_RUNS, organisations.organisation, name="organisation"),
    path(f"{_RUNS}change/", organisations.edit, name="organisation_edit"),
    path("map/", place.place, name="place"),
    path("seasons/", place.seasons, name="seasons"),
    path("areas/", areas.areas, name="areas"),
    path("areas/add/", areas.add, name="area_add"),
    path("areas/<uuid:area_id>/", areas.edit, name="area"),
    path("areas/<uuid:area_id>/take-away/", areas.take_away, name="area_remove"),
    path(f"{_ONE}experience/", ratings.experience, name="experience"),
    path(f"{_ONE}rate/", ratings.rate, name="rate"),
    path(f"{_ONE}improve/", improvements.improve, name="improve"),
    path("ratings/mine/", ratings.my_ratings, name="my_ratings"),
    path("ratings/mine/<uuid:rating_id>/take-back/", ratings.rating_take_back, name="rating_take_back"),
    path("ratings/waiting/", moderation.ratings_waiting, name="ratings_waiting"),
    path("ratings/waiting/<uuid:rating_id>/", moderation.rating_decide, name="rating_decide"),
    path("improvements/", improvements.improvements, name="improvements"),
    path("improvements/<uuid:improvement_id>/", improvements.improvement, name="improvement"),
    path(_KEEPERS, keeping.keeper_invite, name="keeper_invite"),
    path(f"{_KEEPERS}links/<uuid:invitation_id>/take-back/", keeping.keeper_take_back, name="keeper_take_back"),
    path(f"{_KEEPERS}<uuid:keeper_id>/end/", keeping.keeper_end, name="keeper_end"),
    path("proposals/", proposals.proposals, name="proposals"),
    path("proposals/<uuid:proposal_id>/", proposals.proposal, name="proposal"),
    path("answers/<uuid:answer_id>/", proposals.answer_decide, name="answer_decide"),
    path("keep/<str:token>/", keeping.keep, name="keep"),
    path(_OWN, own.own_organisation, name="own_organisation"),
    path(f"{_OWN}new/", own.propose_new, name="propose_new"),
    path(f"{_OWN}assets/<uuid:asset_id>/propose/", own.propose, name="propose"),
    path(f"{_OWN}assets/<uuid:asset_id>/answer/", own.answer, name="answer"),
    path(
        f"{_OWN}proposals/<uuid:proposal_id>/take-back/",
        own.proposal_take_back,
        name="proposal_take_back",
    ),
]
