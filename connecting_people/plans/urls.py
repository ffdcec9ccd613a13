"""Addresses of aspirations and goals."""

from django.urls import path

from connecting_people.plans import views

app_name = "plans"
_GOAL = "<uuid:goal_id>/"
urlpatterns = [
    path("", views.plans, name="plans"),
    path("hope/", views.aspiration, name="aspiration"),
    path("hope/<uuid:aspiration_id>/end/", views.end_aspiration, name="end_aspiration"),
    path("goal/", views.new_goal, name="new_goal"),
    path("ideas/", views.ideas, name="ideas"),
    path("ideas/keep/", views.keep_idea, name="keep_idea"),
    path("ideas/<uuid:idea_id>/", views.move_idea, name="move_idea"),
    path("numbers/", views.numbers, name="numbers"),
    path(_GOAL, views.goal, name="goal"),
    path(f"{_GOAL}plan/", views.change_plan, name="change_plan"),
    path(f"{_GOAL}do/", views.do_for, name="do_for"),
    path(f"{_GOAL}move/", views.move, name="move"),
    path(f"{_GOAL}weigh/", views.weigh, name="weigh"),
    path(f"{_GOAL}levels/", views.scale, name="scale"),
    path(f"{_GOAL}rate/", views.rate, name="rate"),
]
