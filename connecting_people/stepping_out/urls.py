"""Addresses of outings and what goes with them."""

from django.urls import path

from connecting_people.stepping_out.views import around, outings, reminding, telling

app_name = "stepping_out"
_ONE = "<uuid:outing_id>/"
urlpatterns = [
    path("", outings.outings, name="outings"),
    path("plan/", outings.plan, name="plan"),
    path("may-be-told/", telling.disclosures, name="disclosures"),
    path("may-be-told/new/", telling.propose, name="propose"),
    path("may-be-told/<uuid:disclosure_id>/", telling.disclosure, name="disclosure"),
    path("may-be-told/<uuid:disclosure_id>/agree/", telling.agree, name="agree"),
    path("may-be-told/<uuid:disclosure_id>/take-back/", telling.take_back, name="take_back"),
    path("how-they-came-about/", around.came_about, name="came_about"),
    path("how-they-came-about/<uuid:connection_id>/", around.say_came_about, name="say_came_about"),
    path("reminders/", reminding.reminders, name="reminders"),
    path("calendar/", reminding.calendar_settings, name="calendar_settings"),
    path("calendar/<str:token>.ics", reminding.calendar_feed, name="calendar_feed"),
    path("my-plan/", outings.printed, name="printed"),
    path(_ONE, outings.outing, name="outing"),
    path(f"{_ONE}change/", outings.change, name="change"),
    path(f"{_ONE}tell/", outings.tell, name="tell"),
    path(f"{_ONE}stop/", outings.stop_series, name="stop_series"),
    path(f"{_ONE}again/", outings.plan_again, name="plan_again"),
    path(f"{_ONE}back/", outings.say_back, name="say_back"),
    path(f"{_ONE}support/", around.support, name="support"),
    path(f"{_ONE}small-steps/", around.small_steps, name="small_steps"),
    path(f"{_ONE}small-steps/<int:number>/", around.take_small_step, name="take_small_step"),
    path(f"{_ONE}met/", around.met, name="met"),
    path(f"{_ONE}calendar.ics", outings.calendar, name="calendar"),
]
