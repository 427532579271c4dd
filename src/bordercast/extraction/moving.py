"""Which word of movement, or of presence, a figure goes with."""

import re

from msgspec import Struct
from msgspec.structs import replace

from bordercast.extraction.drafts import Line
from bordercast.extraction.language import Motion
from bordercast.extraction.numbers import Figure
from bordercast.vocabulary import Kind

NEAR = 220.0  # a word of movement farther than this (characters, weighted by clause) does not move the figure
WEAK = 45.0  # characters by which a weak word of movement stands back
STAY_REACH = 70  # characters after a word of presence in which "in camps", "in shelters" says how
SOMEWHERE = re.compile(r"\s+(?:\w+\s+){0,2}?(?:in|at|on|inside|within|without|в|на)\s")
CLAUSE_END = re.compile(r"[;:]|\.\s|, (?:and|while|but)\s|\s--?\s")
REFUGE = re.compile(r"refuge (?:in|at) (?:[^\s,;.]+ ){0,4}?camps?(?!\w)")
DISPLACED_STILL = re.compile(
    r"(?:remain(?:s|ed|ing)?|still|are) (?:\w+ )?displaced|living in displacement|остаются перемещ"
)
CLAUSE = 70  # characters after a participle in which its clause's verb stands
FINITE_IN = 10  # characters of a verb in which its auxiliary may stand
FINITE = re.compile(r"\s(?:was|were|has|have|had)\s(?!been (?:stuck|stranded|trapped))")
PARTICIPLE = re.compile(
    r"(?:stranded|stuck|trapped|living|staying|waiting|sheltering|camp(?:ed|ing)|residing)(?!\w)"
)
ADJACENT = 2  # characters between a figure's noun and "are in"
NOUN_ALONE = 90.0  # weighted characters within which another word of movement moves "displaced people"
PASSIVE = re.compile(r"(?<!\w)(?:been|were|was|be|being|newly)(?!\w)")
REGISTERED = re.compile(r"(?<!newly )registered (?=\w)")
JUST_DISPLACED = re.compile(
    r"\s(?:by|due to|because of|after|following|as a result of|in the wake of|when|since|amid|из-за|после|в результате)(?!\w)"
)
NOUN_DISPLACED = re.compile(
    r"(?<!\w)(?:idps?|(?<!newly )displaced(?= people| persons| families| civilians| residents| households| pakistanis|$)|перемещ[её]нн\w+|впл)(?!\w)"
)


class Hit(Struct, frozen=True, kw_only=True):
    """A word of movement or presence beside a figure."""

    span: tuple[int, int]
    kind: Kind
    term: str
    object_is: str | None
    distance: float


def movement(line: Line, figure: Figure) -> Hit | None:
    """Return the word that says what the people counted did, or that they are somewhere; None when none is near."""
    where = (figure.start, figure.until)
    moving = _own([h for h in hits(line, where) if h.distance <= NEAR], line, figure)
    if REGISTERED.search(figure.noun) and not any(
        h.distance < NOUN_ALONE for h in moving if not _inside(h, figure)
    ):
        span = (
            figure.end,
            figure.until,
        )  # "1.3 million registered refugees": nobody says when they registered
        return Hit(span=span, kind=Kind.STOCK, term="registered", object_is="at", distance=0.0)
    if _named_displaced(line, figure):
        # "2.6 million displaced people are living in camps" is a stock; "displaced people crossed" is a flow
        moved = [h for h in moving if not _inside(h, figure) and h.distance < NOUN_ALONE]
        if moved:
            return moved[0]
        span = (figure.end, figure.until)  # "speaks of 310,000 displaced people": nobody says when they were
        return _stay(
            line, figure, Hit(span=span, kind=Kind.STOCK, term="displaced", object_is="at", distance=0.0)
        )
    best = moving[0] if moving else None
    stay = _presence(line, figure, moving)
    if stay and stay.distance <= NEAR and (best is None or stay.distance + 5 < best.distance):
        return _went_then(line, figure, stay, moving) or _stay(line, figure, stay)
    if (
        best
        and best.term == "fled"
        and REFUGE.search(line.mask, best.span[0], min(len(line.mask), best.span[1] + 90))
    ):
        return _stay(line, figure, best)  # "sought refuge in a camp" says where they are
    return best


def _went_then(line: Line, figure: Figure, stay: Hit, moving: list[Hit]) -> Hit | None:
    """Return the finite verb after a participle of presence: of "200 people stranded in Libya were flown home", went."""
    if stay.span[0] - figure.until > ADJACENT or not PARTICIPLE.match(line.mask, stay.span[0]):
        return None
    after = (h for h in moving if stay.span[1] < h.span[0] <= stay.span[1] + CLAUSE)
    return next((h for h in after if FINITE.search(line.mask, stay.span[1], h.span[0] + FINITE_IN)), None)


def _named_displaced(line: Line, figure: Figure) -> bool:
    """Whether a figure's noun is "displaced people", "IDPs": those who were displaced at some time, not just now."""
    named = NOUN_DISPLACED.search(figure.noun)
    return (
        bool(named) and not PASSIVE.search(figure.noun) and not JUST_DISPLACED.match(line.mask, figure.until)
    )


def _own(moving: list[Hit], line: Line, figure: Figure) -> list[Hit]:
    """Return the words that move the figure, less those of its whole: "of the arrivals 254 came on a visa" came."""
    lead = line.language.part_before.search(line.mask, max(0, figure.start - 70), figure.start)
    tail = line.language.part_after.match(line.mask, figure.end)
    whole = [m.span() for m in (lead, tail) if m]
    return [h for h in moving if not any(a <= h.span[0] < b for a, b in whole)] or moving


def _presence(line: Line, figure: Figure, moving: list[Hit]) -> Hit | None:
    """Return the nearest word of presence: a strong one ("remain"), else a weak one that a place follows ("are in")."""
    where = (figure.start, figure.until)
    strong: list[Hit] = []
    weak: list[Hit] = []
    for m in line.language.present.finditer(line.mask):
        if any(h.span[0] <= m.start() < h.span[1] for h in moving):
            continue
        distance = line.sentence.distance(m.span(), where) * (1.25 if m.end() <= where[0] else 1.0)
        hit = Hit(span=m.span(), kind=Kind.STOCK, term="present", object_is="at", distance=distance)
        (weak if line.language.weak_present.fullmatch(m[0]) else strong).append(hit)
    stay = min(strong, key=lambda h: h.distance, default=None)
    still = DISPLACED_STILL.search(line.mask, figure.end)
    if still and moving and moving[0].term == "displaced":
        span = still.span()
        beside = min(moving[0].distance - 6, line.sentence.distance(span, where))
        return Hit(span=span, kind=Kind.STOCK, term="displaced", object_is="at", distance=beside)
    here = next((h for h in weak if 0 <= h.span[0] - figure.until <= ADJACENT and _somewhere(line, h)), None)
    if here and not (stay and stay.distance < here.distance):
        return here  # "some 150,000 are in the neighbouring states"
    if stay is None and not moving and figure.unit not in (None, "vehicle"):
        return min((h for h in weak if _somewhere(line, h)), key=lambda h: h.distance, default=None)
    return stay


def _inside(hit: Hit, figure: Figure) -> bool:
    return figure.end <= hit.span[0] < figure.until


def _somewhere(line: Line, hit: Hit) -> bool:
    return bool(SOMEWHERE.match(line.mask, hit.span[1]))


def _stay(line: Line, figure: Figure, hit: Hit) -> Hit:
    """Return the stock that a word of presence makes, by how the people are there: displaced, in camps, stranded."""
    clause = (
        min(figure.start, hit.span[0]),
        min(len(line.mask), max(figure.until, hit.span[1]) + STAY_REACH),
    )
    window = line.mask[clause[0] : clause[1]]
    stop = CLAUSE_END.search(window, max(figure.until, hit.span[1]) - clause[0])
    window = window[: stop.start()] if stop else window
    term = next((label for pattern, label in line.language.stays if pattern.search(window)), "present")
    return replace(hit, kind=Kind.STOCK, term=term, object_is="at")


def hits(line: Line, where: tuple[int, int]) -> list[Hit]:
    """Return the words of movement in the sentence, nearest to a position first; longer words hide those inside."""
    found = [_hit(line, motion, span, where) for motion, span in line.motions()]
    return sorted(found, key=lambda h: h.distance)


def _hit(line: Line, motion: Motion, span: tuple[int, int], where: tuple[int, int]) -> Hit:
    distance = line.sentence.distance(span, where)
    before = span[1] <= where[0]
    # verbs follow their subject in these languages: one before the figure has another subject more often
    return Hit(
        span=span,
        kind=motion.kind,
        term=motion.term,
        object_is=motion.object_is,
        distance=distance * (1.25 if before else 1.0) + (WEAK if motion.weak else 0.0),
    )
