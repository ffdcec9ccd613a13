"""What each measure is called, how it is reckoned, who devised it, and what it does and does not say."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import StrOrPromise


@dataclass(frozen=True)
class Meaning:
    """The words around one number. A formula is written in letters: n connections, t ties between them."""

    id: str
    name: StrOrPromise
    formula: StrOrPromise
    source: str
    says: StrOrPromise
    does_not_say: StrOrPromise


ON_ONE_DAY: tuple[Meaning, ...] = (
    Meaning(
        "size",
        _("People on the map"),
        _("n: people and animals; groups and places are counted apart"),
        "Perry, Pescosolido and Borgatti 2018, Egocentric Network Analysis",
        _("How many people are part of your map now."),
        _("How many there should be. That is for you to say."),
    ),
    Meaning(
        "by_kind",
        _("People of each kind"),
        _("a count for each kind"),
        "Perry, Pescosolido and Borgatti 2018, Egocentric Network Analysis",
        _("Which parts of life the people on your map come from."),
        _("How much each of them means to you."),
    ),
    Meaning(
        "by_ring",
        _("People in each ring"),
        _("a count for each ring"),
        "Kahn and Antonucci 1980, Convoys over the life course",
        _("How many people you have placed close to you and how many further out."),
        _("That close is better than far. People further out can open doors too."),
    ),
    Meaning(
        "mean_closeness",
        _("Average ring"),
        _("sum of rings / people in a ring; 1 is the closest"),
        "Vassilev and others 2016, GENIE",
        _("Whether people stand nearer to you or further out, taken together."),
        _("How you feel about any one of them."),
    ),
    Meaning(
        "outside",
        _("People outside services"),
        _("a count of those who are not there as part of health or social care"),
        "Connecting People model, Section I",
        _("How many people are in your life other than for their work."),
        _("That people inside services count for less."),
    ),
    Meaning(
        "inside",
        _("People inside services"),
        _("a count of those who are there as part of health or social care"),
        "Connecting People model, Section I",
        _("How many people are in your life because it is their work."),
        _("How well they support you, or how long they will be there."),
    ),
    Meaning(
        "outside_share",
        _("Share outside services"),
        _("outside / (outside + inside)"),
        "Connecting People model, Section I",
        _("Which part of your map lies outside health and social care. 1 is all of it, 0 is none."),
        _("How large the map is: one friend alone also makes 1."),
    ),
    Meaning(
        "ei",
        _("Outside against inside (E–I)"),
        _("(E − I) / (E + I), E outside and I inside services"),
        "Krackhardt and Stern 1988, Social Psychology Quarterly 51",
        _("Which way the map leans: +1 is all outside services, −1 is all inside, 0 is half and half."),
        _("Which way it ought to lean."),
    ),
    Meaning(
        "reciprocity",
        _("Sharing that goes both ways"),
        _("people you give to and get from / people you give to or get from"),
        "Wellman and Wortley 1990, American Journal of Sociology 96",
        _("With how many of those you share something it goes both ways. 1 is everyone."),
        _("That giving and getting must be even. They often take turns over the years."),
    ),
    Meaning(
        "multiplexity",
        _("Kinds of sharing"),
        _("sum of kinds shared with each / people asked about"),
        "Wasserman and Faust 1994, Social Network Analysis",
        _("How many of the six kinds of sharing you have with one person, on average."),
        _("That more kinds are better. Some people are there for one thing, and that is enough."),
    ),
    Meaning(
        "contact",
        _("How often, in the middle"),
        _("median of how often you are in touch"),
        "Vassilev and others 2016, GENIE",
        _("How often you are in touch with the person in the middle, if you put all in order."),
        _("How good the time together is."),
    ),
    Meaning(
        "seen_weekly",
        _("In touch each week"),
        _("a count of those in touch at least once a week"),
        "Vassilev and others 2016, GENIE",
        _("How many people you are in touch with in most weeks."),
        _("Whether that is enough or too much for you."),
    ),
    Meaning(
        "density",
        _("How many know each other"),
        "t / (n(n − 1) / 2)",
        "Wasserman and Faust 1994, Social Network Analysis; table 1 of PMC8755914",
        _("How many of the people on your map know each other. 1 is all of them, 0 is nobody."),
        _("Which is better. Those who know each other can pull together; those who do not bring different news."),
    ),
    Meaning(
        "components",
        _("Separate circles"),
        _("groups that hang together once you are taken out"),
        "Wasserman and Faust 1994, Social Network Analysis",
        _("How many circles of people there are that only you bring together."),
        _("Whether you would like them to meet."),
    ),
    Meaning(
        "isolates",
        _("People who know none of the others"),
        _("a count of those without a tie"),
        "Wasserman and Faust 1994, Social Network Analysis",
        _("How many people are tied to you alone on this map."),
        _("That they are lonely: they have people of their own."),
    ),
    Meaning(
        "effective_size",
        _("Different ways to the world (effective size)"),
        "n − 2t / n",
        "Burt 1992, Structural Holes; Borgatti 1997, Connections 20",
        _("How many separate ways to other people and news your map gives, once overlaps are taken off."),
        _("How much any of these ways is worth to you."),
    ),
    Meaning(
        "efficiency",
        _("Effective size for each person"),
        "(n − 2t / n) / n",
        "Burt 1992, Structural Holes",
        _("How little the people on your map overlap. 1 is not at all."),
        _("That friends who know each other are a waste. They can be a great comfort."),
    ),
    Meaning(
        "constraint",
        _("How much runs through the same people (constraint)"),
        "Σ_j (p_j + Σ_q p_q p_qj)²",
        "Burt 1992, Structural Holes",
        _("How much your map leans on a few people who know each other. Larger maps have lower numbers."),
        _("That leaning on a few close people is a fault."),
    ),
    Meaning(
        "blau",
        _("Mix of kinds (Blau)"),
        "1 − Σp²",
        "Blau 1977, Inequality and Heterogeneity",
        _("How likely it is that two people on your map are of different kinds."),
        _("Which kinds they are, or whether you miss one."),
    ),
    Meaning(
        "iqv",
        _("Mix of kinds, from 0 to 1 (IQV)"),
        _("Blau · k / (k − 1), k the kinds that could be chosen"),
        "Mueller and Schuessler 1961, Statistical Reasoning in Sociology",
        _("How evenly the people on your map are spread over all the kinds. 0 is one kind, 1 is all alike."),
        _("That an even spread is a better life."),
    ),
)

BETWEEN_DATES: tuple[Meaning, ...] = (
    Meaning(
        "stability",
        _("Who is still there"),
        "|A ∩ B| / |A|",
        "Egonet Change of UCINET; Perry and others 2018",
        _("Which part of the people on the first map are on the second too. 1 is all of them."),
        _("That staying is good and going is bad. To let go of someone can be a step forward."),
    ),
    Meaning(
        "turnover",
        _("How much has changed"),
        _("(gone + new) / |A ∪ B|"),
        "Egonet Change of UCINET; Perry and others 2018",
        _("Which part of all the people on either map is on one of them only."),
        _("Why it changed, or whether you wanted it to. Whoever came to mind later is not counted as new."),
    ),
    Meaning(
        "jaccard",
        _("How alike the two maps are (Jaccard)"),
        "|A ∩ B| / |A ∪ B|",
        "Jaccard 1901, Bulletin de la Société Vaudoise des Sciences Naturelles 37",
        _("Which part of all the people on either map is on both."),
        _("How the time between the two dates was."),
    ),
)
