"""Addresses of trainings: planning them, the live room, the practice space, and what comes after."""

from django.urls import path

from connecting_people.training.views import (
    after,
    agenda,
    case,
    certificates,
    course,
    evaluation,
    joining,
    landing,
    leading,
    live,
    materials,
    people,
    places,
    planning,
    practice,
    practice_map,
    saying,
    seat,
    will_do,
)

app_name = "training"
_AGENCY = "agency/<uuid:agency_id>/trainings/"
_ONE = f"{_AGENCY}<uuid:training_id>/"
_PLANNING = [
    path(_AGENCY, planning.trainings, name="trainings"),
    path(f"{_AGENCY}plan/", planning.plan, name="plan"),
    path(f"{_AGENCY}who-was-trained/", places.who_was_trained, name="who_was_trained"),
    path(f"{_AGENCY}passed-on/", places.cascade, name="cascade"),
    path(f"{_AGENCY}speakers/", people.speakers, name="speakers"),
    path(f"{_AGENCY}speakers/add/", people.add_speaker, name="add_speaker"),
    path(f"{_AGENCY}speakers/<uuid:speaker_id>/", people.speaker, name="speaker"),
    path(_ONE, planning.training, name="training"),
    path(f"{_ONE}change/", planning.change_training, name="change_training"),
    path(f"{_ONE}call-off/", planning.call_off, name="call_off"),
    path(f"{_ONE}put-back/", planning.put_back, name="put_back"),
    path(f"{_ONE}finish/", planning.finish, name="finish"),
    path(f"{_ONE}copy/", planning.copy, name="copy"),
    path(f"{_ONE}improve/<uuid:improvement_id>/", planning.tick_improvement, name="tick_improvement"),
    path(f"{_ONE}improve/<uuid:improvement_id>/take-along/", planning.take_along, name="take_along"),
]
_AGENDA = [
    path(f"{_ONE}agenda/", agenda.agenda, name="agenda"),
    path(f"{_ONE}agenda/add/", agenda.add_block, name="add_block"),
    path(f"{_ONE}agenda/whole-course/", agenda.add_whole_course, name="add_whole_course"),
    path(f"{_ONE}agenda/<uuid:block_id>/", agenda.block, name="block"),
    path(f"{_ONE}agenda/<uuid:block_id>/move/", agenda.move_block, name="move_block"),
    path(f"{_ONE}agenda/<uuid:block_id>/remove/", agenda.remove_block, name="remove_block"),
]
_PEOPLE = [
    path(f"{_ONE}people/", people.people, name="people"),
    path(f"{_ONE}people/trainers/add/", people.add_trainer, name="add_trainer"),
    path(f"{_ONE}people/trainers/<uuid:trainer_id>/end/", people.end_trainer, name="end_trainer"),
    path(f"{_ONE}people/guests/ask/", people.ask_guest, name="ask_guest"),
    path(f"{_ONE}people/guests/<uuid:guest_id>/", people.guest, name="guest"),
    path(f"{_ONE}people/ask/", places.ask, name="ask"),
    path(f"{_ONE}people/ask/by-name/", places.ask_somebody, name="ask_somebody"),
    path(f"{_ONE}people/came/", places.who_came, name="who_came"),
    path(f"{_ONE}people/came/walk-in/", places.walk_in, name="walk_in"),
    path(f"{_ONE}people/<uuid:attendance_id>/answer/", places.note_answer, name="note_answer"),
    path(f"{_ONE}answer/", places.answer, name="answer"),
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
    path(f"{_ROOM}write/", saying.say, name="say"),
    path(f"{_ROOM}groups/", leading.share_out, name="share_out"),
    path(f"{_ROOM}notes/", leading.with_notes, name="with_notes"),
    path(f"{_ROOM}people/", leading.people, name="room_people"),
    path(f"{_ONE}paper/<uuid:block_id>/", leading.from_paper, name="from_paper"),
    # Without a sign-in: whoever has the code, then a seat.
    path("room/join/", joining.join, name="join"),
    path("room/come-in/", joining.come_in, name="come_in"),
    path("room/join/<str:code>/", joining.join_code, name="join_code"),
    path("room/leave/", joining.leave, name="leave"),
    path("room/", seat.seat, name="seat"),
    path("room/new/", seat.poll, name="poll"),
    path("room/write/", seat.write, name="write"),
    path("room/notes/<uuid:note_id>/", seat.own_note, name="own_note"),
    path("room/not-clear-yet/", seat.open_points, name="open_points"),
    path("room/mine/", seat.my_notes, name="my_notes"),
    path("room/mine.txt", seat.my_notes_text, name="my_notes_text"),
]
_GIVEN = f"{_ONE}certificates/<uuid:certificate_id>/"
_AFTER = [
    path(f"{_ONE}afterwards/", after.afterwards, name="afterwards"),
    path(f"{_ONE}afterwards/boards/", after.all_boards, name="all_boards"),
    path(f"{_ONE}afterwards/boards.txt", after.all_boards_text, name="all_boards_text"),
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
urlpatterns = [
    *(*_PLANNING, *_AGENDA, *_PEOPLE, *_COURSE, *_MATERIALS, *_LIVE, *_AFTER, *_CASE, *_PRACTICE),
]
