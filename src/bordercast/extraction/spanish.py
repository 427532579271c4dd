"""Spanish: flows, stocks and the state of borders. Data only; see `language` for what each field is for."""

import re

from bordercast.extraction.language import Motion, cues, words
from bordercast.extraction.nations import Nations
from bordercast.extraction.plain import plain
from bordercast.vocabulary import Hedge, Kind, Modality

_MONTH = r"(?P<m>enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)"
_WEEKDAY = r"(?P<w>lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
_UNIT = r"(?:(?P<hour>horas?)|(?P<day>días?)|(?P<week>semanas?)|(?P<month>mes(?:es)?)|(?P<year>años?))"
_N = r"(?P<n>\d{1,3}|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce)"
_THE = r"(?:el |la |los |las )?"
_GONE = r"(?:llegad\w+|llegaron|llegan|entrad\w+|entraron|entran|cruz\w+|ingres\w+|huy\w+|huid\w+|regres\w+|volvi\w+|retorn\w+|refugi\w+|pasaron|deportad\w+|trasladad\w+|evacuad\w+)"

NATIONS = Nations.of(r"""
AFG afganistán | afgan[oa]s?
DEU alemania | aleman(?:es|as)?,alemán
ARG argentina | argentin[oa]s
BGD bangladés,bangladesh | bangladesíes
BLR bielorrusia | bielorrus[oa]s?
BOL bolivia | bolivian[oa]s?
BRA brasil | brasileñ[oa]s?
BFA burkina faso | burkineses
BDI burundi | burundes[ea]s?
CMR camerún | camerunes[ea]s?
TCD chad | chadian[oa]s?
CHL chile | chilen[oa]s?
COL colombia | colombian[oa]s?
COD república democrática del congo,rdc | congoleñ[oa]s?
CRI costa rica | costarricenses?
CUB cuba | cuban[oa]s?
ECU ecuador | ecuatorian[oa]s?
EGY egipto | egipci[oa]s?
SLV el salvador | salvadoreñ[oa]s?
ERI eritrea | eritre[oa]s?
ESP españa | español(?:es|as?)?
USA estados unidos,ee\.? ?uu\.? | estadounidenses?
ETH etiopía | etíopes?
GEO georgia | georgian[oa]s?
GRC grecia | grieg[oa]s?
GTM guatemala | guatemaltec[oa]s?
HTI haití | haitian[oa]s?
HND honduras | hondureñ[oa]s?
HUN hungría | húngar[oa]s?
IRN irán | iraníes,iraní
IRQ irak | iraquíes,iraquí
ISR israel | israelíes,israelí
ITA italia | italian[oa]s?
JOR jordania | jordan[oa]s?
KEN kenia | kenian[oa]s?
LBN líbano | libanes(?:es|as?)?,libanés
LBY libia | libi[oa]s?
MLI malí,mali | malienses?
MAR marruecos | marroquíes,marroquí
MRT mauritania | mauritan[oa]s?
MEX méxico,mexico | mexican[oa]s?
MDA moldavia | moldav[oa]s?
MMR birmania,myanmar | birman[oa]s?
NIC nicaragua | nicaragüenses?
NER níger | nigerin[oa]s?
NGA nigeria | nigerian[oa]s?
PAK pakistán | pakistaníes,paquistaníes
PAN panamá | panameñ[oa]s?
PRY paraguay | paraguay[oa]s?
PER perú | peruan[oa]s?
POL polonia | polac[oa]s?
DOM república dominicana | dominican[oa]s?
ROU rumanía,rumania | ruman[oa]s?
RUS rusia | rus[oa]s?
RWA ruanda | ruandes(?:es|as?)?
SYR siria | siri[oa]s?
SOM somalia | somalíes
SDN sudán | sudanes(?:es|as?)?
SSD sudán del sur | sursudanes(?:es|as?)?
TZA tanzania | tanzan[oa]s?
TUN túnez | tunecin[oa]s?
TUR turquía | turc[oa]s?
UKR ucrania | ucranian[oa]s?
UGA uganda | ugandes(?:es|as?)?
URY uruguay | uruguay[oa]s?
VEN venezuela | venezolan[oa]s?
YEM yemen | yemen(?:íes|í)
""")

LANGUAGE = plain(
    "es",
    nations=NATIONS,
    worded=re.compile(r"cien|mil|millón|millones|decena|docena|centenar|millar|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|mitad|tercio|cuarto|medio"),
    either=re.compile(r"\bo\b"),
    scales={"cien": 100, "mil": 1e3, "miles": 1e3, "millón": 1e6, "millones": 1e6},
    plural_scales=frozenset({"miles", "millones"}),
    small_words={
        w: float(n) for w, n in {
            "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "quince": 15,
            "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "doscientos": 200, "trescientos": 300,
            "cuatrocientos": 400, "quinientos": 500, "medio": 0.5,
        }.items()
    },
    vague=cues({
        "200000-1000000": r"(?:cientos|centenares) de miles", "20000-100000": r"decenas de miles", "2000-10000": r"(?:varios |muchos )?(?:miles|millares)",
        "200-1000": r"(?:varios )?(?:cientos|centenares)", "20-100": r"(?:varias )?(?:decenas|docenas)",
    }),
    hedges_before=(
        (re.compile(r"(?:más de|por encima de|super\w+(?: los| las)?)\s+$"), Hedge.MORE_THAN),
        (re.compile(r"(?:al menos|por lo menos|un mínimo de)\s+$"), Hedge.AT_LEAST),
        (re.compile(r"(?:casi|cerca de|poco menos de)\s+$"), Hedge.NEARLY),
        (re.compile(r"(?:menos de)\s+$"), Hedge.LESS_THAN),
        (re.compile(r"(?:hasta|un máximo de)\s+$"), Hedge.UP_TO),
        (re.compile(r"(?:unos|unas|alrededor de|aproximadamente|en torno a)\s+$"), Hedge.APPROX),
    ),
    range_between=re.compile(r"\s?(?:-|–|—|a|y|o)\s?"),
    units=cues({
        "percent": r"por ciento|%", "household": r"(?:\w+ ){0,1}?(?:familias|hogares)", "vehicle": r"vehículos|coches|autos|carros|camiones|autobuses",
        "km": r"kilómetros?|km", "hour": r"horas?", "dwelling": r"viviendas|casas",
        "person": r"(?:de )?(?:\S+ ){0,2}?(?:personas|refugiad[oa]s|desplazad[oa]s|civiles|habitantes|migrantes|niñ[oa]s|mujeres|hombres|menores|solicitantes de asilo|ciudadanos|retornados|damnificados|evacuados|deportados|centroamericanos|heridos|muertos|de ellos)|(?:de )?§+",
        "day": r"días?",
    }),
    not_counted=words(r"euros?|dólares|pesos|bolívares|soles|toneladas?|años|hectáreas?|metros?|soldados|militares|policías|litros?|goles|votos|carpas|escuelas|países|puntos|municipios"),
    labels=re.compile(r"(?<!\w)(?:de cada|artículo|número|mayores de|menores de)\s$"),
    per=cues({"day": r"\s*(?:al día|por día|cada día|diari[oa]s)", "week": r"\s*(?:por|a la) semana", "hour": r"\s*por hora"}),
    total=words(r"en total|en lo que va"),
    by_now=words(r"hasta (?:la fecha|ahora|el momento)"),
    perfect=words(r"(?:ha|han|había|habían)(?: ya)? \w+"),
    daily=words(r"cada día|al día|diariamente"),
    further=words(r"otr[oa]s|adicionales|más(?= de)?"),
    compared=words(r"frente a|que en"),
    months={m: i for i, names in enumerate(("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre", "octubre", "noviembre", "diciembre"), 1) for m in names.split()},
    weekdays={w: i for i, w in enumerate(("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"))},
    monthly=re.compile(r"ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic"),
    temporal=re.compile(r"día|semana|mes|año|ayer|noche|mañana|tarde|hoy|hora|lunes|martes|miércoles|jueves|viernes|sábado|domingo|recient|últim"),
    dates={
        "bygone": words(
            r"(?:después de|antes de|tras|hacia|alrededor de)\s+(?P<y>(?:18|19|20)\d\d)(?!\s(?:personas|hombres|mujeres|niños|familias|refugiados|migrantes|civiles|vehículos))",
            r"(?:guerra|crisis|éxodo|conflicto|genocidio|terremoto|invasión|golpe) de (?P<y2>(?:18|19|20)\d\d)",
            r"(?:(?:en|durante)\s+)?(?:(?:a )?(?:principios|comienzos|mediados|fines|finales) de\s+)?(?:los años|la década de(?: los)?(?: años)?)\s+(?P<d>(?:1[89]|20)?\d0)",
            r"hace (?P<n>\d{1,3}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|treinta|cuarenta|cincuenta) años",
            r"hace (?:(?P<years>algunos años|varios años|muchos años|años)|(?P<lifetimes>una generación|medio siglo|(?:varias |algunas )?décadas))",
            r"(?P<soviet>(?:caída|colapso|disolución) de la (?:urss|unión soviética)|época soviética)|(?P<war>(?:primera|segunda) guerra mundial)",
        ),
        "month_part": re.compile(r"(?<!\w)(?:(?P<by>(?:hasta|para) )|desde |a |en )?(?:(?P<early>principios|comienzos|inicios)|(?P<mid>mediados)|(?P<late>finales|fines|el final)) de " + _MONTH + r"(?!\w)(?: de (?P<y>(?:19|20)\d\d))?"),
        "iso": re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
        "numeric": re.compile(r"(?<![\d/.])(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d\d)(?!\d)"),
        "back": re.compile(r"(?<!\w)hace " + _N + r"\s+" + _UNIT + r"(?!\w)"),
        "day_before_yesterday": words(r"anteayer|antes de ayer"),
        "night_to": re.compile(r"(?<!\w)(?:en )?la noche del \w+ al " + _WEEKDAY + r"(?!\w)"),
        "year_part": re.compile(r"(?<!\w)(?:en |durante )?el (?:(?P<quarter>primer|segundo|tercer|cuarto)|(?P<final>último)) trimestre(?: de(?:l)? (?:año|(?P<y>(?:19|20)\d\d)))?(?!\w)"),
        "this_month": words(r"este mes|en lo que va de mes"),
        "next_week": words(r"la próxima semana|la semana que viene"),
        "span_join": re.compile(r"\s+(?:al|a|hasta|y)\s+(?:el )?"),
        "span_open": re.compile(r"(?:de|del|desde|desde el|entre|entre el)\s+$"),
        "day_range": re.compile(r"(?<![\d,.])(?:del |entre el )?(?P<d>\d{1,2})\s?(?:al|y el|-|y)\s?(?P<d2>\d{1,2})\s+de " + _MONTH + r"(?!\w)(?: de (?P<y>(?:19|20)\d\d))?"),
        "day_month": re.compile(r"(?<![\d,.])(?P<d>\d{1,2})\s+de " + _MONTH + r"(?!\w)(?: (?:de|del) (?P<y>(?:19|20)\d\d))?"),
        "yesterday": words(r"ayer|anoche|la víspera"),
        "overnight": words(r"en las últimas 24 horas|durante la noche"),
        "past": re.compile(r"(?<!\w)(?:en|durante|en el plazo de|en (?:los|las) últim[oa]s) " + _N + r"\s+" + _UNIT + r"(?!\w)"),
        "today": words(r"hoy|esta mañana|esta tarde"),
        "tomorrow": words(r"mañana(?= mismo)"),
        "weekend": words(r"(?:este|el) fin de semana(?: pasado)?"),
        "last_week": words(r"la semana pasada"),
        "this_week": words(r"esta semana"),
        "recent": words(r"(?:en )?los últimos días|recientemente"),
        "last_month": words(r"el mes pasado"),
        "this_year": words(r"este año|en lo que va d(?:el|e) año"),
        "last_year": words(r"el año pasado"),
        "weekday": re.compile(r"(?<!\w)(?:el |este )?" + _WEEKDAY + r"(?P<last> pasado)?(?P<next> próximo)?(?!\w)"),
        "month": re.compile(r"(?<!\w)(?:en |desde |durante )" + _MONTH + r"(?: de(?:l)? (?P<y>(?:19|20)\d\d))?(?!\w)"),
        "year": re.compile(r"(?<!\w)(?:en|desde)\s+(?P<y>(?:19|20)\d\d)(?!\d)"),
        "since": words(r"desde"),
        "until": words(r"hasta"),
    },
    origin_before=re.compile(r"(?<!\w)(?:(?:hu\w+|sal\w+|procedentes?|provenientes?|cruzar?(?:on|do)?|lleg\w+|volv\w+|regres\w+|deportad\w+|éxodo|fuera)(?: \w+)? (?:de|del|desde)|abandon\w+|dejado|dejaron|desde)\s(?:la |el )?$"),
    destination_before=re.compile(rf"(?<!\w)(?:(?:hacia|rumbo a|con destino a|camino a|camino de)\s{_THE}|{_GONE}\s(?:\w+\s){{0,2}}?(?:a|al|en|hasta)\s{_THE}|(?:de|desde) §+ a\s{_THE}|(?:refugio|asilo|protección) en\s{_THE})$"),
    border_with=re.compile(rf"(?<!\w)fronteras?(?: \w+)? con\s{_THE}$"),
    at_before=re.compile(rf"(?<!\w)(?:en|a|cerca de|junto a)\s{_THE}$"),
    via_before=re.compile(rf"(?<!\w)(?:por|a través de|vía)\s{_THE}$"),
    host_after=re.compile(r"^,? (?:ya |también )?(?:ha |han )?(?:acog\w+|recib\w+|alberg\w+|registr\w+|cuenta con)(?!\w)"),
    list_join=re.compile(rf"\s*(?:,|,? y|,? e|,? o|,? así como)\s*(?:a |en |hacia )?{_THE}"),
    mainly=words(r"principalmente|sobre todo|especialmente"),
    the_country=words(r"el país|este país"),
    motions=(
        Motion(pattern=words(r"(?:fueron |han sido )?(?:devuelt[oa]s|rechazad[oa]s en la frontera)"), kind=Kind.FLOW, term="turned_back"),
        Motion(pattern=words(r"deport\w+|expuls\w+"), kind=Kind.FLOW, term="deported"),
        Motion(pattern=words(r"regres(?:ado|aron|an|ar)|retorn(?:ado|aron|an|ar)|vuelto|volvieron|repatri\w+"), kind=Kind.RETURN, term="returned", object_is="destination"),
        Motion(pattern=words(r"(?:solicit\w+|ped\w+|pid\w+) (?:el |la )?(?:asilo|refugio|protección)|solicitudes de (?:asilo|refugio)"), kind=Kind.FLOW, term="asylum_application"),
        Motion(pattern=words(r"(?:fueron |han sido )?evacuad[oa]s"), kind=Kind.FLOW, term="evacuated"),
        Motion(pattern=words(r"(?:fueron |han sido )?(?:trasladad[oa]s|reubicad[oa]s)"), kind=Kind.FLOW, term="relocated"),
        Motion(pattern=words(r"(?:han sido |fueron |se han |han )desplazad[oa]s?|obligad[oa]s a (?:abandonar|dejar|huir)|desplazado a(?= #)"), kind=Kind.FLOW, term="displaced"),
        Motion(pattern=words(r"hu(?:ido|yeron|yen|ir|yendo)|se (?:han )?refugia\w+|escapa(?:do|ron|n)"), kind=Kind.FLOW, term="fled", object_is="origin"),
        Motion(pattern=words(r"cruz(?:a|an|ado|ar|aron|aban)|atraves(?:aron|ado|ar)|atraviesan|pasa(?:ron|do) la frontera"), kind=Kind.FLOW, term="crossed_border", object_is="destination"),
        Motion(pattern=words(r"lleg(?:ado|aron|an|ar|aban)|llegadas?|entr(?:ado|aron|an|ar)|ingres(?:ado|aron|an|ar)|recib(?:ido|ió|ieron)|acog(?:ido|ió|ieron)"), kind=Kind.FLOW, term="arrived", object_is="destination"),
        Motion(pattern=words(r"sal(?:ido|ieron|en|ir|idas?)|abandon(?:ado|aron|an|ar)|dejado (?:el país|§+)|emigra\w+|éxodo"), kind=Kind.FLOW, term="left_country", object_is="origin"),
        Motion(pattern=words(r"registr(?:ado|ados|adas|aron|o)"), kind=Kind.FLOW, term="registered"),
    ),
    present=words(r"acoge[n]?|alberga[n]?|viven|vive|hay|residen?|permanecen?|se encuentran?|están|varad[oa]s|atrapad[oa]s|duermen|desplazad[oa]s internos"),
    stays=cues({"trapped": r"atrapad[oa]s|varad[oa]s", "homeless": r"sin hogar|sin techo", "in_camp": r"campamentos?|campos? de refugiados", "displaced": r"desplazad[oa]s", "registered": r"registrad[oa]s"}),
    populations=words(r"(?:en su mayoría )?mujeres y niños|niños|mujeres|hombres|menores"),
    part_before=re.compile(r"(?<!\w)(?:de ellos|de los cuales|entre ellos)\s+(?:unos |casi |más de )?$"),
    say=words(r"(?:ha )?(?:anunci|inform|declar|afirm|asegur|señal|indic|dij|dicho|explic|confirm|admit|advirti|estim|calcul|agreg|sostuv|precis|coment|inform)\w*"),
    according=words(r"según|de acuerdo con"),
    roles=words(r"(?:un |una |el |la |los |su )?(?:portavoz|vocer[oa]|ministr[oa]|canciller|presidente|presidenta|gobernador|gobernadora|alcalde|alcaldesa|director|directora|coordinador|coordinadora|jefe|jefa|comisario|embajador|secretari[oa]|general|coronel|médico|testigo|vecin[oa])"),
    bodies=words(r"ministerio|gobierno|ejército|policía|autoridades|agencia|acnur|oim|onu|naciones unidas|unicef|cruz roja|alcaldía|gobernación|protección civil|comisión|oficina|organización|migración|servicio|cancillería|defensoría|guardia"),
    official=words(r"ministerio|ministr[oa]|gobierno|ejército|policía|autoridades|alcaldía|alcalde|gobernador|gobernación|presidente|presidenta|protección civil|migración|portavoz|vocer[oa]|cancillería|canciller|servicio|general|coronel|embajador|defensoría|guardia"),
    international=words(r"acnur|oim|onu|naciones unidas|unicef|cruz roja|unión europea"),
    media=words(r"medios|prensa|diario|radio|televisión|canal|agencia de noticias|efe"),
    witness=words(r"testigos?|vecin[oa]s?|viajer[oa]s?|refugiad[oa]s?"),
    unnamed=words(r"fuentes?|bajo anonimato"),
    acronyms=re.compile(r"\b(?:ACNUR|OIM|ONU|UNICEF|OCHA|CICR)\b"),
    modalities=(
        (words(r"no (?:ha|han) decidido|ninguna decisión|aún no se ha decidido|sin decidir"), Modality.UNDECIDED),
        (words(r"desmint\w+|desmiente\w*|negó|niega|falso|falsa"), Modality.DENIED),
        (words(r"rumores?|supuestamente|sin confirmar"), Modality.RUMOURED),
        (words(r"pid(?:e|en|ió|ieron) (?:a|que)|inst\w+ a|exhort\w+|llam(?:ó|a|aron) a"), Modality.REQUESTED),
        (words(r"podrían?|prevé\w*|espera\w*|se estima que|calcula que"), Modality.PROJECTED),
        (words(r"(?:cerr|abr|reabr|restring|limit|acog|recib|exig)(?:ará|arán|irá|irán|erá|erán)|va a|van a|será|serán"), Modality.PLANNED),
        (words(r"nadie|no (?:ha|han) (?:cruzado|entrado|llegado)"), Modality.NEGATED),
        (words(r"estim\w+|calcul\w+"), Modality.ESTIMATED),
    ),
    border=words(r"fronteras?|pasos?(?: fronterizos?)?|puentes?|puestos? fronterizos?"),
    crossing=words(r"pasos?(?: fronterizos?)?|puentes?|puestos? fronterizos?"),
    border_acts=cues({
        "restricted": r"restring\w+|restric\w+|limit\w+|exig\w+ (?:una? )?(?:visa|visado|pasaporte)|sólo para|solo para",
        "open": r"reab\w+|abri\w+|abiert\w+|abre|abren|dejan? pasar",
        "closed": r"cerr\w+|cierr\w+|cierre|bloque\w+|clausur\w+",
    }),
    entry_rules=words(r"visas?|visados?|pasaportes?"),
    queue=words(r"filas?|colas?|esperan|esperaban|atascos?"),
    queue_noun=words(r"filas? de|colas? de|atascos?"),
    relevant=words(r"refugiad[oa]s?|desplazad[oa]s?|hu(?:ir|ido|yeron|yen)|fronteras?|asilo|migrantes?|migración|combates|guerra|campamentos?|evacu\w+|acnur|oim|humanitari[oa]s?|inundaci\w+|terremoto|sismo|violencia|deport\w+|expuls\w+|repatri\w+"),
    irrelevant=words(r"partido|goles?|campeonato|copa|jugadores|concierto|festival|exportaciones|importaciones|turistas|veraneantes|cosecha|hinchas|espectadores|aves|bolsa|entradas|pasajeros"),
    staged=words(r"simulacro\w*"),
)  # fmt: skip
