"""What a screen asks of a situation: small frozen records made from a `Release` and its `Figures`, never from draws.

The page, its ``.json`` twins and the feed show these; docs/reference/api.md describes their fields.
"""

from bordercast.publishing.screen.answers import Answers, answers, citation
from bordercast.publishing.screen.borders import Border, borders
from bordercast.publishing.screen.changes import Changes, changes
from bordercast.publishing.screen.claims import (
    ClaimDetail,
    ClaimLine,
    ClaimPage,
    Wanted,
    claim_detail,
    claim_page,
    narrowed,
)
from bordercast.publishing.screen.corridors import (
    CorridorDetail,
    CorridorLine,
    corridor_detail,
    corridor_lines,
)
from bordercast.publishing.screen.disagreements import Disputed, disputed
from bordercast.publishing.screen.notes import NOTES, Notes
from bordercast.publishing.screen.places import Spot, country_named, spots
from bordercast.publishing.screen.reports import ReportText, report_text
from bordercast.publishing.screen.scenarios import ScenarioAnswer, ScenarioResult, scenario_answer
from bordercast.publishing.screen.series import Flows, flow_series
from bordercast.publishing.screen.shelter import Shelter, ShelterOutlook, shelter, shelter_outlooks
from bordercast.publishing.screen.verdicts import VerdictLine, verdict_lines

__all__ = [
    "NOTES",
    "Answers",
    "Border",
    "Changes",
    "ClaimDetail",
    "ClaimLine",
    "ClaimPage",
    "CorridorDetail",
    "CorridorLine",
    "Disputed",
    "Flows",
    "Notes",
    "ReportText",
    "ScenarioAnswer",
    "ScenarioResult",
    "Shelter",
    "ShelterOutlook",
    "Spot",
    "VerdictLine",
    "Wanted",
    "answers",
    "borders",
    "changes",
    "citation",
    "claim_detail",
    "claim_page",
    "corridor_detail",
    "corridor_lines",
    "country_named",
    "disputed",
    "flow_series",
    "narrowed",
    "report_text",
    "scenario_answer",
    "shelter",
    "shelter_outlooks",
    "spots",
    "verdict_lines",
]
