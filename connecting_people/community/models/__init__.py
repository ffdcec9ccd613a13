"""The tables of the local area, one file a subject."""

from connecting_people.community.models.assets import (
    Area,
    Asset,
    AssetHours,
    AssetTerm,
    AssetVersion,
    KeptAddress,
    Mention,
    Organisation,
    Postcode,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
)
from connecting_people.community.models.experience import Improvement, OrganisationAnswer, Rating
from connecting_people.community.models.keeping import Keeper, KeeperInvitation, Proposal
from connecting_people.community.models.knowledge import Check, CheckTurn, Gap, GapMove, LocalContact, Problem, Touch
from connecting_people.community.models.search import Indexed, Word
from connecting_people.community.models.taking_in import Import, ImportedAsset

__all__ = [
    "Area",
    "Asset",
    "AssetHours",
    "AssetTerm",
    "AssetVersion",
    "Check",
    "CheckTurn",
    "Gap",
    "GapMove",
    "Import",
    "ImportedAsset",
    "Improvement",
    "Indexed",
    "Keeper",
    "KeeperInvitation",
    "KeptAddress",
    "LocalContact",
    "Mention",
    "Organisation",
    "OrganisationAnswer",
    "Postcode",
    "Problem",
    "Proposal",
    "Rating",
    "ServiceAtLocation",
    "Taxonomy",
    "TaxonomyTerm",
    "Touch",
    "Word",
]
