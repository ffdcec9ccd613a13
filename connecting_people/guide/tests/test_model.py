"""The model is whole: every fact of the manual has its place, and no id stands for two things."""

from collections import Counter
from collections.abc import Iterator

import pytest

from connecting_people.guide import (
    barriers,
    culture,
    journeys,
    kinds,
    outcomes,
    prerequisites,
    processes,
    shelf,
    steps,
)
from connecting_people.guide.words import Prompt, Side

NEVER_ON_SCREEN = (
    "complete", "failed", "refuse", "non-compliant", "patient", "case management", "client", "user error",
    "invalid", "successfully", "assessment",
)  # fmt: skip


def all_prompts() -> Iterator[Prompt]:
    for step in steps.STEPS:
        yield from step.prompts_service_user + step.prompts_practitioner + step.prompts_together
    for kind in barriers.BARRIER_KINDS:
        yield from kind.prompts
    for each in prerequisites.PREREQUISITES:
        yield each.prompt
    for practice in culture.PRACTICES:
        yield from (practice.prompt_staff, practice.prompt_service_user, practice.prompt_supporter)


def all_words() -> Iterator[str]:
    for prompt in all_prompts():
        yield str(prompt.text)
    for step in steps.STEPS:
        yield from (str(text) for text in (step.name, step.aim, step.why, *step.tools))
    for group in (
        processes.PROCESSES, prerequisites.PREREQUISITES, kinds.CONNECTION_KINDS, kinds.CONNECTION_STATES,
        barriers.BARRIER_KINDS, culture.PRACTICES, culture.AGENCY_HOLDS, outcomes.OUTCOMES,
        journeys.SERVICE_USER_JOURNEY, journeys.PRACTITIONER_JOURNEY, journeys.AT_ANY_TIME,
    ):  # fmt: skip
        for part in group:
            yield from (str(part.name), str(part.explanation))
    yield from (str(kind.example) for kind in barriers.BARRIER_KINDS)
    yield from (str(sign) for practice in culture.PRACTICES for sign in practice.looks_like)


def test_there_are_eight_steps_in_the_manuals_order() -> None:
    assert [step.number for step in steps.STEPS] == list(range(1, 9))
    assert [str(step.name) for step in steps.STEPS] == [
        "Getting started", "Mapping existing connections", "Making plans", "Stepping out",
        "Taking stock", "Working around barriers", "Organisational culture", "Reviewing the process",
    ]  # fmt: skip


@pytest.mark.parametrize("step", steps.STEPS, ids=lambda step: step.slug)
def test_each_step_has_questions_for_each_person_and_for_both(step: steps.Step) -> None:
    assert 3 <= len(step.prompts_service_user) <= 4
    assert 3 <= len(step.prompts_practitioner) <= 4
    assert len(step.prompts_together) == 2


def test_each_step_points_to_the_pages_that_the_manual_names() -> None:
    pages = [step.guidance for step in steps.STEPS]

    assert pages == ["8–9", "10–11", "12–13", "16–17", "18–19", "20–21", "22–23", "24–25"]


def test_the_shared_processes_keep_their_numbers_because_entries_store_them() -> None:
    assert [(process.number, process.id) for process in processes.PROCESSES] == [
        (1, "exploring-aspirations"), (2, "strategies"), (3, "network-and-asset-assessment"),
        (4, "objectives"), (5, "inspiration"), (6, "facilitation"), (7, "meeting-expectations"),
        (8, "orientation"), (9, "signposting"), (10, "skill-recognition"), (11, "feedback"),
    ]  # fmt: skip


def test_each_process_is_suggested_by_a_step_and_each_suggestion_is_a_process() -> None:
    suggested = {id for step in steps.STEPS for id in step.processes}

    assert suggested == {process.id for process in processes.PROCESSES}


def test_the_prerequisites_are_those_of_the_diagram() -> None:
    by_side = {side: [each.id for each in prerequisites.prerequisites_of(side)] for side in Side}

    assert by_side == {
        Side.PRACTITIONER: ["empathy", "can-do", "networker"],
        Side.SERVICE_USER: ["enthusiasm", "ownership"],
        Side.BOTH: ["confidence", "flexibility", "understanding", "openness", "hope", "trust"],
        Side.AGENCY: [],
    }


def test_the_kinds_of_connection_are_those_of_the_manual() -> None:
    assert {kind.id for kind in kinds.CONNECTION_KINDS} == {
        "family", "friends", "colleagues", "acquaintances", "neighbours", "shared-interest", "volunteering",
        "local-business-community", "online-community", "team-and-staff",
    }  # fmt: skip
    assert "lost-touch" in {state.id for state in kinds.CONNECTION_STATES}


def test_only_staff_count_as_inside_services_at_first() -> None:
    inside = [kind.id for kind in kinds.CONNECTION_KINDS if kind.reach is kinds.Reach.INSIDE_SERVICES]

    assert inside == ["team-and-staff"]


def test_every_barrier_of_the_manual_is_a_kind() -> None:
    by_side = {side: {kind.id for kind in barriers.barrier_kinds_for(side)} for side in Side}

    assert by_side == {
        Side.SERVICE_USER: {
            "confidence", "motivation", "support", "practical", "stigma-others", "stigma-self",
            "stigma-family", "minority", "physical-health", "not-much-to-offer", "medication",
            "unhelpful-connections", "poor-experiences", "complicated-life", "own-attitude",
            "attitude-of-organisation", "poverty", "transport", "local-opportunities", "information",
        },
        Side.PRACTITIONER: {
            "practitioner-skills", "practitioner-knowledge", "practitioner-experience",
            "practitioner-confidence", "practitioner-local-knowledge", "practitioner-inspiration",
            "practitioner-time", "out-of-reach-place", "out-of-reach-cost", "practitioner-attitude",
        },
        Side.AGENCY: {
            "organisational-buy-in", "resources", "bureaucracy", "funding", "attitude-of-agency",
            "attitude-of-community", "familiar-ways", "staff-moving-on", "groups-under-strain",
        },
        Side.BOTH: set(),
    }  # fmt: skip


def test_each_barrier_has_an_example_and_a_question_or_two() -> None:
    assert all(str(kind.example) and 1 <= len(kind.prompts) <= 2 for kind in barriers.BARRIER_KINDS)


def test_the_two_journeys_have_the_diagrams_parts() -> None:
    assert len(journeys.SERVICE_USER_JOURNEY) == 5
    assert len(journeys.PRACTITIONER_JOURNEY) == 7
    assert {"asking", "extra-support", "leaving", "coming-back"} <= {idea.id for idea in journeys.AT_ANY_TIME}


def test_there_are_six_practices() -> None:
    assert [practice.id for practice in culture.PRACTICES] == [
        "model-good-practice", "share-skills", "engage-with-communities", "build-local-knowledge",
        "create-welcoming-environments", "change-working-practices",
    ]  # fmt: skip


def test_the_outcomes_are_for_both() -> None:
    assert [outcome.id for outcome in outcomes.outcomes_for(Side.SERVICE_USER)] == [
        "network", "social-capital", "social-confidence", "activities-outside-services",
        "deeper-relationships", "talents-used", "contribution",
    ]  # fmt: skip
    assert {"local-knowledge", "networking"} <= {each.id for each in outcomes.outcomes_for(Side.PRACTITIONER)}


def test_each_step_finds_its_guides_on_the_shelf() -> None:
    for step in steps.STEPS:
        assert step.guidance in {item.pages for item in shelf.shelf_for(step.number)}
    for number in (6, 7):
        assert "implementation-manual" in {item.id for item in shelf.shelf_for(number)}


def test_no_id_of_a_question_stands_for_two() -> None:
    twice = [id for id, count in Counter(prompt.id for prompt in all_prompts()).items() if count > 1]

    assert twice == []


def test_no_text_is_used_twice_as_a_question() -> None:
    twice = [text for text, count in Counter(str(prompt.text) for prompt in all_prompts()).items() if count > 1]

    assert twice == []


@pytest.mark.parametrize(
    "group",
    [
        processes.PROCESSES, prerequisites.PREREQUISITES, kinds.CONNECTION_KINDS, kinds.CONNECTION_STATES,
        barriers.BARRIER_KINDS, culture.PRACTICES, outcomes.OUTCOMES, shelf.SHELF,
        journeys.SERVICE_USER_JOURNEY + journeys.PRACTITIONER_JOURNEY + journeys.AT_ANY_TIME,
    ],
)  # fmt: skip
def test_ids_within_a_group_differ(group: tuple[processes.Process, ...]) -> None:
    ids = [part.id for part in group]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("word", NEVER_ON_SCREEN)
def test_words_that_hurt_are_not_used(word: str) -> None:
    assert [text for text in all_words() if word in text.lower()] == []


def test_what_is_stored_finds_its_words_again() -> None:
    assert steps.step(3) is steps.MAKING_PLANS
    assert processes.process("feedback") is processes.FEEDBACK
    assert kinds.connection_kind("friends") is kinds.FRIENDS
    assert barriers.barrier_kind("transport").side is Side.SERVICE_USER
    assert culture.practice("share-skills") is culture.SHARE_SKILLS
    assert prerequisites.prerequisite("hope") is prerequisites.HOPE


def test_what_is_not_in_the_model_is_not_found() -> None:
    with pytest.raises(steps.UnknownStep):
        steps.step(9)
    with pytest.raises(processes.UnknownProcess):
        processes.process("magic")
    with pytest.raises(kinds.UnknownConnectionKind):
        kinds.connection_kind("enemies")
    with pytest.raises(barriers.UnknownBarrierKind):
        barriers.barrier_kind("dragons")
    with pytest.raises(culture.UnknownPractice):
        culture.practice("shouting")
    with pytest.raises(prerequisites.UnknownPrerequisite):
        prerequisites.prerequisite("wings")
