"""Nouns come in, rows and pages go out: the situation report, the page, the tables, the terminal summary.

Quantiles are made only here, and everything public passes one gate.
"""

from bordercast.publishing.atom import atom_bytes
from bordercast.publishing.claim_line import claim_line
from bordercast.publishing.compared import ComparisonRow, comparison_rows
from bordercast.publishing.corridor_table import corridor_table
from bordercast.publishing.difference import Cause, Difference, difference
from bordercast.publishing.difference_text import difference_text
from bordercast.publishing.drawing import map_svg, timeline_svg
from bordercast.publishing.explain import Copy, Dispute, Evidence, Explanation, explain
from bordercast.publishing.explanation_text import explanation_text
from bordercast.publishing.figures import Figures, figures
from bordercast.publishing.gate import Release, release
from bordercast.publishing.moves import Move
from bordercast.publishing.pressure import pressure_rows
from bordercast.publishing.publish import publish
from bordercast.publishing.quantiles import ProjectionRow, QuantileRow, projection_rows, quantile_rows
from bordercast.publishing.review_text import history_text, printable, review_text
from bordercast.publishing.sitrep import sitrep_bytes
from bordercast.publishing.summary import comparison, outlook, summary
from bordercast.publishing.table_drawing import table_svg
from bordercast.publishing.tables import Table, csv_bytes, parquet_bytes, table, tables
from bordercast.publishing.track_record import track_record
from bordercast.publishing.workbook import stamped, xlsx_bytes

__all__ = [
    "Cause",
    "ComparisonRow",
    "Copy",
    "Difference",
    "Dispute",
    "Evidence",
    "Explanation",
    "Figures",
    "Move",
    "ProjectionRow",
    "QuantileRow",
    "Release",
    "Table",
    "atom_bytes",
    "claim_line",
    "comparison",
    "comparison_rows",
    "corridor_table",
    "csv_bytes",
    "difference",
    "difference_text",
    "explain",
    "explanation_text",
    "figures",
    "history_text",
    "map_svg",
    "outlook",
    "parquet_bytes",
    "pressure_rows",
    "printable",
    "projection_rows",
    "publish",
    "quantile_rows",
    "release",
    "review_text",
    "sitrep_bytes",
    "stamped",
    "summary",
    "table",
    "table_svg",
    "tables",
    "timeline_svg",
    "track_record",
    "xlsx_bytes",
]
