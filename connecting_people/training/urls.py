"""Addresses of trainings: planning them, the live room, the practice space, and what comes after."""

from django.urls import path

from connecting_people.training.views import after, agenda, joining, leading, live, materials, people, planning, seat

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
_ROOM = f"{_ONE}room/<int:track>/"
_LIVE = [
    path(f"{_ONE}room/", live.trainer, name="trainer"),
    path(_ROOM, live.room, name="room"),
    path(f"{_ROOM}new/", live.trainer_poll, name="trainer_poll"),
    path(f"{_ROOM}projector/", live.projector, name="projector"),
    path(f"{_ROOM}projector/new/", live.projector_poll, name="projector_poll"),
    path(f"{_ROOM}not-clear-yet/", live.points, name="points"),
    path(f"{_ROOM}open/", leading.open_room, name="open_room"),
    path(f"{_ROOM}close/", leading.close_room, name="close_room"),
    path(f"{_ROOM}move/", leading.move, name="move"),
    path(f"{_ROOM}slide/", leading.slide, name="slide"),
    path(f"{_ROOM}timer/", leading.timer, name="timer"),
    path(f"{_ROOM}open-column/", leading.reveal, name="reveal"),
    path(f"{_ROOM}groups/", leading.share_out, name="share_out"),
    path(f"{_ROOM}notes/", leading.with_notes, name="with_notes"),
    path(f"{_ROOM}people/", leading.people, name="room_people"),
    path(f"{_ONE}paper/<uuid:block_id>/", leading.paper, name="paper"),
    # Without a sign-in: whoever has the code, then a seat.
    path("room/join/", joining.join, name="join"),
    path("room/come-in/", joining.come_in, name="come_in"),
    path("room/join/<str:code>/", joining.join_code, name="join_code"),
    path("room/", seat.seat, name="seat"),
    path("room/new/", seat.poll, name="poll"),
    path("room/write/", seat.write, name="write"),
    path("room/notes/<uuid:note_id>/", seat.own_note, name="own_note"),
    path("room/not-clear-yet/", seat.open_points, name="open_points"),
    path("room/mine/", seat.my_notes, name="my_notes"),
    path("room/mine.txt", seat.my_notes_text, name="my_notes_text"),
]
_AFTER = [path(f"{_ONE}afterwards/", after.afterwards, name="afterwards")]
urlpatterns = [*_PLANNING, *_MATERIALS, *_LIVE, *_AFTER]
