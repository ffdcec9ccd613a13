"""Both ends of each foreign key between rows of a tenant lie in one agency."""

import json
import uuid
from datetime import date

import pytest
from django.apps import apps
from django.db import models, transaction
from django.db.models import F
from django.test import override_settings
from django.utils import timezone

from connecting_people.community import uploads
from connecting_people.community.actions import taking_in
from connecting_people.community.queries.taking_in import plan_of
from connecting_people.config.demo import director
from connecting_people.connections.actions import bringing
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.measures.actions import answers, definitions
from connecting_people.measures.instruments import file_of
from connecting_people.measures.queries.supply import offered_as
from connecting_people.measures.rules import Mode
from connecting_people.partnership.models import Participant
from connecting_people.partnership.queries import partnership_to_write
from connecting_people.people import actions as people
from connecting_people.people.models import Team, User
from connecting_people.people.rules import Role


def _between_tenants() -> list[tuple[type[models.Model], models.ForeignKey]]:
    return [
        (model, field)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and _has_agency(model) and _has_agency(field.related_model)
    ]


def _has_agency(model: type[models.Model]) -> bool:
    ours = model.__module__.startswith("connecting_people")
    return ours and any(field.attname == "agency_id" for field in model._meta.concrete_fields)


def _label(found: tuple[type[models.Model], models.ForeignKey]) -> str:
    return f"{found[0]._meta.label}.{found[1].name}"


KEYS = _between_tenants()
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _played(django_db_setup, django_db_blocker):
    """Two agencies at work for a year; what was made is gone after this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
            director.play(date(2026, 3, 18))
            _and_what_it_leaves_out()
        yield
        transaction.set_rollback(True)


def _and_what_it_leaves_out():
    at = timezone.now()
    gwen = User.objects.get(email="gwen@example.org")
    team = Team.objects.filter(agency__memberships__user=gwen).first()
    people.invite_staff(by=gwen, at=at, agency=team.agency, role=Role.PRACTITIONER, name="Noor", team=team)
    mapped = Participant.objects.filter(map_look__isnull=False).select_related("user").first()
    here = partnership_to_write(mapped.user, mapped.partnership_id, at=at)
    bringing.bring(by=mapped.user, at=at, partnership=here, name="people.csv", content=b"name")
    kept = Entry.objects.exclude(kept_by=None).select_related("kept_by__user").first()
    user = kept.kept_by.user
    kept.partnership = partnership_to_write(user, kept.partnership_id, at=at)
    journey.reword(by=user, at=at, entry=kept, words="On second thoughts", version=kept.version)
    _a_feed_with_terms(gwen, team.agency, at)
    _a_scale_under_licence(gwen, here, at)


def _a_scale_under_licence(by, here, at):
    """Let an agency fill a slot, and a partnership answer what it holds."""
    content = file_of("ucla_3").replace(b'says = ""', b'says = "Words of theirs"')
    made = definitions.look_at(by=by, at=at, agency=here.agency, file="ours.toml", content=content)
    definitions.confirm(by=by, at=at, definition=made, what="Use", licensed_by="Its authors", until_date=None)
    found = offered_as(here.agency_id, "ucla_3", at.date())
    given = {item.id: 1 for item in found.instrument.items}
    act = {"by": here.me.user, "at": at, "partnership": here, "instrument": found.instrument}
    answers.answer(**act, definition=found.definition, answers=given, mode=Mode.ALONE)


def _a_feed_with_terms(by, agency, at):
    """Bring in a choir with a term of somebody else's taxonomy."""
    ids = [str(uuid.uuid4()) for _ in range(4)]
    needs = {"id": ids[0], "name": "Needs", "description": "What people need"}
    song = {"id": ids[1], "name": "Song", "description": "To sing", "taxonomy_id": ids[0], "taxonomy_detail": needs}
    choir = {"id": ids[2], "name": "A choir from a feed", "status": "active"}
    choir["attributes"] = [{"id": ids[3], "taxonomy_term": song}]
    found = uploads.read([("feed.json", json.dumps(choir).encode())])
    brought = taking_in.bring(by=by, at=at, agency=agency, source="A feed", name="feed.json", found=found)
    taking_in.take_in(by=by, at=at, brought=brought, mark=plan_of(brought).mark)


def test_there_are_many():
    assert len(KEYS) > 25


@pytest.mark.parametrize("key", KEYS, ids=_label)
def test_no_foreign_key_leads_into_another_agency(_played, key):
    model, field = key
    rows = model._default_manager.filter(**{f"{field.name}__isnull": False})

    assert rows.exists(), "nothing in the play uses it: play it, or the test proves nothing"
    assert not rows.exclude(agency_id=F(f"{field.name}__agency_id")).exists()
