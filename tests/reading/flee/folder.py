"""A small scenario folder without a fault, to be spoilt one line at a time."""

from pathlib import Path

LOCATIONS = """#name,region,country,latitude,longitude,location_type,conflict_date,population
Alpha,North,Home,10.0,1.0,conflict_zone,0,5000
Beta,North,Home,10.5,1.5,town,,800
Gamma,South,Home,11.0,1.2,conflict_zone,3,2000
Delta,East,Away,12.0,2.0,camp,,1500
"""
ROUTES = """#name1,name2,distance,forced_redirection
Alpha,Beta,120,0
Beta,Delta,80,
Gamma,Beta,60,0
"""
CLOSURES = """#closure_type,name1,name2,closure_start,closure_end
country,Home,Away,2,4
"""
CONFLICTS = "#Day,Alpha,Beta,Gamma,Delta\n" + "".join(f"{t},1,0,{int(t >= 3)},0\n" for t in range(6))
PERIOD = "StartDate,2020-01-01\nLength,6\n"
LAYOUT = "total,refugees.csv\nDelta,away-delta.csv\n"
SERIES = "2020-01-01,100\n2020-01-03,300\n2020-01-06,900\n"
CORRECTIONS = "Delta,2020-01-03,normalize\n"
SETTINGS = """log_levels:
  agent: 0
spawn_rules:
  take_from_population: False
  insert_day0: True
move_rules:
  max_move_speed: 200.0
  awareness_level: 1
  default_movechance: 0.3
optimisations:
  hasten: 1
"""
FILES = {
    "input_csv/locations.csv": LOCATIONS,
    "input_csv/routes.csv": ROUTES,
    "input_csv/closures.csv": CLOSURES,
    "input_csv/conflicts.csv": CONFLICTS,
    "input_csv/sim_period.csv": PERIOD,
    "input_csv/registration_corrections.csv": CORRECTIONS,
    "source_data/data_layout.csv": LAYOUT,
    "source_data/refugees.csv": SERIES,
    "source_data/away-delta.csv": SERIES,
    "simsetting.yml": SETTINGS,
}


def write(folder: Path, changes: dict[str, str | bytes | None] | None = None, *, flat: bool = False) -> Path:
    """Write the folder with some files replaced, added, or (None) left out."""
    for name, text in {**FILES, **(changes or {})}.items():
        path = folder / (Path(name).name if flat else name)
        if text is None:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def swapped(name: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """A file with a piece of its text replaced."""
    assert old in FILES[name]
    return {name: FILES[name].replace(old, new, 1)}
