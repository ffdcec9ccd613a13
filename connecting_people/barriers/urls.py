"""Addresses of barriers and of the agency's library of ways round them."""

from django.urls import path

from connecting_people.barriers.views import barriers, library, offering, ways

app_name = "barriers"
_HERE = "partnerships/<uuid:partnership_id>/barriers/"
_ONE = f"{_HERE}<uuid:barrier_id>/"
_OFFER = f"{_HERE}offers/<uuid:offer_id>/"
_AGENCY = "agency/<uuid:agency_id>/ways-round/"
urlpatterns = [
    path(_HERE, barriers.barriers, name="barriers"),
    path(f"{_HERE}new/", barriers.notice, name="notice"),
    path(f"{_HERE}new/suggestions/", barriers.suggestions, name="suggestions"),
    path(f"{_HERE}ideas/", offering.ideas, name="ideas"),
    path(_OFFER, offering.offer, name="offer"),
    path(f"{_OFFER}reword/", offering.reword, name="reword_offer"),
    path(f"{_OFFER}yes/", offering.say_yes, name="say_yes"),
    path(f"{_OFFER}take-back/", offering.take_back, name="take_back"),
    path(_ONE, barriers.barrier, name="barrier"),
    path(f"{_ONE}change/", barriers.change, name="change"),
    path(f"{_ONE}move/", barriers.move, name="move"),
    path(f"{_ONE}ways/new/", ways.think_of, name="think_of"),
    path(f"{_ONE}ways/<uuid:way_id>/tell/", ways.tell, name="tell"),
    path(f"{_ONE}ways/<uuid:way_id>/offer/", offering.new_offer, name="new_offer"),
    path(f"{_ONE}take-up/<uuid:item_id>/", ways.take_up, name="take_up"),
    path(f"{_ONE}challenge/", ways.challenge, name="challenge"),
    path(f"{_ONE}challenges/<uuid:challenge_id>/", ways.hear_back, name="hear_back"),
    path(_AGENCY, library.ways_round, name="ways_round"),
    path(f"{_AGENCY}waiting/", library.queue, name="queue"),
    path(f"{_AGENCY}waiting/<uuid:item_id>/", library.decide, name="decide"),
    path(f"{_AGENCY}in-the-way/", library.in_the_way, name="in_the_way"),
    path(f"{_AGENCY}<uuid:item_id>/take-out/", library.take_out, name="take_out"),
]
