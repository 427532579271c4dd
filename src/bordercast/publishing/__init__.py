"""Nouns come in, rows and pages go out: the situation report, the page, the tables, the terminal summary.

Quantiles are made only here, and everything public passes one gate.
"""

from bordercast.publishing.claim_line import claim_line
from bordercast.publishing.explain import Copy, Dispute, Evidence, Explanation, explain
from bordercast.publishing.explanation_text import explanation_text
from bordercast.publishing.figures import Figures, figures
from bordercast.publishing.gate import Release, release
from bordercast.publishing.publish import publish
from bordercast.publishing.quantiles import ProjectionRow, QuantileRow, projection_rows, quantile_rows
from bordercast.publishing.summary import outlook, summary

__all__ = [
    "Copy",
    "Dispute",
    "Evidence",
    "Explanation",
    "Figures",
    "ProjectionRow",
    "QuantileRow",
    "Release",
    "claim_line",
    "explain",
    "explanation_text",
    "figures",
    "outlook",
    "projection_rows",
    "publish",
    "quantile_rows",
    "release",
    "summary",
]
