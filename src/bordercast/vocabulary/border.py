"""Who said what about a border, and when."""

from dataclasses import dataclass
from datetime import date

from bordercast.vocabulary.claim import Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderEvent:
    """One statement about a border: the claim behind it, the day, what was said and how."""

    day: date
    status: str
    modality: Modality
    voice: str
    claim_id: str
    population: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderTimeline:
    """Statements about one border (``RUS`` all its borders, ``RUS>FIN`` one, or a crossing's name), oldest first.

    ``standing`` is the latest factual statement (asserted, reported, estimated), or None: rumours, denials,
    plans and "no decision" never make a border open or closed.
    """

    border: str
    events: tuple[BorderEvent, ...]

    @property
    def standing(self) -> BorderEvent | None:
        """The latest event that states how things are, or None when nobody has."""
        facts = [e for e in self.events if e.modality.factual and e.status != "undecided"]
        return facts[-1] if facts else None
