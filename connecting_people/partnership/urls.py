from django.urls import path

from connecting_people.partnership.views import begin, invite, look, people, rest

app_name = "partnership"
urlpatterns = [
    path("new/", begin.begin, name="begin"),
    path("join/<str:token>/", begin.join, name="join"),
    path("<uuid:partnership_id>/people/", people.people, name="people"),
    path("<uuid:partnership_id>/people/invite/<str:part>/", invite.invite, name="invite"),
    path("<uuid:partnership_id>/people/colleague/", people.colleague, name="colleague"),
    path("<uuid:partnership_id>/people/cover/", people.cover, name="cover"),
    path("<uuid:partnership_id>/people/<uuid:place_id>/end/", people.end_place, name="end_place"),
    path("<uuid:partnership_id>/hand-over/", people.hand_over, name="hand_over"),
    path("<uuid:partnership_id>/pause/", rest.pause, name="pause"),
    path("<uuid:partnership_id>/leave/", rest.leave, name="leave"),
    path("<uuid:partnership_id>/come-back/", rest.come_back, name="come_back"),
    path("<uuid:partnership_id>/look/", look.look, name="look"),
]
