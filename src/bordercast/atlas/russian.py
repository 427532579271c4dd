"""Russian case forms, by rule: enough for place names, nouns of people and adjectives.

The rules over-generate on purpose ("грузин" and "грузинов"): a form nobody writes costs nothing,
a form we miss loses a place.
"""

import re
from functools import lru_cache
from typing import TypeAlias

ADJECTIVE_HARD = ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ою", "ое", "ые", "ых", "ыми")
ADJECTIVE_SOFT = ("ий", "его", "ему", "им", "ем", "яя", "ей", "юю", "ею", "ее", "ие", "их", "ими")
ADJECTIVE_VELAR = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ою", "ое", "ие", "их", "ими")

Cases: TypeAlias = list[tuple[str, ...]]
"""The forms of a word, one tuple a case, nominative first."""

_LONGEST_NAME = 7
_NOUNS_LIKE_ADJECTIVES = ("Шанхай", "Китай", "Уругвай", "Парагвай")

_SHORTEST_NOUN = 3

_ADJECTIVE_PATTERNS = (
    ("ая", "ая,ой,ой,ую,ой,ой"),
    ("няя", "яя,ей,ей,юю,ей,ей"),
    ("кое", "ое,ого,ому,ое,им,ом"),
    ("ное", "ое,ого,ому,ое,ым,ом"),
    ("вое", "ое,ого,ому,ое,ым,ом"),
    ("лое", "ое,ого,ому,ое,ым,ом"),
    ("рое", "ое,ого,ому,ое,ым,ом"),
    ("ые", "ые,ых,ым,ые,ыми,ых"),
    ("ие", "ие,их,им,ие,ими,их"),
)

_NOUN_PATTERNS: tuple[tuple[tuple[str, ...], int, str], ...] = (
    # endings, letters cut off, endings of the six cases (a slash where two forms are in use)
    (("ство", "ово", "ево", "ино", "ыно"), 1, "о,о/а,о/у,о,о/ом,о/е"),
    (("ье", "море"), 1, "е,я,ю,е,ем,е"),
    (("ия",), 1, "я,и,и,ю,ей,и"),
    (("я",), 1, "я,и,е,ю,ей,е"),
    (("жа", "ша", "ча", "ща"), 1, "а,и,е,у,ей/ой,е"),
    (("ца",), 1, "а,ы,е,у,ей/ой,е"),
    (("га", "ка", "ха"), 1, "а,и,е,у,ой,е"),
    (("а",), 1, "а,ы,е,у,ой,е"),
    # masculine ("Израиль") and feminine ("Казань") look alike: both are formed
    (("ь",), 1, "ь,я/и,ю/и,ь,ем/ью,е/и"),
    (("й",), 1, "й,я,ю,й,ем,е"),
    (("ы",), 1, "ы,/ов,ам,ы,ами,ах"),
    (("ги", "ки", "хи"), 1, "и,,ам,и,ами,ах"),
    (("о", "е", "у", "ю", "э", "и"), 0, ",,,,,"),  # "Чили", "Баку", "Осло" do not decline
    # a fleeting vowel: "Череповец", "Череповца"
    (("лец",), 2, "ец,ьца/еца,ьцу/ецу,ец,ьцом/ецом,ьце/еце"),
    (("ец",), 2, "ец,ца/еца,цу/ецу,ец,цом/цем/ецом,це/еце"),
    (("ов", "ев", "ин", "ын"), 0, ",а,у,,ом/ым,е"),
    (("ж", "ш", "ч", "щ", "ц"), 0, ",а,у,,ем/ом,е"),
    (("",), 0, ",а,у,,ом,е"),
)

_ENDING = re.compile(
    "(?:ого|его|ому|ему|ами|ями|ыми|ими|ом|ем|ой|ей|ым|им|ых|их|ах|ях|ам|ям|ью|ая|яя|ое|ее|ые|ие|ый|ий|[аяоеуюыиьй])$"
)
_WORD = re.compile("[А-Яа-яЁё]+")
_ADJECTIVAL = ("ый", "ий", "ая", "яя", "ое", "ой", "ые", "ие")


def stem(word: str) -> str:
    """The word without its case ending; a key to look names up by, not a linguistic root."""
    return _ENDING.sub("", word) if len(word) > 3 else word


@lru_cache(maxsize=20_000)
def forms(name: str) -> frozenset[str]:
    """All case forms of a place name of one or several words, itself included.

    Every word that can decline is put into each of the six cases; combinations share a case.
    """
    parts = _WORD.findall(name)
    if not parts or len(parts) > _LONGEST_NAME:
        return frozenset((name,))
    template = _WORD.sub("\0", name).split("\0")
    declined = []
    opening = 0
    for index, part in enumerate(parts):
        if part == "и":  # "Босния и Герцеговина": both sides decline
            opening = index + 1
        declined.append(_cases(part, parts[opening:index], joined=template[index] == "-"))
        if index + 1 < len(parts) and template[index + 1] == "-":
            # "Санкт-Петербурга": the first half of a compound may stay as it is.
            declined[index] = [tuple(dict.fromkeys((*case, part))) for case in declined[index]]
    found = {name}
    for case in range(6):
        variants = [""]
        for index, part_cases in enumerate(declined):
            variants = [head + template[index] + form for head in variants for form in part_cases[case]]
        found.update(variant + template[-1] for variant in variants)
    return frozenset(found)


def adjective_forms(lemma: str) -> frozenset[str]:
    """All forms of an adjective given in the masculine nominative ("российский")."""
    body, ending = lemma[:-2], lemma[-2:]
    if ending not in ("ий", "ый", "ой"):
        return frozenset((lemma,))
    return frozenset({body + end for end in _adjective_endings(body, ending)} | {lemma})


def people_forms(plural: str) -> frozenset[str]:
    """All case forms of a noun of people given in the plural nominative ("россияне", "казахи").

    The singular is formed too ("россиянин", "казах", "американец"), with its feminine where regular.
    """
    if " " in plural:
        return frozenset((plural,))
    found = {plural}
    if plural.endswith(("ане", "яне")):
        body = plural[:-1]
        found |= {body + end for end in ("", "ам", "ами", "ах", "ин", "ина", "ину", "ином", "ине")}
        found |= {body + end for end in ("ка", "ки", "ке", "ку", "кой", "ок", "кам", "ками", "ках")}
    elif plural.endswith("цы"):
        body = plural[:-2]
        found |= {body + end for end in ("цев", "цам", "цами", "цах", "ца", "цу", "цем", "це")}
        singular = body[:-1] + "ец" if body.endswith(("ь", "й")) else body + "ец"
        found.add(body[:-1] + "лец" if body.endswith("ль") else singular)
        if body.endswith("й"):
            found.add(body[:-1] + "ец")
    elif plural.endswith(("и", "ы")):
        body = plural[:-1]
        found |= {body + end for end in ("ам", "ами", "ах", "ов", "", "а", "у", "ом", "е")}
        if plural.endswith(("ши", "чи", "жи")):
            found |= {body + "ей", body + "ем"}
        if plural.endswith("ки"):
            found.add(body[:-1] + "ок")
    return frozenset(form for form in found if len(form) > 2)


def _adjective_endings(body: str, ending: str) -> tuple[str, ...]:
    if ending == "ий" and not body.endswith(("к", "г", "х", "ж", "ш", "ч", "щ")):
        return ADJECTIVE_SOFT
    return ADJECTIVE_VELAR if body.endswith(("к", "г", "х", "ж", "ш", "ч", "щ")) else ADJECTIVE_HARD


def _cases(part: str, before: list[str], *, joined: bool) -> Cases:
    """The forms of one word in the six cases: nominative, genitive, dative, accusative, instr., prep.

    ``before`` are the words of the same phrase that come earlier. What follows a noun stays as it is
    ("Республика Корея", "страны Балтии", "Ростов-на-Дону"), what follows an adjective declines.
    """
    after_noun = bool(before) and not before[-1].endswith(_ADJECTIVAL)
    compound = joined and bool(before) and part[0].isupper() and before[-1][0].isupper()
    if part == "и" or (after_noun and not compound) or any(earlier[0].islower() for earlier in before[1:]):
        return [(part,)] * 6
    if part.endswith(("ый", "ий", "ой")) and part not in _NOUNS_LIKE_ADJECTIVES:
        return _masculine(part)
    for ending, cases in _ADJECTIVE_PATTERNS:
        if part.endswith(ending) and len(part) > len(ending) + 2:
            return [(part[:-2] + end,) for end in cases.split(",")]
    return _noun(part)


def _masculine(part: str) -> Cases:
    body = part[:-2]
    soft = part.endswith("ий") and not body.endswith(("к", "г", "х", "ж", "ш", "ч", "щ"))
    o, y = ("е", "и") if soft else ("о", "и" if body.endswith(("к", "г", "х", "ж", "ш", "ч", "щ")) else "ы")
    if body.endswith(("ж", "ш", "ч", "щ")):
        o = "е"
    return [(part,), (body + o + "го",), (body + o + "му",), (part,), (body + y + "м",), (body + o + "м",)]


def _noun(part: str) -> Cases:
    if len(part) < _SHORTEST_NOUN or part.isupper():
        return [(part,)] * 6
    for ending, cut, cases in _NOUN_PATTERNS:
        if part.endswith(ending):
            body = part[: len(part) - cut]
            return [tuple(body + end for end in case.split("/")) for case in cases.split(",")]
    return [(part,)] * 6
