from django.urls import include, path

from connecting_people.getting_started import views

app_name = "getting_started"
of_a_partnership = [
    path("", views.start, name="start"),
    path("conversation/", views.conversation, name="conversation"),
    path("conversation/<slug:slug>/", views.talk, name="talk"),
    path("hopes/", views.hopes, name="hopes"),
    path("brings/", views.brings, name="brings"),
    path("brings/<slug:slug>/", views.reflect, name="reflect"),
    path("working-together/", views.working_together, name="working_together"),
    path("working-together/<slug:point>/<uuid:place_id>/", views.settle, name="settle"),
    path("area/", views.area, name="area"),
    path("not-now/", views.not_now, name="not_now"),
]
urlpatterns = [
    path("partnerships/<uuid:partnership_id>/getting-started/", include(of_a_partnership)),
    path("not-now/", views.not_now_before, name="not_now_before"),
    path("not-now/<uuid:not_now_id>/", views.not_now_done, name="not_now_done"),
]
