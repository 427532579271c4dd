"""Scenario files: what they mean, and what is said of those that mean nothing."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bordercast.reading import parse_scenario, read_scenario
from bordercast.vocabulary import (
    Beds,
    Between,
    BordercastError,
    DayBetween,
    InvalidSetting,
    Reopening,
    Restriction,
    Throughput,
    Trigger,
    When,
)

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "scenarios").glob("*.toml"))
AS_OF = date(2022, 10, 4)


def parsed(text, **settings_):
    return parse_scenario(text, source="s.toml", as_of=AS_OF, **settings_)


def changes(text):
    found = parsed(text)
    assert not found.defects, [str(defect) for defect in found.defects]
    return found.scenario.changes


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_can_be_read(path):
    """The scenario files that come with Bordercast have no defect."""
    found = read_scenario(path, as_of=AS_OF)
    assert not found.defects
    assert found.scenario.changes
    assert len(found.lines) == len(found.scenario.changes)


def test_the_page_of_the_form_can_be_read():
    """The file shown on the page of scenarios is what the page says."""
    page = (Path(__file__).parents[2] / "docs/reference/scenario.md").read_text("utf-8")
    found = changes(page.partition("```toml\n")[2].partition("```")[0])
    assert [type(change) for change in found] == [Restriction, Restriction, Throughput, Beds]
    assert found[0].when == When(
        start=DayBetween(earliest=date(2022, 10, 5), latest=date(2022, 10, 12)), probability=0.3
    )
    assert found[1].share == Between(low=0.4, high=0.7)
    assert found[2].where == "crossing:verkhny-lars"
    assert found[3].where == "KAZ-27"


def test_each_change_is_what_it_says():
    """Every table gives its noun with its figures, in the order of the file."""
    found = changes("""
        [[reopen]]
        where = "Russia > Mongolia"
        [[throughput]]
        where = "verkhny lars"
        vehicles_per_day = [600, 1_000]
        [[trigger]]
        where = "Russia"
        factor = 2
        from = [2022-10-06, 2022-10-09]
        until = 2022-10-20
        [[close]]
        where = "ANY>GEO"
        leak = 0
        rerouted = [0.5, 0.9]
    """)
    tomorrow = When.since(date(2022, 10, 5))
    assert found == (
        Reopening(where="RUS>MNG", when=tomorrow),
        Throughput(
            where="crossing:verkhny-lars", when=tomorrow, vehicles_per_day=Between(low=600, high=1000)
        ),
        Trigger(
            where="RUS",
            when=When(
                start=DayBetween(earliest=date(2022, 10, 6), latest=date(2022, 10, 9)),
                until=DayBetween(earliest=date(2022, 10, 20), latest=date(2022, 10, 20)),
            ),
            factor=Between.exactly(2),
        ),
        Restriction(
            where="ANY>GEO",
            when=tomorrow,
            leak=Between.exactly(0),
            rerouted=Between(low=0.5, high=0.9),
        ),
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("RUS>GEO", "RUS>GEO"),
        ("rus > geo", "RUS>GEO"),
        ("Russia<>Georgia", "RUS<>GEO"),
        ("RUS>EU", "RUS>EU"),
        ("RUS>ANY", "RUS>ANY"),
        ("Верхний Ларс", "crossing:verkhny-lars"),
        ("crossing:vaalimaa", "crossing:vaalimaa"),
    ],
)
def test_a_way_can_be_written_as_people_do(written, meant):
    """Codes, names in any case, groups, and crossings by any of their names mean one thing."""
    assert changes(f'[[close]]\nwhere = "{written}"')[0].where == meant


@pytest.mark.parametrize(
    ("written", "meant"), [("Oral", "KAZ-27"), ("KAZ-27", "KAZ-27"), ("kaz", "KAZ"), ("Kazakhstan", "KAZ")]
)
def test_shelter_stands_in_a_region_or_country(written, meant):
    """A city stands for its region: nothing below a first-level region is shown."""
    assert changes(f'[[shelter]]\nwhere = "{written}"\nbeds = 10')[0].where == meant  # fmt: skip


GOOD = '[[close]]\nwhere = "RUS>FIN"\n\n'


@pytest.mark.parametrize(
    ("lines", "line", "found", "remedy"),
    [
        ("[[close]]", 4, "no 'where'", "Add it"),
        ('[[close]]\nwhere = "RUS>XYZ"', 5, "'XYZ', which is no country", "RUS>GEO"),
        ('[[close]]\nwhere = "Verkni Lars"', 5, "Verkni Lars", "Did you mean"),
        ("[[close]]\nwhere = 3", 5, "where = 3", "Write"),
        ('[[close]]\nwhere = "RUS>GEO"\nfrom = "2022-10-06"', 6, "from = '2022-10-06' is no day", "without quotes"),
        ('[[close]]\nwhere = "RUS>GEO"\nfrom = 2022-10-06T10:00:00', 6, "no day", "date"),
        ('[[close]]\nwhere = "RUS>GEO"\nfrom = [2022-10-09, 2022-10-06]', 6, "2022-10-09", "earlier one first"),
        ('[[close]]\nwhere = "RUS>GEO"\nuntil = 2022-10-01', 6, "before it has begun", "dates"),
        ('[[close]]\nwhere = "RUS>GEO"\nprobability = 30', 6, "probability 30", "0.3"),
        ('[[close]]\nwhere = "RUS>GEO"\nprobability = true', 6, "True", "0.3"),
        ('[[close]]\nwhere = "RUS>GEO"\nleak = 2', 4, "leak 2", "between 0 and 1"),
        ('[[close]]\nwhere = "RUS>GEO"\nleak = "0.1"', 6, "'0.1' is no figure", "without quotes"),
        ('[[close]]\nwhere = "RUS>GEO"\nleak = [0.9, 0.1]', 6, "0.9 and 0.1", "lower one first"),
        ('[[close]]\nwhere = "RUS>GEO"\nleak = nan', 6, "nan", "lower"),
        ('[[close]]\nwhere = "RUS>GEO"\nleek = 0.1', 6, "unknown key 'leek'", "correct"),
        ('[slow]\nwhere = "RUS>GEO"', 4, "not a list", "[[slow]]"),
        ('[[open]]\nwhere = "RUS>GEO"', 4, "'open'", "reopen"),
        ('[[restrict]]\nwhere = "RUS>GEO"\nshare = 0.5', 4, "no 'population'", "Add it"),
        ('[[restrict]]\nwhere = "RUS>GEO"\npopulation = "men"', 4, "no 'share'", "Add it"),
        ('[[slow]]\nwhere = "Verkhny Lars"\nfactor = -1', 4, "-1", "0 lets nobody pass"),
        ('[[throughput]]\nwhere = "Verkhny Lars"', 4, "no figure", "persons_per_day"),
        ('[[throughput]]\nwhere = "Verkhny Lars"\npersons_per_day = 1\nvehicles_per_day = 1', 4, "and", "Give one"),
        ('[[shelter]]\nwhere = "Nowhereville"\nbeds = 1', 5, "Nowhereville", "KAZ-27"),
        ('[[trigger]]\nwhere = "Oral"\nfactor = 2', 5, "no country", "RUS"),
        ('[[trigger]]\nwhere = "RUS"\nfactor = 2\nhalf_life_days = 0', 4, "half-life 0", "above 0"),
        ("[assume]\nstay_days = 0", 5, "stay_days is 0", "above 0"),
        ("[assume]\nstay = 3", 5, "unknown key 'stay'", "stay_days"),
        ('[[close]]\nwhere = "RUS>FIN"', 4, "the same thing twice", "Keep one"),
        ('[[close]]\nwhere = "RUS>FIN"\nleak = 0.5', 4, "two different things", "days that do not meet"),
        ('[[reopen]]\nwhere = "RUS>FIN"', 4, "shut and that it opens", "Keep one"),
    ],
)  # fmt: skip
def test_each_defect_says_what_where_and_what_to_do(lines, line, found, remedy):
    """One defect, at its line, with how to mend it; and the sound change above it is kept."""
    result = parsed(GOOD + lines)
    (defect,) = result.defects
    assert (defect.file, defect.line) == ("s.toml", line)
    assert found in defect.found
    assert remedy in defect.remedy
    assert [change.where for change in result.scenario.changes] == ["RUS>FIN"]


def test_two_throughputs_on_one_day_contradict_and_on_others_do_not():
    """Half from the 6th to the 8th and twice from the 9th are one story; without an end they are two."""
    half = '[[slow]]\nwhere = "Verkhny Lars"\nfactor = 0.5\nfrom = 2022-10-06\n'
    twice = '[[slow]]\nwhere = "Verkhny Lars"\nfactor = 2\nfrom = 2022-10-09\n'
    assert len(parsed(half + "until = 2022-10-08\n" + twice).scenario.changes) == 2
    (defect,) = parsed(half + twice).defects
    assert "two different throughputs" in defect.found


def test_a_change_without_a_day_needs_one_when_nobody_knows_today():
    """Read without as_of, a change must say from when."""
    (defect,) = parse_scenario(GOOD, source="s.toml").defects
    assert "no 'from'" in defect.found


def test_what_is_no_toml_is_refused_with_its_line(tmp_path):
    """A broken file names its line; one that is no text says so; one that is not there is the system's error."""
    path = tmp_path / "a.toml"
    path.write_text('name = "x"\n[[close]\n', "utf-8")
    with pytest.raises(InvalidSetting, match=r"a\.toml:2 is not TOML"):
        read_scenario(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidSetting, match="UTF-8"):
        read_scenario(path)
    with pytest.raises(FileNotFoundError):
        read_scenario(tmp_path / "b.toml")


def test_an_empty_file_is_things_as_they_stand(tmp_path):
    """It has the file's name and changes nothing."""
    path = tmp_path / "calm-seas.toml"
    path.write_text("", "utf-8")
    assert read_scenario(path).scenario.name == "calm seas"
    assert not read_scenario(path).scenario.changes


values = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(-5, 50),
        st.floats(allow_infinity=True, allow_nan=True),
        st.dates(),
        st.text("a>Rß.-", max_size=8),
    ),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
keys = ("where", "from", "until", "probability", "leak", "share", "population", "factor", "beds", "x")


def toml(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["close", "restrict", "reopen", "slow", "throughput", "shelter", "trigger", "y"]),
            st.dictionaries(st.sampled_from(keys), values, max_size=5),
        ),
        max_size=4,
    )
)
def test_no_file_breaks_the_reader(tables):
    """Whatever stands in a file, it is read, or its defects are named with lines, or it is refused in words."""
    text = "".join(
        f"[[{name}]]\n" + "".join(f"{key} = {toml(value)}\n" for key, value in table.items())
        for name, table in tables
    )
    try:
        found = parsed(text)
    except BordercastError as problem:
        assert "not TOML" in str(problem)  # noqa: PT017 - most texts are read
    else:
        known = [name for name, _ in tables if name != "y"]
        unknown = len(known) < len(tables)  # one defect however often it stands there
        assert len(found.scenario.changes) + len(found.defects) >= len(known) + unknown
        assert all(1 <= defect.line <= len(text.splitlines()) for defect in found.defects)
