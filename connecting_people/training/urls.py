"""Addresses of trainings: planning them, the live room, the practice space, and what comes after."""

from django.urls import path

from connecting_people.training.views import (
    after,
    agenda,
    case,
    live,
    materials,
    people,
    planning,
    practice,
    practice_map,
)

app_name = "training"
_AGENCY = "agency/<uuid:agency_id>/trainings/"
_ONE = f"{_AGENCY}<uuid:training_id>/"
_PLANNING = [
    path(_AGENCY, planning.trainings, name="trainings"),
    path(_ONE, planning.training, name="training"),
    path(f"{_ONE}agenda/", agenda.agenda, name="agenda"),
    path(f"{_ONE}people/", people.people, name="people"),
]
_MATERIALS = [path(f"{_ONE}materials/", materials.materials, name="materials")]
_LIVE = [path(f"{_ONE}room/", live.trainer, name="trainer")]
_AFTER = [path(f"{_ONE}afterwards/", after.afterwards, name="afterwards")]
_CASE = [path("training/case/", case.case, name="case")]
# Apart from every real record: reached by a seat in a room, or by the login of whoever kept theirs.
_PRACTICE = [
    path("practice/", practice.practice, name="practice"),
    path("practice/review/", practice.review, name="practice_review"),
    path("practice/review/answer/", practice.answer, name="practice_answer"),
    path("practice/delete/", practice.empty, name="practice_empty"),
    path("practice/keep/", practice.keep, name="keep_practice"),
    path("practice/mine/", practice.mine, name="my_practice"),
    path("practice/mine/<uuid:space_id>/", practice.my_map, name="my_practice_map"),
    path("practice/mine/<uuid:space_id>/copy/<slug:form>/", practice.my_copy, name="my_practice_copy"),
    path("practice/mine/<uuid:space_id>/delete/", practice.my_delete, name="my_practice_delete"),
    path("practice/map/", practice_map.whole, name="practice_map"),
    path("practice/map/list/", practice_map.as_list, name="practice_list"),
    path("practice/map/says/", practice_map.says, name="practice_says"),
    path("practice/map/rings/", practice_map.rings, name="practice_rings"),
    path("practice/map/add/", practice_map.add, name="practice_add"),
    path("practice/map/move/", practice_map.move, name="practice_move"),
    path("practice/map/tie/", practice_map.tie, {"joined": True}, name="practice_tie"),
    path("practice/map/untie/", practice_map.tie, {"joined": False}, name="practice_untie"),
    path("practice/map/undo/", practice_map.turn, {"back": True}, name="practice_undo"),
    path("practice/map/redo/", practice_map.turn, {"back": False}, name="practice_redo"),
    path("practice/map/show/", practice_map.show, name="practice_show"),
    path("practice/map/copy/<slug:form>/", practice_map.copy, name="practice_copy"),
    path("practice/map/people/<uuid:connection_id>/", practice_map.person, name="practice_person"),
    path("practice/map/people/<uuid:connection_id>/off/", practice_map.take_off, name="practice_take_off"),
]
urlpatterns = [*_PLANNING, *_MATERIALS, *_LIVE, *_AFTER, *_CASE, *_PRACTICE]
