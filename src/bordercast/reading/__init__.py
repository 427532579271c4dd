"""Files and folders come in; reports go out, and a line for every input that could not become one.

Scenario files come in here too, as scenarios and their defects, and files of verdicts, as judgements.
"""

from bordercast.reading.judgements import correction_of, read_judgements
from bordercast.reading.model import WORK, Endpoint, pieces
from bordercast.reading.read import read
from bordercast.reading.scenario import ScenarioFile, parse_scenario, read_scenario, scenario_of

__all__ = [
    "WORK",
    "Endpoint",
    "ScenarioFile",
    "correction_of",
    "parse_scenario",
    "pieces",
    "read",
    "read_judgements",
    "read_scenario",
    "scenario_of",
]
