"""A folder is read as it stands, and every defect is named with its file, its line and what to do."""

from datetime import date
from pathlib import Path

import pytest

from bordercast.reading.flee import read_case
from bordercast.vocabulary import InvalidSetting, PlaceType

from .folder import CONFLICTS, FILES, SERIES, swapped, write

SHARED = Path(__file__).parents[3].parent / "shared" / "data" / "flee"
LOC, ROU, CLO, CON = (f"input_csv/{n}.csv" for n in ("locations", "routes", "closures", "conflicts"))
LAY, SER, SET = "source_data/data_layout.csv", "source_data/away-delta.csv", "simsetting.yml"


def grave(folder, **asked):
    return [d for d in read_case(folder, **asked).defects if d.grave]


@pytest.mark.parametrize("flat", [False, True])
def test_a_sound_folder_is_read_without_a_defect(tmp_path, flat):
    """Files may stand in input_csv and source_data, or flat."""
    case = read_case(write(tmp_path, flat=flat))
    assert case.defects == ()
    assert (case.start, case.days, case.home) == (date(2020, 1, 1), 6, "Home")
    assert [p.type for p in case.places] == [
        PlaceType.CONFLICT,
        PlaceType.TOWN,
        PlaceType.CONFLICT,
        PlaceType.CAMP,
    ]
    assert case.settings.max_move_speed == 200.0
    assert case.series[0].corrections == (date(2020, 1, 3),)


def test_settings_may_be_absent_and_the_period_of_older_folders_is_read(tmp_path):
    """Without a settings file Flee's defaults hold; Flee 3 calls the period by another name."""
    period = FILES["input_csv/sim_period.csv"]
    case = read_case(
        write(
            tmp_path, {SET: None, "input_csv/sim_period.csv": None, "input_csv/conflict_period.csv": period}
        )
    )
    assert case.defects == ()
    assert case.settings.max_move_speed == 360.0


DEFECTS = {
    "header without hash": (swapped(LOC, "#name", "name"), "locations.csv", 1, "does not begin"),
    "unknown type": (swapped(LOC, "town", "twon"), "locations.csv", 3, "'twon'"),
    "duplicate place": (swapped(LOC, "Gamma,South", "Beta,South"), "locations.csv", 4, "also in line 3"),
    "empty first cell": (swapped(LOC, "Beta,North", ",North"), "locations.csv", 3, "first cell is empty"),
    "short row": (
        swapped(LOC, "Beta,North,Home,10.5,1.5,town,,800", "Beta,North,Home"),
        "locations.csv",
        3,
        "3 cells",
    ),
    "population in words": (swapped(LOC, "800", "many"), "locations.csv", 3, "'many'"),
    "population with a comma": (swapped(LOC, "5000", '"5,000"'), "locations.csv", 2, "'5,000'"),
    "negative population": (swapped(LOC, "5000", "-5000"), "locations.csv", 2, "-5000"),
    "capacity 0": (swapped(LOC, "1500", "0"), "locations.csv", 5, "capacity 0"),
    "no conflict date": (
        swapped(LOC, "conflict_zone,3", "conflict_zone,"),
        "locations.csv",
        4,
        "no conflict_date",
    ),
    "latitude in words": (swapped(LOC, "10.5", "north"), "locations.csv", 3, "latitude"),
    "unknown place in routes": (
        swapped(ROU, "Gamma,Beta", "Gama,Beta"),
        "routes.csv",
        4,
        "Did you mean 'Gamma'?",
    ),
    "negative distance": (swapped(ROU, "120", "-120"), "routes.csv", 2, "-120 km"),
    "zero distance": (swapped(ROU, "120", "0"), "routes.csv", 2, "0 km"),
    "distance in words": (swapped(ROU, "120", "far"), "routes.csv", 2, "'far'"),
    "route to itself": (swapped(ROU, "Gamma,Beta", "Beta,Beta"), "routes.csv", 4, "to itself"),
    "redirection 5": (swapped(ROU, "120,0", "120,5"), "routes.csv", 2, "'5'"),
    "disconnected": (swapped(ROU, "Beta,Delta,80,\n", ""), "routes.csv", None, "'Delta' (camp)"),
    "unknown closure": (swapped(CLO, "country", "contry"), "closures.csv", 2, "Did you mean 'country'?"),
    "unknown country": (swapped(CLO, "Away", "Awey"), "closures.csv", 2, "Did you mean 'Away'?"),
    "unknown camp": (
        swapped(CLO, "country,Home,Away", "camp,Dleta,"),
        "closures.csv",
        2,
        "Did you mean 'Delta'?",
    ),
    "closure backwards": (swapped(CLO, "2,4", "4,2"), "closures.csv", 2, "before it begins"),
    "closure after the run": (swapped(CLO, "2,4", "8,9"), "closures.csv", 2, "days 0 to 5"),
    "closures that overlap": (
        {CLO: FILES[CLO] + "country,Away,Home,3,5\n"},
        "closures.csv",
        3,
        "overlaps that of line 2",
    ),
    "closure day in words": (swapped(CLO, "2,4", "soon,4"), "closures.csv", 2, "'soon'"),
    "misspelt column": (swapped(CON, "Gamma", "Gama"), "conflicts.csv", 1, "Did you mean 'Gamma'?"),
    "column twice": (swapped(CON, "Delta", "Alpha"), "conflicts.csv", 1, "stands twice"),
    "too few rows": ({CON: CONFLICTS.rpartition("5,")[0]}, "conflicts.csv", None, "5 rows"),
    "intensity in words": (swapped(CON, "0,1,0", "0,high,0"), "conflicts.csv", 2, "'high'"),
    "intensity 7": (swapped(CON, "0,1,0", "0,7,0"), "conflicts.csv", 2, "7"),
    "short day": (swapped(CON, "2,1,0,0,0", "2,1,0"), "conflicts.csv", 4, "3 cells"),
    "no conflict on day 0": (
        {**swapped(CON, "0,1,0", "0,0,0"), **swapped(LOC, "conflict_zone,0", "conflict_zone,1")},
        "conflicts.csv",
        None,
        "day 0",
    ),
    "no conflicts file": ({CON: None}, "conflicts.csv", None, "missing"),
    "no closures file": ({CLO: None}, "closures.csv", None, "missing"),
    "no series of a camp": (
        swapped(LAY, "Delta,away-delta.csv\n", ""),
        "data_layout.csv",
        None,
        "'Delta' has no series",
    ),
    "no such series file": (
        swapped(LAY, "away-delta", "away-dleta"),
        "data_layout.csv",
        2,
        "Did you mean 'away-delta.csv'?",
    ),
    "series of no place": (
        {LAY: FILES[LAY] + "Omega,refugees.csv\n"},
        "data_layout.csv",
        3,
        "'Omega' is no place",
    ),
    "date in another order": (
        {SER: SERIES.replace("2020-01-03", "03/01/2020")},
        "away-delta.csv",
        2,
        "'03/01/2020'",
    ),
    "count in words": ({SER: SERIES.replace("300", "n/a")}, "away-delta.csv", 2, "'n/a'"),
    "series of another year": (
        {SER: SERIES.replace("2020", "2010")},
        "data_layout.csv",
        2,
        "2010-01-01 to 2010-01-06",
    ),
    "correction without a figure": (
        {"input_csv/registration_corrections.csv": "Delta,2020-01-04\n"},
        "registration_corrections.csv",
        1,
        "no figure of 2020-01-04",
    ),
    "not UTF-8": (
        {LOC: FILES[LOC].replace("Beta", "B\xe9ta").encode("latin-1")},
        "locations.csv",
        3,
        "UTF-8",
    ),
    "misspelt setting": (
        swapped(SET, "awareness_level", "awarenes_level"),
        "simsetting.yml",
        8,
        "Did you mean 'awareness_level'?",
    ),
    "setting in another section": (
        swapped(SET, "agent: 0", "awareness_level: 2"),
        "simsetting.yml",
        2,
        "under 'move_rules'",
    ),
    "quoted boolean": (
        swapped(SET, "take_from_population: False", 'take_from_population: "False"'),
        "simsetting.yml",
        4,
        "in quotes",
    ),
    "chance 5": (swapped(SET, "0.3", "5"), "simsetting.yml", 9, "between 0 and 1"),
    "speed in words": (swapped(SET, "200.0", "fast"), "simsetting.yml", 7, "'fast'"),
    "speed 0": (swapped(SET, "200.0", "0"), "simsetting.yml", 7, "above 0"),
    "no YAML": ({SET: "spawn_rules: [\n"}, "simsetting.yml", None, "YAML"),
    "no demographics default": (
        {"input_csv/demographics_age.csv": "age,weight\n1,2\n"},
        "demographics_age.csv",
        None,
        "'Default'",
    ),
}


@pytest.mark.parametrize("what", DEFECTS)
def test_a_defect_is_named_with_its_place_and_remedy(tmp_path, what):
    """Each is grave; the message says what was found and what to do; the rest of the folder is still read."""
    changes, file, line, words = DEFECTS[what]
    found = [d for d in grave(write(tmp_path, changes)) if d.file == file and words in str(d)]
    assert found, [str(d) for d in grave(tmp_path)]
    assert line is None or found[0].line == line
    assert found[0].remedy


def test_a_single_fault_is_reported_once(tmp_path):
    """No fault drags others after it that are not there."""
    for what in ("misspelt setting", "zero distance", "chance 5", "closure backwards"):
        assert len(grave(write(tmp_path / what, DEFECTS[what][0]))) == 1, what


def test_more_days_than_rows_of_conflict_is_a_defect(tmp_path):
    """The length asked for counts, not only that of the folder."""
    assert any("6 rows" in d.found for d in grave(write(tmp_path), days=9))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({LOC: None}, "no locations.csv"),
        ({LOC: "#name\n"}, "no places"),
        ({"input_csv/sim_period.csv": "StartDate,soon\nLength,6\n"}, "'soon'"),
        ({"input_csv/sim_period.csv": None}, "missing"),
    ],
)
def test_a_folder_with_nothing_to_run_is_refused_with_the_reason(tmp_path, changes, words):
    """Without places or days there is no case."""
    with pytest.raises(InvalidSetting, match=words):
        read_case(write(tmp_path, changes))


def test_a_folder_that_is_none_is_refused(tmp_path):
    """So are settings that are no file."""
    with pytest.raises(InvalidSetting, match="no folder"):
        read_case(tmp_path / "nowhere")
    with pytest.raises(InvalidSetting, match="no file"):
        read_case(write(tmp_path), settings=tmp_path / "nowhere.yml")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the public scenarios are not beside this checkout")
def test_the_public_scenarios_are_read():
    """Five have no grave defect; what is wrong in the other three is known."""
    found = {
        folder.name: len(grave(folder, settings=SHARED / "simsetting_validation.yml"))
        for folder in sorted(SHARED.iterdir())
        if folder.is_dir()
    }
    assert {name for name, many in found.items() if many} == {"car2013", "nigeria2022_adm2", "venezuela2022"}
