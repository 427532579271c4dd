"""The flow map: curved ribbons between capitals, wide as the last seven days, with what is said of the borders.

A ribbon is thin where people leave and wide where they arrive. Its body is the median, its halo reaches the upper
end of the 80 % interval; a dashed rim says "mostly prior"; stripes say "onward". Nothing is told by hue alone.
Ribbons join capitals: they show no route.
"""

import math
from dataclasses import dataclass

from bordercast import atlas
from bordercast.publishing.basemap import Ground, View, ground, path, view_of
from bordercast.publishing.figures import CorridorFigures, Figures, border_name
from bordercast.publishing.gate import Release
from bordercast.publishing.geometry import Point
from bordercast.publishing.labels import Label, placed
from bordercast.publishing.words import between, day_words, modelled, place_name, said, status_words
from bordercast.vocabulary import BorderEvent, BorderTimeline

_STEPS = 28  # points along a ribbon: smooth at 960 px
_BEND = 0.16  # how far a ribbon bows, as a share of its length; by eye
_NARROW = 500.0  # pixels: below this a map is for a phone
_MOST_LABELS, _MOST_LABELS_NARROW = 26, 9  # more cover each other; the table names every place


@dataclass(frozen=True, slots=True, kw_only=True)
class Ribbon:
    """One corridor on the map: its body, its halo, and what a reader hears."""

    code: str
    anchor: str
    body: str
    halo: str
    onward: bool
    mostly_prior: bool
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is said of a border: ``shape`` open, restricted, closed or undecided; dotted when no fact."""

    x: float
    y: float
    shape: str
    fact: bool
    anchor: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowMap:
    """A drawn map in pixels: ground, ribbons (widest first), dots, labels, border marks."""

    width: float
    height: float
    font: float
    ground: Ground
    ends: tuple[str, ...]
    ribbons: tuple[Ribbon, ...]
    dots: tuple[tuple[float, float, bool], ...]
    labels: tuple[Label, ...]
    marks: tuple[Mark, ...]
    off_map: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """The paper: its view, where the ends and the curves lie, and the size of the letters."""

    view: View
    at: dict[str, Point]
    curves: dict[str, list[Point]]
    font: float


def flow_map(
    release: Release, numbers: Figures, *, width: float, height: float, font: float
) -> FlowMap | None:
    """Return the map of every leg between two countries, or None when there is none."""
    legs = [c for c in numbers.corridors if not c.is_total]
    drawn = [c for c in legs if _seat(c.corridor.origin) and _seat(c.corridor.destination)]
    if not drawn:
        return None
    codes = sorted({code for c in drawn for code in (c.corridor.origin, c.corridor.destination)})
    seats = {code: seat for code in codes if (seat := _seat(code))}
    view = view_of(seats.values(), width, height, margin=min(width, height) * 0.17 if width > _NARROW else 52)
    at = {code: view.at(*seat) for code, seat in seats.items()}
    widest = max(c.week.median for c in drawn) or 1.0
    full = min(width, height) * 0.055
    origins = {c.corridor.origin for c in drawn if not c.corridor.onward}
    curves = {c.code: _curve(at[c.corridor.origin], at[c.corridor.destination], _side(c)) for c in drawn}
    sheet = _Sheet(view=view, at=at, curves=curves, font=font)
    marks = _marks(release, sheet)
    return FlowMap(
        width=width,
        height=height,
        font=font,
        ground=ground(view),
        ends=tuple(codes),
        ribbons=tuple(
            _ribbon(c, curves[c.code], widest, full) for c in sorted(drawn, key=lambda c: -c.week.high80)
        ),
        dots=tuple((round(x, 1), round(y, 1), code in origins) for code, (x, y) in at.items()),
        labels=_labels(drawn, origins, marks, sheet),
        marks=marks,
        off_map=tuple(c.code for c in legs if c not in drawn),
    )


def _seat(code: str) -> Point | None:
    try:
        country = atlas.country(code)
    except atlas.UnknownPlace:
        return None
    return country.lat, country.lon


def _side(figure: CorridorFigures) -> float:
    """Return which way a ribbon bows; onward legs bow the other way, so that they part from the outflow."""
    return -1.0 if figure.corridor.onward else 1.0


def _curve(a: Point, b: Point, side: float) -> list[Point]:
    """Return points along a quadratic curve that bows upward (or downward for ``side`` -1)."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    up = -1.0 if dx >= 0 else 1.0
    middle = (
        (a[0] + b[0]) / 2 - dy * _BEND * up * -side,
        (a[1] + b[1]) / 2 + dx * _BEND * up * side,
    )
    points = []
    for i in range(_STEPS + 1):
        t = i / _STEPS
        points.append(tuple((1 - t) ** 2 * a[k] + 2 * t * (1 - t) * middle[k] + t * t * b[k] for k in (0, 1)))
    return [(x, y) for x, y in points]


def _ribbon(figure: CorridorFigures, curve: list[Point], widest: float, full: float) -> Ribbon:
    median, high = figure.week.median, figure.week.high80
    body = max(
        1.6, full * math.sqrt(median / widest)
    )  # square root: a tenfold flow stays visible beside a small one
    halo = max(body + 2.4, min(full * 1.9, full * math.sqrt(high / widest)))
    kind = "moved onward from" if figure.corridor.onward else "crossed from"
    prior = "; mostly prior, few claims" if figure.mostly_prior else ""
    return Ribbon(
        code=figure.code,
        anchor=figure.anchor,
        body=_tapered(curve, body, head=True),
        halo=_tapered(curve, halo, head=True),
        onward=figure.corridor.onward,
        mostly_prior=figure.mostly_prior,
        spoken=(
            f"{modelled(median)} people {kind} {figure.name} in the last seven days, 80 per cent interval "
            f"{between(figure.week.low80, high)}{prior}. Go to the evidence."
        ),
    )


def _tapered(curve: list[Point], width: float, *, head: bool) -> str:
    """Return the outline of a ribbon that grows to ``width`` and ends in a blunt arrow head."""
    left: list[Point] = []
    right: list[Point] = []
    last = len(curve) - 1
    reach = max(5.0, width * 0.75) if head else 0.0
    cut = last
    tip = curve[last]
    while cut > 2 and math.dist(curve[cut], tip) < reach:
        cut -= 1
    for i in range(cut + 1):
        x, y = curve[i]
        nx, ny = _normal(curve, i)
        half = width / 2 * (0.16 + 0.84 * i / last)
        left.append((x + nx * half, y + ny * half))
        right.append((x - nx * half, y - ny * half))
    nx, ny = _normal(curve, cut)
    x, y = curve[cut]
    wing = width / 2 * 1.28 + 1.2
    outline = [
        *left,
        (x + nx * wing, y + ny * wing),
        tip,
        (x - nx * wing, y - ny * wing),
        *reversed(right),
    ]
    return path(outline) + "Z"


def _normal(curve: list[Point], i: int) -> Point:
    a, b = curve[max(0, i - 1)], curve[min(len(curve) - 1, i + 1)]
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy) or 1.0
    return -dy / length, dx / length


def _labels(
    drawn: list[CorridorFigures], origins: set[str], marks: tuple[Mark, ...], sheet: _Sheet
) -> tuple[Label, ...]:
    """Return a label for each origin and for the destinations where most arrive."""
    arrivals: dict[str, str] = {}
    for figure in sorted(drawn, key=lambda c: (c.corridor.onward, -c.week.median, c.code)):
        words = modelled(figure.week.median)
        if figure.corridor.onward:
            words = f"{words} onward"
        there = arrivals.get(figure.corridor.destination)
        arrivals[figure.corridor.destination] = f"{there}, {words}" if there else words
    most = _MOST_LABELS if sheet.view.width > _NARROW else _MOST_LABELS_NARROW
    codes = [*sorted(origins), *(code for code in arrivals if code not in origins)][:most]
    reach = sheet.font * 0.7
    taken = [(m.x - reach, m.y - reach, m.x + reach, m.y + reach) for m in marks]
    taken += [(x - 6, y - 6, x + 6, y + 6) for x, y in sheet.at.values()]
    return placed(
        [(place_name(code), arrivals.get(code, ""), code in origins, sheet.at[code]) for code in codes],
        taken,
        [point for curve in sheet.curves.values() for point in curve],
        sheet.view,
        sheet.font,
    )


def _marks(release: Release, sheet: _Sheet) -> tuple[Mark, ...]:
    """Return the standing of each border and, dotted beside it, the latest statement that is no fact."""
    marks = []
    for line in release.borders:
        where = _where(line, sheet)
        if where is None:
            continue
        shown = [event for event in (line.standing, _unproven(line)) if event is not None]
        for i, event in enumerate(shown):
            marks.append(
                Mark(
                    x=round(where[0] + i * sheet.font * 1.5, 1),
                    y=round(where[1], 1),
                    shape=event.status if event.status in ("open", "restricted", "closed") else "undecided",
                    fact=event is line.standing,
                    anchor=border_anchor(line.border),
                    spoken=(
                        f"Border {border_name(line.border)}: {status_words(event.status, event.modality)}, "
                        f"{said(event.modality)} by {event.voice}, {day_words(event.day)}."
                    ),
                )
            )
    return tuple(marks)


def border_anchor(border: str) -> str:
    """Return the name of a border's section."""
    return "border-" + "".join(letter if letter.isalnum() else "-" for letter in border.lower())


def _unproven(line: BorderTimeline) -> BorderEvent | None:
    """Return the latest rumour, plan, denial or "no decision" that is newer than the standing, or None."""
    standing = line.standing
    loose = [e for e in line.events if not e.modality.factual or e.status == "undecided"]
    if not loose or (standing and loose[-1].day < standing.day):
        return None
    return loose[-1]


def _where(line: BorderTimeline, sheet: _Sheet) -> Point | None:
    """Return where a border's mark stands: on its ribbon, beside its country, or at its official crossing."""
    if line.border in sheet.curves:
        curve = sheet.curves[line.border]
        return curve[len(curve) * 3 // 5]
    if line.border in sheet.at:
        x, y = sheet.at[line.border]
        return x - 18, y + 6
    crossing = next((c for c in atlas.crossings() if line.border in (c.name, c.id, *c.variants)), None)
    if crossing is None:
        return None
    x, y = sheet.view.at(crossing.lat, crossing.lon)
    return (x, y) if 0 < x < sheet.view.width and 0 < y < sheet.view.height else None
