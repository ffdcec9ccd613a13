"""What may stand in the way of a service user: inside, around and far beyond them."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.barrier_kind import BarrierKind, barrier
from connecting_people.guide.words import Side

_kind = partial(barrier, Side.SERVICE_USER)

BARRIERS_OF_PERSON: tuple[BarrierKind, ...] = (
    _kind(
        "confidence",
        _("Not feeling sure enough"),
        _("Going out, walking in or speaking up can feel like too much, above all when you are anxious or low."),
        _("“I wanted to go to the walking group. I got as far as my own front door.”"),
        _("What is the smallest bit of it that feels possible today?"),
        _("Who, if they came along, would make it feel safer?"),
    ),
    _kind(
        "motivation",
        _("Hard to get going"),
        _("Some days there is no drive for anything. That is not laziness."),
        _("“I know I’d enjoy it once I’m there. I just can’t start.”"),
        _("On which days or at what time of day is it a little easier?"),
        _("What could be made ready beforehand, so that starting takes less?"),
    ),
    _kind(
        "support",
        _("Not enough support"),
        _("There is nobody to go with, to ask, or to help with the practical side."),
        _("“I’d go if someone came with me, only the first time.”"),
        _("What kind of help do you wish for, and for how long?"),
        _("Is there anyone on your map who might like to be asked?"),
    ),
    _kind(
        "practical",
        _("Practical things"),
        _("Times, childcare, forms, clothes, keys, a phone without credit: small things add up."),
        _("“It starts at nine and I take my son to school at nine.”"),
        _("Which one thing, once sorted, would make the most difference?"),
    ),
    _kind(
        "stigma-others",
        _("Being judged by others"),
        _("People treat you worse, or leave you out, because of what they think they know."),
        _("“When I said which team I’m with, she moved to another table.”"),
        _("What would you like to have happened? Do you want it raised with somebody?"),
        _("Where have you been treated well, and could there be more of that?"),
    ),
    _kind(
        "stigma-self",
        _("Judging yourself"),
        _("You have heard hard things so often that a part of you has come to believe them."),
        _("“They’d see straight away that I’m not like them.”"),
        _("What would you say to a friend who spoke about themselves like that?"),
    ),
    _kind(
        "stigma-family",
        _("Being judged by family or those close to you"),
        _("Someone who matters to you thinks that you should not, or cannot."),
        _("“My brother says that I’ll only make a show of myself.”"),
        _("Who close to you is on your side?"),
        _("Would it help if somebody spoke with your family, with you there?"),
    ),
    _kind(
        "minority",
        _("Places that do not feel meant for people like you"),
        _(
            "Culture, faith, language, skin colour, age, sexuality, gender or disability: it is hard to "
            "join in where no one has thought of you."
        ),
        _("“I’d be the only one there with a headscarf.”"),
        _("How could you tell that a place really welcomes you?"),
        _("What could this group change so that more people feel at home?"),
    ),
    _kind(
        "physical-health",
        _("Physical health"),
        _("Pain, tiredness, or getting about: your body sets limits that others may not see."),
        _("“I can manage twenty minutes on my feet, then I have to sit.”"),
        _("What does your body need so that you can be there?"),
        _("Who there should know about it, if anyone?"),
    ),
    _kind(
        "not-much-to-offer",
        _("Feeling that you have little to offer"),
        _("It can seem as if others give and you only take. People who know you may differ."),
        _("“What would anybody want to talk to me about?”"),
        _("When did somebody last thank you, or come to you for something?"),
    ),
    _kind(
        "medication",
        _("Side effects of medication"),
        _("Feeling sleepy, shaky, hungry or foggy can spoil a plan, or make you feel watched."),
        _("“My hands shake, so I don’t like to drink tea in front of people.”"),
        _("When in the day is it at its best?"),
        _("Would you like help to talk about it with whoever prescribes it?"),
    ),
    _kind(
        "unhelpful-connections",
        _("People who pull you back"),
        _("Some ties do you no good: they drain you, use you, or lead you where you no longer want to be."),
        _("“If I go into town I’ll meet them, and then I know how the day ends.”"),
        _("What do you need to feel safe from this?"),
        _("Who does you good, and how could you see more of them?"),
    ),
    _kind(
        "poor-experiences",
        _("Bad experiences before"),
        _("A group, an activity or a service let you down, and you remember."),
        _("“Last time nobody spoke to me for the whole hour.”"),
        _("What went wrong then, and what would have to be different?"),
    ),
    _kind(
        "complicated-life",
        _("Too much going on"),
        _("Debts, housing, court, caring for someone, a loss: there is no room for more."),
        _("“I’m moving for the third time this year. A hobby has to wait.”"),
        _("What has to come first just now, and who is helping you with it?"),
        _("Is there something so small that it would fit in all the same?"),
    ),
    _kind(
        "own-attitude",
        _("Thoughts of your own that get in the way"),
        _("Everyone has beliefs that close a door early, such as “that’s not for people like me”."),
        _("“I’ve never been any good at groups, so why try?”"),
        _("Has there been even one time when it was otherwise?"),
    ),
    _kind(
        "attitude-of-organisation",
        _("Attitudes in the organisation"),
        _("You are talked about and not with, or others decide what you are able to do."),
        _("“They told me a job was too much for me. No one asked what I thought.”"),
        _("What should they know, and who could tell them with you?"),
    ),
    _kind(
        "poverty",
        _("Not enough money"),
        _("Entry, bus fare, kit, a coffee with the others: joining in costs something."),
        _("“The class is free. The café afterwards isn’t.”"),
        _("What would it cost, all in? What is there that costs nothing?"),
        _("Is there a fund, a concession or something to borrow?"),
    ),
    _kind(
        "transport",
        _("Getting there"),
        _("The bus is rare, dear or too full, and nobody has a car."),
        _("“The last bus leaves before the choir is over.”"),
        _("Who else goes the same way? Could it come nearer, or be joined online?"),
    ),
    _kind(
        "local-opportunities",
        _("Not much on around here"),
        _("In the country and by the sea there may be little, or only in summer."),
        _("“There’s the pub and there’s the church, and I’m not one for either.”"),
        _("What would you like to see here, and who else might want it?"),
        _("Is there something online, or in the next town?"),
    ),
    _kind(
        "information",
        _("Not knowing what there is"),
        _("Things go on nearby, but word of them does not reach you."),
        _("“I only heard about the garden project when it was full.”"),
        _("Where do you get your news, and who always seems to know what is on?"),
    ),
)
