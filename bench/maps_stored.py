"""Puts maps into the database: all of them as the program stores them for reports, some as rows of Django's models."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

from bench import invented
from bench.peers import bits
from connecting_people.connections.measures import numbers_of
from connecting_people.connections.models import Connection, ConnectionState, MapSnapshot, Tie
from connecting_people.connections.rules import Network
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import Agency, Team, User

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
AT_ONCE = 5000


def store(people: list[tuple[Network, Network]], count: int, sample: int) -> list[uuid.UUID]:
    """Store `count` people at both dates; return the partnerships of those whose maps stand in rows too."""
    agency = Agency.objects.create(name="Agency", setting="mental_health", made_at=AT)
    team = Team.objects.create(agency=agency, name="Team")
    user = User.objects.create(name="Somebody", email="somebody@example.org", password="!", joined_at=AT)
    partnerships = Partnership.objects.bulk_create(
        (Partnership(agency=agency, team=team, made_at=AT) for _ in range(count)), batch_size=AT_ONCE
    )
    figures = [[numbers_of(network) for network in maps] for maps in people]
    MapSnapshot.objects.bulk_create(
        (
            MapSnapshot(
                agency=agency,
                partnership=partnerships[owner],
                map_date=day,
                packed=snapshot,
                figures=figures[owner % len(people)][invented.DATES.index(day)],
            )
            for owner, day, snapshot in invented.snapshots(people, count)
        ),
        batch_size=AT_ONCE,
    )
    for partnership, maps in zip(partnerships[:sample], people, strict=False):
        _rows(partnership, user, maps)
    return [partnership.pk for partnership in partnerships[:sample]]


def _rows(partnership: Partnership, user: User, maps: tuple[Network, Network]) -> None:
    place = Participant.objects.create(
        agency_id=partnership.agency_id, partnership=partnership, part="service_user", name="Somebody", joined_at=AT
    )
    ids = {node.id: uuid.uuid4() for network in maps for node in network.nodes}
    whose = {"agency_id": partnership.agency_id, "partnership": partnership}
    Connection.objects.bulk_create(Connection(id=id, made_at=AT, **whose) for id in ids.values())
    for version, network in enumerate(maps, 1):
        ConnectionState.objects.bulk_create(
            ConnectionState(
                connection_id=ids[node.id],
                version=version,
                latest=False,
                from_date=network.day,
                at=AT,
                by=user,
                voice=place,
                act="added",
                name=node.name,
                kind=node.kind or "",
                inside_services=node.inside_services,
                ring=node.ring,
                contact=node.contact or "",
                gives=bits(node.gives),
                gets=bits(node.gets),
                **whose,
            )
            for node in network.nodes
        )
        Tie.objects.bulk_create(_ties(network, ids, user, whose))


def _ties(network: Network, ids: dict, user: User, whose: dict) -> Iterator[Tie]:
    for one, other in network.ties:
        first, second = sorted((ids[one], ids[other]))
        yield Tie(
            one_id=first, other_id=second, from_date=network.day, until_date=network.day, made_at=AT, by=user,
            ended_at=AT, **whose,
        )  # fmt: skip
