"""Which of the guide's kinds is meant by a word that others use."""

from connecting_people.guide.kinds import CONNECTION_KINDS

_WORDS = {
    "family": "relative relatives relation parent parents sibling siblings child children partner spouse pet pets",
    "friends": "friend friendship mate mates",
    "colleagues": "colleague coworker co-worker co-workers workmate workmates work school classmate classmates",
    "acquaintances": "acquaintance",
    "neighbours": "neighbour neighbor neighbors neighbourhood neighborhood local",
    "shared-interest": "interest interests hobby hobbies sport sports club",
    "volunteering": "volunteer volunteers voluntary",
    "local-business-community": "business shop church mosque temple faith community",
    "online-community": "online internet web forum",
    "team-and-staff": "staff professional professionals worker practitioner services service team formal",
}
_KIND_OF = {word: id for id, words in _WORDS.items() for word in (id, *words.split())}


def kind_of(word: str) -> str | None:
    """Return the id of the kind that a word means, in the language of the page too, or `None`."""
    word = " ".join(word.replace("_", " ").casefold().split())
    named = {str(kind.name).casefold(): kind.id for kind in CONNECTION_KINDS}
    return _KIND_OF.get(word) or _KIND_OF.get(word.replace(" ", "-")) or named.get(word)
