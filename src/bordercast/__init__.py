"""From the reports of a sudden exodus to who said what, how many crossed where, and how sure we are.

The public words: five verbs, ``run``, ``Store`` and the nouns of `bordercast.vocabulary`. Nothing else is public.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bordercast.vocabulary import (
    BordercastError,
    Chance,
    Claim,
    Closure,
    Corridor,
    FlowEstimate,
    Ledger,
    Projection,
    Report,
    Scenario,
    Situation,
    Span,
    Unreadable,
    Verdict,
)

if TYPE_CHECKING:
    from bordercast.extraction.extract import extract
    from bordercast.forecasting.forecast import forecast
    from bordercast.pipeline import assess, flee, gather, run
    from bordercast.publishing.explain import explain
    from bordercast.publishing.publish import publish
    from bordercast.reading.read import read
    from bordercast.reconciliation.reconcile import reconcile
    from bordercast.store import Store

__version__ = "0.1.0"

# Each verb is brought in when it is first used: `import bordercast` stays light.
_WHERE = {
    "assess": "pipeline",
    "explain": "publishing",
    "extract": "extraction",
    "flee": "pipeline",
    "forecast": "forecasting",
    "gather": "pipeline",
    "publish": "publishing",
    "read": "reading",
    "reconcile": "reconciliation",
    "run": "pipeline",
    "Store": "store",
}

__all__ = [
    "BordercastError",
    "Chance",
    "Claim",
    "Closure",
    "Corridor",
    "FlowEstimate",
    "Ledger",
    "Projection",
    "Report",
    "Scenario",
    "Situation",
    "Span",
    "Store",
    "Unreadable",
    "Verdict",
    "assess",
    "explain",
    "extract",
    "flee",
    "forecast",
    "gather",
    "publish",
    "read",
    "reconcile",
    "run",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the room calls by that name
    if name not in _WHERE:
        raise AttributeError(f"module 'bordercast' has no attribute {name!r}")
    return getattr(import_module(f"bordercast.{_WHERE[name]}"), name)
