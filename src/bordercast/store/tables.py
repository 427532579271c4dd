"""The schema: one table per noun, the same on SQLite and PostgreSQL.

Columns are for people (Datasette, DuckDB, SQL); ``record`` holds the noun whole, as JSON, for reading it back.
"""

from sqlalchemy import Column, Date, Float, ForeignKey, Integer, MetaData, String, Table, Text

SCHEMA_VERSION = 1

metadata = MetaData()

about = Table(
    "about", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False)
)

reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("title", Text),
    Column("publisher", String),
    Column("published", String),  # ISO 8601 with its zone; SQLite would drop the zone of a datetime
    Column("language", String),
    Column("source", Text),
    Column("text", Text, nullable=False),
    Column("record", Text, nullable=False),
)

unreadable = Table(
    "unreadable",
    metadata,
    Column("source", Text, primary_key=True),
    Column("found", Text, primary_key=True),
    Column("remedy", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("report_id", ForeignKey("reports.id"), nullable=False, index=True),
    Column("kind", String, nullable=False, index=True),
    Column("term", String, nullable=False),
    Column("value", Float),
    Column("low", Float),
    Column("high", Float),
    Column("hedge", String),
    Column("unit", String),
    Column("per", String),
    Column("measure", String),
    Column("population", Text),
    Column("origin", String, index=True),
    Column("destinations", String),  # codes joined by a comma: one figure over several stays one claim
    Column("via", String),
    Column("at", String),
    Column("start", Date),
    Column("end", Date),
    Column("basis", String),
    Column("voice", Text),
    Column("source_type", String),
    Column("modality", String),
    Column("status", String),
    Column("quote", Text, nullable=False),
    Column("record", Text, nullable=False),
)

spans = Table(
    "spans",
    metadata,
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
    Column("place", Integer, primary_key=True),  # 0 is the span that says it, others repeat it
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
)

# Which claims a version of the rules finds in which report. A claim that newer rules no longer find stays in
# ``claims`` and leaves the current view; a report without claims still has its row, so no shard is done twice.
extractions = Table(
    "extractions",
    metadata,
    Column("method", String, primary_key=True),
    Column("report_id", ForeignKey("reports.id"), primary_key=True),
)
findings = Table(
    "findings",
    metadata,
    Column("method", String, primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
)

verdicts = Table(
    "verdicts",
    metadata,
    Column("id", String, primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), nullable=False, index=True),
    Column("ruling", String, nullable=False),
    Column("analyst", String, nullable=False),
    Column("decided", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("record", Text, nullable=False),
)

# What a model answered about a piece of a report, by what was asked: a killed run asks nothing twice.
replies = Table(
    "replies",
    metadata,
    Column("id", String, primary_key=True),
    Column("report_id", ForeignKey("reports.id"), nullable=False, index=True),
    Column("model", String, nullable=False),
    Column("reply", Text, nullable=False),
)

# How a model's proposals stand to what a version of the rules read in the same report.
proposals = Table(
    "proposals",
    metadata,
    Column("id", String, primary_key=True),
    Column("method", String, primary_key=True),
    Column("report_id", ForeignKey("reports.id"), nullable=False, index=True),
    Column("model", String, nullable=False),
    Column("outcome", String, nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("claim_id", String),
    Column("against", String),
    Column("record", Text, nullable=False),
)

vintages = Table(
    "vintages",
    metadata,
    Column("id", String, primary_key=True),
    Column("as_of", Date, nullable=False, index=True),
    Column("method", String, nullable=False),
    Column("draws", String),  # the Parquet file beside the store; none when no claim informs a flow
    Column("record", Text, nullable=False),
)

ledger = Table(
    "ledger",
    metadata,
    Column("vintage_id", ForeignKey("vintages.id"), primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("decision", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("weight", Float, nullable=False),
    Column("into", String),
    Column("corridors", String),
)

contradictions = Table(
    "contradictions",
    metadata,
    Column("vintage_id", ForeignKey("vintages.id"), primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
    Column("expected_10", Float, nullable=False),
    Column("expected_50", Float, nullable=False),
    Column("expected_90", Float, nullable=False),
    Column("surprise", Float, nullable=False),
    Column("opponents", String),
)

influences = Table(
    "influences",
    metadata,
    Column("vintage_id", ForeignKey("vintages.id"), primary_key=True),
    Column("place", Integer, primary_key=True),  # the order of the ledger: by number, largest first
    Column("claim_id", ForeignKey("claims.id"), nullable=False, index=True),
    Column("corridor", String, nullable=False),
    Column("day", Date),  # none: all days of the estimate together
    Column("persons", Float, nullable=False),
    Column("without", Float, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("vintage_id", ForeignKey("vintages.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("corridor", String, nullable=False),
    Column("weight", Float, nullable=False),
    Column("expected_10", Float, nullable=False),
    Column("expected_50", Float, nullable=False),
    Column("expected_90", Float, nullable=False),
    Column("right", String, nullable=False),
    Column("wrong", String, nullable=False),
)

questions = Table(
    "questions",
    metadata,
    Column("vintage_id", ForeignKey("vintages.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("corridor", String, nullable=False),
    Column("start", Date, nullable=False),
    Column("end", Date, nullable=False),
    Column("about", String, nullable=False),
    Column("about_day", Date),
    Column("narrows", Float, nullable=False),
)
