"""Addresses of how an agency works: its six practices, ideas, skills, places, and what it tells about itself."""

from django.urls import path

from connecting_people.culture.views import briefings, how_we_work, ideas, places, practices, skills

app_name = "culture"
_TEAM = "practices/teams/<uuid:team_id>/"
_MINE = "practices/mine/"
_PLACE = "places/<uuid:place_id>/"
urlpatterns = [
    path("practices/", practices.practices, name="practices"),
    path("practices/look/<slug:voice>/", practices.look, name="look"),
    path(_TEAM, practices.team_practices, name="team_practices"),
    path(f"{_TEAM}look/<slug:voice>/", practices.team_look, name="team_look"),
    path(_MINE, practices.my_looks, name="my_looks"),
    path(f"{_MINE}<uuid:look_id>/take-back/", practices.take_back_look, name="take_back_look"),
    path(f"{_MINE}<uuid:look_id>/hide-examples/", practices.hide_examples, name="hide_examples"),
    path("ideas/", ideas.ideas, name="ideas"),
    path("ideas/new/", ideas.add_idea, name="add_idea"),
    path("ideas/mine/", ideas.my_ideas, name="my_ideas"),
    path("ideas/sheet/", ideas.ideas_sheet, name="ideas_sheet"),
    path("ideas/<uuid:idea_id>/", ideas.idea, name="idea"),
    path("ideas/<uuid:idea_id>/reword/", ideas.reword_idea, name="reword_idea"),
    path("ideas/<uuid:idea_id>/move/", ideas.move_idea, name="move_idea"),
    path("ideas/<uuid:idea_id>/take-back/", ideas.take_back_idea, name="take_back_idea"),
    path("skills/", skills.skills, name="skills"),
    path("skills/new/", skills.add_skill, name="add_skill"),
    path("skills/<uuid:skill_id>/change/", skills.change_skill, name="change_skill"),
    path("skills/<uuid:skill_id>/end/", skills.end_skill, name="end_skill"),
    path("places/", places.places, name="places"),
    path("places/add/", places.add_place, name="add_place"),
    path(_PLACE, places.place, name="place"),
    path(f"{_PLACE}change/", places.change_place, name="change_place"),
    path(f"{_PLACE}end/", places.end_place, name="end_place"),
    path(f"{_PLACE}use-again/", places.use_place_again, name="use_place_again"),
    path(f"{_PLACE}go-through/<slug:voice>/", places.welcome, name="welcome"),
    path("places/seen/<uuid:welcome_id>/take-back/", places.welcome_back, name="welcome_back"),
    path("how-we-work/", how_we_work.how_we_work, name="how_we_work"),
    path("how-we-work/teams/<uuid:team_id>/", how_we_work.team_how_we_work, name="team_how_we_work"),
    path("on-one-page/", briefings.briefings, name="briefings"),
    path("on-one-page/<str:reader>/", briefings.briefing, name="briefing"),
    path("on-one-page/<str:reader>/write/", briefings.write_briefing, name="write_briefing"),
    path("on-one-page/<str:reader>/<str:size>.pdf", briefings.briefing_file, name="briefing_file"),
]
