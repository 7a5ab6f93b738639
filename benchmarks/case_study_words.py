"""What the figures of the case study say, in English and Arabic."""

from framing.showing.figures.style import Language

SAYS: dict[str, dict[Language, str]] = {
    "labels": {
        "en": "How often an actor is called terrorist, by whose words they are",
        "ar": "كم تُوصف جهة بالإرهاب، بحسب صاحب الكلام",
    },
    "stances": {
        "en": "How words are introduced, and who of the armed is called terrorist",
        "ar": "كيف يُقدَّم الكلام، ومن يُوصف من المسلحين بالإرهاب",
    },
    "label share": {
        "en": "called terrorist, of armed actors named",
        "ar": "الموصوف بالإرهاب من الجهات المسلحة المذكورة",
    },
    "% of its base": {"en": "% of attributions, or of armed actors named",
                      "ar": "٪ من عبارات النقل، أو من الجهات المسلحة المذكورة"},
    "caption": {
        "en": "{what} k/n at the dot is the count and its base. Bars: 95% intervals with articles "
        "as the cases, those that share a paragraph as one; they hold under clustering "
        "(docs/coverage.md). n = {articles} articles of {outlets} outlets.",
        "ar": "{what} والعدد عند النقطة ما وُجد من المجموع. الخطوط: فترات 95% الحالة فيها هي "
        "المقال، وما اشترك في فقرة مقال واحد؛ وهي تصدق مع تشابه المقالات (docs/coverage.md). "
        "عدد المقالات: {articles}، وعدد الوسائل: {outlets}.",
    },
    "labels caption": {
        "en": "Words of the root رهب that call an actor terrorist, per 1,000 words of lead and "
        "body; a zero has its exact upper limit.",
        "ar": "كلمات الجذر رهب التي تصف جهة بالإرهاب لكل ألف كلمة من المقدمة والمتن؛ "
        "ومع الصفر حدّه الأعلى الدقيق.",
    },
    "stances caption": {
        "en": "Shares in the outlets' own words: of the references to armed actors those that "
        "call them terrorist, and of the attributions those of each stance.",
        "ar": "حصص في كلام الوسائل نفسها: الموصوف بالإرهاب من الإحالات على الجهات المسلحة، وكل "
        "موقف من عبارات النقل.",
    },
}  # fmt: skip
