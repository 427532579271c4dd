"""Places: a name or a code comes in, countries, cities, crossings, borders and distances go out.

Pure look-ups over packaged data. Nothing here reads a text's context: `scan` says what a name may
mean, best guess first, and leaves the choice to the reader of the text.
"""

from bordercast.atlas.country import countries, country, group, groups, neighbours
from bordercast.atlas.crossing import crossings
from bordercast.atlas.dispute import dispute_note
from bordercast.atlas.distance import distance_km
from bordercast.atlas.event import Event, events
from bordercast.atlas.find import find
from bordercast.atlas.place import Country, Crossing, Form, Group, Level, Mention, Mode, Place
from bordercast.atlas.region import region_of, regions
from bordercast.atlas.register import place
from bordercast.atlas.scan import scan
from bordercast.atlas.ties import common_language, free_movement
from bordercast.atlas.unknown import UnknownPlace

__all__ = [
    "Country",
    "Crossing",
    "Event",
    "Form",
    "Group",
    "Level",
    "Mention",
    "Mode",
    "Place",
    "UnknownPlace",
    "common_language",
    "countries",
    "country",
    "crossings",
    "dispute_note",
    "distance_km",
    "events",
    "find",
    "free_movement",
    "group",
    "groups",
    "neighbours",
    "place",
    "region_of",
    "regions",
    "scan",
]
