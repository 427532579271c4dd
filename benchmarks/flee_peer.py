"""Flee 3.1 on a folder, for `flee.py`: ``python flee_peer.py DIR SETTINGS DAYS``, by an interpreter that has flee.

Install it into an environment of its own: ``pip install --no-deps flee && pip install numpy pandas pyyaml beartype``.
It inserts the camps' sum, as current sources of Flee do, and prints CPU seconds, people, and the camps of each day.
"""

import json
import os
import sys
import time
from contextlib import redirect_stderr
from pathlib import Path

from flee import InputGeography, flee, spawning
from flee.datamanager import handle_refugee_data
from flee.SimulationSettings import SimulationSettings


def run(folder: Path, settings: Path, days: int) -> dict[str, object]:
    """Return what one run took and where people were."""
    os.chdir(folder)
    period = dict(line.split(",")[:2] for line in Path("input_csv/sim_period.csv").read_text().split())
    started = time.process_time()
    SimulationSettings.ReadFromYML(str(settings))
    SimulationSettings.ConflictInputFile = "input_csv/conflicts.csv"
    world, geography = flee.Ecosystem(), InputGeography.InputGeography()
    geography.ReadConflictInputCSV(SimulationSettings.ConflictInputFile)
    geography.ReadLocationsFromCSV("input_csv/locations.csv")
    geography.ReadLinksFromCSV("input_csv/routes.csv")
    geography.ReadClosuresFromCSV("input_csv/closures.csv")
    world, places = geography.StoreInputGeographyInEcosystem(world)
    table = handle_refugee_data.RefugeeTable(
        csvformat="generic",
        data_directory="source_data",
        start_date=period["StartDate"],
        data_layout="data_layout.csv",
        population_scaledown_factor=SimulationSettings.optimisations["PopulationScaleDownFactor"],
    )
    table.ReadL1Corrections("input_csv/registration_corrections.csv")
    camps = world.get_camp_names()
    for camp in camps:
        spawning.add_initial_refugees(world, table, places[camp])
    here = []
    for t in range(days or int(period["Length"])):
        geography.AddNewConflictZones(world, t)
        spawning.spawn_daily_displaced(world, t, table, SumFromCamps=True)
        spawning.refresh_spawn_weights(world)
        world.enact_border_closures(t)
        world.evolve()
        here.append([places[camp].numAgents for camp in camps])
    return {
        "cpu": time.process_time() - started,
        "people": len(world.agents),
        "camps": camps,
        "present": here,
    }


if __name__ == "__main__":
    with redirect_stderr(Path(os.devnull).open("w")):
        told = run(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), int(sys.argv[3]))
    print(json.dumps(told))
