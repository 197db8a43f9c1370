// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/momentcover.h"

#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class MomentCoverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing();
    void overlapsAndDecisions();
    void withoutWords();
    void changesAsIfMadeAnew();
};

VIRAL_TEST(MomentCoverTest)

namespace {

/// Ten words of a second each, two to a sentence.
Transcript tenWords(bool hasWords)
{
    Transcript transcript;
    for (int i = 0; i < 5; ++i)
        transcript.sentences.append({.text = u"So it"_s, .span = spanMs(i * 2000, i * 2000 + 2000)});
    for (int i = 0; hasWords && i < 10; ++i)
        transcript.words.append(
            {.text = i % 2 ? u"it"_s : u"So"_s, .span = spanMs(i * 1000, i * 1000 + 1000), .sentenceIndex = i / 2});
    if (!hasWords)
        transcript.wordTimes = TimeOrigin::None;
    return transcript;
}

QString drawn(const MomentCover &cover, int words)
{
    QString text;
    for (int i = 0; i < words; ++i)
        text += QStringLiteral(".mK")[int(cover.ofWord(i))];
    return text;
}

} // namespace

void MomentCoverTest::nothing()
{
    QCOMPARE(MomentCover().ofWord(3), Cover::None);
    QCOMPARE(MomentCover().ofSentence(3), Cover::None);
    QCOMPARE(drawn(MomentCover(TranscriptIndex(tenWords(true)), {}), 10), u".........."_s);
    QCOMPARE(MomentCover(TranscriptIndex(), {{.span = spanMs(0, 5)}}).ofWord(0), Cover::None);
}

void MomentCoverTest::overlapsAndDecisions()
{
    const TranscriptIndex index(tenWords(true));
    const MomentCover cover(index, {{.id = {u"a"_s}, .span = spanMs(1000, 5000), .decision = Decision::Undecided},
                                    {.id = {u"b"_s}, .span = spanMs(3000, 7000), .decision = Decision::Kept},
                                    {.id = {u"c"_s}, .span = spanMs(0, 10000), .decision = Decision::Rejected},
                                    {.id = {u"d"_s}, .span = spanMs(9000, 99000), .decision = Decision::Held},
                                    {.id = {u"e"_s}, .span = spanMs(8000, 8000)}});
    QCOMPARE(drawn(cover, 10), u".mmKKKK..m"_s);
}

void MomentCoverTest::withoutWords()
{
    const TranscriptIndex index(tenWords(false));
    const MomentCover cover(index, {{.id = {u"a"_s}, .span = spanMs(2000, 5000)}});
    QCOMPARE(cover.ofSentence(0), Cover::None);
    QCOMPARE(cover.ofSentence(1), Cover::Moment);
    QCOMPARE(cover.ofSentence(2), Cover::Moment);
    QCOMPARE(cover.ofSentence(3), Cover::None);
}

void MomentCoverTest::changesAsIfMadeAnew()
{
    const TranscriptIndex index(tenWords(true));
    QRandomGenerator random(7);
    const auto anyMoment = [&random](int number) {
        const int start = random.bounded(11'000);
        return TranscriptMoment{.id = {QString::number(number)},
                                .span = spanMs(start, start + random.bounded(6000)),
                                .decision = allDecisions.at(std::size_t(random.bounded(4)))};
    };
    QList<TranscriptMoment> moments;
    MomentCover cover;
    for (int step = 0; step < 500; ++step) {
        QList<TranscriptMoment> after = moments;
        // One by one as a rule, now and then many at once, and everything taken away.
        for (int i = step % 50 == 0 ? 40 : 1; i > 0; --i) {
            const int place = random.bounded(int(after.size()) + 1);
            if (place < after.size() && random.bounded(3) > 0)
                after[place] = anyMoment(step);
            else if (place < after.size() && random.bounded(2) > 0)
                after.removeAt(place);
            else
                after.insert(place, anyMoment(step));
        }
        if (step % 120 == 119)
            after.clear();
        cover.change(index, moments, after);
        moments = after;
        const MomentCover anew(index, moments);
        QCOMPARE(drawn(cover, 10), drawn(anew, 10));
        for (int sentence = 0; sentence < 5; ++sentence)
            QCOMPARE(cover.ofSentence(sentence), anew.ofSentence(sentence));
    }
}

#include "tst_momentcover.moc"
