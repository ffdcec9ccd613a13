"""Addresses of trainings: planning them, the live room, the practice space, and what comes after."""

from django.urls import path

from connecting_people.training.views import (
    after,
    agenda,
    certificates,
    course,
    evaluation,
    landing,
    live,
    materials,
    people,
    planning,
    will_do,
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
_COURSE = [
    path(f"{_AGENCY}course/", course.course, name="course"),
    path(f"{_AGENCY}course/<slug:activity_id>/", course.course_activity, name="course_activity"),
]
_MATERIALS = [
    path(f"{_ONE}materials/", materials.materials, name="materials"),
    path(f"{_ONE}materials/pack.zip", materials.pack, name="pack"),
    path(f"{_ONE}materials/slides.<slug:slides_form>", materials.slides, name="slides"),
    path(f"{_ONE}materials/<slug:print_size>/<slug:paper>.pdf", materials.paper, name="paper"),
]
_LIVE = [path(f"{_ONE}room/", live.trainer, name="trainer")]
_GIVEN = f"{_ONE}certificates/<uuid:certificate_id>/"
_AFTER = [
    path(f"{_ONE}afterwards/", after.afterwards, name="afterwards"),
    path(f"{_ONE}afterwards/notes/<uuid:block_id>/", landing.notes, name="notes"),
    path(f"{_ONE}afterwards/notes/<uuid:note_id>/to/<str:where>/", landing.land, name="land"),
    path(f"{_ONE}what-came/", after.what_came, name="what_came"),
    path(f"{_ONE}what-people-said/", evaluation.evaluations, name="evaluations"),
    path(f"{_ONE}what-people-said/<uuid:improvement_id>/", evaluation.improvement_done, name="improvement_done"),
    path(f"{_ONE}certificates/", certificates.certificates, name="certificates"),
    path(_GIVEN, certificates.certificate, name="certificate"),
    path(f"{_GIVEN}take-back/", certificates.certificate_take_back, name="certificate_take_back"),
    path("certificates/check/", certificates.certificate_check, name="certificate_check"),
    path(f"{_ONE}what-you-think/", evaluation.evaluate, name="evaluate"),
    path(f"{_ONE}what-i-will-do/", will_do.will_do, name="will_do"),
    path(f"{_ONE}what-i-will-do/<uuid:will_do_id>/", will_do.will_do_tell, name="will_do_tell"),
    # For somebody in a seat of the room, without a login: which training it is, the seat says.
    path("after-training/what-you-think/", evaluation.evaluate_here, name="evaluate_here"),
    path("after-training/what-i-will-do/", will_do.will_do_here, name="will_do_here"),
    path("after-training/what-i-will-do/<uuid:will_do_id>/", will_do.will_do_tell_here, name="will_do_tell_here"),
]
urlpatterns = [*_PLANNING, *_COURSE, *_MATERIALS, *_LIVE, *_AFTER]
