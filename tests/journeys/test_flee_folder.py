"""A folder of Flee from the command line: what is printed, written, refused, and gone on with."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import bordercast
from bordercast.cli.main import app
from bordercast.publishing.case_run import places_table
from bordercast.vocabulary import DefectiveCase, InvalidSetting
from tests.reading.flee.folder import FILES, swapped, write
from tests.reading.flee.test_read_case import DEFECTS

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "flee"
TABLE = {"mali2012": 0.347, "burundi2015": 0.518}  # ARD of Flee itself with the validation settings


def rows_of(path):
    """The rows of a CSV file, by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(*words):
    return CliRunner().invoke(app, ["--no-progress", "flee", *map(str, words)], catch_exceptions=False)


def test_a_sound_folder_is_simulated_and_written(tmp_path):
    """The screen shows camps, score and their spread; out.csv has Flee's columns; every place is in places.csv."""
    folder = write(tmp_path / "small")
    told = run(folder, "--seeds", 3, "--out", tmp_path / "out.csv", "--places", tmp_path / "places.csv")
    assert told.exit_code == 0
    assert "Delta" in told.stdout
    assert "ARD" in told.stdout
    rows = rows_of(tmp_path / "out.csv")
    assert list(rows[0]) == [
        "Day", "Date", "Delta sim", "Delta data", "Delta error", "Total error", "refugees in camps (UNHCR)",
        "total refugees (simulation)", "raw UNHCR refugee count", "refugees in camps (simulation)", "refugee_debt",
    ]  # fmt: skip
    assert [row["Delta data"] for row in rows] == ["300", "300", "300", "500", "700", "900"]
    assert {row["place"] for row in rows_of(tmp_path / "places.csv")} == {
        "Alpha",
        "Beta",
        "Gamma",
        "Delta",
    }


def test_json_has_the_score_the_camps_and_every_place(tmp_path):
    """One object a line, each saying what it is."""
    told = run(write(tmp_path), "--json", "--seeds", 2)
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert [line["row"] for line in lines] == ["score", "camp", *["place"] * 24]
    assert len(lines[0]["ard"]) == 2


def test_a_grave_defect_stops_the_run_with_status_3_and_is_named(tmp_path):
    """File, line, what and how to mend; nothing is written; --lenient goes on and lists."""
    folder = write(tmp_path / "small", swapped("input_csv/routes.csv", "Gamma,Beta", "Gama,Beta"))
    told = run(folder, "--out", tmp_path / "out.csv")
    assert told.exit_code == 3
    assert "! routes.csv:4: 'Gama' is no place of locations.csv. Did you mean 'Gamma'?" in told.stderr
    assert not (tmp_path / "out.csv").exists()
    lenient = run(folder, "--lenient", "--seeds", 1, "--json")
    assert lenient.exit_code == 0
    assert "! routes.csv:4" in lenient.stderr
    assert json.loads(lenient.stdout.splitlines()[0])["row"] == "defect"


@pytest.mark.parametrize("what", DEFECTS)
def test_lenient_goes_on_whatever_is_wrong(tmp_path, what):
    """Every known defect is survived under both rules, with nobody lost."""
    folder = write(tmp_path, DEFECTS[what][0])
    for rules in ("flee", "mended"):
        told = bordercast.flee(folder, seeds=2, rules=rules, lenient=True)
        assert (told.present >= 0).all()
        assert any(defect.grave for defect in told.defects)
    with pytest.raises(DefectiveCase, match="would make its figures wrong"):
        bordercast.flee(folder, seeds=1)


def test_folders_that_ask_for_what_is_not_simulated_are_told_so(tmp_path):
    """Awareness 0, harvests and flood rules without floods are defects of a folder, under the rules that cannot do them."""
    for old, new, words in (
        ("awareness_level: 1", "awareness_level: 0", "nobody ever moves"),
        ("awareness_level: 1", "harvest_months: [9]", "harvest_months"),
        ("awareness_level: 1", "flood_rules: {flood_movechances: [0, 1]}", "flood_level.csv"),
    ):
        folder = write(tmp_path / words[:5], swapped("simsetting.yml", old, new))
        with pytest.raises(DefectiveCase, match=words):
            bordercast.flee(folder)
    aware = write(tmp_path / "aware", swapped("simsetting.yml", "awareness_level: 1", "awareness_level: 0"))
    assert bordercast.flee(aware, seeds=1, rules="mended").present[0, -1, 3] > 0


def test_python_gives_every_place_as_a_table(tmp_path):
    """All places, not only camps; the same seed gives the same counts."""
    one, other = (bordercast.flee(write(tmp_path), seeds=4, seed=9) for _ in range(2))
    assert (one.present == other.present).all()
    assert places_table(one).num_rows == 6 * 4
    assert one.in_camps.shape == (4, 6, 1)
    with pytest.raises(InvalidSetting, match="no locations"):
        bordercast.flee(tmp_path.parent)
    assert FILES


@pytest.mark.skipif(not SHARED.is_dir(), reason="the public scenarios are not beside this checkout")
@pytest.mark.parametrize("name", TABLE)
def test_the_score_is_that_of_flee(name):
    """Mean ARD over seeds within 0.01 of Flee's own, which moves by less than 0.003 between seeds."""
    from bordercast.forecasting.flee import ard

    scores = ard(bordercast.flee(SHARED / name, settings=SHARED / "simsetting_validation.yml", seeds=3))
    assert scores.mean() == pytest.approx(TABLE[name], abs=0.01)
    assert scores.std() < 0.003
