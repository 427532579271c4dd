"""The flow map and the timelines as pictures to take away: one SVG each, that says what, as of when, and by what method.

Styles are those of the page, in its light colours, written out so that office programs read them.
"""

import re
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bordercast.publishing.atom import plain
from bordercast.publishing.figures import Figures
from bordercast.publishing.flowmap import flow_map
from bordercast.publishing.gate import Release
from bordercast.publishing.notes import BOUNDARIES, DISCLAIMER
from bordercast.publishing.timeline import timelines
from bordercast.publishing.words import day_words

WIDE = 980  # pixels of a picture, less its margins
_COLUMNS = 3  # panels beside each other
_PANEL = (330.0, 226.0)  # pixels a panel takes with its title
_LINE = 136  # letters of the caption in a line at 980 px

_SELECTORS = re.compile(
    r"^(?:svg text|\.(?:map|land|borders|ribbon|stripe|dot|leader|label|mark|b95|median|panel-on|axis|now|claim |flag)\b)"
)
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")
_CLEAR = re.compile(r"(fill|stroke):#([0-9a-f]{6})([0-9a-f]{2})\b")


def map_svg(release: Release, numbers: Figures) -> bytes | None:
    """Return the flow map as SVG, or None when no corridor joins two countries."""
    flows = flow_map(release, numbers, width=WIDE, height=560, font=14)
    if flows is None:
        return None
    title = f"{release.name}: people who crossed in the last seven days"
    key = (
        "Ribbons join capitals and show no route: as wide as the median, halo to the upper end of the 80 per cent interval; "
        "striped: onward; dashed rim: mostly prior. Signs: tick open, triangle restricted, cross closed, question mark no "
        "decision; with a dotted rim it is a rumour, plan or denial and no fact."
    )
    return drawn("map.svg.j2", release, title=title, map=flows, caption=caption(release, key, BOUNDARIES))


def timeline_svg(release: Release, numbers: Figures) -> bytes | None:
    """Return the timelines of the main corridors as SVG, or None when there is no estimate."""
    panels = timelines(release, numbers)
    if not panels:
        return None
    rows = -(-len(panels) // _COLUMNS)
    placed = [
        (panel, (i % _COLUMNS) * _PANEL[0], i // _COLUMNS * _PANEL[1]) for i, panel in enumerate(panels)
    ]
    bands = (
        "People a day. Line: median. Bands: 50, 80 and 95 per cent. Dashed: the forecast as things stand. Bars and lines "
        "are claims over the days they speak of; an arrow means more than, or up to. Each panel has its own scale."
    )
    title = f"{release.name}: people who crossed, day by day"
    return drawn(
        "timeline.svg.j2",
        release,
        title=title,
        panels=placed,
        height=rows * _PANEL[1],
        caption=caption(release, bands),
    )


def caption(release: Release, *words: str) -> list[str]:
    """Return the lines under a picture: source, day, method and vintage, the words given, and what it is not for."""
    method = release.estimate.method if release.estimate else "no estimate"
    source = (
        f"Source: Bordercast, from {len(release.sources)} published reports. As of {day_words(release.as_of, year=True)}. "
        f"Method: {method}. Vintage {release.vintage or 'not kept'}."
    )
    return [line for part in (source, *words, DISCLAIMER) for line in _lines(part)]


def _lines(words: str) -> list[str]:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) > _LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def drawn(template: str, release: Release, **what: object) -> bytes:
    """Return a template filled in as SVG that needs nothing from elsewhere; all that is filled in is escaped."""
    environment = Environment(
        loader=PackageLoader("bordercast.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    svg = environment.get_template(template).render(
        release=release,
        style=Markup(_style()),  # noqa: S704 - our own file
        **what,
    )
    return plain(re.sub(r' href="#[^"]*"', "", svg)).encode()  # a picture taken away leads nowhere


def _style() -> str:
    """Return the rules of the page that a drawing needs, with every colour written out."""
    css = (resources.files("bordercast.publishing") / "templates/page.css").read_text("utf-8")
    colours = dict(re.findall(r"--([\w-]+):([^;}]+)", css.partition("}")[0]))
    rules = [line for line in css.splitlines() if _SELECTORS.match(line)]
    written = _VARIABLE.sub(lambda found: colours[found[1]], "\n".join(rules))
    return _CLEAR.sub(lambda c: f"{c[1]}:#{c[2]};{c[1]}-opacity:{int(c[3], 16) / 255:.2f}", written)
