"""Which claims moved a number, what other reading there is, and what to ask next: the ledger's answers in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bordercast.publishing.figures import claim_words
from bordercast.publishing.gate import Release
from bordercast.publishing.words import between, day_words, modelled, place_name
from bordercast.vocabulary import Corridor, FlowEstimate, Influence, Question, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One claim's pull on a number: the median with it, and what it would be had the claim not been made.

    ``day`` is the day of the number; None is the total over all days of the estimate.
    """

    claim_id: str
    words: str
    voice: str
    day: date | None
    persons: float
    without: float


def moves(out: Release, corridor: Corridor, day: date | None) -> tuple[Move, ...]:
    """Return the claims that moved a corridor's number of a day (or of all days), the strongest first."""
    found = [i for i in out.ledger.influences if (i.corridor, i.day) == (str(corridor), day)]
    return tuple(move for i in found if (move := _move(out, i)) is not None)


def readings_of(out: Release, estimate: FlowEstimate, corridor: Corridor) -> tuple[Reading, ...]:
    """Return the two readings that bear on a corridor, or none."""
    readings = out.ledger.readings
    bearing = {code for reading in readings for claim in reading.right for code in _corridors(out, claim)}
    near = {str(corridor)} | {
        str(leg)
        for leg in estimate.legs
        if (leg.origin, leg.onward) == (corridor.origin, corridor.onward)
        and leg.destination in corridor.members
    }
    return readings if near & bearing else ()


def questions_about(out: Release, corridor: Corridor) -> tuple[Question, ...]:
    """Return the questions whose answer would narrow a corridor's numbers, or those that would be asked of it."""
    return tuple(q for q in out.ledger.questions if str(corridor) in (q.about, q.corridor))


def move_words(move: Move) -> str:
    """Return how a claim moved a number: ``without it 61,000 (lower by 8 %)``."""
    change = 100 * (move.without / max(move.persons, 1e-9) - 1)
    way = "higher" if change > 0 else "lower"
    return f"without it {modelled(move.without)} ({way} by {abs(change):.0f} %)"


def reading_words(reading: Reading, voices: Mapping[str, str]) -> str:
    """Return a reading in a sentence: how likely, how many, and whom it believes; ``voices`` by claim id."""
    low, middle, high = reading.expected
    right, wrong = (
        " and ".join(sorted({voices.get(c, f"c:{c[:8]}") for c in claims}))
        for claims in (reading.right, reading.wrong)
    )
    return (
        f"Reading, {100 * reading.weight:.0f} %: {modelled(middle)} [80 %: {between(low, high)}] on {reading.corridor} "
        f"over all days, believing {right} and not {wrong}."
    )


def question_words(question: Question) -> str:
    """Return a question as one would ask it, and what its answer is worth."""
    origin, _, destination = question.corridor.partition(">")
    days = (
        f"on {day_words(question.end)}"
        if question.start == question.end
        else f"from {day_words(question.start)} to {day_words(question.end)}"
    )
    about = f"the figure of {day_words(question.about_day)}" if question.about_day else "the total"
    return (
        f"How many crossed from {place_name(origin)} to {place_name(destination)} {days}? "
        f"An official count would narrow {about} of {question.about} by {100 * question.narrows:.0f} %."
    )


def _move(out: Release, influence: Influence) -> Move | None:
    claim = out.claim(influence.claim_id)
    if claim is None:
        return None
    return Move(
        claim_id=claim.id,
        words=claim_words(claim),
        voice=claim.voice,
        day=influence.day,
        persons=influence.persons,
        without=influence.without,
    )


def _corridors(out: Release, claim_id: str) -> tuple[str, ...]:
    claim = out.claim(claim_id)
    return claim.entry.corridors if claim else ()
