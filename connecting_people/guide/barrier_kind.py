"""What a kind of barrier is: something that turns against a journey, described without blame."""

from dataclasses import dataclass

from connecting_people.guide.words import Prompt, Side, StrOrPromise


@dataclass(frozen=True)
class BarrierKind:
    """One kind of barrier in plain words, with an example and questions that look for a way on."""

    id: str
    side: Side
    name: StrOrPromise
    explanation: StrOrPromise
    example: StrOrPromise
    prompts: tuple[Prompt, ...]


def barrier(
    side: Side,
    id: str,
    name: StrOrPromise,
    explanation: StrOrPromise,
    example: StrOrPromise,
    *questions: StrOrPromise,
) -> BarrierKind:
    """Make a kind of barrier whose questions are numbered from its id; new ones go at the end."""
    prompts = tuple(Prompt(f"barrier.{id}.{n}", text) for n, text in enumerate(questions, 1))
    return BarrierKind(id, side, name, explanation, example, prompts)
