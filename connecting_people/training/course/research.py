"""What is known from research, and in which words policy speaks of it: facts alone, each with where it stands.

No number stands here that is not in the source beside it. Where something could not be found, that is said.
"""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import StrOrPromise


@dataclass(frozen=True)
class Source:
    """Where something stands: who, in what, and the address. The name of a publication is not translated."""

    id: str
    name: StrOrPromise
    where: str


@dataclass(frozen=True)
class Fact:
    """One thing that was found, or that somebody wrote, with its sources."""

    says: StrOrPromise
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Chapter:
    """Facts that belong together, and what a trainer may want to say with them."""

    id: str
    name: StrOrPromise
    facts: tuple[Fact, ...]
    aside: StrOrPromise


MANUAL = Source("manual", _("Connecting People Training Manual"), "www.connectingpeople.net")
STUDY_OF_PRACTICE = Source(
    "practice", _("Study of practice, School for Social Care Research"), "sscr.nihr.ac.uk/publication/rv059/"
)
PILOT = Source(
    "pilot",
    "Webber et al., Research on Social Work Practice 2019; 29(5): 483–494",
    "doi.org/10.1177/1049731517753685",
)
PILOT_DESIGN = Source(
    "pilot-design",
    _("Paper on the pilot, Society for Social Work and Research, 2016"),
    "sswr.confex.com/sswr/2016/webprogram/Paper26444.html",
)
PILOT_PAGE = Source(
    "pilot-page", _("The pilot, on the project’s own pages"), "connectingpeople.net/research/pilot-study/"
)
LATER = Source(
    "later", "Webber et al., British Journal of Social Work 2021; 51(3): 1080–1100", "sscr.nihr.ac.uk/publication/rv145"
)
WHY = Source("why", _("Summary of the later study, School for Social Care Research"), "sscr.nihr.ac.uk/?p=8959")
KINGS = Source("kings", _("King’s College London, page on the research"), "kcl.ac.uk/scwru/res/roles/connectingpeople")
TWO_PEERS = Source("peers", _("Martin Webber’s own pages"), "martinwebber.net/archives/530")
TODAY = Source(
    "today", _("Event on Connecting People, Bespoke Mental Health, 2025"), "bespokementalhealth.co.uk/live-events/"
)

WHY_CONNECTIONS = Chapter(
    "why-connections",
    _("Why connections"),
    (
        Fact(
            _("People with good networks find work more easily, live longer, and feel better. So the manual sums up "
              "research, without naming the studies."),
            (MANUAL,),
        ),
        Fact(_("Little was written to help practitioners with it, which is why the model was made."), (MANUAL,)),
        Fact(
            _("What counts is what people can draw on through each other, in the whole community and not only in "
              "services. The idea is called social capital."),
            (MANUAL,),
        ),
    ),
    _("The manual names no studies for the first point. Say so if somebody asks, and do not put a number to it."),
)  # fmt: skip
WHERE_FROM = Chapter(
    "where-from",
    _("Where the model came from"),
    (
        Fact(_("Two years of watching good practice in six agencies, and a review of research from many countries."),
             (MANUAL,)),
        Fact(_("73 practitioners and 51 people who use services were heard."), (STUDY_OF_PRACTICE,)),
        Fact(
            _("They spoke of skills and attitudes of workers, of how connections come about, of what an agency can "
              "do, and of what gets in the way."),
            (STUDY_OF_PRACTICE,),
        ),
        Fact(_("Who the two are was left open on purpose: they may be two peers who are both."), (TWO_PEERS,)),
    ),
    _("It was put together from what people were doing already. Some in the room will know it under other names."),
)  # fmt: skip
THE_PILOT = Chapter(
    "pilot",
    _("The pilot: how it was done"),
    (
        Fact(_("155 people newly referred to 14 agencies in England, adults of all ages, with a mental health problem "
               "or a learning disability."), (PILOT_DESIGN,)),
        Fact(_("Asked at the beginning and nine months later; 117 of them (75.5 %) could be asked again."),
             (PILOT_DESIGN,)),
        Fact(
            _("How closely the model was followed was judged by the person, the worker and a "
              "researcher: closely for 30 people, less so for 87."),
            (PILOT_DESIGN,),
        ),
        Fact(_("The materials were also made in versions for people with a learning disability and for older people."),
             (PILOT_PAGE,)),
    ),
    _("The questionnaires were RG-UK first, for what people can draw on, then WEMWBS, SCOPE and EQ-5D."),
)  # fmt: skip
PILOT_FOUND = Chapter(
    "pilot-found",
    _("The pilot: what was found"),
    (
        Fact(_("Where the model was followed closely, people could draw on more through others "
               "(p = .03, partial eta² = .05)."), (PILOT,)),
        Fact(_("They also felt more included (p = .01, partial eta² = .07)."), (PILOT,)),
        Fact(_("Their services cost £1,331 less (95 % confidence interval: £69 to £2,593 less)."), (PILOT,)),
        Fact(_("Well-being rose for everybody who took part, closely followed or not (p < .001)."), (PILOT,)),
    ),
    _("Small and middling differences, and wide limits on the costs. The mean scores are not in what could be read."),
)  # fmt: skip
PILOT_LIMITS = Chapter(
    "pilot-limits",
    _("What the pilot cannot tell"),
    (
        Fact(_("There was one group, asked before and after, and nobody to compare it with."), (PILOT_DESIGN,)),
        Fact(
            _("Nobody drew lots for who was worked with closely. Those 30 people, or their teams, may have been "
              "different from the start."),
            (PILOT_DESIGN,),
        ),
        Fact(_("A quarter could not be asked again."), (PILOT_DESIGN,)),
        Fact(_("So it shows what went together. It does not show what caused what."), (PILOT_DESIGN,)),
    ),
    _("The second and the last line are what follows from a study of this kind, not words of its authors."),
)  # fmt: skip
LATER_STUDY = Chapter(
    "later",
    _("The later study found no difference"),
    (
        Fact(_("2018 to 2019, community mental health teams in five NHS trusts: some were to take up the "
               "model, others were there to compare with."), (LATER,)),
        Fact(_("151 people were asked at the beginning, 127 of them again after six months."), (LATER,)),
        Fact(_("Between the two groups there was no difference in what was measured, nor in cost."), (LATER,)),
        Fact(_("In both groups, many said that they felt better for having more connections, or for knowing more of "
               "what was going on around them."), (WHY,)),
    ),
    _("Say this slowly, and do not soften it. Then ask what the room makes of it before you show the reasons."),
)  # fmt: skip
WHY_NOT = Chapter(
    "why-not",
    _("Why it did not take hold"),
    (
        Fact(_("Too many people for each worker, too few workers, and crises that came first."), (WHY,)),
        Fact(_("Teams that had little to do with the communities around them."), (WHY,)),
        Fact(_("Only a minority of those who use the services had the materials explained to them."), (WHY,)),
        Fact(_("Targets, reorganisations and cuts, and things in communities themselves."), (KINGS,)),
    ),
    _("These are reasons why it was little used. They do not prove that it would have worked otherwise. Ask: which of "
      "them hold here, and what will be different this time?"),
)  # fmt: skip
SO_WHAT = Chapter(
    "so-what",
    _("What this asks of us"),
    (
        Fact(_("One university’s summary: it works where it is fully put into practice, at no greater cost. The later "
               "study leaves that open."), (KINGS, LATER)),
        Fact(_("Explain it to each person. In the later study this was done for a minority only."),
             (WHY,)),
        Fact(_("Get to know the area as a team, and keep that knowledge when somebody leaves."), (WHY, MANUAL)),
        Fact(_("Promise nobody that it will work. Try it, look at it together, and change it."), (LATER,)),
    ),
    _("This is where research ends and your own plan begins."),
)  # fmt: skip
POLICY = Chapter(
    "policy",
    _("What policy says"),
    (
        Fact(_("Connecting with others is one of the “five ways to wellbeing” to which the manual points."), (MANUAL,)),
        Fact(_("People who use services and practitioners shape the work together: co-production, as equals."),
             (MANUAL,)),
        Fact(_("An event of 2025 fits it into the usual round of planning, doing and reviewing: look at connections, "
               "plan, support, review."), (TODAY,)),
        Fact(_("Policy changes, and differs between the four nations. Put your own here: what does your agency’s plan "
               "ask for, and where do connections come in it?"), (MANUAL,)),
    ),
    _("The program knows no policy of the day, and leaves it to you. Change this slide before you show it."),
)  # fmt: skip

CHAPTERS: Final = (
    WHY_CONNECTIONS,
    WHERE_FROM,
    THE_PILOT,
    PILOT_FOUND,
    PILOT_LIMITS,
    LATER_STUDY,
    WHY_NOT,
    SO_WHAT,
    POLICY,
)
SOURCES: Final = (MANUAL, STUDY_OF_PRACTICE, PILOT, PILOT_DESIGN, PILOT_PAGE, LATER, WHY, KINGS, TWO_PEERS, TODAY)
