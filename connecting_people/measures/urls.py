"""Addresses of measures: of a partnership, of an agency, and of one's own practice."""

from django.urls import include, path

from connecting_people.measures.views import agency, asking, practice

app_name = "measures"
_OF_A_PARTNERSHIP = [
    path("", asking.questions, name="questions"),
    path("about/<slug:instrument>/", asking.instrument, name="instrument"),
    path("about/<slug:instrument>/talk/", asking.talk, name="talk"),
    path("about/<slug:instrument>/answer/<slug:mode>/", asking.answer, name="answer"),
    path("said/<uuid:set_id>/", asking.answers, name="answers"),
    path("said/<uuid:set_id>/numbers/", asking.numbers, name="numbers"),
    path("said/<uuid:set_id>/through/<slug:item>/", asking.through, name="through"),
]
_OF_AN_AGENCY = [
    path("", agency.instruments, name="instruments"),
    path("bring/", agency.bring, name="bring"),
    path("slot/<slug:instrument>.toml", agency.slot_file, name="slot_file"),
    path("shipped/<slug:instrument>/", agency.shipped, name="shipped"),
    path("definition/<uuid:definition_id>/", agency.definition, name="definition"),
    path("definition/<uuid:definition_id>/confirm/", agency.confirm, name="confirm"),
    path("definition/<uuid:definition_id>/discard/", agency.discard, name="discard"),
    path("definition/<uuid:definition_id>/end/", agency.end, name="end"),
]
_ONE = "<uuid:review_id>/"
_OF_ONESELF = [
    path("", practice.own, name="own"),
    path("answer/", practice.own_answer, name="own_answer"),
    path("try/<uuid:action_id>/", practice.look_again, name="look_again"),
    path(f"shown/{_ONE}", practice.shown, name="shown"),
    path(f"shown/{_ONE}beside/", practice.see_beside, name="see_beside"),
    path(_ONE, practice.own_review, name="own_review"),
    path(f"{_ONE}discuss/", practice.discuss, name="discuss"),
    path(f"{_ONE}take-back/", practice.take_back, name="take_back"),
    path(f"{_ONE}try/", practice.will_try, name="will_try"),
]
urlpatterns = [
    path("partnerships/<uuid:partnership_id>/measures/", include(_OF_A_PARTNERSHIP)),
    path("agency/<uuid:agency_id>/measures/", include(_OF_AN_AGENCY)),
    path("measures/own/", include(_OF_ONESELF)),
]
