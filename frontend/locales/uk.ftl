## Frame
skip = До вмісту
pages = Сторінки
page-situation = Становище
page-claims = Повідомлення
page-borders = Кордони
page-shelter = Розміщення
page-scenarios = Сценарії
page-review = Перевірка
page-export = Забрати
as-of = На
as-of-label = Відомо на кінець цього дня
as-of-past = На { $day } було відомо саме це; пізніші публікації не враховано.
day-before = На день раніше
day-after = На день пізніше
latest = Останній день
language = Мова
theme = Вигляд
theme-auto = Як на пристрої
theme-light = Світлий
theme-dark = Темний
theme-contrast = Високий контраст
working = Обчислюємо …
problem = Становище показати неможливо
no-answer = Сервер не відповідає. Він ще працює?
lost = Такої сторінки немає
lost-back = До становища
boundaries = Показані кордони й назви та вжиті позначення не означають офіційного схвалення чи визнання. Пунктиром позначено неузгоджені кордони. Косово: будь-яку згадку слід розуміти в контексті резолюції 1244 (1999) Ради Безпеки.
made-by = Складено програмою Bordercast за опублікованими матеріалами. Цитати короткі й належать їхнім видавцям.
more = Ще
copy = Копіювати
copied = Скопійовано
all = Усі
clear = Очистити
withheld = приховано: менш як десять
not-said = не сказано
stands = чинне
take = Забрати
publisher-unknown = Видавець невідомий

## Figures and places
figure-under = менш як { $n }
figure-no-change = без змін
place-any = усі напрямки
place-other = інші країни
corridor = { $origin } – { $destination }
corridor-into = в’їзд: { $destination }
corridor-out = виїзд: { $origin }
onward = виїхали далі
mostly-prior = здебільшого апріорі

## The answer
answer = Відповідь
answer-left = Виїхали з країни: { $place }
answer-crossed = Перетнули кордон, { $name }
answer-number-label = { $n } осіб: докази
answer-interval = { $range }, 80-відсотковий інтервал
answer-none = Жодне з повідомлень ({ $n }) ще не говорить про потік, тож числа немає. У повідомленнях сказано те, що відомо.
ask-when = На який день
ask-who = Хто сказав
ask-what = Люди чи перетини
ask-sure = Наскільки певно
ask-changed = Що змінилося
ask-excel = В Excel
ask-cite = Для посилання
answer-when = Кінець дня: { $day }; період: { $days }
answer-who = { $claims ->
    [one] { $claims } повідомлення
    [few] { $claims } повідомлення
   *[other] { $claims } повідомлень
  }, { $voices ->
    [one] { $voices } незалежне джерело
    [few] { $voices } незалежні джерела
   *[other] { $voices } незалежних джерел
  }
answer-what = Люди, які перетнули кордон на виїзд; кожного враховано стільки разів, скільки перетинав. Виїзд далі й присутніх рахують окремо й ніколи не додають.
answer-sure = 95-відсотковий інтервал { $wide }. Повідомлення зняли { $informed } початкового сумніву.
answer-day = { $n } за { $day }: { $change } до попереднього дня ({ $range }).
answer-news = За останній день: { $reports ->
    [one] { $reports } публікація
    [few] { $reports } публікації
   *[other] { $reports } публікацій
  }, { $claims ->
    [one] { $claims } повідомлення
    [few] { $claims } повідомлення
   *[other] { $claims } повідомлень
  }.
answer-revised = Підсумок змінився з { $before } на { $after }.
more-forms = Інші формати

## The map
map-title = Хто куди виїхав
map-shows = На мапі
map-total = Від { $day }
map-day = За { $day }
map-label = Мапа потоків між країнами ({ $n }), { $day }. Кожен потік – посилання; у таблиці коридорів ті самі числа.
map-closer = Ближче
map-farther = Далі
map-whole = Увесь регіон
map-onward-figure = { $n } далі
map-spoken-total = { $name }: { $n } осіб ({ $range }) до { $day }
map-spoken-day = { $name }: { $n } осіб ({ $range }) за { $day }
map-border = Кордон, { $name }: { $words }
key-flow = Ширина: медіана; ореол: верх 80 % інтервалу; осердя: низ
key-onward = Виїхали далі
key-prior = Здебільшого апріорі: мало повідомлень
key-loose = Крапковий контур: сказано, але не факт
border-all = { $place }, усі кордони

## The timeline
timeline-title = По днях: { $name }
timeline-daily-title = По днях
timeline-shows = На графіку
timeline-daily = За день
timeline-cumulative = Разом
timeline-label = Графік, { $name }. { $said } Найбільше: { $peak }
timeline-day = { $day }: { $n } осіб ({ $range }).
timeline-total = { $first } – { $day }: { $n } осіб ({ $range }).
timeline-ahead = якщо нічого не зміниться →
timeline-claim = Повідомлення: { $words }; { $voice }. Близько { $n } на день.
timeline-play = Показати дні поспіль
timeline-pause = Пауза
timeline-slider = День
timeline-table = Дні таблицею
key-bands = Медіана та смуги 50, 80 і 95 %
key-range = Повідомлення: діапазон
key-more = Повідомлення: «понад»
key-flags = Подія або сказане про кордон
key-ahead = Прогноз без змін
as-known-then = Що було відомо на { $day }
corridor-pick = Коридор
behind = { $n ->
    [one] { $n } повідомлення в основі
    [few] { $n } повідомлення в основі
   *[other] { $n } повідомлень в основі
  }
behind-all = Усі докази: { $name }

## Corridors
corridors = Коридори
corridors-out = З країни походження
corridors-onward = Далі, до виїзду не додаються
col-corridor = Коридор
col-day = День
col-on = За { $day }
col-week = Останні 7 днів
col-since = Від { $day }
col-picture = Інтервал рисунком
col-ground = Підстава
col-median = Медіана
col-80 = 80 % інтервал
col-95 = 95 % інтервал
ground = { $claims ->
    [one] { $claims } повідомлення
    [few] { $claims } повідомлення
   *[other] { $claims } повідомлень
  }, { $voices ->
    [one] { $voices } джерело
    [few] { $voices } джерела
   *[other] { $voices } джерел
  }
informed-says = сумніву зняли повідомлення.
evidence-used = Використано: { $n }
evidence-used-says = Вони входять до оцінки. Смужка показує внесок: повна – одне ясне офіційне число.
evidence-folded = Складено: { $n }
evidence-folded-says = Те саме, що в іншому повідомленні, яке їх несе. Передрук – не другий свідок.
evidence-set-aside = Відкладено: { $n }
evidence-set-aside-says = Не можуть або не повинні входити до оцінки; при кожному вказано чому.
evidence-none = Жодне повідомлення не входить: число лише апріорне.
weight-of = вага { $n }
copies-of = { $n ->
    [one] { $n } копія
    [few] { $n } копії
   *[other] { $n } копій
  }
disagreements = Де джерела розходяться
disagreements-all = Усі розбіжності: { $n }
disagreements-none = Жодне повідомлення не вибивається з решти.
gaps = Прогалини і що змінило б оцінку
versus-claim = Повідомлення
versus-others = Що випливає з решти
versus-chance = 80-відсотковий інтервал, { $unit }. Імовірність такого відхилення: { $chance }.
versus-opponents = Тягнуть у другий бік:

## Claims
claims-lead = Усе, що було сказано, дослівно, і що з цим сталося.
claims-found = { $n ->
    [one] { $n } повідомлення
    [few] { $n } повідомлення
   *[other] { $n } повідомлень
  }
claims-all = Усі повідомлення: { $n }
search = Пошук
order = Порядок
order-weight = Спершу вагомі
order-published = Спершу нові
order-surprise = Спершу несподівані
filter-kind = Про що
filter-decision = У журналі
filter-modality = Як сказано
filter-source-type = Джерело
filter-corridor = Коридор
col-said = Сказано
col-figure = Число
col-when = Коли
col-by = Ким
col-how = Як
col-fate = Журнал
pages-of-claims = Сторінки повідомлень
page-before = Назад
page-after = Далі
page-of = { $from }–{ $to } з { $n }
claim-report = Публікація
claim-source = джерело
claim-chain = Хто кому сказав
claim-fate = Що з ним сталося
claim-weight = Дало оцінці стільки, скільки { $n } ясного офіційного числа.
claim-informs = Входить до
claim-carried = Його несе
claim-copies = { $n ->
    [one] Складено { $n } копію
    [few] Складено { $n } копії
   *[other] Складено { $n } копій
  }
claim-against = Решта даних каже інше
claim-expected = З решти випливає { $n } ({ $range }); імовірність такого відхилення: { $chance }.
claim-reads = Як прочитано
claim-kind = Про що
claim-figure = Число
claim-measure = Рахує
claim-status = Стан
claim-when = Коли
claim-who = Про кого
claim-from = Звідки
claim-to = Куди
claim-via = Через
claim-at = Де
claim-modality = Як сказано
report-claims = { $n ->
    [one] { $n } повідомлення
    [few] { $n } повідомлення
   *[other] { $n } повідомлень
  }
report-said = Що в ній сказано
report-masked = імена приватних осіб і контакти закрито

## Borders
borders-title = Кордони: хто що сказав
borders-lead = Лише ствердження факту робить кордон відкритим або закритим. Чутки, плани, спростування та «рішення немає» стоять поруч, своїми словами.
borders-standing = Що чинне
borders-standing-on = Що чинне на кінець дня { $day }
borders-said = { $n ->
    [one] { $n } висловлювання
    [few] { $n } висловлювання, спершу нові
   *[other] { $n } висловлювань, спершу нові
  }
borders-queues = Черги
borders-nobody = ніхто не стверджував як факт
borders-none = Про кордони ніхто нічого не сказав.
col-border = Кордон
col-stands = Чинне
col-loose = Сказано пізніше, але не факт
col-queue = Черга
col-kind = Вид
col-whom = Для кого
lane-fact = факт
lane-decision = план, «рішення немає»
lane-denial = спростування
lane-rumour = чутка

## Shelter
shelter-title = Прийом і розміщення
shelter-lead = Числа – як сказано. Якщо нічого не сказано, це не означає, що місць досить.
shelter-caption = Останнє сказане, за місцями
shelter-said = Усе сказане про розміщення
shelter-none = Про розміщення ніхто не говорить.
col-place = Місце
col-state = Стан
col-capacity = Місткість
col-housed = Розміщено
col-site = Приміщення

## Verdicts
verdict = Ваше рішення
verdict-author = Ваше ім’я
verdict-reason = Причина
verdict-value = Число має бути
verdict-accept = Прийняти
verdict-reject = Відхилити
verdict-correct = Виправити
verdict-wants = Для рішення потрібні ім’я та причина.
verdict-read-only = Лише перегляд: рішень не приймають.
verdict-done-accepted = Прийнято. Оцінку обчислюють наново.
verdict-done-rejected = Відхилено. Оцінку обчислюють наново.
verdict-done-corrected = Виправлено. Оцінку обчислюють наново.
verdict-undone = Відкликано на сторінці перевірки
verdict-undone-said = Останнє рішення відкликано.
ruling-accepted = прийнято
ruling-rejected = відхилено
ruling-corrected = виправлено
ruling-withdrawn = відкликано
review-lead = Оцініть те, на чому стоїть оцінка. Рішенню потрібні ім’я та причина; його не затирають і можна відкликати.
review-keys = Клавіші
review-next = наступне
review-previous = попереднє
review-undo = відкликати
review-queue = На перевірку: { $n }
review-given = Рішення: { $n }
review-given-none = Поки немає.
review-none = Перевіряти нічого
review-no-longer = більше не діє

## Scenarios
scenarios-title = Що як
scenarios-lead = Умовні числа: що станеться, якщо більше нічого не зміниться, а не що буде. У сценаріїв спільна випадковість, тож різниця – лише від сценарію.
scenario-a = Сценарій А
scenario-b = Сценарій Б
scenario-run = Обчислити
scenario-days = Днів наперед
scenario-days-n = { $n ->
    [one] { $n } день
    [few] { $n } дні
   *[other] { $n } днів
  }
scenario-one = Лише один сценарій
scenario-two = Порівняти з іншим
scenario-share = Копіювати посилання
scenario-progress = Крок { $done } з { $total }
scenario-stale = Сценарій змінено. Обчисліть наново.
scenario-stands = Без змін
scenario-less = { $one }: різниця
scenario-between = B мінус A
scenario-follows = Що станеться за { $n } дн. після { $day }
scenario-caption = Осіб за всі наступні дні, медіана та 80-відсотковий інтервал; спершу найбільша різниця
scenario-chart = { $name }: { $stands } осіб без змін, { $scenario } за сценарієм, { $change }.
scenario-waiting = Зупинені, які не обрали іншого шляху
scenario-empty = Змін немає. Додайте:
scenario-where = Де
scenario-from = Від
scenario-until = До, включно
scenario-leak = Частка тих, хто все ж проходить
scenario-rerouted = Частка зупинених, хто їде інакше
scenario-factor = У скільки разів від нинішнього
scenario-persons-per-day = Осіб на день
scenario-beds = Місць
scenario-share-of = Частка
scenario-population = Кого
scenario-remove = Прибрати
scenario-remove-label = Прибрати: { $what }
change-close = Закрити
change-reopen = Відкрити знову
change-restrict = Обмежити
change-slow = Сповільнити
change-throughput = Пропуск
change-shelter = Додати місця

change-trigger = Нова подія
pressure-title = Черги, очікування й розміщення
pressure-caption = На кінець останнього дня: медіана та 80-відсотковий інтервал
pressure-what = Що
pressure-more = { $one }: імовірність, що більше
pressure-queue = чекають на переході
pressure-wait = очікування в годинах
pressure-sheltered = розміщені
pressure-without-bed = без місця
pressure-full = імовірність, що місць немає
outlook-title = Прогноз без змін
outlook-title-in = Розміщення у сценарії { $one }
outlook-lead = Потреба випливає з прогнозу прибуття; про що ніхто не сказав, прийнято в межах і позначено.
outlook-caption = На { $day }: медіана та 80-відсотковий інтервал
outlook-not-full = не за ці дні
outlook-perhaps = можливо, через { $n } дн.
outlook-in = { $n ->
    [one] через { $n } день
    [few] через { $n } дні
   *[other] через { $n } днів
  }
outlook-claim = Повідомлення { $n }, на якому засновано
outlook-assumed = лише зі сценарію
col-beds = Місця
col-occupied = Розміщені
col-without = Без місця того дня
col-full = Днів до заповнення
col-chance = Імовірність заповнення

estimates = Збережені оцінки
estimates-lead = Кожна оцінка лишається такою, якою її зроблено. Нова ніколи не замінює стару.
estimate-says = Оцінка за відомим на кінець дня { $day }, за { $days }, якою її зроблено.
estimate-now = Становище того дня, обчислене зараз
estimate-link = Постійна сторінка

## Take away
export-lead = Кожна сторінка в потрібному вигляді, з джерелом, днем і методом. Малі числа та місця поза офіційними переходами не видаються.
export-all = Усе становище
export-corridors = Коридори
export-flows = Потоки по днях
export-claims = Повідомлення
export-contradictions = Розбіжності
export-borders = Кордони
export-shelter = Розміщення
col-view = Сторінка
col-tables = Таблиці
export-pictures = Рисунки
export-pictures-says = «Забрати» над мапою чи графіком зберігає PNG або SVG таким, як на екрані, з джерелом, днем і методом. Над таблицею зберігається зображення перших рядків.
export-map-svg = Мапа в SVG
export-address = Постійна адреса
export-address-says = Ця адреса показує цей день, доки зберігається база, хоч би що надійшло потім.
export-feed = Стрічка змін
export-feed-says = Що змінив кожен день, для читання стрічок:
export-embed = Мапа для вставлення
export-embed-says = Вставте на сторінку, якій видно цей сервер:
export-api = Для програм
export-api-says = Кожна сторінка має двійника в JSON: додайте .json до адреси. Усі адреси:
embed-says = Відомо на { $day }. Модель за опублікованими матеріалами; медіана та 80-відсотковий інтервал.

## Said figures
quantity-none = без числа
hedge-approx = близько { $figure }
hedge-more-than = понад { $figure }
hedge-at-least = щонайменше { $figure }
hedge-nearly = майже { $figure }
hedge-up-to = до { $figure }
hedge-less-than = менш як { $figure }
vague-dozens = десятки: { $unit }
vague-hundreds = сотні: { $unit }
vague-thousands = тисячі: { $unit }
vague-tens-of-thousands = десятки тисяч: { $unit }
unit-person = { $n ->
    [one] особа
    [few] особи
   *[other] осіб
  }
unit-household = { $n ->
    [one] домогосподарство
    [few] домогосподарства
   *[other] домогосподарств
  }
unit-vehicle = { $n ->
    [one] автівка
    [few] автівки
   *[other] автівок
  }
unit-dwelling = { $n ->
    [one] оселя
    [few] оселі
   *[other] осель
  }
unit-km = км
unit-hour = { $n ->
    [one] година
    [few] години
   *[other] годин
  }
unit-day = { $n ->
    [one] день
    [few] дні
   *[other] днів
  }
unit-percent = %
unit-crossing = { $n ->
    [one] перетин
    [few] перетини
   *[other] перетинів
  }
unit-trip = { $n ->
    [one] поїздка
    [few] поїздки
   *[other] поїздок
  }
unit-seat = { $n ->
    [one] місце
    [few] місця
   *[other] місць
  }
per-day = на день
per-hour = на годину
per-week = на тиждень
per-month = на місяць
when-from = починаючи з { $day }
when-since = від { $day }
when-until = до { $day }
when-none = час не вказано
said-reported = { $what } (повідомляють)
said-estimated = { $what } (оцінка)
said-planned = план: { $what }
said-projected = можливо: { $what }
said-requested = вимагають: { $what }
said-rumoured = чутка: { $what }
said-denied = спростовано: { $what }
said-undecided = рішення немає
said-negated = не { $what }

## Coded words
kind-flow = переміщення
kind-onward = виїзд далі
kind-return = повернення
kind-stock = присутні
kind-queue = черга
kind-border-status = стан кордону
kind-shelter = розміщення
kind-casualty = жертви
kind-trigger = подія-причина
kind-appeal = заклик
modality-asserted = стверджено
modality-reported = повідомляють
modality-estimated = оцінка
modality-planned = план
modality-projected = прогноз
modality-requested = вимога
modality-rumoured = чутка
modality-denied = спростовано
modality-undecided = рішення немає
modality-negated = сказано, що не так
source-official = офіційне
source-international = міжнародний орган
source-politician = політик
source-expert = експерт
source-organisation = організація
source-media = ЗМІ
source-witness = очевидець
source-unnamed = джерело не назване
decision-used = використано
decision-shown = показано
decision-folded = складено
decision-set-aside = відкладено
decision-rejected = відхилено
decision-unreadable = не прочитано
status-open = відкрито
status-restricted = обмежено
status-closed = закрито
status-undecided = не вирішено
status-improvised = тимчасове
status-under-pressure = перевантажено
status-full = заповнено
status-housed = розміщено людей
status-capacity = місткість
status-increased = зросло
status-decreased = зменшилося
status-unchanged = без змін
status-none = стан не вказано
measure-cumulative = наростальний підсумок
measure-daily = один день
measure-daily-rate = осіб на день
measure-period = вказаний період
measure-increment = додатково
measure-share = частка
measure-change = зміна
measure-point = на момент
measure-capacity = скільки можна прийняти
measure-unspecified = не сказано
basis-explicit = дату вказано
basis-since = від певного дня
basis-relative = зі слів на кшталт «у неділю»
basis-event = від події
basis-publication = день, коли сказано
basis-historical = минулі роки
basis-future = після публікації
reason-used = Входить до оцінки потоку
reason-bound = Рахує лише частину: нижня межа
reason-shown-border-status = На сторінці кордонів
reason-shown-queue = Показано з переходом, до людей не зараховано
reason-shown-shelter = На сторінці розміщення
reason-shown-trigger = Датує кризу
reason-shown-appeal = Заклик або обіцянка, показано
reason-shown-casualty = Жертви, показано
reason-shown-stock = Підрахунок без руху, показано
reason-same-voice-same-figure = Те саме джерело повторило
reason-same-rare-figure = Те саме рідкісне число за три дні
reason-starts-long-before = Рахує задовго до кризи
reason-internal = Рух усередині країни
reason-corrected-later = Число згодом виправлено
reason-projected = Прогноз, а не те, що сталося
reason-denied = Мовець каже, що це не так
reason-requested = Вимога, а не те, що сталося
reason-no-origin = Не сказано, звідки
reason-incident = Менш як десять осіб: випадок
reason-deported = Депортація – не втеча
reason-applications = Притулку просять прибулі раніше
reason-stock-not-modelled = Присутні, прибуття невідоме
reason-capacity = Скільки можна прийняти
reason-compared-with-last-year = Порівняння з минулим роком
reason-copied-report = Передрук, не другий свідок
reason-earlier-that-day = Підсумок на ранішу годину
reason-future = Про дні, що ще не настали
reason-group-origin = Виїзд із групи країн
reason-historical = Давнє тло
reason-impossible = Більше, ніж живе в країні
reason-negated = У тексті сказано, що цього не було
reason-no-comparison = Зміна без основи порівняння
reason-no-figure = Числа немає
reason-no-leg = Коридор не визначено
reason-nothing-to-scale = Зміна невідомого потоку
reason-planned = План, а не те, що сталося
reason-rejected-by-analyst = Відхилено аналітиком
reason-rumoured = Чутка, за яку ніхто не ручається
reason-rounded-copy = Копія, що округлює сказане число
reason-duplicate-by-analyst = За словами аналітика, повторює інше твердження
reason-same-figure-and-days = Те саме число за ті самі дні, переказане голосом, якого не відрізнити
reason-said-twice = Сказано двічі в одній публікації
reason-same-event-other-unit = Та сама подія в інших одиницях
reason-share-of-part = Частка від частини
reason-share-of-unknown = Частка невідомого цілого
reason-stock-without-departures = Присутні, виїзд невідомий
reason-stock-without-start = Присутні, відколи – невідомо
reason-trips = Поїздки, здебільшого туризм
reason-turned-back = Завернуті не перетнули
reason-undated = Не сказано, коли
reason-undecided = Рішення не ухвалено
reason-unit = Одиниця не переводиться в людей
reason-unreadable = Прочитати не вдалося
term-crossed-border = перетнули кордон
term-left-country = покинули країну
term-arrived = прибули
term-fled = утекли
term-displaced = переміщені
term-evacuated = евакуйовані
term-relocated = переселені
term-registered = зареєстровані
term-asylum-application = прохання про притулок
term-turned-back = завернуті
term-deported = депортовані
term-returned = повернулися
term-transited = проїхали транзитом
term-present = присутні
term-sheltered = розміщені
term-homeless = без даху
term-in-camp = у таборі
term-trapped = відрізані
term-queue = довжина черги
term-waiting-time = час очікування
term-border = увесь кордон
term-crossing = перехід
term-visa = правила в’їзду
term-killed = убиті
term-wounded = поранені
term-missing = зниклі безвісти
term-fighting = початок боїв
term-mobilisation = мобілізація
term-offensive = наступ
term-invasion = вторгнення
term-coup = переворот
term-ceasefire = припинення вогню
term-surrender = капітуляція
term-earthquake = землетрус
term-flood = повінь
term-storm = буря
term-fire = пожежа
term-decree = указ
term-blockade = блокада
term-shelling = обстріл
term-explosion = вибух
site-cinema = кінотеатр
site-school = школа
site-hotel = готель
site-sports-hall = спортзала
site-camp = табір
site-reception-centre = центр прийому
site-tents = намети
site-private-homes = приватні оселі
site-mosque = мечеть
site-church = церква
site-housing = житло
site-accommodation = розміщення
group-eu = Європейський Союз
group-europe = Європа
group-schengen = Шенгенська зона
group-baltic = країни Балтії
group-nordics = Північні країни
group-central-asia = Центральна Азія
group-south-caucasus = Південний Кавказ
group-caucasus = Кавказ
group-gulf = країни Затоки
group-middle-east = Близький Схід
group-north-africa = Північна Африка
group-west-africa = Західна Африка
group-east-africa = Східна Африка
group-latin-america = Латинська Америка
group-africa = Африка
group-asia = Азія
