// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/wordspreader.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

bool hasUnspacedScript(QStringView text)
{
    const auto codePoints = text.toUcs4();
    return std::any_of(codePoints.begin(), codePoints.end(), [](char32_t c) { return isUnspacedScript(c); });
}

/// True for text that opens something, so that it belongs to what follows.
bool isOpening(QStringView text)
{
    const QChar first = text[0];
    return first.category() == QChar::Punctuation_Open || first.category() == QChar::Punctuation_InitialQuote ||
           first == u'\u00BF' || first == u'\u00A1';
}

/// Collects pieces into words; pieces that cannot be spoken join a neighbour.
class WordCollector
{
public:
    void add(const QString &piece, bool spaceBefore)
    {
        if (isSpeakable(piece))
            m_words.append({.text = takeWaiting(piece, spaceBefore), .spaceBefore = m_spaceBeforeWord});
        else if (m_words.isEmpty() || !m_waiting.isEmpty() || isOpening(piece))
            wait(piece, spaceBefore);
        else
            m_words.last().text += (spaceBefore ? u" "_s : QString()) + piece;
    }

    QList<SpokenWord> finished()
    {
        if (!m_words.isEmpty() && !m_waiting.isEmpty())
            m_words.last().text += (m_spaceBeforeWaiting ? u" "_s : QString()) + m_waiting;
        return std::move(m_words);
    }

private:
    void wait(const QString &piece, bool spaceBefore)
    {
        if (m_waiting.isEmpty())
            m_spaceBeforeWaiting = spaceBefore;
        else if (spaceBefore)
            m_waiting += u' ';
        m_waiting += piece;
    }

    QString takeWaiting(const QString &piece, bool spaceBefore)
    {
        m_spaceBeforeWord = m_waiting.isEmpty() ? spaceBefore : m_spaceBeforeWaiting;
        const bool apart = !m_waiting.isEmpty() && spaceBefore;
        return std::exchange(m_waiting, {}) + (apart ? u" "_s : QString()) + piece;
    }

    QList<SpokenWord> m_words;
    QString m_waiting;
    bool m_spaceBeforeWaiting = true;
    bool m_spaceBeforeWord = true;
};

bool isAnyOf(QChar character, QStringView set)
{
    return set.contains(character);
}

/// The pause that the word's last mark asks for.
qint64 pauseWeight(QStringView word)
{
    while (!word.isEmpty() && isAnyOf(word.back(), u"\"'\u201D\u2019\u00BB\u203A)] \u00A0"))
        word.chop(1);
    if (word.isEmpty())
        return 0;
    if (isAnyOf(word.back(), u".?!\u2026\u061F\u06D4\u0964"))
        return 6;
    return isAnyOf(word.back(), u",;:\u060C\u061B") ? 3 : 0;
}

} // namespace

QList<SpokenWord> wordsOf(QStringView text, const WordSegmenter &segmenter)
{
    WordCollector collector;
    for (qsizetype position = 0; position < text.size();) {
        if (text[position].isSpace()) {
            ++position;
            continue;
        }
        qsizetype end = position;
        while (end < text.size() && !text[end].isSpace())
            ++end;
        const QStringView token = text.sliced(position, end - position);
        position = end;
        bool spaceBefore = true;
        if (hasUnspacedScript(token)) {
            for (const QString &piece : segmenter.pieces(token))
                collector.add(piece, std::exchange(spaceBefore, false));
        } else {
            collector.add(token.toString(), spaceBefore);
        }
    }
    return collector.finished();
}

qint64 speakingWeight(QStringView word)
{
    qint64 letters = 0;
    bool isUnspaced = false;
    const QList<uint> codePoints = word.toUcs4();
    for (const uint codePoint : codePoints) {
        letters += QChar::isLetterOrNumber(codePoint) ? 1 : 0;
        isUnspaced = isUnspaced || isUnspacedScript(codePoint);
    }
    return isUnspaced ? codePoints.size() : letters + 1 + pauseWeight(word);
}

Milliseconds expectedDuration(QStringView text)
{
    qint64 slow = 0;
    qint64 quick = 0;
    for (const QChar character : text) {
        switch (character.script()) {
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Hangul:
            ++slow;
            break;
        default:
            ++quick;
        }
    }
    return Milliseconds(slow * 1000 / 7 + quick * 1000 / 15);
}

std::vector<TimeSpan> sharedOut(const TimeSpan &whole, std::span<const qint64> weights)
{
    const auto total = static_cast<double>(std::accumulate(weights.begin(), weights.end(), qint64{0}));
    const auto length = static_cast<double>(whole.duration().count());
    std::vector<TimeSpan> spans;
    spans.reserve(weights.size());
    Milliseconds edge = whole.start;
    qint64 soFar = 0;
    for (const qint64 weight : weights) {
        soFar += weight;
        const Milliseconds end = whole.start + Milliseconds(std::llround(length * static_cast<double>(soFar) / total));
        spans.push_back({edge, end});
        edge = end;
    }
    return spans;
}

void spreadOver(const TimeSpan &whole, std::span<SpokenWord> words)
{
    std::vector<qint64> weights;
    weights.reserve(words.size());
    Milliseconds expected{0};
    for (const SpokenWord &word : words) {
        weights.push_back(speakingWeight(word.text));
        expected += expectedDuration(word.text) + Milliseconds(word.spaceBefore ? 1000 / 15 : 0);
    }
    constexpr Milliseconds shortestUtterance{400};
    expected = std::max(expected, shortestUtterance);
    TimeSpan used = whole;
    if (whole.duration() > 4 * expected)
        used.end = whole.start + expected;
    const std::vector<TimeSpan> spans = sharedOut(used, weights);
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i].span = spans[i];
}

} // namespace Viral
