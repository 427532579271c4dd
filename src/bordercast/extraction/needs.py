"""What a pattern needs: pieces of words, one of which stands in every text that it matches.

Most patterns say no to most sentences, and running them to hear it was nine tenths of the work. What a pattern needs
is read off its own parse tree, so that the quick answer cannot drift from the pattern: a part of the tree that is not
understood asks for nothing, and a pattern that asks for nothing is always tried.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import product
from re import Pattern
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as tree  # type: ignore[attr-defined]
from typing import Any

MOST_SHAPES = 400  # alternatives spelled out; beyond, only the best piece of each is kept (judgement)
SHORTEST_INSIDE = 3  # letters; a shorter piece that may stand inside a word would be found everywhere
LETTER = re.compile(r"[^\W\d_]")
MARKS = "§#%0"  # a place, a figure, a per cent sign, a digit: what else a text can be asked for
_COMMON = """the for has have had are was were been being their that this from with not and into out over who what now new
all что как для или был была были это при они она его les des une sur dans par avec ont est sont qui que los las una del
por para con han que más від для про щоб або було були"""
COMMON = frozenset(
    _COMMON.split()
)  # words of every second sentence: a shape is better known by another of its words

# A shape is the letters of a match with signs for the rest: "|" for a character that is no letter, "!" for a look
# that finds none, "~" where anything can stand, and three for what may be left out: "<" begins with no letter, ">"
# ends with none, "&" both.
EDGE, LOOK, ANY, OPENS, ENDS, BOTH = "|", "!", "~", "<", ">", "&"
DIGIT = "0"
SIGNS = re.compile(r"[|!~<>&§#%0]")
LETTERS = re.compile(r"[^|!~<>&§#%0]+")
BEGINS = re.compile(r"([|!0])[>&]*$")
CLOSES = re.compile(r"[<&]*([|!0])")
Shapes = frozenset[str]
NOTHING: Shapes = frozenset({""})
ANYTHING: Shapes = frozenset({ANY})


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """Letters that stand in one word of the text, in lower case, or a mark.

    ``begins`` and ``ends`` are `EDGE` where no letter of the text can stand beside them, `LOOK` where none can unless
    the pattern is given a text cut off right there, and "" where one can.
    """

    letters: str
    begins: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a text has if a pattern matches it: at least one of the pieces, when there are any, and all of the marks."""

    pieces: frozenset[Piece]
    marks: frozenset[str]


def needs(pattern: Pattern[str]) -> Needs:
    """Return what a pattern needs. A word is a run of letters of the text in lower case."""
    if pattern.flags & (re.IGNORECASE | re.VERBOSE | re.ASCII):
        return Needs(frozenset(), frozenset())  # what "ſ" and "K" match without case is not worth knowing
    shapes = _sequence(tree.parse(pattern.pattern))
    pieces = [_best(shape) for shape in shapes]
    marks = frozenset(mark for mark in MARKS if all(mark in shape for shape in shapes))
    return Needs(frozenset(p for p in pieces if p) if all(pieces) else frozenset(), marks)


def _best(shape: str) -> Piece | None:
    """Return the piece of a shape that is best worth looking for: the longest of the rarer ones, else a mark."""
    pieces = [p for p in _pieces(shape) if len(p.letters) >= SHORTEST_INSIDE or (p.begins and p.ends)]
    marks = [Piece(mark) for mark in MARKS if mark in shape]
    return max(pieces, key=_rarity, default=marks[0] if marks else None)


def _rarity(piece: Piece) -> tuple[bool, int, int, str]:
    whole = bool(piece.begins) + bool(piece.ends)
    return piece.letters not in COMMON, len(piece.letters), whole, piece.letters


def _pieces(shape: str) -> Iterable[Piece]:
    for m in LETTERS.finditer(shape):
        begins, ends = BEGINS.search(shape, 0, m.start()), CLOSES.match(shape, m.end())
        yield Piece(m[0].lower(), _edge(begins), _edge(ends))


def _edge(found: re.Match[str] | None) -> str:
    return "" if found is None else LOOK if found[1] == LOOK else EDGE


def _sequence(parts: Sequence[Any]) -> Shapes:
    return reduce(_joined, (_part(op, argument) for op, argument in parts), NOTHING)


def _joined(left: Shapes, right: Shapes) -> Shapes:
    if len(left) * len(right) <= MOST_SHAPES:
        return frozenset(a + b for a, b in product(left, right))
    left, right = _reduced(left), _reduced(right)
    if len(left) * len(right) <= MOST_SHAPES:
        return frozenset(a + b for a, b in product(left, right))
    return frozenset(f"{shape}{ANY}" for shape in max(left, right, key=_worth))


def _reduced(shapes: Shapes) -> Shapes:
    """Return the shapes with all but their best pieces forgotten."""
    best = [_best(shape) for shape in shapes]
    if not all(best):
        return ANYTHING
    return frozenset(f"{ANY}{p.begins}{p.letters}{p.ends}{ANY}" for p in best if p)


def _worth(shapes: Shapes) -> tuple[int, int]:
    return min(len(p.letters) if p else 0 for p in map(_best, shapes)), -len(shapes)


def _part(op: Any, argument: Any) -> Shapes:  # noqa: ANN401 - nodes of the parse tree have no types
    """Return the shapes of one node; of what is not listed here nothing is known."""
    reader = _READERS.get(op)
    return reader(argument) if reader else ANYTHING


def _branches(argument: Any) -> Shapes:  # noqa: ANN401
    found: Shapes = frozenset().union(*(_sequence(branch) for branch in argument[1]))
    return found if len(found) <= MOST_SHAPES else _reduced(found)


def _character(char: str) -> str:
    if LETTER.match(char):
        return char
    if char.isdecimal():
        return DIGIT
    return char if char in "§#%" else EDGE


def _class(members: Sequence[tuple[Any, Any]]) -> Shapes:
    """Return what one character of a class may be: a few letters, no letter, or anything."""
    shapes: set[str] = set()
    for op, argument in members:
        if op is sre.LITERAL:
            shapes.add(_character(chr(argument)))
        elif op is sre.CATEGORY and argument in (sre.CATEGORY_SPACE, sre.CATEGORY_DIGIT):
            shapes.add(EDGE if argument is sre.CATEGORY_SPACE else DIGIT)
        elif op is sre.RANGE and chr(argument[0]).isdecimal() and chr(argument[1]).isdecimal():
            shapes.add(DIGIT)
        else:
            return ANYTHING
    return frozenset(shapes)


def _repeated(argument: tuple[int, int, Sequence[Any]]) -> Shapes:
    least, most, body = argument
    inside = _sequence(body)
    once = inside if least else NOTHING
    if least == most == 1:
        return inside
    opens = all(shape.startswith((EDGE, LOOK, DIGIT)) for shape in inside)
    ends = all(shape.endswith((EDGE, LOOK, DIGIT)) for shape in inside)
    more = BOTH if opens and ends else OPENS if opens else ENDS if ends else ANY
    if least == 0 and most == 1 and len(inside) == 1 and SIGNS.search(next(iter(inside))) is None:
        return inside | NOTHING  # "cars?" is "car" or "cars"
    return _joined(once, frozenset({more}))


def _no_letter(argument: tuple[int, Sequence[tuple[Any, Any]]]) -> Shapes:
    r"""Return the edge that ``(?<!\w)`` and ``(?!\w)`` make; other negative looks make none."""
    body = argument[1]
    members = body[0][1] if len(body) == 1 and body[0][0] is sre.IN else [(sre.NEGATE, None)]
    letters = (sre.CATEGORY, sre.CATEGORY_WORD) in members and members[0][0] is not sre.NEGATE
    return frozenset({LOOK}) if letters else NOTHING


_READERS: dict[Any, Callable[[Any], Shapes]] = {
    sre.LITERAL: lambda code: frozenset({_character(chr(code))}),
    sre.IN: _class,
    sre.SUBPATTERN: lambda group: _sequence(group[3]),
    sre.ATOMIC_GROUP: _sequence,
    sre.BRANCH: _branches,
    sre.MAX_REPEAT: _repeated,
    sre.MIN_REPEAT: _repeated,
    sre.POSSESSIVE_REPEAT: _repeated,
    sre.ASSERT: lambda _: NOTHING,
    sre.ASSERT_NOT: _no_letter,
    sre.AT: lambda _: NOTHING,
}
