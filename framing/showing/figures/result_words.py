"""What the figures of results say, in English and Arabic."""

from framing.showing.figures.style import Language

TEXTS: dict[str, dict[Language, str]] = {
    "forest": {"en": "How many times as often: ratios of rates", "ar": "كم ضعفًا: نسب المعدلات"},
    "keywords": {
        "en": "Words distinctive of each outlet beside the others",
        "ar": "الكلمات المميِّزة لكل وسيلة من غيرها",
    },
    "dispersion": {
        "en": "Where in each article it stands: {feature}",
        "ar": "أين يرد في كل مقال: {feature}",
    },
    "sensitivity": {
        "en": "How the rate moves with each choice: {feature}",
        "ar": "كيف يتغير المعدل مع كل اختيار: {feature}",
    },
    "validation": {
        "en": "What is found beside what was coded: precision, recall, F1",
        "ar": "ما وُجد إزاء ما رُمِّز: الدقة والاستدعاء وF1",
    },
    "correction": {
        "en": "As found, and corrected by a coded random sample",
        "ar": "كما وُجد، ومصحَّحًا بعيّنة عشوائية مرمَّزة",
    },
    "ratio axis": {
        "en": "times as often in the first as in the second (logarithmic)",
        "ar": "عدد الأضعاف في الأولى قياسًا إلى الثانية (لوغاريتمي)",
    },
    "ratio notes": {"en": "ratio [95%]; mentions : mentions", "ar": "النسبة [95%]؛ مرات : مرات"},
    "compared within": {"en": "Compared within: {places}.", "ar": "المقارنة ضمن: {places}."},
    "no ratio": {"en": "no ratio", "ar": "لا نسبة"},
    "the rest": {"en": "the rest", "ar": "البقية"},
    "forest caption": {
        "en": "Each line: how many times as often the feature stands per 1,000 {unit} in the first "
        "group as in the second, and how many mentions each has. {articles} articles.",
        "ar": "كل سطر: كم ضعفًا يرد ما في العنوان لكل ألف كلمة في الأولى قياسًا إلى الثانية، وعدد مرات "
        "الورود في كل منهما. عدد المقالات: {articles}.",
    },
    "zeros": {
        "en": "Where a group has none there is no dot, only how far its interval reaches: none seen is "
        "not never.",
        "ar": "وحيث لا ورود في إحداهما فلا نقطة، بل مدى الفترة وحده: فعدم الظهور لا ينفي الوجود.",
    },
    "described": {
        "en": "Hollow: exact 95% intervals, which take mentions as independent and hold for these texts "
        "only; among articles of one outlet they would cover far less (docs/coverage.md). So no p is "
        "given and nothing hollow is starred: {why}.",
        "ar": "المربعات المفرغة: فترات دقيقة 95% تفترض استقلال مرات الورود وتصدق على هذه النصوص وحدها؛ "
        "وهي بين مقالات الوسيلة الواحدة أضيق كثيرًا مما ينبغي (docs/coverage.md). لذلك لا قيمة احتمال "
        "ولا نجمة لمفرغ: {why}.",
    },
    "one article": {
        "en": "a group stands here with one article, and cannot be told from it",
        "ar": "فثمة طرف ليس له هنا إلا مقال واحد ولا يتميز منه",
    },
    "few articles": {
        "en": "there are too few independent articles, or a group has no mention",
        "ar": "فالمقالات المستقلة قليلة، أو لا ورود في أحد الطرفين",
    },
    "modelled": {
        "en": "Filled: articles are the cases ({methods}), wire copies counted once where clusters were "
        "given; these intervals hold under clustering (docs/coverage.md).",
        "ar": "المربعات الممتلئة: الحالة هي المقال ({methods})، وتُعدّ نسخ الوكالة مرة واحدة حيث عُيّنت؛ "
        "وهذه الفترات تصدق مع تشابه المقالات (docs/coverage.md).",
    },
    "regression": {
        "en": "Poisson regression, robust errors",
        "ar": "انحدار بواسون بأخطاء متينة",
    },
    "bootstrap": {"en": "resampled articles", "ar": "إعادة معاينة المقالات"},
    "starred": {
        "en": "Star: p below 0.05 after adjustment ({family}); {sure} of {tests}.",
        "ar": "النجمة: قيمة الاحتمال دون 0.05 بعد التصحيح ({family})؛ {sure} من {tests}.",
    },
    "negligible": {
        "en": "Grey band: ratios under {ratio}, taken as no matter.",
        "ar": "الشريط الرمادي: نسب دون {ratio} لا يُعتدّ بها.",
    },
    "keywords caption": {
        "en": "Log-odds of each word in the outlet against the others (shrunk by a prior, all these "
        "articles being the background), by how often it stands there. Words are bare: folded, "
        "without clitics; no lemmas. Grey dots have no room for their word.",
        "ar": "لوغاريتم الأرجحية لكل كلمة في الوسيلة قياسًا إلى غيرها (منكمشًا بتوزيع سابق خلفيته هذه "
        "المقالات كلها)، بحسب كثرة ورودها. الكلمات مجردة من اللواصق وموحدة الرسم، وليست جذوعًا ولا مداخل "
        "معجمية. النقاط الرمادية لا متسع لكلماتها.",
    },
    "ranked": {
        "en": "No interval: too few articles to resample, so that the words are ranked and nothing is "
        "inferred. A word of one article is that article's.",
        "ar": "لا فترات ثقة: المقالات أقل من أن تُعاد معاينتها، فالكلمات مرتبة ولا يُستدل بها على شيء. "
        "وكلمة المقال الواحد كلمته هو.",
    },
    "resampled": {
        "en": "Bars of labelled words: 95% of resampled articles, wire copies drawn together where "
        "clusters were given. A group without bars has too few articles.",
        "ar": "خطوط الكلمات المكتوبة: 95% من إعادات معاينة المقالات، وتُسحب نسخ الوكالة معًا حيث عُيّنت. "
        "وما لا خطوط له مقالاته قليلة.",
    },
    "keywords x": {
        "en": "per 1,000 words of the outlet (logarithmic)",
        "ar": "لكل ألف كلمة من الوسيلة (لوغاريتمي)",
    },
    "keywords y": {"en": "log-odds against the others", "ar": "لوغاريتم الأرجحية قياسًا إلى غيرها"},
    "articles that have it": {"en": "articles that have it", "ar": "المقالات التي ترد فيها"},
    "groups cut": {"en": "Shown: {shown} of {all}.", "ar": "لا يظهر إلا {shown} من أصل {all}."},
    "dispersion caption": {
        "en": "Each strip is the lead and body of one article, as long as it has words; each stroke a "
        "mention, by voice. {count} mentions in {have} of {articles} articles.",
        "ar": "كل شريط مقدمة مقال ومتنه بطول كلماتهما، وكل خط ورودٌ بحسب الصوت. عدد مرات الورود: {count} "
        "في {have} من {articles} من المقالات.",
    },
    "dp": {
        "en": "Gries's DP = {dp} (normed {dp_norm}): 0 spread as the words are, towards 1 all in one "
        "article. It describes these texts; places in an article have no interval.",
        "ar": "مقياس غريس للتشتت DP = {dp} (معيَّرًا {dp_norm}): صفر إن توزعت كالكلمات، ويقترب من 1 إن "
        "اجتمعت في مقال واحد. وهو وصف لهذه النصوص، ولا فترة لمواضع الورود.",
    },
    "dispersion axis": {
        "en": "words of lead and body from the beginning",
        "ar": "كلمات المقدمة والمتن من البداية",
    },
    "strips cut": {
        "en": "Of {all} articles the {shown} with most words are shown.",
        "ar": "لا تظهر إلا المقالات الأكثر كلمات، وعددها {shown} من أصل {all}.",
    },
    "sensitivity caption": {
        "en": "Rate per 1,000 words when one choice is made otherwise and all else is left; the first "
        "line is the default, and the dashed line stands at it. Bars: exact 95% Poisson intervals "
        "(Garwood), which take mentions as independent and hold for these texts only; how far a dot "
        "moves is no error of sampling. n = {articles} articles.",
        "ar": "المعدل لكل ألف كلمة حين يُبدَّل اختيار واحد ويبقى ما سواه؛ السطر الأول هو الأصل، وعنده الخط "
        "المتقطع. الخطوط: فترات بواسون الدقيقة 95% (غاروود)، وتفترض استقلال مرات الورود وتصدق على هذه "
        "النصوص وحدها؛ أما انتقال النقطة فليس خطأ معاينة. عدد المقالات: {articles}.",
    },
    "no copies": {
        "en": "Wire copy was not looked for.",
        "ar": "لم يُنظر في نسخ الوكالات.",
    },
    "all voices, lead and body, every article": {
        "en": "default: all voices,\nlead and body",
        "ar": "الأصل: الأصوات كلها،\nالمقدمة والمتن",
    },
    "coarse scheme": {"en": "coarse scheme of stances", "ar": "التصنيف المُجمل"},
    "one article of each cluster": {"en": "wire copies once", "ar": "نسخ الوكالة مرة واحدة"},
    "lead only": {"en": "lead only", "ar": "المقدمة وحدها"},
    "body only": {"en": "body only", "ar": "المتن وحده"},
    "with captions and crossheads": {
        "en": "with captions\nand crossheads",
        "ar": "مع شروح الصور\nوالعناوين الفرعية",
    },
    "validation caption": {
        "en": "Precision (of what is found, how much was coded), recall (of what was coded, how much is "
        "found) and F1, k/n printed at the dot. Filled: a match shares a word; hollow: it covers the "
        "same words. Bars: 95% intervals, Wilson's for precision and recall, which take spans as "
        "independent; F1's are of resampled articles, and missing where articles are too few. A score "
        "is worth what its coding is worth: on articles seen while the rules were written it is no "
        "validation.",
        "ar": "الدقة (كم رُمِّز مما وُجد) والاستدعاء (كم وُجد مما رُمِّز) وF1، والعدد من المجموع مكتوب عند "
        "النقطة. الممتلئة: تطابق بكلمة مشتركة؛ والمفرغة: تطابق بالكلمات نفسها. الخطوط: فترات 95%، لويلسون "
        "في الدقة والاستدعاء وتفترض استقلال المواضع، ولإعادة معاينة المقالات في F1، ولا تُعطى حيث تقل "
        "المقالات. وقيمة الدرجة من قيمة ترميزها: وهي ليست تحققًا إن قِيست على مقالات اطُّلع عليها عند وضع "
        "القواعد.",
    },
    "precision": {"en": "precision", "ar": "الدقة"},
    "recall": {"en": "recall", "ar": "الاستدعاء"},
    "f1": {"en": "F1", "ar": "F1"},
    "overlap": {"en": "sharing a word", "ar": "بكلمة مشتركة"},
    "strict": {"en": "the same words", "ar": "بالكلمات نفسها"},
    "score axis": {"en": "%", "ar": "٪"},
    "militancy": {"en": "militancy wording", "ar": "تسميات الجهات المسلحة"},
    "cues": {"en": "cues of attribution", "ar": "عبارات النقل"},
    "cues and stance": {"en": "cues, stance right too", "ar": "عبارات النقل وموقفها"},
    "sourcing": {"en": "references to sources", "ar": "الإحالات على المصادر"},
    "narrator of militancy": {
        "en": "outlet's own: militancy",
        "ar": "كلام الوسيلة: التسميات",
    },
    "narrator of attribution": {
        "en": "outlet's own: cues",
        "ar": "كلام الوسيلة: عبارات النقل",
    },
    "narrator of leak": {"en": "outlet's own: sources", "ar": "كلام الوسيلة: الإحالات"},
    "correction caption": {
        "en": "Hollow: as found in all {articles} articles. Filled: corrected by what was coded in {coded} "
        "of them, drawn at random ({method}). Bars: 95% intervals of the corrected, articles as the "
        "cases; they hold in simulation (docs/coverage.md). What is as found has none: round a number "
        "that is wrong no interval holds.",
        "ar": "المفرغة: كما وُجد في المقالات كلها ({articles}). الممتلئة: مصحَّحًا بما رُمِّز في {coded} منها "
        "سُحبت عشوائيًا ({method}). الخطوط: فترات 95% للمصحَّح والحالة فيها هي المقال؛ وهي تصدق في المحاكاة "
        "(docs/coverage.md). ولا فترة لما وُجد: فلا تصدق فترة حول رقم خاطئ.",
    },
    "rate_per_1000": {
        "en": "mentions: a ratio or difference of what is found and coded",
        "ar": "مرات الورود: بنسبة الموجود إلى المرمَّز أو بالفرق بينهما",
    },
    "share_of": {"en": "articles that have it: Rogan and Gladen", "ar": "المقالات: روغان وغلادن"},
    "% of articles": {"en": "% of articles that have it", "ar": "٪ من المقالات التي يرد فيها"},
    "found": {"en": "as found", "ar": "كما وُجد"},
    "corrected": {"en": "corrected", "ar": "مصحَّحًا"},
    "not corrected": {
        "en": "Without a filled dot: what was coded allows no correction.",
        "ar": "وما لا نقطة ممتلئة له لا يتيح المرمَّز تصحيحه.",
    },
    "no errors": {
        "en": "Filled without a bar: the coded articles hold no error, which does not say that the others "
        "hold none.",
        "ar": "وممتلئة بلا خط: لا خطأ في المقالات المرمَّزة، ولا يعني ذلك خلوّ غيرها منه.",
    },
    "all groups": {"en": "all", "ar": "الكل"},
}  # fmt: skip
