"""What the figures of the case study say, in English and Arabic."""

from framing.showing.figures.style import Language

SAYS: dict[str, dict[Language, str]] = {
    "labels": {
        "en": "How often an actor is called terrorist, by whose words they are",
        "ar": "كم تُوصف جهة بالإرهاب، بحسب صاحب الكلام",
    },
    "stances": {
        "en": "How often armed actors are called terrorist, and how words are introduced",
        "ar": "كم تُوصف الجهات المسلحة بالإرهاب، وكيف يُقدَّم الكلام",
    },
    "terror label: terror": {
        "en": "called terrorist, of armed actors named",
        "ar": "الموصوف بالإرهاب من الجهات المسلحة المذكورة",
    },
    "% of its base": {"en": "% of references to armed actors, or of attributions",
                      "ar": "٪ من الإحالات على الجهات المسلحة، أو من عبارات النقل"},
    "caption": {
        "en": "{what} k/n at the dot is the count and its base. Bars: 95% intervals with articles "
        "as the cases, copies as one; they hold under clustering "
        "(docs/coverage.md). n = {articles} articles of {outlets} outlets.",
        "ar": "{what} والعدد عند النقطة ما وُجد من المجموع. الخطوط: فترات 95% الحالة فيها هي "
        "المقال، وما كان نسخًا من نص واحد فمقال واحد؛ وهي تصدق مع "
        "تشابه المقالات (docs/coverage.md). "
        "عدد المقالات: {articles}، وعدد الوسائل: {outlets}.",
    },
    "labels caption": {
        "en": "Words of the root رهب that call an actor terrorist, per 1,000 words of that "
        "voice; a zero has its exact upper limit.",
        "ar": "كلمات الجذر رهب التي تصف جهة بالإرهاب لكل ألف كلمة من كلام صاحبه؛ "
        "ومع الصفر حدّه الأعلى الدقيق.",
    },
    "stances caption": {
        "en": "Shares in the outlets' own words: of the references to armed actors those that "
        "call them terrorist, and of the attributions those of each stance.",
        "ar": "حصص في كلام الوسائل نفسها: الموصوف بالإرهاب من الإحالات على الجهات المسلحة، وكل "
        "موقف من عبارات النقل.",
    },
}  # fmt: skip
