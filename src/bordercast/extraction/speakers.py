"""Which speaker a noun phrase names: name, role, organisation, and what kind of voice that is."""

import re
from dataclasses import dataclass, field, replace

from msgspec import Struct

from bordercast import atlas
from bordercast.extraction.language import Language
from bordercast.extraction.phrases import FULL_NAME, Phrase
from bordercast.extraction.places import Named
from bordercast.extraction.sentence import Sentence
from bordercast.vocabulary import Attribution, SourceType

TITLES = re.compile(
    r"^(?:(?:Colonel|General|Major|Lieutenant|Captain|Maj|Col|Gen|Lt|Capt|Mr|Mrs|Ms|Dr|Sheikh|Sir|Prof|President|Prime|Minister"
    r"|Полковник|Генерал|Майор|Президент|Министр|Премьер)\.?[\s-]+)+"
)
# The last word of a title that many outlets share; "Border Post" and "Help Desk" are not among them.
OUTLET = re.compile(
    r"(?:^|\s)(?:[A-Z]\w+\s+)+(?:Wire|Times|Herald|Gazette|Tribune|Courier|Observer|Dispatch|Ledger|Monitor|Journal|Telegraph|Chronicle|News|Radio|Daily|Weekly|Today|TV|Press)$"
)
NAMED_FOR = re.compile(
    r"[A-Z][a-z]\w+(?: [A-Z][\w-]+){1,2}"
)  # "Migration Colombia": an office named for its country
INITIALS = re.compile(
    r"(?:[Tt]he )?[A-Z]{3,}(?:['’]s)?"
)  # an office known by its initials: "the NDRF", "AFAD"
PREPOSITIONS = frozenset({"Of", "From", "In", "На", "В", "Из", "По", "С"})
VENUES = frozenset({"cinema", "hotel", "church", "mosque", "school"})
OFFICE = re.compile(
    r"(?<!\w)(?:minister|governor|mayor|president|spokes(?:man|woman|person)|ambassador|commissioner|prefect|министр|губернатор|мэр|президент)(?!\w)"
)
AGENCY = re.compile(r"(?:the |its )?(?:agency|organi[sz]ation|office)(?:['’]s)?(?!\w)")
SAME = re.compile(r"(?:the |this |that )?same |эт(?:от|а|о) же |то же |тот же |та же ")
LONGEST = 200  # characters; a longer phrase is a clause


@dataclass(slots=True)
class Register:
    """The speakers a report has named so far, so that "Meier", "the minister" and "she" find theirs."""

    outlet: str
    people: dict[str, Attribution] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    last: Attribution | None = None
    body: str | None = None  # the international body named last

    def remember(self, attribution: Attribution, country: str | None) -> None:
        """Keep a speaker for later sentences."""
        if attribution.speaker:
            self.people[surname(attribution.speaker)] = attribution
        if country:
            self.countries[attribution.voice] = country
        if attribution.source_type is SourceType.INTERNATIONAL and attribution.organisation:
            self.body = attribution.organisation
        named = attribution.speaker or attribution.organisation or attribution.role
        if named and not (attribution.source_type is SourceType.MEDIA and self.last):
            self.last = attribution  # "he said" after "the agency reports" is not the agency

    def own(self) -> Attribution:
        """Return the report's own voice."""
        return Attribution(source_type=SourceType.MEDIA, chain=(self.outlet,))

    def country(self, attribution: Attribution) -> str | None:
        """Return the country a speaker was seen to speak for."""
        return self.countries.get(attribution.voice)


def surname(name: str) -> str:
    """Return the last word of a name, shorn of the endings Russian gives it."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    return re.sub(r"(?:ым|ого|ому|ой|а|у|ом|е)$", "", last) if re.search("[а-я]", last) else last


class Reading(Struct, frozen=True, kw_only=True):
    """A noun phrase as the rules see it: its words, the places in it, a name, a role, a body."""

    text: str
    inside: list[Named]
    name: str | None
    role: re.Match[str] | None
    body: re.Match[str] | None

    @property
    def lower(self) -> str:
        """The phrase in lower case."""
        return self.text.lower()


def speaker(
    phrase: Phrase, sentence: Sentence, register: Register, language: Language
) -> tuple[Attribution, str | None] | None:
    """Return who a phrase names and the country they speak for, or None when it names nobody."""
    read = _read(phrase, sentence, language)
    if read is None:
        return None
    capital = next((iso for word, iso in language.capitals.items() if word in read.lower), None)
    country = next((p.iso3 for p in read.inside if p.iso3), None) or capital
    known = _known(read.lower, register)
    if known and not (read.role and FULL_NAME.search(TITLES.sub("", read.text))):
        return known, country or register.country(known)
    kind = source_type(read.text, language, role=bool(read.role), body=bool(read.body))
    if read.role is None and read.body is None and kind is None:
        bare = _bare(read, register, language)
        return (bare, country) if bare else None
    last = register.last
    if last and _refers_back(read, last, language):
        return last, register.country(last)
    described = _described(read, kind or SourceType.OFFICIAL, language)
    return chained(_of_the_agency(described, read, register), register), country


def _of_the_agency(said: Attribution, read: Reading, register: Register) -> Attribution:
    """Return the attribution with the international body that "the agency" stands for, when one was named."""
    bare = AGENCY.search(read.lower)
    if bare is None or register.body is None or read.inside:
        return said
    if said.organisation is not None and not AGENCY.fullmatch(said.organisation.lower()):
        return said
    return replace(said, organisation=register.body, source_type=SourceType.INTERNATIONAL)


def _read(phrase: Phrase, sentence: Sentence, language: Language) -> Reading | None:
    raw, offset = phrase
    heading = HEADING.match(raw)
    if heading:
        raw, offset = raw[heading.end() :], offset + heading.end()
    text = raw.strip(" ,.'’")
    if not text or len(text) > LONGEST or "#" in sentence.mask[offset : offset + len(text)]:
        return None
    return Reading(
        text=text,
        inside=[p for p in sentence.places if offset <= p.start < offset + len(text) + 2],
        name=_name(text, sentence, offset, language),
        role=language.roles.search(text.lower()),
        body=language.bodies.search(text.lower()) or language.acronyms.search(text),
    )


def _described(read: Reading, kind: SourceType, language: Language) -> Attribution:
    if kind is SourceType.WITNESS:  # private persons are not named
        return Attribution(role=_short(read.text), source_type=kind)
    titled, organisation = _role_and_body(read, language)
    return Attribution(speaker=read.name, role=titled, organisation=organisation, source_type=kind)


def chained(attribution: Attribution, register: Register) -> Attribution:
    """Return the attribution with the outlet before it in its chain."""
    return replace(attribution, chain=(register.outlet, attribution.voice))


def source_type(text: str, language: Language, *, role: bool, body: bool) -> SourceType | None:
    """Return what kind of voice a phrase names, or None when nothing in it tells."""
    lower = text.lower()
    if language.unnamed.search(lower):
        return SourceType.OFFICIAL if language.official_sources.search(lower) else SourceType.UNNAMED
    official, media, witness = (
        p.search(lower) for p in (language.official, language.media, language.witness)
    )
    outlet = media or OUTLET.search(text)
    signs = (
        (language.expert.search(lower), SourceType.EXPERT),
        (language.politician.search(lower), SourceType.POLITICIAN),
        (language.international.search(lower) or language.acronyms.search(text), SourceType.INTERNATIONAL),
        (outlet and not (official and media and official.start() < media.start()), SourceType.MEDIA),
        (
            any(p.search(lower) for p, site in language.shelter_sites if site in VENUES),
            SourceType.ORGANISATION,
        ),
        (
            witness and not OFFICE.search(lower) and not (official and official.start() < witness.start()),
            SourceType.WITNESS,
        ),
        (official, SourceType.OFFICIAL),
        (body, SourceType.ORGANISATION),
        (role, SourceType.UNNAMED),
    )
    return next((kind for sign, kind in signs if sign), None)


def _known(lower: str, register: Register) -> Attribution | None:
    for name, attribution in register.people.items():
        if name in lower and re.search(rf"(?<!\w){re.escape(name)}(?:\w{{0,3}})?(?!\w)", lower):
            return attribution
    return None


def _bare(read: Reading, register: Register, language: Language) -> Attribution | None:
    """Return the voice of a bare name: a country or capital that stands for its government, or a person."""
    inside, lower, name = read.inside, read.lower, read.name
    if (
        inside
        and inside[0].iso3
        and inside[0].form is atlas.Form.NAME
        and len(lower) <= inside[-1].end - inside[0].start + 12
    ):
        return chained(Attribution(organisation=inside[0].surface, source_type=SourceType.OFFICIAL), register)
    if next((w for w in language.capitals if lower in (w, f"the {w}")), None):
        seat = read.text.removeprefix("the ").removeprefix("The ")
        return chained(Attribution(organisation=seat, source_type=SourceType.OFFICIAL), register)
    if name and (lower.endswith(name.lower()) or lower.startswith(name.lower())):
        # a name without a role is, in reports of counts, nearly always a spokesperson the reader knows
        return chained(Attribution(speaker=name, source_type=SourceType.OFFICIAL), register)
    if (
        inside
        and inside[0].start > 0
        and NAMED_FOR.fullmatch(read.text)
        and read.text.endswith(inside[-1].surface)
    ):
        return chained(Attribution(organisation=read.text, source_type=SourceType.ORGANISATION), register)
    if INITIALS.fullmatch(read.text) and not inside:
        organisation = ARTICLE.sub("", read.text)
        return chained(Attribution(organisation=organisation, source_type=SourceType.ORGANISATION), register)
    return None


def _refers_back(read: Reading, last: Attribution, language: Language) -> bool:
    """Whether a phrase means the speaker named last: "the minister", "the same official", "the agency"."""
    lower, role, body = read.lower, read.role, read.body
    if read.name or read.inside:
        return False
    if SAME.match(lower):
        return True
    if role and len(lower) <= len(role[0]) + 12:
        word = role[0].split()[-1].rsplit("-", maxsplit=1)[-1]
        same_role = last.role is not None and word in last.role.lower()
        return same_role or bool(last.speaker and language.any_role.fullmatch(word))
    if body and len(lower) <= len(body[0]) + 5:
        return last.organisation is not None and body[0] in last.organisation.lower()
    return False


def _short(text: str) -> str:
    return re.sub(r"^(?:The|the|An?|an?)\s+", "", text).strip(" ,")[:80]


def _name(text: str, sentence: Sentence, offset: int, language: Language) -> str | None:
    """Return a person's full name in a phrase: capitalised words that are no place, body or role."""
    best: str | None = None
    for m in FULL_NAME.finditer(text):
        words = m[0].split()
        at = offset + m.start()
        titles = [k for k, word in enumerate(words) if _titular(word, language)]
        while titles and titles[-1] == len(words) - 1:
            words.pop()
            titles.pop()
        if titles:  # "Refugee Service Committee N. N.": the name follows the last title
            at += sum(len(word) + 1 for word in words[: titles[-1] + 1])
            words = words[titles[-1] + 1 :]
        owners = [k for k, word in enumerate(words) if word.endswith(("'s", "’s"))]
        if owners:  # "Border Guard's N. N.": the name follows its owner
            at += sum(len(word) + 1 for word in words[: owners[-1] + 1])
            words = words[owners[-1] + 1 :]
        if any(word.lower() in OFFICE_WORDS or word.lower() in language.weekdays for word in words):
            continue
        bare = " ".join(words)
        if len(words) < 2 or language.acronyms.search(bare) or OUTLET.search(bare):
            continue
        last = at + len(bare) - len(words[-1])
        if any(p.start <= at < p.end or at <= p.start < last for p in sentence.places):
            continue
        if words[0] in PREPOSITIONS:
            continue
        best = bare
    return best


def _titular(word: str, language: Language) -> bool:
    lower = word.lower()
    return bool(
        language.roles.fullmatch(lower)
        or language.bodies.fullmatch(lower)
        or TITLES.match(word + " ")
        or lower in ("the", "a", "an", "state", "federal", "national")
    )


def _role_and_body(read: Reading, language: Language) -> tuple[str | None, str | None]:
    """Return the role and the organisation as the text words them, without the name and article."""
    text, name = read.text, read.name
    bare = []
    for piece in (p.strip() for p in text.split(",")):
        named = bool(name and name in piece)
        owner = re.match(r"(.+)['’]s\s+$", piece[: piece.find(name)]) if name and named else None
        if owner:
            bare.append(owner[1])
        else:
            bare.append(
                TITLES.sub("", piece.replace(name or "", "").strip() + " ").strip() if named else piece
            )
    titled = next((b for b in bare if b and language.roles.search(b.lower())), None)
    organisation: str | None = None
    if titled:
        organisation = _employer(titled, language) or next(
            (b for b in bare if b is not titled and b and language.bodies.search(b.lower())), None
        )
    elif read.body:
        organisation = next(
            (b for b in bare if language.bodies.search(b.lower()) or language.acronyms.search(b)), None
        )
    elif not read.role:
        organisation = next((b for b in bare if b), None)
    return _trim(titled), _trim(organisation)


def _employer(titled: str, language: Language) -> str | None:
    """Return the organisation inside a role: "head of X", "spokesman for X" X; "Kremlin spokesman" the Kremlin."""
    inner = re.search(r"\s(?:of|for|at|from|with|to)\s+(?:the\s+)?(.+)$", titled)
    if inner and (language.bodies.search(inner[1].lower()) or inner[1][:1].isupper()):
        return inner[1]
    body, word = language.bodies.search(titled.lower()), language.roles.search(titled.lower())
    if body and word:
        if body.end() <= word.end():
            return titled[: body.end()]
        if language.code == "ru":  # «глава Комитета миграционной службы»: the body follows in the genitive
            return titled[body.start() :]
    return None


# "**Georgia.** The ministry", "29 September Georgia's police": what heads the line is not who speaks
HEADING = re.compile(
    r"\s*(?:\*\*[^*]{1,60}\*\*|[*_#>]+|(?:[Oo]n\s)?\d{1,2}\s[^\W\d_]{3,10}(?=\s[A-ZА-ЯЁ])|[Oo]n\s[A-Z][a-z]{2,5}day(?=\s))\s*"
)
# the second half of an office's name, which reads like a family name: "Internal Affairs", "Border Protection"
OFFICE_WORDS = frozenset(
    [
        "affairs",
        "protection",
        "security",
        "services",
        "emergencies",
        "situations",
        "statistics",
        "management",
        "welfare",
        "development",
        "relief",
        "rehabilitation",
        "reduction",
        "immigration",
        "interior",
        "health",
        "foreign",
        "social",
        "disaster",
        "disasters",
        "emergency",
        "refugee",
        "refugees",
        "returnees",
        "humanitarian",
        "coordination",
        "planning",
        "civil",
        "human",
        "rights",
        "monitoring",
        "tracking",
        "matrix",
        "response",
        "migration",
        "resilience",
    ]
)
ARTICLE = re.compile(
    r"^(?:(?:the|a|an|its|of|in|в|во|with|le|la|les|el|los|las|una?|une|du|del)\s+|l['’])", re.IGNORECASE
)
# "On Thursday the border guard", "For the whole of the land border the guard": what leads up to the speaker
LEADING = re.compile(
    r"^(?:on|for|at|by|from|during|after|in|earlier|meanwhile|later)\s[^,]{2,70}?\s(?=the\s|[A-ZА-ЯЁ][\w'’]+\s[A-Z])",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"\s+(?:has|have|had|is|was|also|later|flatly|meanwhile|then|now|itself|уже|также)$", re.IGNORECASE
)


def _trim(text: str | None) -> str | None:
    if not text:
        return None
    text = LEADING.sub("", text.strip(" ,.'’\"“”"))
    text = TRAILING.sub("", ARTICLE.sub("", text))
    return text.strip(" ,")[:120] or None
