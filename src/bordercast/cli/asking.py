"""What was asked on the command line becomes scenarios: ``--close``, ``--scenario FILE.toml``, ``--compare A B``."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from bordercast.cli import show
from bordercast.cli.closing import scenarios_of
from bordercast.vocabulary import Defect, FlowEstimate, InvalidSetting, Scenario

AS_THINGS_STAND = "as-things-stand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Closures and files as they were typed; ``lenient`` leaves out what cannot be asked instead of stopping."""

    close: tuple[str, ...] = ()
    start: date | None = None
    files: tuple[str, ...] = ()
    lenient: bool = False

    def scenarios(self, days: int) -> Callable[[FlowEstimate], tuple[Scenario, ...]]:
        """Return what makes the scenarios, in the order they were asked, once the estimate they are asked of is known."""

        def made(estimate: FlowEstimate) -> tuple[Scenario, ...]:
            closing = scenarios_of(list(self.close), self.start, estimate.as_of)
            named = _apart((*closing, *(self._read(file, estimate) for file in self.files)))
            last = estimate.as_of + timedelta(days=days)
            for scenario in named:
                _say_what_is_late(scenario, last)
            return named

        return made

    def _read(self, file: str, estimate: FlowEstimate) -> Scenario:
        if file == AS_THINGS_STAND:
            return Scenario()
        from bordercast.forecasting import unanswerable  # noqa: PLC0415 - numpy, which --help does not need
        from bordercast.reading import read_scenario  # noqa: PLC0415

        found = read_scenario(Path(file), as_of=estimate.as_of)
        defects = list(found.defects)
        lost = dict(unanswerable(estimate, found.scenario))
        for number, words in lost.items():
            what, _, remedy = words.partition(". ")
            defects.append(Defect(file=file, line=found.lines[number], found=f"{what}.", remedy=remedy))
        if defects and not self.lenient:
            told = "\n".join(str(defect) for defect in defects)
            raise InvalidSetting(f"{told}\nMend the file, or leave out what cannot be read with --lenient.")
        for defect in defects:
            show.say(f"bordercast: {defect} Left out.")
        kept = tuple(c for number, c in enumerate(found.scenario.changes) if number not in lost)
        return replace(found.scenario, changes=kept)


def _apart(scenarios: tuple[Scenario, ...]) -> tuple[Scenario, ...]:
    """Give scenarios of one name a number: tables tell them apart by name."""
    seen: dict[str, int] = {Scenario().name: 0}
    named = []
    for scenario in scenarios:
        seen[scenario.name] = seen.get(scenario.name, 0) + 1
        again = seen[scenario.name] > 1
        named.append(
            replace(scenario, name=f"{scenario.name} ({seen[scenario.name]})") if again else scenario
        )
    return tuple(named)


def _say_what_is_late(scenario: Scenario, last: date) -> None:
    for change in scenario.every_change:
        if change.when.start.earliest > last:
            show.say(
                f"bordercast: {scenario.name!r} changes {change.where} from {change.when.start.earliest}, after the last day, {last}. "
                "It does nothing. Look farther ahead with --days."
            )
