"""Words that only look like a place: persons, treaties, streets, societies; and towns that say which one they are.

Each rule is a form of news language, not a list of texts: "Chad Williams, a volunteer", "the Geneva Convention",
"the Bangkok Post", "Paris, Texas".
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bordercast import atlas

# Countries that are also given names. "Chad Williams said": a person, unless the second word is what a country has.
GIVEN_NAMES = frozenset(
    {
        "Chad",
        "Jordan",
        "Georgia",
        "Israel",
        "India",
        "Kenya",
        "Ireland",
        "Holland",
        "Cuba",
        "China",
        "Asia",
        "Malta",
        "Cyprus",
    }
)
# What follows a country's name with a capital and makes no person of it.
OF_A_COUNTRY = re.compile(
    r"(?:Defen[cs]e|Forces?|Army|Navy|Air|Armed|Police|Security|Foreign|Interior|Prime|Vice|President|King|Queen|Crown|Prince"
    r"|Parliament|Supreme|National|Airlines?|Airways|Red|Electric|Power|Valley|River|Lake|Basin|Delta|Sea|Strait|Bank|Central"
    r"|Football|Rugby|Cricket|Olympic|Today|Times|Post|Daily|News|Radio|Television|Dream|State|Tech|Southern|Northern|Eastern"
    r"|Western|Minist\w+|Government|Border|Customs|Immigration|Migration|Refugees?|Health|Interior|Land|Nature|Trade|Deputy"
    r"|Ambassador|Embassy|Consul\w*|Hebrew|Democratic|Federal|Civil|Emergency|Coast|General|Governor|Secretary|On|In|At|The|And"
    r"|Has|Have|Had|Is|Was|Are|Were|Will|Says|Said|To|For|From|With|After|As|Closes?|Opens?|Shuts?|Takes?|Hosts?|Receives?"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
# What shows that the two words are somebody: a comma and more about them, a verb of a person, a title before.
SOMEBODY_AFTER = re.compile(
    r"\s(?:[A-Z]\.\s)?[A-Z][\w’'-]+(?:,\s(?:an?|the|who|whose|\d\d|head|director|chief|coordinator|spokes\w+|from|which)\s"
    r"|\s(?:said|says|told|counted|counts|added|adds|runs|hosts|shelters|gave|gives|drives|helps|fled|wrote|writes|took|takes|recalled|warned)\b)"
)
TITLE_BEFORE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sgt|Capt|Col|Gen|Lt|Rep|Sen|Gov|Father|Sister|Sir|Lady)\.?"
    r"|\b(?:[Gg]overnor|[Mm]ayor|[Dd]irector|[Nn]urse|[Tt]eacher|[Vv]olunteer|[Cc]oordinator|[Bb]oxer|[Ss]inger|[Aa]ctor|[Aa]ctress"
    r"|[Ss]enator|[Jj]udge|[Ss]heriff|[Cc]ommissioner|[Pp]rofessor|[Dd]octor|[Pp]ilot|[Dd]river|[Ff]armer|[Ss]tudent|[Ll]awyer"
    r"|[Aa]uthor|[Nn]ovelist|[Rr]eporter|[Pp]hotographer|[Cc]aptain|[Oo]fficer|[Ss]pokes(?:man|woman|person))),?\s$"
)
# First names common enough that a country after one is a surname: "Michael Jordan", "Kathy Ireland", "Tom Holland".
FIRST_NAMES = re.compile(
    r"\b(?:Michael|John|James|David|Robert|William|Richard|Thomas|Tom|Mark|Paul|Steven|Andrew|Peter|Kevin|Brian|George|Edward|Tony"
    r"|Anthony|Vernon|Barbara|Mary|Patricia|Jennifer|Linda|Elizabeth|Susan|Sarah|Karen|Lisa|Nancy|Kathy|Katherine|Anna|Maria|Laura"
    r"|Emma|Jane|Alice|Helen|Ruth|Rachel|Daniel|Joseph|Charles|Christopher|Matthew|Joshua|Ryan|Eric|Scott|Simon|Neil|Ian|Jack|Ben"
    r"|Benjamin|Sam|Samuel|Alex|Adam|Nick|Joe|Jim|Bob|Bill|Mike|Steve|Chris|Dan|Matt|Kate|Amy|Julia|Rebecca|Hamilton|Neal|June)\s$"
)
# "the Geneva Convention", "the Minsk agreements": a paper, not a place where anything happened.
PAPER = re.compile(
    r"\s(?:Refugee\s|Peace\s|Climate\s)?(?:[Cc]onventions?|Regulations?|[Aa]greements?|[Aa]ccords?|[Pp]rotocols?|[Pp]act|[Tt]reat(?:y|ies)|Declaration"
    r"|Statute|Process|Club|Consensus|Principles)\b"
)
# "the Bangkok Post", "the Swiss Church Aid": whoever writes or works abroad. A Red Cross society is left: it works at home.
SOCIETY = re.compile(
    r"\s(?:Refugee\sCouncil|Church\sAid|People['’]s\sAid|Times|Post|Herald|Tribune|Gazette|Chronicle|Telegraph"
    r"|Observer|Broadcasting|Press\sAgency|Journal|Review)\b"
)
STREET = re.compile(
    r"\s(?:Street|Avenue|Boulevard)\b"
    r"|\s(?:улиц\w*|ул\.|переул\w*|проспект\w*|шоссе|площад\w*|вокзал\w*|бульвар\w*|набережн\w*|вулиц\w*)(?!\w)"
)
# "turkey" with a capital opens a sentence, "Guinea fowl", "Panama hats": a thing named after a place.
THING = re.compile(
    r"\s(?:sandwich\w*|breasts?|soup|dinners?|farm(?:er)?s?|meat|stew|burgers?|sausages?|hats?|nuts?|fowl|pigs?|worms?|hens?|fries|toast"
    r"|bread|cheese|pastr\w+|carpets?|rugs?|delight|beans|peppers?|sprouts|syndrome|flu|fever|virus)\b"
)
# "the Amur river", "Lake Victoria", «река Нигер»: water, which lies in no one country.
WATER_AFTER = re.compile(r"\s[Rr]ivers?\b")
WATER_BEFORE = re.compile(
    r"(?:\b(?:River|Lake|Mount|Mt\.|Gulf of|Bay of|Strait of|Sea of)|(?<!\w)(?:[Рр]ек[аиеу]|[Рр]екой|[Оо]зер[оаеу]|[Оо]зером))\s$"
)
# «Чад от горящих торфяников»: smoke, where it opens a sentence.
SMOKE = re.compile(r"\s(?:от|стоял|стоит|вис\w+|окутал|накрыл|и\sдым|с\sдымом)(?!\w)")
FIRST_NAMES_RU = re.compile(
    r"(?:Мари[яи]|Анн[аы]|Ольг[аи]|Елен[аы]|Наталь[яи]|Татьян[аы]|Ирин[аы]|Светлан[аы]|Иван|Сергей|Андрей|Алексей|Дмитрий|Михаил|Николай"
    r"|Александр|Павел|Пётр|Петр|Лев|Юрий|Олег|Игорь)\s$"
)
# Where "Town, Region" is how a town is told from its namesake.
TELL_TOWNS_APART = frozenset({"USA", "CAN", "AUS"})


def no_place(text: str, mention: atlas.Mention) -> bool:
    """Whether what follows or goes before a name shows that it is no place here."""
    after = text[mention.end : mention.end + 60]
    if STREET.match(after) or PAPER.match(after) or SOCIETY.match(after):
        return True
    if mention.form is not atlas.Form.NAME:
        return False
    before = text[max(0, mention.start - 40) : mention.start]
    return _thing(mention, before, after) or _person(mention, before, after)


def _thing(mention: atlas.Mention, before: str, after: str) -> bool:
    """Whether it is a dish, an animal, smoke, or a water that the atlas does not know as one."""
    if mention.candidates[0].level is atlas.Level.WATER:
        return False
    smoke = mention.surface == "Чад" and SMOKE.match(after)
    return bool(smoke or THING.match(after) or WATER_AFTER.match(after) or WATER_BEFORE.search(before))


def _person(mention: atlas.Mention, before: str, after: str) -> bool:
    """Whether the name of a country is somebody's given name or surname."""
    if FIRST_NAMES_RU.search(before):
        return True
    if mention.surface not in GIVEN_NAMES:
        return False
    second = re.match(r"\s(?:[A-Z]\.\s)?([A-Z][\w’'-]+)", after)
    named = second and not OF_A_COUNTRY.match(second[1]) and not atlas.scan(second[1])
    somebody = named and (SOMEBODY_AFTER.match(after) or TITLE_BEFORE.search(before))
    return bool(FIRST_NAMES.search(before) or somebody)


def told_apart(text: str, mentions: Sequence[atlas.Mention]) -> dict[int, atlas.Place]:
    """Return the places of names that say which one they are, "Athens, Georgia", by the start of the name.

    What a text says once holds wherever it uses the name again.
    """
    found: dict[int, atlas.Place] = {}
    for one, two in pairwise(mentions):
        if text[one.end : two.start] != ", " or {one.form, two.form} != {atlas.Form.NAME}:
            continue
        larger = [c for c in two.candidates if c.level in (atlas.Level.COUNTRY, atlas.Level.REGION)]
        within = {c.iso3: c for c in reversed(larger)}
        town = next((c for c in one.candidates if c.level is atlas.Level.CITY and c.iso3 in within), None)
        region = next(
            (c for c in larger if c.level is atlas.Level.REGION and c.iso3 in TELL_TOWNS_APART), None
        )
        first = one.candidates[0]
        if town is not None and first.level in (atlas.Level.CITY, atlas.Level.COUNTRY):
            if first.level is atlas.Level.COUNTRY and region is None:
                continue  # "Lebanon, Syria": two countries of a list
            found[one.start] = town
            found[two.start] = within[town.iso3]
        elif (
            region is not None
            and first.level in (atlas.Level.CITY, atlas.Level.COUNTRY)
            and first.iso3 != region.iso3
        ):
            found[one.start] = region  # a town below the atlas' cut: its region is sure
            found[two.start] = region
    told = {m.surface: found[m.start] for m in mentions if m.start in found}
    return found | {m.start: told[m.surface] for m in mentions if m.surface in told and m.start not in found}
