## Frame
skip = Aller au contenu
pages = Pages
page-situation = Situation
page-claims = Déclarations
page-borders = Frontières
page-shelter = Accueil
page-scenarios = Scénarios
page-review = Revue
page-export = Emporter
as-of = Au
as-of-label = Connu à la fin de ce jour
as-of-past = Vous voyez ce qui était connu le { $day }. Les articles parus ensuite ne sont pas utilisés.
day-before = Le jour d’avant
day-after = Le jour d’après
latest = Dernier jour
language = Langue
theme = Apparence
theme-auto = Comme l’appareil
theme-light = Clair
theme-dark = Sombre
theme-contrast = Contraste élevé
working = Calcul en cours …
problem = La situation ne peut pas être affichée
no-answer = Le serveur ne répond pas. Est-il encore en marche ?
lost = Cette page n’existe pas
lost-back = Aller à la situation
boundaries = Les frontières et les noms indiqués ainsi que les appellations employées n’impliquent ni reconnaissance ni acceptation officielle. Les lignes en tirets marquent des frontières qui ne sont pas convenues. Kosovo : toute mention s’entend au sens de la résolution 1244 (1999) du Conseil de sécurité.
made-by = Établi par Bordercast à partir d’articles publiés. Les citations sont courtes et appartiennent à leurs éditeurs.
more = Plus
copy = Copier
copied = Copié
all = Tout
clear = Effacer
withheld = non publié : moins de dix
not-said = non dit
stands = fait foi
take = Emporter
publisher-unknown = Éditeur inconnu

## Figures and places
figure-under = moins de { $n }
figure-no-change = sans changement
place-any = toutes destinations
place-other = ailleurs
corridor = { $origin } vers { $destination }
corridor-into = vers { $destination }
corridor-out = au départ de { $origin }
onward = repartis plus loin
mostly-prior = surtout a priori

## The answer
answer = La réponse
answer-left = Personnes parties : { $place }
answer-crossed = Personnes passées, { $name }
answer-number-label = { $n } personnes : les preuves
answer-interval = { $range }, intervalle à 80 %
answer-none = Aucune des { $n } déclarations ne renseigne encore un flux : il n’y a donc pas de chiffre. Les déclarations disent ce que l’on sait.
ask-when = À quelle date
ask-who = Qui l’a dit
ask-what = Personnes ou passages
ask-sure = Avec quelle certitude
ask-changed = Ce qui a changé
ask-excel = Pour Excel
ask-cite = Pour citer
answer-when = Fin du { $day }. Compte du { $days }.
answer-who = { $claims ->
    [one] { $claims } déclaration
   *[other] { $claims } déclarations
  } de { $voices ->
    [one] { $voices } voix indépendante
   *[other] { $voices } voix indépendantes
  }
answer-what = Personnes ayant passé une frontière vers l’extérieur, comptées à chaque passage. Les départs plus loin et les personnes présentes sont comptés à part et jamais ajoutés.
answer-sure = Intervalle à 95 % : { $wide }. Les déclarations ont levé { $informed } du doute initial.
answer-day = { $n } le { $day } : { $change } par rapport à la veille ({ $range }).
answer-news = Dernier jour : { $reports ->
    [one] { $reports } article
   *[other] { $reports } articles
  }, { $claims ->
    [one] { $claims } déclaration
   *[other] { $claims } déclarations
  }.
answer-revised = Le total est passé de { $before } à { $after }.
more-forms = Autres formats

## The map
map-title = Qui est passé où
map-shows = La carte montre
map-total = Depuis le { $day }
map-day = Le { $day }
map-label = Carte de { $n } flux entre pays le { $day }. Chacun est un lien ; le tableau des corridors donne les mêmes chiffres.
map-closer = Rapprocher
map-farther = Éloigner
map-whole = Toute la région
map-onward-figure = { $n } plus loin
map-spoken-total = { $name } : { $n } personnes ({ $range }) jusqu’au { $day }
map-spoken-day = { $name } : { $n } personnes ({ $range }) le { $day }
map-border = Frontière, { $name } : { $words }
key-flow = Largeur : médiane ; halo : haut de l’intervalle à 80 % ; cœur : bas
key-onward = Repartis plus loin
key-prior = Surtout a priori : peu de déclarations
key-loose = Pointillé : dit, mais pas un fait
border-all = { $place }, toutes les frontières

## The timeline
timeline-title = Jour par jour : { $name }
timeline-daily-title = Jour par jour
timeline-shows = La courbe montre
timeline-daily = Par jour
timeline-cumulative = Total
timeline-label = Courbe, { $name }. { $said } Maximum le { $peak }.
timeline-day = { $day } : { $n } personnes ({ $range }).
timeline-total = { $first } au { $day } : { $n } personnes ({ $range }).
timeline-ahead = si rien ne change →
timeline-claim = Déclaration : { $words } ; { $voice }. Environ { $n } par jour.
timeline-play = Dérouler les jours
timeline-pause = Pause
timeline-slider = Jour
timeline-table = Les jours en tableau
key-bands = Médiane et bandes à 50, 80 et 95 %
key-range = Une déclaration : sa fourchette
key-more = Une déclaration : « plus de »
key-flags = Déclencheur, ou ce qui est dit d’une frontière
key-ahead = Prévision si rien ne change
as-known-then = Voir ce qui était connu le { $day }
corridor-pick = Corridor
behind = { $n ->
    [one] { $n } déclaration derrière ce chiffre
   *[other] { $n } déclarations derrière ce chiffre
  }
behind-all = Toutes les preuves pour { $name }

## Corridors
corridors = Corridors
corridors-out = Au départ du pays d’origine
corridors-onward = Plus loin, jamais ajoutés aux départs
col-corridor = Corridor
col-day = Jour
col-on = Le { $day }
col-week = 7 derniers jours
col-since = Depuis le { $day }
col-picture = L’intervalle en image
col-ground = Fondement
col-median = Médiane
col-80 = Intervalle à 80 %
col-95 = Intervalle à 95 %
ground = { $claims ->
    [one] { $claims } déclaration
   *[other] { $claims } déclarations
  }, { $voices } voix
informed-says = du doute levé par les déclarations.
evidence-used = Utilisées : { $n }
evidence-used-says = Elles renseignent l’estimation. La barre montre l’information reçue : pleine, c’est un chiffre officiel clair.
evidence-folded = Repliées : { $n }
evidence-folded-says = La même déclaration qu’une autre, qui la porte. Un article recopié n’est pas un second témoin.
evidence-set-aside = Écartées : { $n }
evidence-set-aside-says = Elles ne peuvent ou ne doivent pas renseigner l’estimation ; chacune dit pourquoi.
evidence-none = Aucune déclaration ne la renseigne : le chiffre n’est que l’a priori.
weight-of = poids { $n }
copies-of = { $n ->
    [one] { $n } copie
   *[other] { $n } copies
  }
disagreements = Où les sources se contredisent
disagreements-all = Les { $n } contradictions
disagreements-none = Aucune déclaration ne tranche sur les autres.
gaps = Lacunes, et ce qui changerait l’estimation
versus-claim = La déclaration
versus-others = Ce que les autres impliquent
versus-chance = Intervalle à 80 %, { $unit }. Probabilité d’un tel écart : { $chance }.
versus-opponents = Tirent dans l’autre sens :

## Claims
claims-lead = Tout ce qui a été dit, cité exactement, et ce qu’il en est advenu.
claims-found = { $n ->
    [one] { $n } déclaration
   *[other] { $n } déclarations
  }
claims-all = Les { $n } déclarations
search = Chercher
order = Ordre
order-weight = Le plus de poids d’abord
order-published = Les plus récentes d’abord
order-surprise = Les plus surprenantes d’abord
filter-kind = Nature
filter-decision = Au registre
filter-modality = Manière de dire
filter-source-type = Source
filter-corridor = Corridor
col-said = Dit
col-figure = Chiffre
col-when = Quand
col-by = Par
col-how = Comment
col-fate = Registre
pages-of-claims = Pages de déclarations
page-before = Précédent
page-after = Suivant
page-of = { $from } à { $to } sur { $n }
claim-report = L’article
claim-source = la source
claim-chain = Qui l’a dit à qui
claim-fate = Ce qu’il en est advenu
claim-weight = Elle a donné à l’estimation autant que { $n } d’un chiffre officiel clair.
claim-informs = Elle renseigne
claim-carried = Portée par
claim-copies = { $n ->
    [one] { $n } copie repliée
   *[other] { $n } copies repliées
  }
claim-against = Le reste des preuves ne s’y attend pas
claim-expected = Les autres impliquent { $n } ({ $range }) ; probabilité d’un tel écart : { $chance }.
claim-reads = Comment elle est lue
claim-kind = Nature
claim-figure = Chiffre
claim-measure = Compte
claim-status = État
claim-when = Quand
claim-who = De qui
claim-from = De
claim-to = Vers
claim-via = Par
claim-at = À
claim-modality = Manière de dire
report-claims = { $n ->
    [one] { $n } déclaration
   *[other] { $n } déclarations
  }
report-said = Ce qu’il dit
report-masked = les noms de particuliers et les contacts sont masqués

## Borders
borders-title = Frontières : qui a dit quoi
borders-lead = Seul l’énoncé d’un fait ouvre ou ferme une frontière. Rumeurs, projets, démentis et « pas de décision » figurent à côté, dans leurs propres termes.
borders-standing = Ce qui fait foi
borders-standing-on = Ce qui fait foi à la fin du { $day }
borders-said = { $n ->
    [one] { $n } énoncé
   *[other] { $n } énoncés, les derniers d’abord
  }
borders-queues = Files d’attente
borders-nobody = personne ne l’a énoncé comme un fait
borders-none = Personne n’a rien dit d’une frontière.
col-border = Frontière
col-stands = Fait foi
col-loose = Dit depuis, mais pas un fait
col-queue = File
col-kind = Nature
col-whom = Pour qui
lane-fact = fait
lane-decision = projet, « pas de décision »
lane-denial = démenti
lane-rumour = rumeur

## Shelter
shelter-title = Accueil et hébergement
shelter-lead = Chiffres tels que dits. Là où rien n’est dit, rien ne prouve que l’hébergement suffit.
shelter-caption = Derniers énoncés, par lieu
shelter-said = Tout ce qui est dit de l’hébergement
shelter-none = Aucune déclaration ne parle d’hébergement.
col-place = Lieu
col-state = État
col-capacity = Capacité
col-housed = Personnes hébergées
col-site = Site

## Verdicts
verdict = Votre verdict
verdict-author = Votre nom
verdict-reason = Raison
verdict-value = Le chiffre devrait être
verdict-accept = Accepter
verdict-reject = Rejeter
verdict-correct = Corriger
verdict-wants = Un verdict demande votre nom et une raison.
verdict-read-only = Cette situation est en lecture seule : aucun verdict n’est pris.
verdict-done-accepted = Acceptée. L’estimation est refaite.
verdict-done-rejected = Rejetée. L’estimation est refaite.
verdict-done-corrected = Corrigée. L’estimation est refaite.
verdict-undone = Retiré sur la page de revue
verdict-undone-said = Le dernier verdict est retiré.
ruling-accepted = acceptée
ruling-rejected = rejetée
ruling-corrected = corrigée
ruling-withdrawn = retiré
review-lead = Jugez ce sur quoi repose l’estimation. Un verdict demande un nom et une raison, n’est jamais écrasé et peut être retiré.
review-keys = Raccourcis clavier
review-next = suivante
review-previous = précédente
review-undo = retirer
review-queue = À juger : { $n }
review-given = Verdicts : { $n }
review-given-none = Aucun pour l’instant.
review-none = Rien à juger
review-no-longer = ne vaut plus

## Scenarios
scenarios-title = Et si
scenarios-lead = Chiffres conditionnels : ce qui suivrait si rien d’autre ne change, non ce qui arrivera. Les scénarios partagent leur hasard : une différence n’est due qu’au scénario.
scenario-a = Scénario A
scenario-b = Scénario B
scenario-run = Calculer
scenario-days = Jours à venir
scenario-days-n = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
  }
scenario-one = Un seul scénario
scenario-two = Comparer avec un autre
scenario-share = Copier le lien
scenario-progress = Étape { $done } sur { $total }
scenario-stale = Le scénario a changé depuis. Recalculez.
scenario-stands = Si rien ne change
scenario-less = { $one } : la différence
scenario-between = B moins A
scenario-follows = Ce qui suivrait en { $n } jours après le { $day }
scenario-caption = Personnes sur tous les jours à venir, médiane et intervalle à 80 % ; la plus grande différence d’abord
scenario-chart = { $name } : { $stands } personnes si rien ne change, { $scenario } dans le scénario, { $change }.
scenario-waiting = Personnes arrêtées qui ne prennent pas d’autre voie
scenario-empty = Aucun changement. Ajoutez-en un :
scenario-where = Où
scenario-from = Du
scenario-until = Au, inclus
scenario-leak = Part qui passe encore
scenario-rerouted = Part des arrêtés qui prennent une autre voie
scenario-factor = Fois ce qui passe maintenant
scenario-persons-per-day = Personnes par jour
scenario-beds = Lits
scenario-share-of = Part
scenario-population = De qui
scenario-remove = Retirer
scenario-remove-label = Retirer : { $what }
change-close = Fermer
change-reopen = Rouvrir
change-restrict = Restreindre
change-slow = Ralentir
change-throughput = Débit
change-shelter = Ajouter des lits

change-trigger = Nouveau déclencheur
pressure-title = Files, attentes et hébergement
pressure-caption = À la fin du dernier jour : médiane et intervalle à 80 %
pressure-what = Quoi
pressure-more = { $one } : probabilité que ce soit plus
pressure-queue = personnes en attente au passage
pressure-wait = attente en heures
pressure-sheltered = personnes hébergées
pressure-without-bed = personnes sans lit
pressure-full = probabilité qu’aucun lit ne soit libre
outlook-title = Ce qui est projeté, si rien ne change
outlook-title-in = Hébergement dans le scénario { $one }
outlook-lead = Le besoin suit des arrivées projetées ; ce que personne n’a dit est supposé, entre des bornes, et signalé.
outlook-caption = Le { $day } : médiane et intervalle à 80 %
outlook-not-full = pas dans ces jours
outlook-perhaps = peut-être dans { $n } jours
outlook-in = { $n ->
    [one] dans { $n } jour
   *[other] dans { $n } jours
  }
outlook-claim = Déclaration { $n } dont il est tiré
outlook-assumed = le scénario seul
col-beds = Lits
col-occupied = Personnes hébergées
col-without = Sans lit ce jour
col-full = Jours avant saturation
col-chance = Probabilité de saturation

estimates = Estimations gardées
estimates-lead = Chaque estimation reste telle qu’elle fut faite. Une nouvelle ne remplace jamais une ancienne.
estimate-says = L’estimation faite de ce qui était connu à la fin du { $day }, pour { $days }, telle qu’elle fut faite.
estimate-now = La situation de ce jour, telle que calculée maintenant
estimate-link = Page permanente

## Take away
export-lead = Chaque vue sous la forme voulue, avec sa source, sa date et sa méthode. Les petits nombres et les lieux qui ne sont pas des passages officiels ne sortent jamais.
export-all = Toute la situation
export-corridors = Corridors
export-flows = Flux par jour
export-claims = Déclarations
export-contradictions = Contradictions
export-borders = Frontières
export-shelter = Hébergement
col-view = Vue
col-tables = Tableaux
export-pictures = Images
export-pictures-says = « Emporter », au-dessus d’une carte ou d’une courbe, l’enregistre en PNG ou SVG telle qu’à l’écran, avec source, date et méthode. Au-dessus d’un tableau, il enregistre une image des premières lignes.
export-map-svg = La carte en SVG
export-address = Une adresse permanente
export-address-says = Cette adresse montre ce jour tant que la base est gardée, quoi qu’il vienne ensuite.
export-feed = Un fil des changements
export-feed-says = Ce que chaque jour a changé, pour un lecteur de fils :
export-embed = Une carte à intégrer
export-embed-says = À placer dans une page qui peut montrer ce serveur :
export-api = Pour les programmes
export-api-says = Chaque page a son double en JSON : ajoutez .json à son adresse. Toutes les adresses :
embed-says = Connu au { $day }. Modélisé à partir d’articles publiés ; médiane et intervalle à 80 %.

## Said figures
quantity-none = sans chiffre
hedge-approx = environ { $figure }
hedge-more-than = plus de { $figure }
hedge-at-least = au moins { $figure }
hedge-nearly = près de { $figure }
hedge-up-to = jusqu’à { $figure }
hedge-less-than = moins de { $figure }
vague-dozens = des dizaines de { $unit }
vague-hundreds = des centaines de { $unit }
vague-thousands = des milliers de { $unit }
vague-tens-of-thousands = des dizaines de milliers de { $unit }
unit-person = { $n ->
    [one] personne
   *[other] personnes
  }
unit-household = { $n ->
    [one] ménage
   *[other] ménages
  }
unit-vehicle = { $n ->
    [one] véhicule
   *[other] véhicules
  }
unit-dwelling = { $n ->
    [one] logement
   *[other] logements
  }
unit-km = km
unit-hour = { $n ->
    [one] heure
   *[other] heures
  }
unit-day = { $n ->
    [one] jour
   *[other] jours
  }
unit-percent = %
unit-crossing = { $n ->
    [one] passage
   *[other] passages
  }
unit-trip = { $n ->
    [one] trajet
   *[other] trajets
  }
unit-seat = { $n ->
    [one] place
   *[other] places
  }
per-day = par jour
per-hour = par heure
per-week = par semaine
per-month = par mois
when-from = à partir du { $day }
when-since = depuis le { $day }
when-until = jusqu’au { $day }
when-none = sans date
said-reported = { $what } (rapporté)
said-estimated = { $what } (estimé)
said-planned = prévu : { $what }
said-projected = pourrait être : { $what }
said-requested = demandé : { $what }
said-rumoured = rumeur : { $what }
said-denied = démenti : { $what }
said-undecided = pas de décision
said-negated = pas { $what }

## Coded words
kind-flow = déplacement
kind-onward = départ plus loin
kind-return = retour
kind-stock = personnes présentes
kind-queue = file d’attente
kind-border-status = état d’une frontière
kind-shelter = hébergement
kind-casualty = victimes
kind-trigger = déclencheur
kind-appeal = appel
modality-asserted = affirmé
modality-reported = rapporté
modality-estimated = estimé
modality-planned = prévu
modality-projected = prévision
modality-requested = demandé
modality-rumoured = rumeur
modality-denied = démenti
modality-undecided = pas de décision
modality-negated = dit ne pas être
source-official = officiel
source-international = organe international
source-politician = responsable politique
source-expert = expert
source-organisation = organisation
source-media = média
source-witness = témoin
source-unnamed = source non nommée
decision-used = utilisée
decision-shown = montrée
decision-folded = repliée
decision-set-aside = écartée
decision-rejected = rejetée
decision-unreadable = illisible
status-open = ouvert
status-restricted = restreint
status-closed = fermé
status-undecided = non décidé
status-improvised = improvisé
status-under-pressure = sous pression
status-full = plein
status-housed = personnes hébergées
status-capacity = capacité
status-increased = en hausse
status-decreased = en baisse
status-unchanged = inchangé
status-none = état non donné
measure-cumulative = un total courant
measure-daily = un jour
measure-daily-rate = personnes par jour
measure-period = une période dite
measure-increment = un nombre de plus
measure-share = une part
measure-change = un changement
measure-point = à un moment
measure-capacity = ce qui pourrait être accueilli
measure-unspecified = non dit
basis-explicit = date écrite
basis-since = depuis un jour
basis-relative = d’après des mots comme « dimanche »
basis-event = d’après un événement
basis-publication = jour où ce fut dit
basis-historical = contexte d’années passées
basis-future = après publication
reason-used = Renseigne l’estimation
reason-bound = Ne compte qu’une partie : une borne inférieure
reason-shown-border-status = Figure à la page des frontières
reason-shown-queue = Montrée avec son passage, non comptée
reason-shown-shelter = Figure à la page d’hébergement
reason-shown-trigger = Date la crise
reason-shown-appeal = Appel ou promesse, montré
reason-shown-casualty = Victimes, montrées
reason-shown-stock = Compte sans mouvement, montré
reason-same-voice-same-figure = La même source l’a redit
reason-same-rare-figure = Le même chiffre rare en trois jours
reason-starts-long-before = Compte depuis bien avant la crise
reason-internal = Mouvement dans un seul pays
reason-corrected-later = Chiffre corrigé ensuite
reason-projected = Une prévision, non un fait
reason-denied = La source dit que ce n’est pas le cas
reason-requested = Une demande, non un fait
reason-no-origin = Ne dit pas d’où
reason-incident = Moins de dix personnes : un incident
reason-deported = Une expulsion n’est pas une fuite
reason-applications = L’asile est demandé par des arrivés plus tôt
reason-stock-not-modelled = Personnes présentes, arrivées inconnues
reason-capacity = Ce qui pourrait être accueilli
reason-compared-with-last-year = Compare avec l’an passé
reason-copied-report = Une copie, non un second témoin
reason-earlier-that-day = Un total d’une heure antérieure
reason-future = Parle de jours à venir
reason-group-origin = Au départ d’un groupe de pays
reason-historical = Contexte d’il y a longtemps
reason-impossible = Plus de monde que le pays n’en compte
reason-negated = Le texte dit que ce n’est pas arrivé
reason-no-comparison = Un changement sans point de comparaison
reason-no-figure = Ne donne pas de nombre
reason-no-leg = Corridor introuvable
reason-nothing-to-scale = Dit un changement de flux inconnus
reason-planned = Un projet, non un fait
reason-rejected-by-analyst = Rejetée par un analyste
reason-rumoured = Une rumeur sans garant
reason-rounded-copy = Une copie qui arrondit un chiffre déjà dit
reason-duplicate-by-analyst = Un analyste dit qu’elle répète une autre affirmation
reason-same-figure-and-days = Le même chiffre pour les mêmes jours, relayé par une voix qu’on ne distingue pas
reason-said-twice = Le même article le dit deux fois
reason-same-event-other-unit = Le même fait dans une autre unité
reason-share-of-part = Une part d’une partie
reason-share-of-unknown = Une part d’un tout inconnu
reason-stock-without-departures = Présents, départs inconnus
reason-stock-without-start = Présents, sans date d’arrivée
reason-trips = Des trajets, surtout touristiques
reason-turned-back = Refoulés, donc non passés
reason-undated = Personne ne dit quand
reason-undecided = Aucune décision prise
reason-unit = Unité qui ne se convertit pas en personnes
reason-unreadable = Illisible
term-crossed-border = ont passé une frontière
term-left-country = ont quitté le pays
term-arrived = sont arrivés
term-fled = ont fui
term-displaced = déplacés
term-evacuated = évacués
term-relocated = relogés
term-registered = enregistrés
term-asylum-application = demande d’asile
term-turned-back = refoulés
term-deported = expulsés
term-returned = revenus
term-transited = en transit
term-present = présents
term-sheltered = hébergés
term-homeless = sans abri
term-in-camp = dans un camp
term-trapped = pris au piège
term-queue = longueur d’une file
term-waiting-time = temps d’attente
term-border = toute une frontière
term-crossing = un passage
term-visa = règles d’entrée
term-killed = tués
term-wounded = blessés
term-missing = disparus
term-fighting = début des combats
term-mobilisation = mobilisation
term-offensive = offensive
term-invasion = invasion
term-coup = coup d’État
term-ceasefire = cessez-le-feu
term-surrender = reddition
term-earthquake = séisme
term-flood = inondation
term-storm = tempête
term-fire = incendie
term-decree = décret
term-blockade = blocus
term-shelling = bombardement
term-explosion = explosion
site-cinema = cinéma
site-school = école
site-hotel = hôtel
site-sports-hall = gymnase
site-camp = camp
site-reception-centre = centre d’accueil
site-tents = tentes
site-private-homes = chez des particuliers
site-mosque = mosquée
site-church = église
site-housing = logement
site-accommodation = hébergement
group-eu = Union européenne
group-europe = Europe
group-schengen = espace Schengen
group-baltic = pays baltes
group-nordics = pays nordiques
group-central-asia = Asie centrale
group-south-caucasus = Caucase du Sud
group-caucasus = Caucase
group-gulf = pays du Golfe
group-middle-east = Moyen-Orient
group-north-africa = Afrique du Nord
group-west-africa = Afrique de l’Ouest
group-east-africa = Afrique de l’Est
group-latin-america = Amérique latine
group-africa = Afrique
group-asia = Asie
