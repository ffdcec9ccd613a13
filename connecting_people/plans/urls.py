"""Addresses of aspirations and goals."""

from django.urls import path

from connecting_people.plans import views

app_name = "plans"
_AT = "partnerships/<uuid:partnership_id>/plans/"
_GOAL = f"{_AT}<uuid:goal_id>/"
urlpatterns = [
    path(_AT, views.plans, name="plans"),
    path(f"{_AT}hope/", views.aspiration, name="aspiration"),
    path(f"{_AT}hope/<uuid:aspiration_id>/end/", views.end_aspiration, name="end_aspiration"),
    path(f"{_AT}goal/", views.new_goal, name="new_goal"),
    path(f"{_AT}ideas/", views.ideas, name="ideas"),
    path(f"{_AT}ideas/keep/", views.keep_idea, name="keep_idea"),
    path(f"{_AT}ideas/about/<uuid:asset_id>/", views.consider, name="consider"),
    path(f"{_AT}ideas/<uuid:idea_id>/", views.move_idea, name="move_idea"),
    path(f"{_AT}numbers/", views.numbers, name="numbers"),
    path("agency/<uuid:agency_id>/for-whom/<uuid:asset_id>/", views.for_whom, name="for_whom"),
    path(_GOAL, views.goal, name="goal"),
    path(f"{_GOAL}plan/", views.change_plan, name="change_plan"),
    path(f"{_GOAL}do/", views.do_for, name="do_for"),
    path(f"{_GOAL}move/", views.move, name="move"),
    path(f"{_GOAL}weigh/", views.weigh, name="weigh"),
    path(f"{_GOAL}levels/", views.scale, name="scale"),
    path(f"{_GOAL}rate/", views.rate, name="rate"),
]
