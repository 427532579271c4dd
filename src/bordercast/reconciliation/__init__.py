"""Claims, verdicts and a day come in; daily flows with their doubt, and what became of every claim, go out."""

from bordercast.reconciliation.borders import border_timelines
from bordercast.reconciliation.options import ReconciliationOptions
from bordercast.reconciliation.reconcile import reconcile, reported_figures
from bordercast.reconciliation.rereading import follow

__all__ = ["ReconciliationOptions", "border_timelines", "follow", "reconcile", "reported_figures"]
