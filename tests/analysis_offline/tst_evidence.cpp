// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/evidence.h"
#include "tests/analysis/transcripts.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// The words of a clip that each score rests on.
class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void timesAreTheWords();
    void nothingSaidNothingShown();
    void onlyTheClipCounts();
    void otherScripts();
    void exchangeNeedsSpeakers();
    void atMostAFew();
};

VIRAL_TEST(EvidenceTest)

namespace {

QStringList wordsFor(const QList<Evidence> &evidence)
{
    QStringList words;
    for (const Evidence &each : evidence)
        words.append(each.quote.mid(each.begin, each.length));
    return words;
}

std::array<QList<Evidence>, allMetrics.size()> evidenceIn(const QString &text)
{
    ViralTest::TranscriptMaker maker;
    qint64 start = 0;
    for (const QString &sentence : text.split(u'|')) {
        maker.sentence(sentence, start, start + 5'000);
        start += 5'000;
    }
    return evidenceOf(spanMs(0, start), ClipReader(maker.index()));
}

} // namespace

void EvidenceTest::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Metric>("metric");
    QTest::addColumn<QString>("expected");
    QTest::newRow("feeling") << u"The room was grey.|We were terrified of the phone."_s << Metric::EmotionalImpact
                             << u"terrified"_s;
    QTest::newRow("number with what it counts")
        << u"The shop ran on eleven days of payroll."_s << Metric::SurpriseFactor << u"eleven days"_s;
    QTest::newRow("phrase") << u"The shop was open.|It turns out the door was glass."_s << Metric::SurpriseFactor
                            << u"turns out"_s;
    QTest::newRow("advice") << u"The shop was open.|The founders should sell early."_s << Metric::Shareability
                            << u"should"_s;
    QTest::newRow("opening question") << u"Why did the shop close?|The door was glass."_s << Metric::HookStrength
                                      << u"Why did the shop close?"_s;
    QTest::newRow("laughter") << u"The door was glass. [laughter]"_s << Metric::Rewatchability
                              << u"The door was glass. [laughter]"_s;
    QTest::newRow("laughter alone") << u"The door was glass.|[laughter]"_s << Metric::Rewatchability
                                    << u"The door was glass."_s;
}

void EvidenceTest::words()
{
    QFETCH(QString, text);
    QFETCH(Metric, metric);
    QFETCH(QString, expected);
    const QStringList found = wordsFor(evidenceIn(text)[static_cast<std::size_t>(metric)]);
    QVERIFY2(found.contains(expected), qPrintable(found.join(u" | "_s)));
}

void EvidenceTest::timesAreTheWords()
{
    // Eight words in eight seconds.
    const TranscriptIndex index =
        ViralTest::TranscriptMaker().sentence(u"one plain day we were terrified of him"_s, 0, 8'000).index();
    const auto evidence = evidenceOf(spanMs(0, 8'000), ClipReader(index));
    const QList<Evidence> &feeling = evidence[static_cast<std::size_t>(Metric::EmotionalImpact)];
    const auto found =
        std::find_if(feeling.cbegin(), feeling.cend(), [](const Evidence &each) { return each.cue == Cue::Feeling; });
    QVERIFY(found != feeling.cend());
    QCOMPARE(found->span, spanMs(5'000, 6'000));
    QCOMPARE(found->quote, u"day we were terrified of him"_s);
    QVERIFY(std::is_sorted(feeling.cbegin(), feeling.cend(),
                           [](const Evidence &a, const Evidence &b) { return a.span.start < b.span.start; }));
}

void EvidenceTest::nothingSaidNothingShown()
{
    for (const QList<Evidence> &each : evidenceOf(spanMs(0, 60'000), ClipReader()))
        QVERIFY(each.isEmpty());
    const auto plain =
        evidenceIn(u"The door of the room stands between the window and the wall of the old white house"_s);
    QVERIFY(plain[static_cast<std::size_t>(Metric::EmotionalImpact)].isEmpty());
    QVERIFY(plain[static_cast<std::size_t>(Metric::Rewatchability)].isEmpty());
}

void EvidenceTest::onlyTheClipCounts()
{
    const TranscriptIndex index = ViralTest::TranscriptMaker()
                                      .sentence(u"We were terrified."_s, 0, 3'000)
                                      .sentence(u"The door was glass."_s, 3'000, 6'000)
                                      .index();
    const auto evidence = evidenceOf(spanMs(3'000, 6'000), ClipReader(index));
    QVERIFY(evidence[static_cast<std::size_t>(Metric::EmotionalImpact)].isEmpty());
}

void EvidenceTest::otherScripts()
{
    ViralTest::TranscriptMaker maker(u"ja"_s);
    maker.silentSentence(u"なぜ35人が辞めたのですか？"_s, 0, 4'000).silentSentence(u"すごい！"_s, 4'000, 6'000);
    const auto evidence = evidenceOf(spanMs(0, 6'000), ClipReader(maker.index()));
    QCOMPARE(evidence[static_cast<std::size_t>(Metric::HookStrength)].constFirst().cue, Cue::Question);
    QCOMPARE(evidence[static_cast<std::size_t>(Metric::EmotionalImpact)].constFirst().quote, u"すごい！"_s);
    QCOMPARE(evidence[static_cast<std::size_t>(Metric::SurpriseFactor)].constFirst().cue, Cue::Number);
}

void EvidenceTest::exchangeNeedsSpeakers()
{
    Transcript transcript = ViralTest::TranscriptMaker()
                                .sentence(u"The door was glass."_s, 0, 3'000)
                                .sentence(u"The whole door?"_s, 3'000, 5'000)
                                .transcript();
    const auto count = [&] {
        return evidenceOf(spanMs(0, 5'000),
                          ClipReader(TranscriptIndex(transcript)))[static_cast<std::size_t>(Metric::Rewatchability)]
            .size();
    };
    QCOMPARE(count(), 0);
    transcript.sentences[0].speakerId = u"S0"_s;
    transcript.sentences[1].speakerId = u"S1"_s;
    QCOMPARE(count(), 1);
}

void EvidenceTest::atMostAFew()
{
    const auto evidence =
        evidenceIn(u"love hate fear panic rage tears shame pride joy pain grief hope. love love love."_s);
    const QStringList words = wordsFor(evidence[static_cast<std::size_t>(Metric::EmotionalImpact)]);
    QCOMPARE(words.size(), mostEvidence);
    QCOMPARE(QSet<QString>(words.cbegin(), words.cend()).size(), mostEvidence);
}

#include "tst_evidence.moc"
