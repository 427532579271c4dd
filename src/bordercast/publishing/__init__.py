"""Nouns come in, rows and pages go out: the situation report, the page, the tables, the terminal summary.

Quantiles are made only here, and everything public passes one gate.
"""

from bordercast.publishing.claim_line import claim_line
from bordercast.publishing.compared import ComparisonRow, comparison_rows
from bordercast.publishing.explain import Copy, Dispute, Evidence, Explanation, explain
from bordercast.publishing.explanation_text import explanation_text
from bordercast.publishing.pressure import pressure_rows
from bordercast.publishing.publish import publish
from bordercast.publishing.quantiles import ProjectionRow, QuantileRow, projection_rows, quantile_rows
from bordercast.publishing.summary import comparison, outlook, summary
from bordercast.publishing.track_record import track_record

__all__ = [
    "ComparisonRow",
    "Copy",
    "Dispute",
    "Evidence",
    "Explanation",
    "ProjectionRow",
    "QuantileRow",
    "claim_line",
    "comparison",
    "comparison_rows",
    "explain",
    "explanation_text",
    "outlook",
    "pressure_rows",
    "projection_rows",
    "publish",
    "quantile_rows",
    "summary",
    "track_record",
]
