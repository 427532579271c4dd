"""Whether a text is worth reading: a first look at the raw words, before anything else is done with them.

Of the world's news a hundredth is about people on the move. One automaton looks for the stems of all languages at
once; one stem that is said of little else is enough, or several that are said of other things too. What is set aside
here is not read, so the look is made to miss nothing rather than to keep little out; `relevance` reads more closely.
"""

from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

SHORT = 800  # characters; a shorter text says too little to be judged by its words, and is soon read
SEVERAL = 2  # distinct stems of the second kind that make a text worth reading (swept 2-6 with SHORT 0-1000, on dev)

# Stems that are said of little else.
OWN = {
    "en": "refugee|displaced|displacement|asylum| fled |fleeing| flee| abroad since|gone abroad|go abroad|barred from leaving|exodus|evacuat|returnee|deport|repatriat|uprooted"
    "|migrant|border guard|border crossing|border post|border service|border police|border checkpoint|crossing point"
    "|crossed the border|crossed into|cross into|across the border|humanitarian corridor|humanitarian aid|homeless|unhcr"
    "|left the country|leave the country|leaving the country|left their homes|leave their homes|from their homes"
    "|earthquake|cyclone|hurricane|typhoon|tent city|transit centre|transit center|reception centre|reception center|aid agenc|relief camp|ethnic cleansing",
    "ru": "беженц|беженк|беженец|переселен|переселён|перемещённ|перемещенн|убежищ|бежал|бегств|бегут из|эвакуац|эвакуир"
    "|депортац|депортир|выдвор|мигрант|миграци|погранич|погранслужб|погранпереход|пункт пропуска|пункта пропуска"
    "|пункте пропуска|пунктах пропуска|пунктов пропуска|покинули стран|покинуть стран|покидают стран|гуманитарн"
    "|пересек|выезд из|въезд|лишились жил|остались без кров|землетряс|релокант|репатри|исход",
    "uk": "біженц|біженк|біженец|переселен|переміщен|притулок|притулк|втекл|тікают|тікаю|евакуац|евакуйов|депортац"
    "|мігрант|прикордон|пункт пропуску|пункту пропуску|пункті пропуску|пунктах пропуску|виїзд|в'їзд|в’їзд|покинули країн"
    "|перетнул|перетин|землетрус|гуманітарн",
    "fr": "réfugié|déplacé|demandeurs d|asile|ont fui|fuient|fuyant|fuir |exode|évacu|expulsé|expulsion|rapatri|migrant"
    "|séisme|cyclone|frontali|frontière|sans-abri|sans abri|aide humanitaire|camp de |quitté le pays|quitter le pays|leurs foyers",
    "es": "refugiad|desplazad|asilo| huyeron|huyendo| huir |éxodo|evacua|deporta|repatria|migrante|fronteri|frontera"
    "|terremoto|sismo|ciclón|damnificad|ayuda humanitaria|campamento|abandonaron sus|salieron del país|cruzaron|retornad",
}
# Stems that are said of other things too.
SHARED = {
    "en": "border|frontier|crossing|shelter|camp|flood|wildfire|bushfire|shelling|air strike|airstrike|bombard|troops|rebel"
    "|militia|fighting|clashes|invasion|invaded|offensive|ceasefire|cease-fire|red cross|red crescent|humanitarian|queue"
    "|visa|mobilis|mobiliz|call-up|conscript|martial law|state of emergency|coup|entered|arriv|crossed|their homes|convoy"
    "|checkpoint|villagers|stranded|corridor|buses",
    "ru": "границ|лагер|наводнен|паводк|ураган|пожар|обстрел|бои |боев|войск|повстанц|столкновени|вторжени|наступлени|перемири"
    "|красного креста|очеред|виз|мобилизац|призыв|военного положения|чрезвычайного положения|переворот|прибыл|въехал"
    "|выехал|уехал|покинул|застря|кпп|колонн|коридор|автобус|семей",
    "uk": "кордон|табір|табор|повін|ураган|пожеж|обстріл|бої |військ|зіткнен|вторгнен|наступ|перемир|черг|мобілізац|прибул"
    "|в'їхал|виїхал|покинул|колон|коридор|автобус|сімей",
    "fr": "camp|inondation|ouragan|incendie|bombardement|combats|troupes|rebelle|milice|affrontement|invasion|offensive"
    "|cessez-le-feu|croix-rouge|humanitaire|file d|visa|mobilisation|arrivé|entré|traversé|quitté|convoi|foyers|villageois",
    "es": "albergue|refugio|inundaci|huracán|incendio|bombardeo|combates|tropas|rebelde|milicia|enfrentamiento|invasión"
    "|ofensiva|alto el fuego|cruz roja|humanitari|cola |visa|movilizaci|llegaron|llegado|entraron|cruzar|salieron|convoy|hogares",
}


def worth_reading(text: str) -> bool:
    """Whether a text may be about people on the move; a short one always is."""
    if len(text) < SHORT:
        return True
    automaton, own, stems = _automaton()
    seen = set()
    for found, _, _ in automaton.find_matches_as_indexes(text):
        if found < own:
            return True
        seen.add(stems[found])
    return len(seen) >= SEVERAL


@cache
def _automaton() -> tuple[AhoCorasick, int, list[str]]:
    """Return the automaton, how many of its patterns are `OWN`, and the stem of each; a stem is sought in three cases."""
    patterns: list[str] = []
    stems: list[str] = []
    own = 0
    for table in (OWN, SHARED):
        for stem in dict.fromkeys(s for words in table.values() for s in words.split("|")):
            for written in dict.fromkeys((stem, _opened(stem), stem.upper())):
                patterns.append(written)
                stems.append(stem)
        own = own or len(patterns)
    return AhoCorasick(patterns, implementation=Implementation.DFA), own, stems


def _opened(stem: str) -> str:
    """Return a stem as it opens a sentence or stands in a title."""
    return " ".join(word.capitalize() for word in stem.split(" "))
