"""Words on the map, each put where it covers least: greedy, the most important first."""

from dataclasses import dataclass

from bordercast.publishing.basemap import View
from bordercast.publishing.geometry import Point

_LETTER = 0.56  # width of a letter as a share of the font's size: DejaVu Sans, the widest of the stack
_REACHES = (12.0, 22.0, 36.0, 54.0, 74.0)  # pixels from the place, nearest first
_LEADER = 30.0  # a label farther than this gets a line to its place

# Where a label hangs around its place: text anchor, and the direction from the place.
_AROUND = (
    ("start", 1.0, 0.0), ("end", -1.0, 0.0), ("middle", 0.0, 1.0), ("middle", 0.0, -1.0),
    ("start", 0.8, 0.8), ("end", -0.8, 0.8), ("start", 0.8, -0.8), ("end", -0.8, -0.8),
)  # fmt: skip

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words on the map: where they start, how they hang, a name and a figure; ``leader`` when far from the place."""

    x: float
    y: float
    hang: str
    name: str
    figure: str
    strong: bool
    leader: tuple[float, float, float, float] | None


def placed(
    wanted: list[tuple[str, str, bool, Point]], taken: list[Box], busy: list[Point], view: View, font: float
) -> tuple[Label, ...]:
    """Return a label for each (name, figure, strong, place), clear of boxes taken and of points of ribbons."""
    taken = list(taken)
    labels = []
    for name, figure, strong, place in wanted:
        wide = max(len(name) * 1.08, len(figure)) * font * _LETTER
        tall = font * (2.35 if figure else 1.2)
        options = [
            (reach, hang, _box(place, hang, (dx * reach, dy * reach), (wide, tall)))
            for reach in _REACHES
            for hang, dx, dy in _AROUND
        ]
        reach, hang, box = min(options, key=lambda o: _cost(o[2], taken, busy, view) + o[0] * 1.2)
        taken.append(box)
        left, top, right, _ = box
        labels.append(
            Label(
                x=round({"start": left, "end": right}.get(hang, (left + right) / 2), 1),
                y=round(top + font * 0.95, 1),
                hang=hang,
                name=name,
                figure=figure,
                strong=strong,
                leader=_line(place, box) if reach > _LEADER else None,
            )
        )
    return tuple(labels)


def _box(place: Point, hang: str, away: Point, size: Point) -> Box:
    (x, y), (dx, dy), (wide, tall) = place, away, size
    left = {"start": x + dx, "end": x + dx - wide}.get(hang, x - wide / 2)
    top = y + dy - (tall if dy < 0 else 0.0 if dy > 0 else tall / 2)
    return left, top, left + wide, top + tall


def _line(place: Point, box: Box) -> Box:
    """Return the line from a place to the nearest point of its label."""
    x, y = place
    left, top, right, bottom = box
    return round(x, 1), round(y, 1), round(min(max(x, left), right), 1), round(min(max(y, top), bottom), 1)


def _cost(box: Box, taken: list[Box], busy: list[Point], view: View) -> float:
    """Return how much a box covers: words on words are worst, then the frame, then ribbons (weights by eye)."""
    left, top, right, bottom = box
    cost = 0.0
    for a, b, c, d in taken:
        over = max(0.0, min(right, c) - max(left, a)) * max(0.0, min(bottom, d) - max(top, b))
        cost += 60 + over if over > 0 else 0
    cost += 5 * sum(left - 2 < x < right + 2 and top - 2 < y < bottom + 2 for x, y in busy)
    cost += 600 * sum((left < 4, top < 4, right > view.width - 4, bottom > view.height - 4))
    return cost
