## Frame
skip = К содержанию
pages = Страницы
page-situation = Обстановка
page-claims = Сообщения
page-borders = Границы
page-shelter = Размещение
page-scenarios = Сценарии
page-review = Проверка
page-export = Забрать
as-of = На
as-of-label = Известно к концу этого дня
as-of-past = На { $day } было известно именно это; более поздние публикации не учтены.
day-before = Днём раньше
day-after = Днём позже
latest = Последний день
language = Язык
theme = Оформление
theme-auto = Как на устройстве
theme-light = Светлое
theme-dark = Тёмное
theme-contrast = Высокий контраст
working = Считаем …
problem = Обстановку показать нельзя
no-answer = Сервер не отвечает. Он ещё работает?
lost = Такой страницы нет
lost-back = К обстановке
boundaries = Показанные границы и названия и использованные обозначения не означают официального одобрения или признания. Пунктиром показаны несогласованные границы. Косово: любое упоминание следует понимать в контексте резолюции 1244 (1999) Совета Безопасности.
made-by = Составлено программой Bordercast по опубликованным материалам. Цитаты кратки и принадлежат их издателям.
more = Ещё
copy = Копировать
copied = Скопировано
all = Все
clear = Очистить
withheld = скрыто: меньше десяти
not-said = не сказано
stands = в силе
take = Забрать
publisher-unknown = Издатель неизвестен

## Figures and places
figure-under = менее { $n }
figure-no-change = без изменений
place-any = все направления
place-other = прочие страны
corridor = { $origin } – { $destination }
corridor-into = въезд: { $destination }
corridor-out = выезд: { $origin }
onward = выехали дальше
mostly-prior = в основном априори

## The answer
answer = Ответ
answer-left = Выехали из страны: { $place }
answer-crossed = Пересекли границу, { $name }
answer-number-label = { $n } человек: доказательства
answer-interval = { $range }, 80-процентный интервал
answer-none = Ни одно из сообщений ({ $n }) пока не говорит о потоке, поэтому числа нет. В сообщениях сказано то, что известно.
ask-when = На какой день
ask-who = Кто сказал
ask-what = Люди или пересечения
ask-sure = Насколько точно
ask-changed = Что изменилось
ask-excel = В Excel
ask-cite = Для ссылки
answer-when = Конец дня: { $day }; период: { $days }
answer-who = { $claims ->
    [one] { $claims } сообщение
    [few] { $claims } сообщения
   *[other] { $claims } сообщений
  }, { $voices ->
    [one] { $voices } независимый источник
    [few] { $voices } независимых источника
   *[other] { $voices } независимых источников
  }
answer-what = Люди, пересёкшие границу на выезд; каждый учтён столько раз, сколько пересекал. Выезд дальше и присутствующие считаются отдельно и не прибавляются.
answer-sure = 95-процентный интервал { $wide }. Сообщения сняли { $informed } первоначального сомнения.
answer-day = { $n } за { $day }: { $change } к предыдущему дню ({ $range }).
answer-news = За последний день: { $reports ->
    [one] { $reports } публикация
    [few] { $reports } публикации
   *[other] { $reports } публикаций
  }, { $claims ->
    [one] { $claims } сообщение
    [few] { $claims } сообщения
   *[other] { $claims } сообщений
  }.
answer-revised = Итог изменился с { $before } на { $after }.
more-forms = Другие форматы

## The map
map-title = Кто куда выехал
map-shows = На карте
map-total = С { $day }
map-day = За { $day }
map-label = Карта потоков между странами ({ $n }), { $day }. Каждый поток – ссылка; в таблице коридоров те же числа.
map-closer = Ближе
map-farther = Дальше
map-whole = Весь регион
map-onward-figure = { $n } дальше
map-spoken-total = { $name }: { $n } человек ({ $range }) по { $day }
map-spoken-day = { $name }: { $n } человек ({ $range }) за { $day }
map-border = Граница, { $name }: { $words }
key-flow = Ширина: медиана; ореол: верх 80 % интервала; сердцевина: низ
key-onward = Выехали дальше
key-prior = В основном априори: мало сообщений
key-loose = Точечный контур: сказано, но не факт
border-all = { $place }, все границы

## The timeline
timeline-title = По дням: { $name }
timeline-daily-title = По дням
timeline-shows = На графике
timeline-daily = За день
timeline-cumulative = Итого
timeline-label = График, { $name }. { $said } Наибольшее значение: { $peak }
timeline-day = { $day }: { $n } человек ({ $range }).
timeline-total = { $first } – { $day }: { $n } человек ({ $range }).
timeline-ahead = если ничего не изменится →
timeline-claim = Сообщение: { $words }; { $voice }. Около { $n } в день.
timeline-play = Показать дни подряд
timeline-pause = Пауза
timeline-slider = День
timeline-table = Дни таблицей
key-bands = Медиана и полосы 50, 80 и 95 %
key-range = Сообщение: диапазон
key-more = Сообщение: «более»
key-flags = Событие или сказанное о границе
key-ahead = Прогноз без изменений
as-known-then = Что было известно на { $day }
corridor-pick = Коридор
behind = { $n ->
    [one] { $n } сообщение в основе
    [few] { $n } сообщения в основе
   *[other] { $n } сообщений в основе
  }
behind-all = Все доказательства: { $name }

## Corridors
corridors = Коридоры
corridors-out = Из страны исхода
corridors-onward = Дальше, к выезду не прибавляются
col-corridor = Коридор
col-day = День
col-on = За { $day }
col-week = Последние 7 дней
col-since = С { $day }
col-picture = Интервал рисунком
col-ground = Основание
col-median = Медиана
col-80 = 80 % интервал
col-95 = 95 % интервал
ground = { $claims ->
    [one] { $claims } сообщение
    [few] { $claims } сообщения
   *[other] { $claims } сообщений
  }, { $voices ->
    [one] { $voices } источник
    [few] { $voices } источника
   *[other] { $voices } источников
  }
informed-says = сомнения сняли сообщения.
evidence-used = Использовано: { $n }
evidence-used-says = Они входят в оценку. Полоска показывает вклад: полная – одно ясное официальное число.
evidence-folded = Сложено: { $n }
evidence-folded-says = То же, что сказано в другом сообщении, которое их несёт. Перепечатка – не второй свидетель.
evidence-set-aside = Отложено: { $n }
evidence-set-aside-says = Не могут или не должны входить в оценку; у каждого указано почему.
evidence-none = Ни одно сообщение не входит: число лишь априорное.
weight-of = вес { $n }
copies-of = { $n ->
    [one] { $n } копия
    [few] { $n } копии
   *[other] { $n } копий
  }
disagreements = Где источники расходятся
disagreements-all = Все расхождения: { $n }
disagreements-none = Ни одно сообщение не выбивается из остальных.
gaps = Пробелы и что изменило бы оценку
versus-claim = Сообщение
versus-others = Что следует из остальных
versus-chance = 80-процентный интервал, { $unit }. Вероятность такого отклонения: { $chance }.
versus-opponents = Тянут в другую сторону:

## Claims
claims-lead = Всё, что было сказано, дословно, и что с этим стало.
claims-found = { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
   *[other] { $n } сообщений
  }
claims-all = Все сообщения: { $n }
search = Поиск
order = Порядок
order-weight = Сначала весомые
order-published = Сначала новые
order-surprise = Сначала неожиданные
filter-kind = О чём
filter-decision = В журнале
filter-modality = Как сказано
filter-source-type = Источник
filter-corridor = Коридор
col-said = Сказано
col-figure = Число
col-when = Когда
col-by = Кем
col-how = Как
col-fate = Журнал
pages-of-claims = Страницы сообщений
page-before = Назад
page-after = Далее
page-of = { $from }–{ $to } из { $n }
claim-report = Публикация
claim-source = источник
claim-chain = Кто кому сказал
claim-fate = Что с ним стало
claim-weight = Дало оценке столько же, сколько { $n } ясного официального числа.
claim-informs = Входит в
claim-carried = Его несёт
claim-copies = { $n ->
    [one] Сложена { $n } копия
    [few] Сложены { $n } копии
   *[other] Сложено { $n } копий
  }
claim-against = Остальные данные говорят иначе
claim-expected = Из остальных следует { $n } ({ $range }); вероятность такого отклонения: { $chance }.
claim-reads = Как прочитано
claim-kind = О чём
claim-figure = Число
claim-measure = Считает
claim-status = Состояние
claim-when = Когда
claim-who = О ком
claim-from = Откуда
claim-to = Куда
claim-via = Через
claim-at = Где
claim-modality = Как сказано
report-claims = { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
   *[other] { $n } сообщений
  }
report-said = Что в ней сказано
report-masked = имена частных лиц и контакты закрыты

## Borders
borders-title = Границы: кто что сказал
borders-lead = Только утверждение факта делает границу открытой или закрытой. Слухи, планы, опровержения и «решения нет» стоят рядом, своими словами.
borders-standing = Что в силе
borders-standing-on = Что в силе на конец дня { $day }
borders-said = { $n ->
    [one] { $n } высказывание
    [few] { $n } высказывания, сначала новые
   *[other] { $n } высказываний, сначала новые
  }
borders-queues = Очереди
borders-nobody = никто не утверждал как факт
borders-none = О границах никто ничего не сказал.
col-border = Граница
col-stands = В силе
col-loose = Сказано позже, но не факт
col-queue = Очередь
col-kind = Вид
col-whom = Для кого
lane-fact = факт
lane-decision = план, «решения нет»
lane-denial = опровержение
lane-rumour = слух

## Shelter
shelter-title = Приём и размещение
shelter-lead = Числа – как сказано. Если ничего не сказано, это не значит, что мест хватает.
shelter-caption = Последнее сказанное, по местам
shelter-said = Всё сказанное о размещении
shelter-none = О размещении никто не говорит.
col-place = Место
col-state = Состояние
col-capacity = Вместимость
col-housed = Размещено
col-site = Помещение

## Verdicts
verdict = Ваше решение
verdict-author = Ваше имя
verdict-reason = Причина
verdict-value = Число должно быть
verdict-accept = Принять
verdict-reject = Отклонить
verdict-correct = Исправить
verdict-wants = Для решения нужны имя и причина.
verdict-read-only = Только просмотр: решения не принимаются.
verdict-done-accepted = Принято. Оценка считается заново.
verdict-done-rejected = Отклонено. Оценка считается заново.
verdict-done-corrected = Исправлено. Оценка считается заново.
verdict-undone = Отозвано на странице проверки
verdict-undone-said = Последнее решение отозвано.
ruling-accepted = принято
ruling-rejected = отклонено
ruling-corrected = исправлено
ruling-withdrawn = отозвано
review-lead = Оцените то, на чём стоит оценка. Решению нужны имя и причина; оно не затирается, и его можно отозвать.
review-keys = Клавиши
review-next = следующее
review-previous = предыдущее
review-undo = отозвать
review-queue = На проверку: { $n }
review-given = Решения: { $n }
review-given-none = Пока нет.
review-none = Проверять нечего
review-no-longer = больше не действует

## Scenarios
scenarios-title = Что если
scenarios-lead = Условные числа: что последует, если больше ничего не изменится, а не что будет. У сценариев общая случайность, поэтому разница – только от сценария.
scenario-a = Сценарий А
scenario-b = Сценарий Б
scenario-run = Рассчитать
scenario-days = Дней вперёд
scenario-days-n = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
  }
scenario-one = Только один сценарий
scenario-two = Сравнить с другим
scenario-share = Копировать ссылку
scenario-progress = Шаг { $done } из { $total }
scenario-stale = Сценарий изменён. Рассчитайте заново.
scenario-stands = Без изменений
scenario-less = { $one }: разница
scenario-between = B минус A
scenario-follows = Что последует за { $n } дн. после { $day }
scenario-caption = Людей за все предстоящие дни, медиана и 80-процентный интервал; сначала наибольшая разница
scenario-chart = { $name }: { $stands } человек без изменений, { $scenario } по сценарию, { $change }.
scenario-waiting = Остановленные, не выбравшие другой путь
scenario-empty = Изменений нет. Добавьте:
scenario-where = Где
scenario-from = С
scenario-until = По, включительно
scenario-leak = Доля тех, кто всё же проходит
scenario-rerouted = Доля остановленных, кто едет иначе
scenario-factor = Во сколько раз от нынешнего
scenario-persons-per-day = Человек в день
scenario-beds = Мест
scenario-share-of = Доля
scenario-population = Кого
scenario-remove = Убрать
scenario-remove-label = Убрать: { $what }
change-close = Закрыть
change-reopen = Открыть вновь
change-restrict = Ограничить
change-slow = Замедлить
change-throughput = Пропуск
change-shelter = Добавить места

change-trigger = Новое событие
pressure-title = Очереди, ожидание и размещение
pressure-caption = На конец последнего дня: медиана и 80-процентный интервал
pressure-what = Что
pressure-more = { $one }: вероятность, что больше
pressure-queue = ждут на переходе
pressure-wait = ожидание в часах
pressure-sheltered = размещены
pressure-without-bed = без места
pressure-full = вероятность, что мест нет
outlook-title = Прогноз без изменений
outlook-title-in = Размещение в сценарии { $one }
outlook-lead = Потребность следует из прогноза прибытия; о чём никто не сказал, принято в пределах и отмечено.
outlook-caption = На { $day }: медиана и 80-процентный интервал
outlook-not-full = не за эти дни
outlook-perhaps = возможно, через { $n } дн.
outlook-in = { $n ->
    [one] через { $n } день
    [few] через { $n } дня
   *[other] через { $n } дней
  }
outlook-claim = Сообщение { $n }, на котором основано
outlook-assumed = только из сценария
col-beds = Места
col-occupied = Размещены
col-without = Без места в этот день
col-full = Дней до заполнения
col-chance = Вероятность заполнения

estimates = Сохранённые оценки
estimates-lead = Каждая оценка остаётся такой, какой была сделана. Новая никогда не заменяет старую.
estimate-says = Оценка по известному на конец дня { $day }, за { $days }, какой она была сделана.
estimate-now = Обстановка того дня, рассчитанная сейчас
estimate-link = Постоянная страница

## Take away
export-lead = Каждая страница в нужном виде, с источником, днём и методом. Малые числа и места вне официальных переходов не выдаются.
export-all = Вся обстановка
export-corridors = Коридоры
export-flows = Потоки по дням
export-claims = Сообщения
export-contradictions = Расхождения
export-borders = Границы
export-shelter = Размещение
col-view = Страница
col-tables = Таблицы
export-pictures = Рисунки
export-pictures-says = «Забрать» над картой или графиком сохраняет PNG или SVG таким, как на экране, с источником, днём и методом. Над таблицей сохраняется картинка первых строк.
export-map-svg = Карта в SVG
export-address = Постоянный адрес
export-address-says = Этот адрес показывает этот день, пока хранится база, что бы ни пришло потом.
export-feed = Лента изменений
export-feed-says = Что изменил каждый день, для чтения лент:
export-embed = Карта для вставки
export-embed-says = Вставьте на страницу, которой виден этот сервер:
export-api = Для программ
export-api-says = У каждой страницы есть двойник в JSON: добавьте .json к адресу. Все адреса:
embed-says = Известно на { $day }. Модель по опубликованным материалам; медиана и 80-процентный интервал.

## Said figures
quantity-none = без числа
hedge-approx = около { $figure }
hedge-more-than = более { $figure }
hedge-at-least = не менее { $figure }
hedge-nearly = почти { $figure }
hedge-up-to = до { $figure }
hedge-less-than = менее { $figure }
vague-dozens = десятки: { $unit }
vague-hundreds = сотни: { $unit }
vague-thousands = тысячи: { $unit }
vague-tens-of-thousands = десятки тысяч: { $unit }
unit-person = { $n ->
    [one] человек
    [few] человека
   *[other] человек
  }
unit-household = { $n ->
    [one] домохозяйство
    [few] домохозяйства
   *[other] домохозяйств
  }
unit-vehicle = { $n ->
    [one] машина
    [few] машины
   *[other] машин
  }
unit-dwelling = { $n ->
    [one] жилище
    [few] жилища
   *[other] жилищ
  }
unit-km = км
unit-hour = { $n ->
    [one] час
    [few] часа
   *[other] часов
  }
unit-day = { $n ->
    [one] день
    [few] дня
   *[other] дней
  }
unit-percent = %
unit-crossing = { $n ->
    [one] пересечение
    [few] пересечения
   *[other] пересечений
  }
unit-trip = { $n ->
    [one] поездка
    [few] поездки
   *[other] поездок
  }
unit-seat = { $n ->
    [one] место
    [few] места
   *[other] мест
  }
per-day = в день
per-hour = в час
per-week = в неделю
per-month = в месяц
when-from = начиная с { $day }
when-since = с { $day }
when-until = по { $day }
when-none = время не указано
said-reported = { $what } (сообщают)
said-estimated = { $what } (оценка)
said-planned = план: { $what }
said-projected = возможно: { $what }
said-requested = требуют: { $what }
said-rumoured = слух: { $what }
said-denied = опровергнуто: { $what }
said-undecided = решения нет
said-negated = не { $what }

## Coded words
kind-flow = перемещение
kind-onward = выезд дальше
kind-return = возвращение
kind-stock = присутствуют
kind-queue = очередь
kind-border-status = состояние границы
kind-shelter = размещение
kind-casualty = жертвы
kind-trigger = событие-причина
kind-appeal = призыв
modality-asserted = утверждается
modality-reported = сообщают
modality-estimated = оценка
modality-planned = план
modality-projected = прогноз
modality-requested = требование
modality-rumoured = слух
modality-denied = опровергнуто
modality-undecided = решения нет
modality-negated = сказано, что не так
source-official = официальный
source-international = международный орган
source-politician = политик
source-expert = эксперт
source-organisation = организация
source-media = СМИ
source-witness = очевидец
source-unnamed = источник не назван
decision-used = использовано
decision-shown = показано
decision-folded = сложено
decision-set-aside = отложено
decision-rejected = отклонено
decision-unreadable = не прочитано
status-open = открыто
status-restricted = ограничено
status-closed = закрыто
status-undecided = не решено
status-improvised = временное
status-under-pressure = перегружено
status-full = заполнено
status-housed = размещено людей
status-capacity = вместимость
status-increased = выросло
status-decreased = снизилось
status-unchanged = без изменений
status-none = состояние не указано
measure-cumulative = нарастающий итог
measure-daily = один день
measure-daily-rate = людей в день
measure-period = указанный период
measure-increment = дополнительно
measure-share = доля
measure-change = изменение
measure-point = на момент
measure-capacity = сколько можно принять
measure-unspecified = не сказано
basis-explicit = дата указана
basis-since = с некоторого дня
basis-relative = из слов вроде «в воскресенье»
basis-event = от события
basis-publication = день, когда сказано
basis-historical = прошлые годы
basis-future = после публикации
reason-used = Входит в оценку потока
reason-bound = Считает лишь часть: нижняя граница
reason-shown-border-status = На странице границ
reason-shown-queue = Показана с переходом, в людей не засчитана
reason-shown-shelter = На странице размещения
reason-shown-trigger = Датирует кризис
reason-shown-appeal = Призыв или обещание, показано
reason-shown-casualty = Жертвы, показано
reason-shown-stock = Подсчёт без движения, показано
reason-same-voice-same-figure = Тот же источник повторил
reason-same-rare-figure = То же редкое число за три дня
reason-starts-long-before = Считает задолго до кризиса
reason-internal = Движение внутри страны
reason-corrected-later = Число позже исправлено
reason-projected = Прогноз, а не случившееся
reason-denied = Говорящий утверждает, что это не так
reason-requested = Требование, а не случившееся
reason-no-origin = Не сказано, откуда
reason-incident = Менее десяти человек: случай
reason-deported = Депортация – не бегство
reason-applications = Убежище просят прибывшие ранее
reason-stock-not-modelled = Присутствуют, прибытие неизвестно
reason-capacity = Сколько можно принять
reason-compared-with-last-year = Сравнение с прошлым годом
reason-copied-report = Перепечатка, не второй свидетель
reason-earlier-that-day = Итог на более ранний час
reason-future = О днях, которые ещё не наступили
reason-group-origin = Выезд из группы стран
reason-historical = Давний фон
reason-impossible = Больше, чем живёт в стране
reason-negated = В тексте сказано, что этого не было
reason-no-comparison = Изменение без основы сравнения
reason-no-figure = Числа нет
reason-no-leg = Коридор не определён
reason-nothing-to-scale = Изменение неизвестного потока
reason-planned = План, а не случившееся
reason-rejected-by-analyst = Отклонено аналитиком
reason-rumoured = Слух, за который никто не ручается
reason-rounded-copy = Копия, округляющая сказанное число
reason-duplicate-by-analyst = По словам аналитика, повторяет другое утверждение
reason-same-figure-and-days = То же число за те же дни, пересказанное неотличимым голосом
reason-said-twice = Сказано дважды в одной публикации
reason-same-event-other-unit = То же событие в других единицах
reason-share-of-part = Доля от части
reason-share-of-unknown = Доля неизвестного целого
reason-stock-without-departures = Присутствуют, выезд неизвестен
reason-stock-without-start = Присутствуют, с каких пор – неизвестно
reason-trips = Поездки, в основном туризм
reason-turned-back = Развёрнутые не пересекли
reason-undated = Не сказано, когда
reason-undecided = Решение не принято
reason-unit = Единица не переводится в людей
reason-unreadable = Прочитать не удалось
term-crossed-border = пересекли границу
term-left-country = покинули страну
term-arrived = прибыли
term-fled = бежали
term-displaced = перемещены
term-evacuated = эвакуированы
term-relocated = переселены
term-registered = зарегистрированы
term-asylum-application = прошение об убежище
term-turned-back = развёрнуты
term-deported = депортированы
term-returned = вернулись
term-transited = проехали транзитом
term-present = присутствуют
term-sheltered = размещены
term-homeless = без крова
term-in-camp = в лагере
term-trapped = отрезаны
term-queue = длина очереди
term-waiting-time = время ожидания
term-border = вся граница
term-crossing = переход
term-visa = правила въезда
term-killed = убиты
term-wounded = ранены
term-missing = пропали без вести
term-fighting = начало боёв
term-mobilisation = мобилизация
term-offensive = наступление
term-invasion = вторжение
term-coup = переворот
term-ceasefire = прекращение огня
term-surrender = капитуляция
term-earthquake = землетрясение
term-flood = наводнение
term-storm = буря
term-fire = пожар
term-decree = указ
term-blockade = блокада
term-shelling = обстрел
term-explosion = взрыв
site-cinema = кинотеатр
site-school = школа
site-hotel = гостиница
site-sports-hall = спортзал
site-camp = лагерь
site-reception-centre = центр приёма
site-tents = палатки
site-private-homes = частные дома
site-mosque = мечеть
site-church = церковь
site-housing = жильё
site-accommodation = размещение
group-eu = Европейский союз
group-europe = Европа
group-schengen = Шенгенская зона
group-baltic = страны Балтии
group-nordics = Северные страны
group-central-asia = Центральная Азия
group-south-caucasus = Южный Кавказ
group-caucasus = Кавказ
group-gulf = страны Залива
group-middle-east = Ближний Восток
group-north-africa = Северная Африка
group-west-africa = Западная Африка
group-east-africa = Восточная Африка
group-latin-america = Латинская Америка
group-africa = Африка
group-asia = Азия
