"""Who says it: attribution, from a sentence's own words or carried over from its neighbours."""

import re
from dataclasses import dataclass, field, replace
from re import Pattern

from bordercast.extraction.language import Language
from bordercast.extraction.sentence import Sentence
from bordercast.vocabulary import Attribution, SourceType

# Two to five capitalised words, with the particles that stand inside names ("Ursula von der Leyen", "al-Sudani").
FULL_NAME = re.compile(
    r"(?:[A-ZÀ-ÞÇŞĞА-ЯЁ][\w'’]+(?:-[A-Z]?\w+)*|[A-ZА-Я]\.)(?:\s+(?:(?:von|van|de|der|den|el|al|bin|ibn|da|dos|le|la)\s+)?(?:al-|el-|Al-|El-)?[A-ZÀ-ÞÇŞĞА-ЯЁ][\w'’]+(?:-[A-Z]?\w+)*|\s+[A-ZА-Я]\.){1,3}"
)
TITLES = re.compile(
    r"^(?:(?:Colonel|General|Major|Lieutenant|Captain|Maj|Col|Gen|Lt|Capt|Mr|Mrs|Ms|Dr|Sheikh|Sir|Prof|President|Prime|Minister|Polkovnik|Полковник|Генерал|Майор|Президент|Министр|Премьер)\.?[\s-]+)+"
)
CLAUSE = re.compile(r"[;:]|--|—|–|[.!?]\s")
SAID_WHEN = re.compile(
    r"^\W*(?:(?:also|later|earlier|late|early|here|today|in (?:a|an|the) (?:statement|interview|briefing|post|video)|at (?:a|the) (?:briefing|press conference|news conference|session|meeting)|in §+|reporters|journalists|to reporters|the (?:agency|newspaper|broadcaster)|on|в|во|на)\W*){0,6}$"
)
EVENT_CLAUSE = re.compile(r"after|since|when|before|после того как")
TELLING_DATE = 45  # characters between a word of saying and the date it was said on


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker with the place in the sentence where the words of saying stand."""

    attribution: Attribution
    start: int = 0
    end: int = 0
    covers_from: int = 0  # the statement's stretch of the sentence
    covers_until: int = 10**9
    country: str | None = None

    def covers(self, position: int) -> bool:
        """Whether a position of the sentence lies in what this voice says."""
        return self.covers_from <= position < self.covers_until


@dataclass(slots=True)
class Register:
    """The speakers a report has named so far, so that "Peskov", "the minister" and "she" find theirs."""

    outlet: str
    people: dict[str, Attribution] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    last: Attribution | None = None

    def remember(self, attribution: Attribution, country: str | None) -> None:
        """Keep a speaker for later sentences."""
        if attribution.speaker:
            self.people[surname(attribution.speaker)] = attribution
        if country:
            self.countries[attribution.voice] = country
        if attribution.speaker or attribution.organisation or attribution.role:
            self.last = attribution

    def own(self) -> Attribution:
        """Return the report's own voice."""
        return Attribution(source_type=SourceType.MEDIA, chain=(self.outlet,))


def surname(name: str) -> str:
    """Return the last word of a name, shorn of the endings Russian gives it."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    return re.sub(r"(?:ым|ого|ому|ой|а|у|ом|е)$", "", last) if re.search("[а-я]", last) else last


def voices(sentence: Sentence, register: Register, language: Language) -> list[Voice]:
    """Return the voices of a sentence in its own words, left to right; several when it chains them."""
    found: list[Voice] = []
    mask = sentence.mask
    for m in language.according.finditer(mask):
        phrase = _phrase_after(sentence, m.end())
        voice = _voice(phrase, sentence, register, language, m.start(), m.end() + len(phrase[0]))
        if voice:
            found.append(voice)
    for m in language.say.finditer(mask):
        if any(v.start <= m.start() < v.end for v in found):
            continue
        inverted = re.search(r"[,\"”»]\s*$", mask[: m.start()])
        before = _phrase_before(sentence, m.start(), language)
        for phrase in (before, _phrase_after(sentence, m.end(), inverted=True)) if inverted else (before,):
            voice = _voice(phrase, sentence, register, language, m.start(), m.end())
            if voice:
                if phrase[1] < m.start() and not re.search(
                    r"[,\"”»]\s*(?:and\s+)?(?:the\s+)?$", sentence.mask[: phrase[1]] + " "[:0]
                ):
                    voice = replace(
                        voice, covers_from=phrase[1]
                    )  # "X said that ...": what stands before is not X's
                found.append(voice)
                break
    if not found and language.pronoun.match(mask) and register.last:
        found.append(Voice(attribution=register.last, country=register.countries.get(register.last.voice)))
    found.sort(key=lambda v: v.start)
    return [_reach(v, sentence) for v in found]


def _reach(voice: Voice, sentence: Sentence) -> Voice:
    """Set how far a voice's words reach: "X says the border stays open as cars cross" is not X's from "as" on."""
    after = sentence.mask[voice.end :]
    m = re.search(
        r"\s(?:as|while)\s(?!of\b|a\b|many\b|much\b|well\b|soon\b|long\b)|, with (?=\w+ )|, although |, even as ",
        after,
    )
    if m and not sentence.in_quotes(voice.end + m.start()):
        return replace(voice, covers_until=voice.end + m.start())
    return voice


def said_on(sentence: Sentence, found: list[Voice]) -> list[int]:
    """Return which times of a sentence (by index) only date the act of saying: "said on 26 September that"."""
    dating: list[int] = []
    for i, t in enumerate(sentence.times):
        if t.since or t.until:
            continue
        for v in found:
            between = sentence.mask[v.end : t.start] if t.start >= v.end else sentence.mask[t.end : v.start]
            near = t.start >= v.end and len(between) <= TELLING_DATE and SAID_WHEN.match(between)
            told_at = re.search(
                r"(?:press conference|briefing|news conference|interview|statement|address|session|пресс-конференци\w+|брифинг\w*)[^.;]{0,40}$",
                sentence.mask[: t.start],
            )
            if near or told_at:
                dating.append(i)
                break
    return dating


Phrase = tuple[str, int]


def _phrase_before(sentence: Sentence, verb: int, language: Language) -> Phrase:
    """Return the noun phrase that ends where a verb of saying begins, with its offset."""
    text = sentence.text
    start, event = 0, False
    for m in re.finditer(
        r"[;:\"“”«»]|\s--?\s|[—–]|\s(?:that|as|because|while|but|after|when|which|and|since|before|с тем, что|что|а|но|после того как)\s",
        sentence.mask[:verb],
    ):
        start = m.end()
        if EVENT_CLAUSE.fullmatch(m[0].strip()):
            event = True
        elif m[0].strip() in (";", ":") or not m[0].strip().isalpha():
            event = False
    if event:  # "after the president announced": an event, not a statement
        return "", start
    head = text[start:verb]
    # ", with some outlets saying": what stands after the last comma, unless that is a name or a role in apposition
    commas = [m.start() for m in re.finditer(",", sentence.mask[start:verb])]
    pieces = [head[a:b] for a, b in zip([0, *(c + 1 for c in commas)], [*commas, len(head)], strict=True)]
    while len(pieces) > 1 and not pieces[-1].strip():
        pieces.pop()
    keep = 1
    last = pieces[-1]
    while keep < len(pieces) and keep < 4 and _apposed(pieces[-keep], pieces[-keep - 1], language):
        keep += 1
    joined = ",".join(pieces[-keep:]) if pieces else last
    offset = start + head.rfind(joined) if joined else start
    cut = re.match(r"\s*(?:with|and|but|who|also|meanwhile|и|а|но)\s+", joined, re.IGNORECASE)
    if cut:
        joined, offset = joined[cut.end() :], offset + cut.end()
    return joined, offset


def _apposed(last: str, before: str, language: Language) -> bool:
    """Whether two stretches around a comma name one speaker: "the acting chief of ..., Colonel Aslan Atalyqov,"."""
    bare = last.strip()
    named = (
        bool(FULL_NAME.search(bare))
        or bool(language.roles.search(bare.lower()))
        or bool(language.bodies.search(bare.lower()))
    )
    verbal = language.say.search(before.lower())
    return (
        named
        and len(bare) < 90
        and not verbal
        and bool(
            language.roles.search(before.lower())
            or language.bodies.search(before.lower())
            or FULL_NAME.search(before)
        )
    )


def _phrase_after(sentence: Sentence, end: int, *, inverted: bool = False) -> Phrase:
    """Return the noun phrase after "according to" or after an inverted "said"."""
    rest = sentence.text[end : end + 160]
    if inverted and not re.match(
        r"\s+(?:the |an? |[A-ZА-ЯЁ]|в |во |представител|глав|министр|источник|местн|пресс|официальн|экономист|демограф)",
        rest,
    ):
        return "", end
    stop = re.search(
        r"[;:\"“”«»()]|\s--?\s|[—–]|\.(?:\s|$)|\s(?:that|which|who|as|on|when|what|said|says|has|have|had|what|что|о том|было|была|were|was)\s|(?<=\w),\s(?=\d|more|about|at least|the number|some \d|nearly|almost|over)",
        rest,
    )
    phrase = rest[: stop.start()] if stop else rest
    pieces = phrase.split(",")
    keep = 1
    while (
        keep < len(pieces)
        and keep < 3
        and re.match(r"\s*(?:the |an? |[A-ZА-ЯЁ]|глав|министр|представит|head|chief|deputy)", pieces[keep])
    ):
        keep += 1
    phrase = ",".join(pieces[:keep])
    lead = len(phrase) - len(phrase.lstrip())
    return phrase.strip(), end + lead


def _voice(  # noqa: PLR0911, PLR0913 - one return a kind of speaker
    phrase: Phrase, sentence: Sentence, register: Register, language: Language, start: int, end: int
) -> Voice | None:
    text, offset = phrase
    text = text.strip(" ,.'’")
    if not text or len(text) > 200:
        return None
    lower = text.lower()
    inside = [p for p in sentence.places if offset <= p.start < offset + len(text) + 2]
    country = next((p.iso3 for p in inside if p.iso3), None) or next(
        (iso for w, iso in language.capitals.items() if w in lower), None
    )
    role = language.roles.search(lower)
    body = language.bodies.search(lower)
    spoken = dict(start=start, end=end, country=country)
    known = next((a for s, a in register.people.items() if _names(s, lower)), None)
    if known and not (role and FULL_NAME.search(TITLES.sub("", text))):
        return Voice(
            attribution=known, start=start, end=end, country=country or register.countries.get(known.voice)
        )
    kind = _source_type(lower, language, role=bool(role), body=bool(body))
    name = _name(text, sentence, offset, language)
    if role is None and body is None and kind is None:
        if (
            inside
            and len(lower) <= (inside[-1].end + sentence.start * 0 - inside[0].start) + 12
            and inside[0].iso3
        ):
            return Voice(
                attribution=_with_chain(
                    Attribution(organisation=inside[0].surface, source_type=SourceType.OFFICIAL), register
                ),
                **spoken,
            )  # type: ignore[arg-type]
        capital = next((w for w in language.capitals if lower in (w, f"the {w}")), None)
        if capital:
            return Voice(
                attribution=_with_chain(
                    Attribution(
                        organisation=text.removeprefix("the ").removeprefix("The "),
                        source_type=SourceType.OFFICIAL,
                    ),
                    register,
                ),
                **spoken,
            )  # type: ignore[arg-type]
        if name and _is_subject(lower, name):
            attribution = Attribution(speaker=name, source_type=SourceType.UNNAMED)
            return Voice(attribution=_with_chain(attribution, register), **spoken)  # type: ignore[arg-type]
        return None
    definite = re.match(r"(?:the|he|she|в|этот|эта)\s", lower) or not name
    if (
        role
        and not name
        and definite
        and register.last
        and register.last.role
        and _same_role(role[0], register.last.role)
        and not inside
    ):
        return Voice(
            attribution=register.last,
            start=start,
            end=end,
            country=register.countries.get(register.last.voice),
        )
    kind = kind or SourceType.OFFICIAL
    if kind is SourceType.WITNESS:
        return Voice(
            attribution=_with_chain(Attribution(role=_short(text), source_type=kind), register), **spoken
        )  # type: ignore[arg-type]
    titled, organisation = _role_and_body(text, name, language, role, body)
    attribution = Attribution(speaker=name, role=titled, organisation=organisation, source_type=kind)
    return Voice(attribution=_with_chain(attribution, register), **spoken)  # type: ignore[arg-type]


def _names(known: str, lower: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(known)}(?:\w{{0,3}})?(?!\w)", lower) is not None


def _is_subject(lower: str, name: str) -> bool:
    return lower.endswith(name.lower()) or lower.startswith(name.lower())


def _same_role(word: str, role: str) -> bool:
    head = word.rsplit(maxsplit=1)[-1].rsplit("-", maxsplit=1)[-1]
    return head in role.lower()


def _with_chain(attribution: Attribution, register: Register) -> Attribution:
    return replace(attribution, chain=(register.outlet, attribution.voice))


def _short(text: str) -> str:
    return re.sub(r"^(?:The|the)\s+", "", text).strip(" ,")[:80]


def _source_type(lower: str, language: Language, *, role: bool, body: bool) -> SourceType | None:
    order: tuple[tuple[Pattern[str], SourceType], ...] = (
        (language.unnamed, SourceType.UNNAMED),
        (language.expert, SourceType.EXPERT),
        (language.politician, SourceType.POLITICIAN),
        (language.international, SourceType.INTERNATIONAL),
    )
    for pattern, kind in order:
        if pattern.search(lower):
            return kind
    official, media, witness = (
        p.search(lower) for p in (language.official, language.media, language.witness)
    )
    if media and not (official and official.start() < media.start()):
        return SourceType.MEDIA
    if language.shelter_sites and any(
        p.search(lower)
        for p, site in language.shelter_sites
        if site in ("cinema", "hotel", "church", "mosque", "school")
    ):
        return SourceType.ORGANISATION
    if official:
        return SourceType.OFFICIAL
    if witness:
        return SourceType.WITNESS
    return SourceType.ORGANISATION if body else (SourceType.UNNAMED if role else None)


def _name(text: str, sentence: Sentence, offset: int, language: Language) -> str | None:
    """Return a person's full name in a phrase: capitalised words that are no place, body or role."""
    best: str | None = None
    for m in FULL_NAME.finditer(text):
        words = m[0].split()
        at = offset + m.start()
        while words and (
            language.roles.fullmatch(words[0].lower())
            or language.bodies.fullmatch(words[0].lower())
            or TITLES.match(words[0] + " ")
            or words[0] in ("The", "A", "An")
        ):
            at += len(words[0]) + 1
            words.pop(0)
        while words and (
            language.bodies.fullmatch(words[-1].lower()) or language.roles.fullmatch(words[-1].lower())
        ):
            words.pop()
        bare = " ".join(words)
        if len(words) < 2 or language.bodies.search(bare.lower()):
            continue
        if any(
            p.start <= at < p.end or at <= p.start < at + len(bare) - len(words[-1]) for p in sentence.places
        ):
            continue
        best = bare
    return best


def _role_and_body(
    text: str, name: str | None, language: Language, role: re.Match[str] | None, body: re.Match[str] | None
) -> tuple[str | None, str | None]:
    """Return the role and the organisation as the text words them, without the name and article."""
    pieces = [piece.strip() for piece in text.split(",")]
    bare = [
        TITLES.sub("", piece.replace(name, "").strip() + " ").strip() if name and name in piece else piece
        for piece in pieces
    ]
    titled = next((b for b in bare if b and language.roles.search(b.lower())), None)
    organisation: str | None = None
    if titled:
        # "head of X", "spokesman for X": the organisation is X; "Kremlin spokesman": it is what stands before
        inner = re.search(r"\s(?:of|for|at|from|with)\s+(?:the\s+)?(.+)$", titled)
        if inner and (language.bodies.search(inner[1].lower()) or inner[1][:1].isupper()):
            organisation = inner[1]
        else:
            before = language.bodies.search(titled.lower())
            word = language.roles.search(titled.lower())
            if before and word and before.start() < word.end():
                organisation = titled[: before.end()] if before.end() <= word.end() else None
        other = next((b for b in bare if b is not titled and b and language.bodies.search(b.lower())), None)
        organisation = organisation or other
    elif body:
        organisation = next((b for b in bare if language.bodies.search(b.lower())), None)
    elif not role:
        organisation = next((b for b in bare if b), None)
    return _trim(titled), _trim(organisation)


def _trim(text: str | None) -> str | None:
    if not text:
        return None
    text = re.sub(
        r"^(?:the|a|an|its|in|в|во|with)\s+", "", text.strip(" ,.'’\"“”"), flags=re.IGNORECASE
    ).strip(" ,")
    return text[:120] or None
