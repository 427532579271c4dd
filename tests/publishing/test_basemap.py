"""The ground under the map follows the dispute register, and keeps borders whole."""

from importlib import resources

import pytest

from bordercast.publishing.basemap import _packed, ground, view_of


def owners(lat, lon):
    arcs, countries, _ = _packed()
    found = []
    for code, rings in countries.items():
        inside = False
        for ring in rings:
            points = [p for i in ring for p in (arcs[i] if i >= 0 else arcs[~i][::-1])]
            for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
                if (y0 > lat) != (y1 > lat) and lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0:
                    inside = not inside
        if inside:
            found.append(code)
    return found


@pytest.mark.parametrize(
    ("place", "lat", "lon", "code"),
    [
        ("Crimea", 45.0, 34.1, "UKR"),
        ("Laayoune", 27.1, -13.1, "ESH"),
        ("Golan", 33.0, 35.78, "SYR"),
        ("Golan, north", 33.25, 35.78, "SYR"),
        ("Haifa", 32.75, 35.1, "ISR"),
        ("Gaza", 31.42, 34.4, "PSE"),
        ("Pristina", 42.66, 21.16, "XKX"),
        ("Hargeisa", 9.5, 44.0, "SOM"),
        ("northern Cyprus", 35.3, 33.4, "CYP"),
    ],
)
def test_disputed_places_are_filed_as_documented(place, lat, lon, code):
    """Each place of the register lies in one country, the one NOTICE.md names."""
    assert owners(lat, lon) == [code], place


def test_rings_are_closed():
    """Every ring's arcs meet end to end: the edits tore nothing."""
    arcs, countries, _ = _packed()
    for code, rings in countries.items():
        for ring in rings:
            ends = [(arcs[i] if i >= 0 else arcs[~i][::-1]) for i in ring]
            for before, after in zip(ends, ends[1:] + ends[:1], strict=True):
                assert before[-1] == after[0], code


def test_every_place_lies_in_its_view():
    """Places anywhere on the globe land inside the frame, also across the date line and near the pole."""
    for places in (
        [(55.7, 37.6), (47.9, 106.9)],
        [(-18.1, 178.4), (-13.8, -171.8)],
        [(69.0, 33.0), (78.2, 15.6)],
    ):
        view = view_of(places, 900, 500, 60)
        for place in places:
            x, y = view.at(*place)
            assert 50 <= x <= 850
            assert 50 <= y <= 450
        assert ground(view).land


def test_the_file_is_small():
    """The packaged basemap stays under 400 KB."""
    assert len((resources.files("bordercast.publishing") / "data/basemap.json.gz").read_bytes()) < 400_000
