## Frame
skip = إلى المحتوى
pages = الصفحات
page-situation = الوضع
page-claims = الأقوال
page-borders = الحدود
page-shelter = الإيواء
page-scenarios = السيناريوهات
page-review = المراجعة
page-export = التنزيل
as-of = حتى
as-of-label = المعروف حتى نهاية هذا اليوم
as-of-past = ترى ما كان معروفًا في { $day }. لا تُستعمل التقارير اللاحقة.
day-before = اليوم السابق
day-after = اليوم التالي
latest = آخر يوم
language = اللغة
theme = المظهر
theme-auto = كما في الجهاز
theme-light = فاتح
theme-dark = داكن
theme-contrast = تباين عالٍ
working = جارٍ الحساب …
problem = لا يمكن عرض الوضع
no-answer = لا يجيب الخادم. هل ما زال يعمل؟
lost = لا توجد صفحة كهذه
lost-back = إلى الوضع
boundaries = لا تعني الحدود والأسماء المبيّنة والتسميات المستعملة إقرارًا أو قبولًا رسميًا. تدل الخطوط المتقطعة على حدود غير متفق عليها. كوسوفو: تُفهم كل إشارة إليها في سياق قرار مجلس الأمن 1244 (1999).
made-by = أعدّه Bordercast من تقارير منشورة. الاقتباسات قصيرة وهي ملك ناشريها.
more = المزيد
copy = نسخ
copied = نُسخ
all = الكل
clear = مسح
withheld = محجوب: أقل من عشرة
not-said = لم يُذكر
stands = قائم
take = تنزيل
publisher-unknown = الناشر غير معروف

## Figures and places
figure-under = أقل من { $n }
figure-no-change = دون تغيّر
place-any = كل الوجهات
place-other = بلدان أخرى
corridor = من { $origin } إلى { $destination }
corridor-into = إلى { $destination }
corridor-out = من { $origin }
onward = انتقلوا إلى بلد آخر
mostly-prior = تقدير أولي في معظمه

## The answer
answer = الجواب
answer-left = الذين غادروا { $place }
answer-crossed = الذين عبروا { $name }
answer-number-label = { $n } شخص: الأدلة
answer-interval = { $range }، مجال 80 في المئة
answer-none = لا قول من بين { $n } يفيد عن التدفق بعد، فلا رقم. تذكر الأقوال ما هو معروف.
ask-when = في أي يوم
ask-who = من قال ذلك
ask-what = أشخاص أم عبور
ask-sure = بأي يقين
ask-changed = ما الذي تغيّر
ask-excel = في Excel
ask-cite = للاستشهاد
answer-when = نهاية { $day }. المدة: { $days }.
answer-who = { $claims ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $claims } أقوال
    [many] { $claims } قولًا
   *[other] { $claims } قول
  } من { $voices ->
    [zero] لا أحد
    [one] مصدر مستقل واحد
    [two] مصدرين مستقلين
    [few] { $voices } مصادر مستقلة
    [many] { $voices } مصدرًا مستقلًا
   *[other] { $voices } مصدر مستقل
  }
answer-what = أشخاص عبروا حدودًا خارجين، يُحسب كل منهم بعدد مرات عبوره. المنتقلون إلى بلد آخر والموجودون يُعدّون على حدة ولا يُضافون أبدًا.
answer-sure = مجال 95 في المئة { $wide }. أزالت الأقوال { $informed } من الشك الأولي.
answer-day = { $n } في { $day }: { $change } عن اليوم السابق ({ $range }).
answer-news = في اليوم الأخير: { $reports ->
    [zero] لا تقارير
    [one] تقرير واحد
    [two] تقريران
    [few] { $reports } تقارير
    [many] { $reports } تقريرًا
   *[other] { $reports } تقرير
  }، { $claims ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $claims } أقوال
    [many] { $claims } قولًا
   *[other] { $claims } قول
  }.
answer-revised = غيّرت المجموع من { $before } إلى { $after }.
more-forms = صيغ أخرى

## The map
map-title = من عبر وإلى أين
map-shows = تعرض الخريطة
map-total = منذ { $day }
map-day = في { $day }
map-label = خريطة التدفقات بين البلدان ({ $n }) في { $day }. كل تدفق رابط، وفي جدول الممرات الأرقام نفسها.
map-closer = تقريب
map-farther = إبعاد
map-whole = المنطقة كلها
map-onward-figure = { $n } انتقلوا
map-spoken-total = { $name }: { $n } شخص ({ $range }) حتى { $day }
map-spoken-day = { $name }: { $n } شخص ({ $range }) في { $day }
map-border = الحدود، { $name }: { $words }
key-flow = العرض: الوسيط؛ الهالة: أعلى مجال 80 %؛ اللب: أدناه
key-onward = انتقلوا إلى بلد آخر
key-prior = تقدير أولي: أقوال قليلة
key-loose = منقّط: قيل وليس واقعًا
border-all = { $place }، كل الحدود

## The timeline
timeline-title = يومًا بيوم: { $name }
timeline-daily-title = يومًا بيوم
timeline-shows = يعرض الرسم
timeline-daily = في اليوم
timeline-cumulative = المجموع
timeline-label = رسم زمني، { $name }. { $said } الأعلى في { $peak }.
timeline-day = { $day }: { $n } شخص ({ $range }).
timeline-total = من { $first } إلى { $day }: { $n } شخص ({ $range }).
timeline-ahead = إن لم يتغير شيء
timeline-claim = قول: { $words }؛ { $voice }. نحو { $n } في اليوم.
timeline-play = تشغيل الأيام
timeline-pause = إيقاف
timeline-slider = اليوم
timeline-table = الأيام في جدول
key-bands = الوسيط ومجالات 50 و80 و95 %
key-range = قول: مداه
key-more = قول: «أكثر من»
key-flags = حدث دافع أو ما قيل عن حدود
key-ahead = توقع إن بقي الحال
as-known-then = ما كان معروفًا في { $day }
corridor-pick = الممر
behind = { $n ->
    [zero] لا أقوال وراءه
    [one] قول واحد وراءه
    [two] قولان وراءه
    [few] { $n } أقوال وراءه
    [many] { $n } قولًا وراءه
   *[other] { $n } قول وراءه
  }
behind-all = كل الأدلة: { $name }

## Corridors
corridors = الممرات
corridors-out = من بلد المنشأ
corridors-onward = إلى بلد آخر، ولا تُضاف إلى المغادرة
col-corridor = الممر
col-day = اليوم
col-on = في { $day }
col-week = آخر 7 أيام
col-since = منذ { $day }
col-picture = المجال مرسومًا
col-ground = الأساس
col-median = الوسيط
col-80 = مجال 80 %
col-95 = مجال 95 %
ground = { $claims ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $claims } أقوال
    [many] { $claims } قولًا
   *[other] { $claims } قول
  }، { $voices ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $voices } مصادر
    [many] { $voices } مصدرًا
   *[other] { $voices } مصدر
  }
informed-says = من الشك أزالته الأقوال.
evidence-used = المستعملة: { $n }
evidence-used-says = تدخل في التقدير. يبيّن الشريط ما أُخذ منها: الممتلئ رقم رسمي واضح واحد.
evidence-folded = المطوية: { $n }
evidence-folded-says = القول نفسه في قول آخر يحمله. الخبر المنسوخ ليس شاهدًا ثانيًا.
evidence-set-aside = المستبعدة: { $n }
evidence-set-aside-says = لا يمكن أو لا يجوز أن تدخل في التقدير، ومع كل منها السبب.
evidence-none = لا قول يدخل فيه: الرقم تقدير أولي فقط.
weight-of = الوزن { $n }
copies-of = { $n ->
    [zero] لا نسخ
    [one] نسخة واحدة
    [two] نسختان
    [few] { $n } نسخ
    [many] { $n } نسخة
   *[other] { $n } نسخة
  }
disagreements = أين تختلف المصادر
disagreements-all = كل الاختلافات: { $n }
disagreements-none = لا قول يخالف سائر الأقوال.
gaps = الثغرات، وما قد يغيّر التقدير
versus-claim = القول
versus-others = ما تدل عليه الأقوال الأخرى
versus-chance = مجال 80 في المئة، { $unit }. احتمال قول بهذا البعد: { $chance }.
versus-opponents = تشير إلى الجهة الأخرى:

## Claims
claims-lead = كل ما قيل، بنصه، وما آل إليه.
claims-found = { $n ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $n } أقوال
    [many] { $n } قولًا
   *[other] { $n } قول
  }
claims-all = كل الأقوال: { $n }
search = بحث
order = الترتيب
order-weight = الأثقل أولًا
order-published = الأحدث أولًا
order-surprise = الأبعد عن المتوقع أولًا
filter-kind = النوع
filter-decision = في السجل
filter-modality = كيف قيل
filter-source-type = المصدر
filter-corridor = الممر
col-said = ما قيل
col-figure = الرقم
col-when = متى
col-by = من
col-how = كيف
col-fate = السجل
pages-of-claims = صفحات الأقوال
page-before = السابق
page-after = التالي
page-of = { $from } إلى { $to } من { $n }
claim-report = التقرير
claim-source = المصدر
claim-chain = من أخبر من
claim-fate = ما آل إليه
claim-weight = أعطى التقدير ما يعادل { $n } من رقم رسمي واضح.
claim-informs = يدخل في
claim-carried = يحمله
claim-copies = { $n ->
    [zero] لا نسخ مطوية
    [one] نسخة واحدة مطوية
    [two] نسختان مطويتان
    [few] { $n } نسخ مطوية
    [many] { $n } نسخة مطوية
   *[other] { $n } نسخة مطوية
  }
claim-against = لا تتوقعه سائر الأدلة
claim-expected = تدل الأقوال الأخرى على { $n } ({ $range })؛ احتمال قول بهذا البعد: { $chance }.
claim-reads = كيف قُرئ
claim-kind = النوع
claim-figure = الرقم
claim-measure = يعدّ
claim-status = الحالة
claim-when = متى
claim-who = عمّن
claim-from = من
claim-to = إلى
claim-via = عبر
claim-at = في
claim-modality = كيف قيل
report-claims = { $n ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $n } أقوال
    [many] { $n } قولًا
   *[other] { $n } قول
  }
report-said = ما يقوله
report-masked = أسماء الأفراد ووسائل الاتصال محجوبة

## Borders
borders-title = الحدود: من قال ماذا
borders-lead = لا يجعل الحدودَ مفتوحة أو مغلقة إلا قولٌ بواقع. وتقف إلى جانبه الشائعات والخطط والنفي و«لا قرار» بكلماتها.
borders-standing = القائم
borders-standing-on = القائم في نهاية { $day }
borders-said = { $n ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $n } أقوال، الأحدث أولًا
    [many] { $n } قولًا، الأحدث أولًا
   *[other] { $n } قول، الأحدث أولًا
  }
borders-queues = الطوابير
borders-nobody = لم يقله أحد واقعًا
borders-none = لم يقل أحد شيئًا عن حدود.
col-border = الحدود
col-stands = القائم
col-loose = قيل بعده وليس واقعًا
col-queue = الطابور
col-kind = النوع
col-whom = لمن
lane-fact = واقع
lane-decision = خطة، «لا قرار»
lane-denial = نفي
lane-rumour = شائعة

## Shelter
shelter-title = الاستقبال والإيواء
shelter-lead = الأرقام كما قيلت. وحيث لم يُقل شيء فليس ذلك دليلًا على كفاية الإيواء.
shelter-caption = آخر الأقوال، بحسب المكان
shelter-said = كل ما قيل عن الإيواء
shelter-none = لا قول يتحدث عن الإيواء.
col-place = المكان
col-state = الحالة
col-capacity = السعة
col-housed = المقيمون
col-site = الموقع

## Verdicts
verdict = حكمك
verdict-author = اسمك
verdict-reason = السبب
verdict-value = ينبغي أن يكون الرقم
verdict-accept = قبول
verdict-reject = رفض
verdict-correct = تصحيح
verdict-wants = يحتاج الحكم إلى اسمك وسبب.
verdict-read-only = هذا الوضع للقراءة فقط: لا تُقبل أحكام.
verdict-done-accepted = قُبل. يُعاد التقدير.
verdict-done-rejected = رُفض. يُعاد التقدير.
verdict-done-corrected = صُحّح. يُعاد التقدير.
verdict-undone = سُحب في صفحة المراجعة
verdict-undone-said = سُحب الحكم الأخير.
ruling-accepted = مقبول
ruling-rejected = مرفوض
ruling-corrected = مصحّح
ruling-withdrawn = مسحوب
review-lead = احكم على ما يقوم عليه التقدير. يحتاج الحكم إلى اسم وسبب، ولا يُمحى أبدًا، ويمكن سحبه.
review-keys = اختصارات لوحة المفاتيح
review-next = التالي
review-previous = السابق
review-undo = سحب
review-queue = للمراجعة: { $n }
review-given = الأحكام: { $n }
review-given-none = لا شيء بعد.
review-none = لا شيء للمراجعة
review-no-longer = لم يعد ساريًا

## Scenarios
scenarios-title = ماذا لو
scenarios-lead = أرقام مشروطة: ما كان سيلي إن لم يتغير شيء آخر، لا ما سيحدث. تتقاسم السيناريوهات الصدفة نفسها، فالفرق من السيناريو وحده.
scenario-a = السيناريو A
scenario-b = السيناريو B
scenario-run = احسب
scenario-days = الأيام القادمة
scenario-days-n = { $n ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
  }
scenario-one = سيناريو واحد فقط
scenario-two = قارن بآخر
scenario-share = نسخ الرابط
scenario-progress = الخطوة { $done } من { $total }
scenario-stale = تغيّر السيناريو منذ ذلك. احسب من جديد.
scenario-stands = إن بقي الحال
scenario-less = { $one }: الفرق
scenario-between = B ناقص A
scenario-follows = ما كان سيلي في { $n } يوم بعد { $day }
scenario-caption = الأشخاص في كل الأيام القادمة، الوسيط ومجال 80 في المئة؛ أكبر فرق أولًا
scenario-chart = { $name }: { $stands } شخص إن بقي الحال، { $scenario } في السيناريو، { $change }.
scenario-waiting = الموقوفون الذين لا يسلكون طريقًا آخر
scenario-empty = لا تغيير بعد. أضف واحدًا:
scenario-where = أين
scenario-from = من
scenario-until = حتى، ضمنًا
scenario-leak = نسبة من لا يزال يعبر
scenario-rerouted = نسبة الموقوفين الذين يسلكون طريقًا آخر
scenario-factor = أضعاف ما يعبر الآن
scenario-persons-per-day = أشخاص في اليوم
scenario-beds = أسرّة
scenario-share-of = النسبة
scenario-population = مَن
scenario-remove = إزالة
scenario-remove-label = إزالة: { $what }
change-close = إغلاق
change-reopen = إعادة فتح
change-restrict = تقييد
change-slow = إبطاء
change-throughput = سعة العبور
change-shelter = إضافة أسرّة

change-trigger = حدث دافع جديد
pressure-title = الطوابير والانتظار والإيواء
pressure-caption = في نهاية اليوم الأخير: الوسيط ومجال 80 في المئة
pressure-what = ماذا
pressure-more = { $one }: احتمال أن يكون أكثر
pressure-queue = المنتظرون في المعبر
pressure-wait = الانتظار بالساعات
pressure-sheltered = المقيمون في المأوى
pressure-without-bed = بلا سرير
pressure-full = احتمال ألا يبقى سرير
outlook-title = المتوقع إن بقي الحال
outlook-title-in = الإيواء في السيناريو { $one }
outlook-lead = تتبع الحاجة الوصول المتوقع؛ وما لم يقله أحد مفترض ضمن حدود ومبيَّن.
outlook-caption = في { $day }: الوسيط ومجال 80 في المئة
outlook-not-full = ليس في هذه الأيام
outlook-perhaps = ربما بعد { $n } يوم
outlook-in = { $n ->
    [one] بعد يوم واحد
    [two] بعد يومين
    [few] بعد { $n } أيام
    [many] بعد { $n } يومًا
   *[other] بعد { $n } يوم
  }
outlook-claim = القول { $n } الذي أُخذ منه
outlook-assumed = من السيناريو وحده
col-beds = الأسرّة
col-occupied = المقيمون فيها
col-without = بلا سرير ذلك اليوم
col-full = أيام حتى الامتلاء
col-chance = احتمال الامتلاء

estimates = التقديرات المحفوظة
estimates-lead = يبقى كل تقدير كما صُنع، ولا يحل جديد محل قديم أبدًا.
estimate-says = التقدير المصنوع مما كان معروفًا في نهاية { $day }، للمدة { $days }، كما صُنع.
estimate-now = وضع ذلك اليوم كما يُحسب الآن
estimate-link = صفحة دائمة

## Take away
export-lead = كل عرض بالصيغة التي تحتاجها، مع مصدره ويومه وطريقته. لا تخرج الأعداد الصغيرة ولا الأماكن التي ليست معابر رسمية.
export-all = الوضع كله
export-corridors = الممرات
export-flows = التدفقات باليوم
export-claims = الأقوال
export-contradictions = الاختلافات
export-borders = الحدود
export-shelter = الإيواء
col-view = العرض
col-tables = الجداول
export-pictures = الصور
export-pictures-says = «تنزيل» فوق خريطة أو رسم يحفظها PNG أو SVG كما على شاشتك، مع المصدر واليوم والطريقة. وفوق جدول يحفظ صورة لصفوفه الأولى.
export-map-svg = الخريطة SVG
export-address = عنوان دائم
export-address-says = يعرض هذا العنوان هذا اليوم ما دامت القاعدة محفوظة، مهما جاء بعده.
export-feed = موجز التغييرات
export-feed-says = ما غيّره كل يوم، لقارئ الموجزات:
export-embed = خريطة للتضمين
export-embed-says = ضعها في صفحة يمكنها عرض هذا الخادم:
export-api = للبرامج
export-api-says = لكل صفحة نظير JSON: أضف .json إلى عنوانها. كل العناوين:
embed-says = المعروف حتى { $day }. نموذج من تقارير منشورة؛ الوسيط ومجال 80 في المئة.

## Said figures
quantity-none = دون رقم
hedge-approx = نحو { $figure }
hedge-more-than = أكثر من { $figure }
hedge-at-least = ما لا يقل عن { $figure }
hedge-nearly = ما يقارب { $figure }
hedge-up-to = حتى { $figure }
hedge-less-than = أقل من { $figure }
vague-dozens = عشرات: { $unit }
vague-hundreds = مئات: { $unit }
vague-thousands = آلاف: { $unit }
vague-tens-of-thousands = عشرات الآلاف: { $unit }
unit-person = { $n ->
    [few] أشخاص
    [many] شخصًا
   *[other] شخص
  }
unit-household = { $n ->
    [few] أسر
   *[other] أسرة
  }
unit-vehicle = { $n ->
    [few] مركبات
   *[other] مركبة
  }
unit-dwelling = { $n ->
    [few] مساكن
    [many] مسكنًا
   *[other] مسكن
  }
unit-km = كم
unit-hour = { $n ->
    [few] ساعات
   *[other] ساعة
  }
unit-day = { $n ->
    [few] أيام
    [many] يومًا
   *[other] يوم
  }
unit-percent = في المئة
unit-crossing = { $n ->
    [few] عمليات عبور
   *[other] عملية عبور
  }
unit-trip = { $n ->
    [few] رحلات
   *[other] رحلة
  }
unit-seat = { $n ->
    [few] مقاعد
    [many] مقعدًا
   *[other] مقعد
  }
per-day = في اليوم
per-hour = في الساعة
per-week = في الأسبوع
per-month = في الشهر
when-from = ابتداءً من { $day }
when-since = منذ { $day }
when-until = حتى { $day }
when-none = دون وقت
said-reported = { $what } (يُنقل)
said-estimated = { $what } (تقدير)
said-planned = مخطط: { $what }
said-projected = قد يكون: { $what }
said-requested = مطلوب: { $what }
said-rumoured = شائعة: { $what }
said-denied = منفي: { $what }
said-undecided = لا قرار
said-negated = ليس { $what }

## Coded words
kind-flow = انتقال أشخاص
kind-onward = انتقال إلى بلد آخر
kind-return = عودة
kind-stock = أشخاص موجودون
kind-queue = طابور
kind-border-status = حالة حدود
kind-shelter = إيواء
kind-casualty = ضحايا
kind-trigger = حدث دافع
kind-appeal = نداء
modality-asserted = مؤكَّد القول
modality-reported = منقول
modality-estimated = تقدير
modality-planned = مخطط
modality-projected = توقع
modality-requested = مطلوب
modality-rumoured = شائعة
modality-denied = منفي
modality-undecided = لا قرار
modality-negated = قيل إنه ليس كذلك
source-official = رسمي
source-international = هيئة دولية
source-politician = سياسي
source-expert = خبير
source-organisation = منظمة
source-media = إعلام
source-witness = شاهد
source-unnamed = مصدر غير مسمى
decision-used = مستعمل
decision-shown = معروض
decision-folded = مطوي
decision-set-aside = مستبعد
decision-rejected = مرفوض
decision-unreadable = غير مقروء
status-open = مفتوح
status-restricted = مقيّد
status-closed = مغلق
status-undecided = غير محسوم
status-improvised = مرتجل
status-under-pressure = تحت الضغط
status-full = ممتلئ
status-housed = أشخاص مقيمون
status-capacity = السعة
status-increased = ازداد
status-decreased = نقص
status-unchanged = دون تغيّر
status-none = الحالة غير مذكورة
measure-cumulative = مجموع متراكم
measure-daily = يوم واحد
measure-daily-rate = أشخاص في اليوم
measure-period = مدة مذكورة
measure-increment = عدد إضافي
measure-share = نسبة
measure-change = تغيّر
measure-point = في لحظة
measure-capacity = ما يمكن استيعابه
measure-unspecified = لم يُذكر
basis-explicit = تاريخ مكتوب
basis-since = منذ يوم
basis-relative = من كلمات مثل «يوم الأحد»
basis-event = من حدث
basis-publication = يوم قيل
basis-historical = خلفية من سنوات سابقة
basis-future = بعد النشر
reason-used = يدخل في تقدير التدفق
reason-bound = يعدّ جزءًا فقط: حد أدنى
reason-shown-border-status = في صفحة الحدود
reason-shown-queue = معروض مع معبره، ولا يُعدّ أشخاصًا
reason-shown-shelter = في صفحة الإيواء
reason-shown-trigger = يؤرخ الأزمة
reason-shown-appeal = نداء أو وعد، معروض
reason-shown-casualty = ضحايا، معروض
reason-shown-stock = عدد لا يدل على حركة، معروض
reason-same-voice-same-figure = المصدر نفسه كرره
reason-same-rare-figure = الرقم النادر نفسه خلال ثلاثة أيام
reason-starts-long-before = يعدّ منذ ما قبل الأزمة بكثير
reason-internal = حركة داخل بلد واحد
reason-corrected-later = صُحّح الرقم لاحقًا
reason-projected = توقع لا واقعة
reason-denied = يقول المتحدث إنه ليس كذلك
reason-requested = مطلب لا واقعة
reason-no-origin = لا يقول من أين
reason-incident = أقل من عشرة: حادثة
reason-deported = الترحيل ليس فرارًا
reason-applications = طلبات اللجوء ممن جاؤوا قبلًا
reason-stock-not-modelled = موجودون ولا يُعرف وصولهم
reason-capacity = ما يمكن استيعابه
reason-compared-with-last-year = مقارنة بالعام الماضي
reason-copied-report = نسخة لا شاهد ثانٍ
reason-earlier-that-day = مجموع ساعة سابقة
reason-future = عن أيام لم تأت بعد
reason-group-origin = من مجموعة بلدان
reason-historical = خلفية قديمة
reason-impossible = أكثر من سكان البلد
reason-negated = يقول النص إنه لم يحدث
reason-no-comparison = تغيّر دون أساس مقارنة
reason-no-figure = لا يعطي رقمًا
reason-no-leg = تعذّر تحديد الممر
reason-nothing-to-scale = تغيّر تدفق غير معروف
reason-planned = خطة لا واقعة
reason-rejected-by-analyst = رفضه محلل
reason-rumoured = شائعة لا يقف خلفها أحد
reason-rounded-copy = نسخة تقرّب رقمًا سبق قوله
reason-duplicate-by-analyst = قال محلل إنه يكرر قولًا آخر
reason-same-figure-and-days = الرقم نفسه للأيام نفسها نقله صوت لا يمكن تمييزه
reason-said-twice = قاله التقرير مرتين
reason-same-event-other-unit = الحدث نفسه بوحدة أخرى
reason-share-of-part = نسبة من جزء
reason-share-of-unknown = نسبة من كل مجهول
reason-stock-without-departures = موجودون ولا يُعرف من غادر
reason-stock-without-start = موجودون ولا يُعرف منذ متى
reason-trips = رحلات، معظمها سياحة
reason-turned-back = المعادون لم يعبروا
reason-undated = لا يقول أحد متى
reason-undecided = لم يُتخذ قرار
reason-unit = وحدة لا تتحول إلى أشخاص
reason-unreadable = تعذّرت القراءة
term-crossed-border = عبروا حدودًا
term-left-country = غادروا البلد
term-arrived = وصلوا
term-fled = فروا
term-displaced = نازحون
term-evacuated = أُجلوا
term-relocated = نُقلوا
term-registered = مسجّلون
term-asylum-application = طلب لجوء
term-turned-back = أُعيدوا
term-deported = رُحّلوا
term-returned = عادوا
term-transited = مرّوا عبورًا
term-present = موجودون
term-sheltered = في مأوى
term-homeless = بلا مأوى
term-in-camp = في مخيم
term-trapped = محاصرون
term-queue = طول طابور
term-waiting-time = مدة انتظار
term-border = حدود كاملة
term-crossing = معبر
term-visa = قواعد الدخول
term-killed = قتلى
term-wounded = جرحى
term-missing = مفقودون
term-fighting = اندلاع القتال
term-mobilisation = تعبئة
term-offensive = هجوم
term-invasion = غزو
term-coup = انقلاب
term-ceasefire = وقف إطلاق النار
term-surrender = استسلام
term-earthquake = زلزال
term-flood = فيضان
term-storm = عاصفة
term-fire = حريق
term-decree = مرسوم
term-blockade = حصار
term-shelling = قصف
term-explosion = انفجار
site-cinema = سينما
site-school = مدرسة
site-hotel = فندق
site-sports-hall = صالة رياضية
site-camp = مخيم
site-reception-centre = مركز استقبال
site-tents = خيام
site-private-homes = بيوت خاصة
site-mosque = مسجد
site-church = كنيسة
site-housing = سكن
site-accommodation = إقامة
group-eu = الاتحاد الأوروبي
group-europe = أوروبا
group-schengen = منطقة شنغن
group-baltic = دول البلطيق
group-nordics = بلدان الشمال
group-central-asia = آسيا الوسطى
group-south-caucasus = جنوب القوقاز
group-caucasus = القوقاز
group-gulf = دول الخليج
group-middle-east = الشرق الأوسط
group-north-africa = شمال أفريقيا
group-west-africa = غرب أفريقيا
group-east-africa = شرق أفريقيا
group-latin-america = أمريكا اللاتينية
group-africa = أفريقيا
group-asia = آسيا
