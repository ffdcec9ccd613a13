"""Addresses of how an agency works: its six practices, ideas, skills, places, and what it tells about itself."""

from django.urls import path

from connecting_people.culture.views import briefings, how_we_work, ideas, places, practices, skills

app_name = "culture"
urlpatterns = [
    path("practices/", practices.practices, name="practices"),
    path("ideas/", ideas.ideas, name="ideas"),
    path("skills/", skills.skills, name="skills"),
    path("places/", places.places, name="places"),
    path("how-we-work/", how_we_work.how_we_work, name="how_we_work"),
    path("on-one-page/", briefings.briefings, name="briefings"),
]
