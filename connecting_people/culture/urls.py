"""Addresses of how an agency works: its six practices, ideas, skills, places, and what it tells about itself."""

from django.urls import path

from connecting_people.culture.views import briefings, how_we_work, ideas, places, practices, skills

app_name = "culture"
urlpatterns = [
    path("practices/", practices.practices, name="practices"),
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
    path("how-we-work/", how_we_work.how_we_work, name="how_we_work"),
    path("on-one-page/", briefings.briefings, name="briefings"),
    path("on-one-page/<str:reader>/", briefings.briefing, name="briefing"),
    path("on-one-page/<str:reader>/write/", briefings.write_briefing, name="write_briefing"),
    path("on-one-page/<str:reader>/<str:size>.pdf", briefings.briefing_file, name="briefing_file"),
]
