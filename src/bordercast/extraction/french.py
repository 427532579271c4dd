"""French: flows, stocks and the state of borders. Data only; see `language` for what each field is for."""

import re

from bordercast.extraction.language import Motion, cues, words
from bordercast.extraction.nations import Nations
from bordercast.extraction.plain import plain
from bordercast.vocabulary import Hedge, Kind, Modality

_MONTH = r"(?P<m>janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre)"
_WEEKDAY = r"(?P<w>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_UNIT = r"(?:(?P<hour>heures?)|(?P<day>jours?)|(?P<week>semaines?)|(?P<month>mois)|(?P<year>ans?|années?))"
_N = r"(?P<n>\d{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze)"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_THE = r"(?:le |la |les |l['’])?"
_INTO = r"(?:vers|en direction (?:de|du|des)|à destination (?:de|du|des)|pour|rejoint|rejoindre|gagn[ée]r?|jusqu['’](?:en|au|aux|à))"
_GONE = r"(?:réfugi\w+|arriv\w+|entr\w+|pass\w+|rentr\w+|retourn\w+|afflu\w+|revenus?|install\w+|abri|refuge|asile|évacu\w+|transfér\w+|expuls\w+)"

NATIONS = Nations.of(r"""
AFG afghanistan | afghane?s?
DZA algérie | algérien(?:ne)?s?
ARM arménie | arménien(?:ne)?s?
AZE azerbaïdjan | azerbaïdjanaise?s?
BGD bangladesh | bangladaise?s?
BLR biélorussie,bélarus | biélorusses?
BEN bénin | béninoise?s?
BFA burkina faso,burkina | burkinab[èé]e?s?
BDI burundi | burundaise?s?
CMR cameroun | camerounaise?s?
CAF centrafrique,république centrafricaine | centrafricaine?s?
TCD tchad | tchadien(?:ne)?s?
COL colombie | colombien(?:ne)?s?
COD république démocratique du congo,rdc,congo | congolaise?s?
CIV côte d['’]ivoire | ivoirien(?:ne)?s?
CUB cuba | cubaine?s?
DJI djibouti | djiboutien(?:ne)?s?
DOM république dominicaine | dominicaine?s?
EGY égypte,egypte | égyptien(?:ne)?s?
ERI érythrée,erythrée | érythréen(?:ne)?s?
ETH éthiopie,ethiopie | éthiopien(?:ne)?s?
GEO géorgie | géorgien(?:ne)?s?
DEU allemagne | allemande?s?
GRC grèce | grec(?:que)?s?
GIN guinée | guinéen(?:ne)?s?
HTI haïti | haïtien(?:ne)?s?
HUN hongrie | hongroise?s?
IRN iran | iranien(?:ne)?s?
IRQ irak | irakien(?:ne)?s?
ISR israël | israélien(?:ne)?s?
ITA italie | italien(?:ne)?s?
JOR jordanie | jordanien(?:ne)?s?
KEN kenya | kényane?s?
LBN liban | libanaise?s?
LBR libéria,liberia | libérien(?:ne)?s?
LBY libye | libyen(?:ne)?s?
MDA moldavie | moldaves?
MLI mali | malien(?:ne)?s?
MRT mauritanie | mauritanien(?:ne)?s?
MEX mexique | mexicaine?s?
MAR maroc | marocaine?s?
MMR birmanie | birmane?s?
MOZ mozambique | mozambicaine?s?
NER niger | nigérien(?:ne)?s?
NGA nigeria,nigéria | nigériane?s?
UGA ouganda | ougandaise?s?
PAK pakistan | pakistanaise?s?
PSE palestine | palestinien(?:ne)?s?
PER pérou | péruvien(?:ne)?s?
POL pologne | polonaise?s?
ROU roumanie | roumaine?s?
RUS russie | russes?
RWA rwanda | rwandaise?s?
SEN sénégal | sénégalaise?s?
SVK slovaquie | slovaques?
SOM somalie | somalien(?:ne)?s?
SDN soudan | soudanaise?s?
SSD soudan du sud | sud-soudanaise?s?
ESP espagne | espagnole?s?
SYR syrie | syrien(?:ne)?s?
TZA tanzanie | tanzanien(?:ne)?s?
TGO togo | togolaise?s?
TUN tunisie | tunisien(?:ne)?s?
TUR turquie | turcs?,turques?
UKR ukraine | ukrainien(?:ne)?s?
USA états-unis | américaine?s?
VEN venezuela | vénézuélien(?:ne)?s?
YEM yémen | yéménites?
ZMB zambie | zambien(?:ne)?s?
""")

LANGUAGE = plain(
    "fr",
    nations=NATIONS,
    worded=re.compile(r"cent|mille|million|dizaine|quinzaine|vingtaine|trentaine|centaine|millier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|moitié|tiers|quart|demi"),
    either=re.compile(r"\bou\b"),
    scales={"cent": 100, "cents": 100, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9},
    plural_scales=frozenset({"millions"}),
    small_words={
        w: float(n) for w, n in {
            "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14,
            "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "demi": 0.5,
        }.items()
    },
    vague=cues({
        "200000-1000000": r"(?:plusieurs )?centaines de milliers", "20000-100000": r"(?:plusieurs )?dizaines de milliers", "2000-10000": r"(?:plusieurs |des )?milliers",
        "200-1000": r"(?:plusieurs |des )?centaines", "20-100": r"(?:plusieurs |des )?dizaines", "2000-9000": r"quelques milliers", "200-900": r"quelques centaines",
    }),
    hedges_before=(
        (re.compile(r"(?:plus (?:de|d['’])|au-delà de|dépass\w+)\s*$"), Hedge.MORE_THAN),
        (re.compile(r"(?:au moins|un minimum de)\s+$"), Hedge.AT_LEAST),
        (re.compile(r"(?:près de|presque|pas loin de)\s+$"), Hedge.NEARLY),
        (re.compile(r"(?:moins de)\s+$"), Hedge.LESS_THAN),
        (re.compile(r"(?:jusqu['’]à|au plus|au maximum)\s+$"), Hedge.UP_TO),
        (re.compile(r"(?:environ|quelque|autour de|à peu près|approximativement|une? estimé\w* à)\s+$"), Hedge.APPROX),
    ),
    hedges_after=((re.compile(r"\s*(?:environ)"), Hedge.APPROX), (re.compile(r"\s*(?:au moins)"), Hedge.AT_LEAST)),
    range_between=re.compile(r"\s?(?:-|–|—|à|et|ou)\s?"),
    units=cues({
        "percent": r"pour cent|%", "household": r"(?:\w+ ){0,1}?(?:familles|ménages|foyers)", "vehicle": r"véhicules|voitures|camions|(?:auto)?bus|autocars",
        "km": r"kilomètres?|km", "hour": r"heures?", "dwelling": r"maisons|habitations|logements",
        "person": r"(?:de |d['’])?(?:\S+ ){0,2}?(?:personnes|réfugiée?s|déplacée?s|civils?|habitants|migrants|enfants|femmes|hommes|demandeurs d['’]asile|ressortissants|rapatriés|retournés|sinistrés|blessés|morts|d['’]entre eux)|(?:de |d['’])?§+",
        "day": r"jours?",
    }),
    not_counted=words(r"euros?|dollars?|francs?|tonnes?|ans|hectares?|mètres?|soldats|militaires|casques bleus|litres?|buts?|voix|tentes|écoles|villages|places assises|pays"),
    labels=re.compile(r"(?<!\w)(?:sur|âgée?s? de|de plus de|article|numéro|km)\s$"),
    per=cues({"day": r"\s*(?:par jour|chaque jour|quotidiennement)", "week": r"\s*par semaine", "hour": r"\s*par heure"}),
    total=words(r"au total|en tout"),
    by_now=words(r"à ce jour|jusqu['’]ici"),
    perfect=words(r"(?:a|ont|sont|est|avait|avaient|étaient)(?: déjà| depuis)? \w+"),
    daily=words(r"chaque jour|par jour|quotidiennement"),
    further=words(r"supplémentaires|de plus|encore"),
    compared=words(r"contre|que"),
    months={m: i for i, names in enumerate(("janvier", "février fevrier", "mars", "avril", "mai", "juin", "juillet", "août aout", "septembre", "octobre", "novembre", "décembre decembre"), 1) for m in names.split()},
    weekdays={w: i for i, w in enumerate(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))},
    monthly=re.compile(r"janv|f[ée]vr|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c"),
    temporal=re.compile(r"jour|semaine|mois|an|hier|nuit|matin|soir|aujourd|demain|di"),
    dates={
        "bygone": words(
            r"(?:après|avant|vers|autour de|dès)\s+(?P<y>(?:18|19|20)\d\d)(?!\s(?:personnes|hommes|femmes|enfants|familles|réfugiés|migrants|civils|véhicules))",
            r"(?:guerre|crise|exode|conflit|génocide|séisme|invasion|coup d['’]état) de (?P<y2>(?:18|19|20)\d\d)",
            r"(?:(?:dans|durant|pendant)\s+)?(?:(?:au|le) début des\s+|(?:à )?la fin des\s+|les\s+|des\s+)?années[ -](?P<d>(?:(?:1[89]|20)?\d0))",
            r"il y a (?P<n>\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente|quarante|cinquante) ans",
            r"il y a (?:(?P<years>quelques années|plusieurs années)|(?P<lifetimes>une génération|un demi-siècle|(?:plusieurs|quelques|des) décennies))",
            r"(?P<soviet>(?:chute|effondrement|fin) de l['’](?:urss|union soviétique)|époque soviétique)|(?P<war>(?:première|seconde|deuxième) guerre mondiale)",
        ),
        "month_part": re.compile(r"(?<!\w)(?:(?P<by>(?:d['’]ici (?:à )?(?:la )?|à la |jusqu['’]à la )(?=fin))|depuis |en |vers |à |au |la )*(?:(?P<early>début|le début (?:de |d['’]))|(?P<mid>mi-|la mi-|le milieu (?:de |d['’]))|(?P<late>fin|la fin (?:de |d['’])))\s?(?:de |d['’])?" + _MONTH + r"(?!\w)(?: (?P<y>(?:19|20)\d\d))?"),
        "iso": re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
        "numeric": re.compile(r"(?<![\d/.])(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d\d)(?!\d)"),
        "back": re.compile(r"(?<!\w)il y a " + _N + r"\s+" + _UNIT + r"(?!\w)"),
        "day_before_yesterday": words(r"avant-hier"),
        "night_to": re.compile(r"(?<!\w)dans la nuit (?:de|du) \w+ (?:à|au) " + _WEEKDAY + r"(?!\w)"),
        "year_part": re.compile(r"(?<!\w)(?:au|du|pendant le|durant le) (?:(?P<quarter>premier|deuxième|troisième|quatrième)|(?P<final>dernier)) trimestre(?: (?:de )?(?P<y>(?:19|20)\d\d))?(?!\w)"),
        "this_month": words(r"ce mois-ci|ce mois|depuis le début du mois"),
        "next_week": words(r"la semaine prochaine"),
        "span_join": re.compile(r"\s+(?:au|à|et)\s+(?:le )?"),
        "span_open": re.compile(r"(?:de|du|entre|entre le)\s+$"),
        "day_range": re.compile(r"(?<![\d,.])(?:du |entre le )?(?P<d>\d{1,2})(?:er)?\s?(?:au|et le|-|et)\s?(?P<d2>\d{1,2})\s+" + _MONTH + r"(?!\w)(?: (?P<y>(?:19|20)\d\d))?"),
        "day_month": re.compile(r"(?<![\d,.])(?P<d>\d{1,2})(?:er)?\s+" + _MONTH + r"(?!\w)(?: (?P<y>(?:19|20)\d\d))?"),
        "yesterday": words(r"hier|la veille"),
        "overnight": words(r"dans la nuit|ces dernières 24 heures|en 24 heures"),
        "past": re.compile(r"(?<!\w)(?:en|ces|au cours des|durant les|dans les|en l['’]espace de) (?:dernières? |derniers? )?" + _N + r"\s+(?:dernières? |derniers? )?" + _UNIT + r"(?!\w)"),
        "today": words(r"aujourd['’]hui|ce matin|ce soir"),
        "tomorrow": words(r"demain"),
        "weekend": words(r"(?:ce|le) week-end(?: dernier)?"),
        "last_week": words(r"la semaine (?:dernière|passée|précédente)"),
        "this_week": words(r"cette semaine"),
        "recent": words(r"ces derniers jours|récemment"),
        "last_month": words(r"le mois dernier"),
        "this_year": words(r"cette année|depuis le début de l['’]année"),
        "last_year": words(r"l['’](?:an|année) derni(?:er|ère)"),
        "weekday": re.compile(r"(?<!\w)" + _WEEKDAY + r"(?P<last> dernier)?(?P<next> prochain)?(?!\w)"),
        "month": re.compile(r"(?<!\w)(?:en |depuis |courant |au mois de |au mois d['’])" + _MONTH + r"(?: (?P<y>(?:19|20)\d\d))?(?!\w)"),
        "year": re.compile(r"(?<!\w)(?:en|depuis|fin)\s+" + _YEAR + r"(?!\d)"),
        "since": words(r"depuis"),
        "until": words(r"jusqu['’]au|au(?= \d)"),
    },
    origin_before=re.compile(r"(?<!\w)(?:fui|fuir|fuient|fuyant|quitté|quitter|quittent|depuis|venant (?:du|de|des)|expulsée?s? (?:du|de|des)|rentrée?s? (?:du|de|des)|revenus (?:du|de|des)|venue?s? (?:du|de|des)|en provenance (?:du|de|des)|sortis? (?:du|de)|hors (?:du|de))\s(?:la |l['’])?$|(?<!\w)(?:venue?s? d|en provenance d|hors d)['’]$"),
    destination_before=re.compile(rf"(?<!\w)(?:{_INTO}\s{_THE}|{_GONE}\s(?:\w+\s){{0,2}}?(?:au|aux|en|à|dans {_THE})\s?)$"),
    border_with=re.compile(rf"(?<!\w)(?:frontières?|celle)(?: \w+)?(?: \w+)? avec\s{_THE}$"),
    at_before=re.compile(rf"(?<!\w)(?:au|aux|en|à|dans|près (?:du|de))\s{_THE}$"),
    via_before=re.compile(rf"(?<!\w)(?:via|par|à travers)\s{_THE}$"),
    host_after=re.compile(r"^,? (?:qui )?(?:a |ont |avait )?(?:désormais |déjà )?(?:accueill\w+|reçu|recensé|enregistré|compt(?:e|ait|ent)|hébergé?\w*|abrit\w+)(?!\w)"),
    list_join=re.compile(rf"\s*(?:,|,? et|,? ou|,? ainsi que)\s*(?:au |aux |en |vers |à )?{_THE}"),
    mainly=words(r"principalement|surtout|essentiellement|notamment"),
    the_country=words(r"le pays|ce pays"),
    motions=(
        Motion(pattern=words(r"refoul\w+"), kind=Kind.FLOW, term="turned_back"),
        Motion(pattern=words(r"expuls\w+"), kind=Kind.FLOW, term="deported"),
        Motion(pattern=words(r"(?:sont |est |étaient )?(?:retourné\w*|rentré\w*|revenus?|regagné)|rapatri\w+"), kind=Kind.RETURN, term="returned", object_is="destination"),
        Motion(pattern=words(r"demand\w+ (?:d['’]|l['’])?asile"), kind=Kind.FLOW, term="asylum_application"),
        Motion(pattern=words(r"(?:été )?évacué\w*"), kind=Kind.FLOW, term="evacuated"),
        Motion(pattern=words(r"(?:été )?(?:transféré\w*|relogé\w*)"), kind=Kind.FLOW, term="relocated"),
        Motion(pattern=words(r"(?:ont été |été |sont |étaient )déplacé\w*|forcée?s? (?:à|de) (?:quitter|fuir|partir)"), kind=Kind.FLOW, term="displaced"),
        Motion(pattern=words(r"fuir|fui|fuient|fuyai\w+|fuyant|(?:se |s['’])?(?:sont |être )?réfugi(?:er|é|és|ée|ées)(?= (?:au|aux|en|à|dans|de l))|trouvé refuge|cherché refuge"), kind=Kind.FLOW, term="fled", object_is="origin"),
        Motion(pattern=words(r"travers(?:é|er|ent)|franchi\w*|pass(?:é|er|ent) la frontière"), kind=Kind.FLOW, term="crossed_border", object_is="destination"),
        Motion(pattern=words(r"arriv(?:é|és|ées|ée|er|ent)|arrivées?|entr(?:é|és|ées|ée|er|ent)|reçu|(?:a|ont) accueilli\w*|afflu\w+"), kind=Kind.FLOW, term="arrived", object_is="destination"),
        Motion(pattern=words(r"quitt(?:é|er|ent)|partis?|départs?|exode"), kind=Kind.FLOW, term="left_country", object_is="origin"),
        Motion(pattern=words(r"enregistr(?:é|ée|és|ées|ement)"), kind=Kind.FLOW, term="registered"),
    ),
    present=words(r"accueill(?:e|ent|ait|aient)|héberg(?:e|ent|eait)|abrit(?:e|ent|ait)|compt(?:e|ent|ait|aient)|vi(?:t|vent|vaient)|séjourn\w+|se trouv(?:e|ent|aient)|bloqué\w*|demeur\w+|restent|reste|déplacée?s internes|dorment"),
    stays=cues({"trapped": r"bloqué\w*|piégé\w*|encerclé\w*", "homeless": r"sans abri|sans-abri", "in_camp": r"camps?", "displaced": r"déplacée?s", "registered": r"enregistré\w*"}),
    populations=words(r"(?:majoritairement |surtout )?(?:des )?femmes et (?:des |d['’])?enfants|enfants|femmes|hommes"),
    part_before=re.compile(r"(?<!\w)(?:dont|parmi eux|parmi lesquels)\s+(?:environ |près de |plus de )?$"),
    say=words(r"(?:a |ont |avait )?(?:annoncé|déclaré|indiqué|affirmé|dit|précisé|ajouté|rapporté|estimé|expliqué|fait savoir|confirmé|démenti|souligné|prévenu|averti|reconnu|assuré)|indiquent?|affirment?|précise(?:nt)?|rapporte(?:nt)?|estime(?:nt)?"),
    according=words(r"selon|d['’]après|de source"),
    roles=words(r"(?:une? |le |la |l['’]|les |son |sa )?(?:porte-parole|ministre|premier ministre|président|présidente|gouverneur|maire|préfet|directeur|directrice|coordinateur|coordinatrice|chef|responsable|commissaire|ambassadeur|secrétaire|général|colonel|médecin|habitant|témoin)"),
    bodies=words(r"ministère|gouvernement|armée|police|gendarmerie|autorités|agence|hcr|ocha|oim|onu|nations unies|unicef|croix-rouge|mairie|préfecture|protection civile|commission|bureau|organisation|msf|ong|douanes|garde-côtes|gouvernorat"),
    official=words(r"ministère|ministre|gouvernement|armée|police|gendarmerie|autorités|mairie|maire|préfet|préfecture|gouverneur|président|présidente|protection civile|douanes|porte-parole|général|colonel|ambassadeur|garde-côtes"),
    international=words(r"hcr|ocha|oim|onu|nations unies|unicef|croix-rouge|union européenne|frontex"),
    media=words(r"médias?|presse|journal|radio|télévision|chaîne|agence (?:de presse|france-presse)|afp|rfi"),
    witness=words(r"témoins?|habitants?|réfugiée?s?|voyageurs?"),
    unnamed=words(r"sources?|sous couvert d['’]anonymat|anonyme"),
    acronyms=re.compile(r"\b(?:HCR|OCHA|OIM|ONU|UNICEF|CICR|MSF)\b"),
    modalities=(
        (words(r"aucune décision|n['’](?:a|ont) pas (?:encore )?décidé|pas encore (?:été )?décidé|reste à décider"), Modality.UNDECIDED),
        (words(r"démenti\w*|dément|faux|fausse|infondé\w*"), Modality.DENIED),
        (words(r"rumeurs?|aurai(?:t|ent) été|non confirmé\w*"), Modality.RUMOURED),
        (words(r"appell?(?:e|ent|é)|exhort\w+|demand(?:e|ent|é) (?:à|au|aux|que)"), Modality.REQUESTED),
        (words(r"pourrai(?:t|ent)|devrai(?:t|ent)|attend\w*|prévoi\w+|risqu\w+|s['’]attend"), Modality.PROJECTED),
        (words(r"(?:fermer|rouvrir|ouvrir|accueiller|sera|seront|va|vont) ?(?:a|ont)?(?= )|fermera|rouvrira|ouvrira|seront|sera"), Modality.PLANNED),
        (words(r"n['’](?:a|ont) pas|aucun\w*"), Modality.NEGATED),
        (words(r"estim\w+"), Modality.ESTIMATED),
    ),
    border=words(r"frontières?|postes?(?:-frontières?| frontaliers?| frontières?)?|points? de passage|passage|celle(?= avec)"),
    crossing=words(r"postes?(?:-frontières?)?|points? de passage|pont"),
    border_acts=cues({
        "restricted": r"restrei\w+|limit\w+|restrictions?|réservée?s? aux|exig\w+ un visa|suspend\w* (?:les visas|la délivrance)",
        "open": r"rouver\w+|rouvr\w+|ouver(?:t|te|ts|tes)|ouvr\w+|(?:peuvent|peut) (?:toujours |encore )?passer|laiss\w+ passer|levée? (?:de|les)",
        "closed": r"ferm\w+|boucl\w+|bloqu\w+",
    }),
    entry_rules=words(r"visas?|passeports?"),
    queue=words(r"files? d['’]attente|embouteillages?|attend(?:ent|aient)"),
    queue_noun=words(r"files? d['’]attente|embouteillages?"),
    relevant=words(r"réfugiée?s?|déplacée?s?|fui\w*|frontières?|asile|migrants?|combats|guerre|camps?|évacu\w+|hcr|oim|humanitaire\w*|inondations?|séisme|violences?|expuls\w+|rapatri\w+"),
    irrelevant=words(r"match|buts?|championnat|coupe|joueurs?|concert|festival|exportations?|importations?|touristes?|vacanciers|récolte|supporters|spectateurs|oiseaux|bourse|billets"),
    staged=words(r"exercice d['’]évacuation|exercice grandeur nature|simulation"),
)  # fmt: skip
