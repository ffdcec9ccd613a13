"""Addresses of trainings: planning them, the live room, the practice space, and what comes after."""

from django.urls import path

from connecting_people.training.views import after, agenda, course, live, materials, people, planning

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
_AFTER = [path(f"{_ONE}afterwards/", after.afterwards, name="afterwards")]
urlpatterns = [*_PLANNING, *_COURSE, *_MATERIALS, *_LIVE, *_AFTER]
