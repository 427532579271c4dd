"""A table as a picture: its first rows, how many more, whence; no cell becomes markup, none runs into the next."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bordercast.publishing import corridor_table, figures, release, table, table_svg
from bordercast.publishing.tables import Column, Table

SVG = "{http://www.w3.org/2000/svg}"
FEW = Table(
    name="few",
    title="A few rows",
    columns=(
        Column(name="who_said", type="string", description="A name"),
        Column(name="how_many", type="number", description="A figure"),
        Column(name="day", type="date", description="A day"),
        Column(name="sure", type="boolean", description="Yes or no"),
    ),
    rows=(("Border Guard", 1234.5, date(2022, 10, 4), True), (None, None, None, False)),
)


@pytest.fixture(scope="module")
def out(situation):
    return release(situation)


def told(svg):
    """The words of a picture, each text on its own."""
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text")]


def test_it_says_what_it_shows(out):
    """Title, names, cells, and below how much of the table this is, with source, day and method."""
    words = told(table_svg(out, FEW))
    assert words[0].endswith(": a few rows")
    assert words[1:9] == ["who said", "how many", "day", "sure", "Border Guard", "1,234", "2022-10-04", "yes"]
    below = " ".join(words)
    assert "All rows: 2. 4 of 4 columns." in below
    assert "Source: Bordercast, from 7 published reports. As of 4 Oct 2022. Method: test/1." in below


def test_it_says_how_many_rows_are_left_out(out):
    """A page holds the first rows; a reader learns of the others, and where they are."""
    long = replace(FEW, rows=tuple((f"voice {i}", float(i), None, None) for i in range(1000)))
    words = told(table_svg(out, long))
    assert "voice 23" in words
    assert "voice 24" not in words
    assert any(line.startswith("The first 24 of 1,000 rows; 976 more. ") for line in words)
    assert any("There are no rows" in line for line in told(table_svg(out, replace(FEW, rows=()))))


def test_the_heaviest_claims_come_first(out):
    """Claims lie in the order of their ids, which says nothing: a picture begins with what informs most."""
    claims = table(out, "claims")
    weights = [row[[c.name for c in claims.columns].index("weight")] for row in claims.rows]
    shown = [float(w) for w in told(table_svg(out, claims)) if w.replace(".", "").isdigit()]
    assert shown[0] == pytest.approx(max(weights), rel=0.05)
    assert shown == sorted(shown, reverse=True)


def test_modelled_figures_have_two_figures(out):
    """A picture is read as the page is, where a modelled count never feigns precision."""
    modelled = [
        w for w in told(table_svg(out, corridor_table(out, figures(out)))) if w.replace(",", "").isdigit()
    ]
    assert modelled
    assert all(len(w.replace(",", "").rstrip("0")) <= 2 for w in modelled)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=90), st.floats(-1e9, 1e9)), max_size=5), st.integers(1, 60))
def test_whatever_a_cell_holds_it_is_words_and_fits(out, rows, columns):
    """Markup, control characters and long words stay words of a well-formed picture as wide as its page."""
    many = Table(
        name="many",
        title="<b>Many</b> & more",
        columns=tuple(
            Column(name=f"column_{i}", type="number" if i % 2 else "string", description="One")
            for i in range(columns)
        ),
        rows=tuple(tuple(row[i % 2] for i in range(columns)) for row in rows),
    )
    svg = table_svg(out, many)
    tree = ET.fromstring(svg)
    assert {element.tag.removeprefix(SVG) for element in tree.iter()} <= {
        "svg",
        "title",
        "metadata",
        "style",
        "rect",
        "text",
        "path",
    }
    assert all(0 <= float(text.get("x")) <= 980 for text in tree.iter(f"{SVG}text"))
    assert svg == table_svg(out, many)
