"""The public words, used as a user would: checked by mypy and pyright, never run."""

from datetime import date
from pathlib import Path

import bordercast
from bordercast import Claim, Closure, FlowEstimate, Report, Scenario, Situation, Store, Unreadable

situation: Situation = bordercast.run(["reports"], into="crisis.db", as_of=date(2022, 10, 4), out=Path("out"))
found: list[Report | Unreadable] = list(bordercast.read(["reports"]))
reports: list[Report] = [r for r in found if isinstance(r, Report)]
claims: list[Claim] = list(bordercast.extract(reports))
estimate, ledger = bordercast.reconcile(reports, claims, as_of=date(2022, 10, 4))
if estimate is not None:
    typed: FlowEstimate = estimate
    scenario = Scenario(
        name="Lars closes", closures=(Closure(origin="RUS", destination="GEO", start=date(2022, 10, 6)),)
    )
    print(bordercast.forecast(typed, scenario, days=14).draws.shape)
    print(typed.of(typed.named("RUS", "KAZ")).mean())
with Store("crisis.db") as store:
    again: Situation = bordercast.assess(store, as_of=date(2022, 10, 4))
