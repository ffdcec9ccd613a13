"""Addresses of what an agency knows of its local area."""

from django.urls import path

from connecting_people.community.views import assets, checking, contacts, gaps

app_name = "community"
_ONE = "assets/<uuid:asset_id>/"
_CONTACT = "contacts/<uuid:contact_id>/"
_GAP = "missing/<uuid:gap_id>/"
urlpatterns = [
    path("", assets.find, name="find"),
    path(_ONE, assets.asset, name="asset"),
    path("contacts/", contacts.contacts, name="contacts"),
    path("contacts/picture/", contacts.picture, name="who_knows"),
    path(f"{_ONE}contacts/add/", contacts.contact_add, name="contact_add"),
    path("organisations/<uuid:organisation_id>/contacts/add/", contacts.contact_add, name="contact_add_there"),
    path(_CONTACT, contacts.contact, name="contact"),
    path(f"{_CONTACT}touch/", contacts.contact_touch, name="contact_touch"),
    path(f"{_CONTACT}take-on/", contacts.contact_take_on, name="contact_take_on"),
    path(f"{_CONTACT}end/", contacts.contact_end, name="contact_end"),
    path("to-check/", checking.to_do, name="to_do"),
    path(f"{_ONE}check/", checking.check, name="check"),
    path(f"{_ONE}closed/", checking.closed, name="closed"),
    path(f"{_ONE}wrong/", checking.wrong, name="wrong"),
    path("told/", checking.told, name="told"),
    path("problems/<uuid:problem_id>/settle/", checking.problem_settle, name="problem_settle"),
    path("missing/", gaps.gaps, name="gaps"),
    path("missing/add/", gaps.add_gap, name="add_gap"),
    path(_GAP, gaps.gap, name="gap"),
    path(f"{_GAP}move/", gaps.gap_move, name="gap_move"),
    path(f"{_GAP}words/", gaps.gap_words, name="gap_words"),
]
