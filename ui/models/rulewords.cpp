// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rulewords.h"

#include "core/contract/platform.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Whole sentences before those that are like parts of them; placeholders in their order.
constexpr std::array sentences{
    // Reasons.
    QT_TRANSLATE_NOOP("Viral::RuleWords", "The entry of the answer is %1, not an object with the fields of a moment."),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "The answer names a chunk that was never asked for."),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "Weaker than the %1 clips wanted from a recording of this length."),
    QT_TRANSLATE_NOOP("Viral::RuleWords",
                      "The answer does not say where the clip lies: it has neither sentence number nor time."),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "The transcript has no sentence %1; its sentences are numbered 0 to %2."),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "The clip ends before it begins."),
    QT_TRANSLATE_NOOP("Viral::RuleWords",
                      "The clip lies outside its chunk, which has the sentences %1 to %2 from %3 to %4."),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "No sentence and no word lies in the range."),
    QT_TRANSLATE_NOOP("Viral::RuleWords",
                      "The clip is longer than 90 s and has no sentence or word end where it could be cut."),
    QT_TRANSLATE_NOOP("Viral::RuleWords",
                      "The clip is shorter than 40 s and the transcript around it cannot make it longer."),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "The hook comes later than 2 000 ms after the start, and a clip that begins "
                                          "with it would be shorter than 40 s."),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "The moment has no title."),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "The moment has no hook."),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "None of the platforms is one of the five."),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "The post for %1 is too long and cannot be shortened at a word."),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "The answer has no score for %1."),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "Candidate %1 of chunk %2 stays, a better clip of the same stretch."),
    // Changes.
    QT_TRANSLATE_NOOP("Viral::RuleWords", "to the start of a word, its sentence is longer than 90 s"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "to the end of a word, its sentence is longer than 90 s"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "to the start of its sentence"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "to the start of the next sentence"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "to the end of the sentence before"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "to the end of its sentence"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "back to the last sentence end within 90 s"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "back to the last word end within 90 s, the sentence alone is longer"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "on by whole sentences to reach 40 s"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "back by whole sentences to reach 40 s"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "on to a word end to reach 40 s, the next sentence is too long"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "back to a word start to reach 40 s, the sentence before is too long"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "to its hook"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "shortened"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "put in title case"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "shortened or cleaned"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "taken word for word from the transcript"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "not said in the clip, so the sentence most like it"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "none given, so all five"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "unknown, dropped: %1"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "missing, written from the hook"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "shortened to %1 characters"),
    // Numbers that decide.
    QT_TRANSLATE_NOOP("Viral::RuleWords", "place %1, %2 wanted"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "0 of %1 known"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "%1 of %2 characters"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "%1 of %2 scores"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "%1 of the shorter"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "sentences %1 to %2"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "sentence %1 to sentence %2"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "sentence %1 to %2"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "%1 to sentence %2"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "%1 ms to %2 ms"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "chunk %1"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "no start"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "no end"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "a number"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "text"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "a list"),
    QT_TRANSLATE_NOOP("Viral::RuleWords", "true or false"),
};

/// Where "%1", "%2", … begins from \a from on; -1 when there is none.
qsizetype placeholder(const QString &pattern, qsizetype from)
{
    for (qsizetype i = pattern.indexOf(u'%', from); i >= 0; i = pattern.indexOf(u'%', i + 1)) {
        if (i + 1 < pattern.size() && pattern.at(i + 1).isDigit())
            return i;
    }
    return -1;
}

} // namespace

std::optional<QStringList> partsLike(const QString &pattern, const QString &text)
{
    QStringList parts;
    qsizetype next = placeholder(pattern, 0);
    if (next < 0)
        return pattern == text ? std::optional(parts) : std::nullopt;
    if (!QStringView(text).startsWith(QStringView(pattern).first(next)))
        return std::nullopt;
    qsizetype at = next;
    while (next >= 0) {
        const qsizetype following = placeholder(pattern, next + 2);
        const QStringView between = following < 0 ? QStringView(pattern).sliced(next + 2)
                                                  : QStringView(pattern).sliced(next + 2, following - next - 2);
        // The last one reaches as far as it can, as names may hold what stands between.
        const qsizetype end = following < 0 ? text.size() - between.size() : text.indexOf(between, at);
        if (end <= at || !QStringView(text).sliced(end).startsWith(between))
            return std::nullopt;
        parts.append(text.sliced(at, end - at));
        at = end + between.size();
        next = following;
    }
    return parts;
}

bool RuleWords::isKnown(const QString &english)
{
    return std::any_of(sentences.begin(), sentences.end(),
                       [&english](const char *sentence) { return partsLike(QLatin1StringView(sentence), english); });
}

QString RuleWords::translated(const QString &english)
{
    for (const char *sentence : sentences) {
        const auto parts = partsLike(QLatin1StringView(sentence), english);
        if (!parts)
            continue;
        QString text = tr(sentence);
        // All at once: a name may itself look like a placeholder.
        switch (parts->size()) {
        case 1:
            return text.arg(parts->at(0) == english ? english : translated(parts->at(0)));
        case 2:
            return text.arg(parts->at(0), parts->at(1));
        case 4:
            return text.arg(parts->at(0), parts->at(1), parts->at(2), parts->at(3));
        default:
            return text;
        }
    }
    return english;
}

QString RuleWords::what(const Adjustment &adjustment)
{
    const QString &what = adjustment.what;
    if (what == "start"_L1)
        return tr("Start");
    if (what == "end"_L1)
        return tr("End");
    if (what == "hook"_L1)
        return tr("Hook");
    if (what == "quote"_L1)
        return tr("Quote");
    if (what == "title"_L1)
        return tr("Title");
    if (what == "category"_L1)
        return tr("Category");
    if (what == "platforms"_L1)
        return tr("Platforms");
    if (what == "scores"_L1)
        return tr("Scores");
    if (what.startsWith("copy."_L1)) {
        const auto platform = platformFromText(what.sliced(5));
        return tr("Post for %1").arg(platform ? QString(platformName(*platform)) : what.sliced(5));
    }
    return what;
}

} // namespace Viral
