// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/standingalone.h"
#include "tests/analysis/transcripts.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// Whether a clip is understood by itself, and what would mend it.
class StandingAloneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findings_data();
    void findings();
    void cutSentences();
    void otherLanguages_data();
    void otherLanguages();
    void repairs_data();
    void repairs();
    void repairGivesWayToTheLimit();
    void nothingToMend();
};

VIRAL_TEST(StandingAloneTest)

namespace {

using Lines = QList<std::pair<QString, QString>>;

/// Sentences of five seconds each with their speakers.
Transcript spoken(const Lines &lines, const QString &language = u"en"_s, qint64 length = 5'000)
{
    ViralTest::TranscriptMaker maker(language);
    for (qint64 start = 0; const auto &[speaker, text] : lines) {
        maker.sentence(text, start, start + length);
        start += length;
    }
    Transcript transcript = maker.transcript();
    for (qsizetype i = 0; i < lines.size(); ++i)
        transcript.sentences[i].speakerId = lines.at(i).first;
    return transcript;
}

ClipReader reader(const Transcript &transcript)
{
    return ClipReader(TranscriptIndex(transcript));
}

QString flaws(const QList<StandingFinding> &findings)
{
    static const QStringList names{u"inside"_s, u"answer"_s,      u"back"_s,     u"loose"_s,
                                   u"refers"_s, u"ends inside"_s, u"not ended"_s};
    QStringList parts;
    for (const StandingFinding &each : findings)
        parts.append(names.at(static_cast<int>(each.flaw)));
    return parts.join(u", "_s);
}

} // namespace

void StandingAloneTest::findings_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("opening");
    QTest::addColumn<QString>("expected");
    const QString plain = u"The shop was closed."_s;
    QTest::newRow("alone") << plain << u"Every founder knows the fear."_s << u""_s;
    QTest::newRow("that") << plain << u"That was the end of it."_s << u"back"_s;
    QTest::newRow("it") << plain << u"It broke in March."_s << u"back"_s;
    QTest::newRow("they") << plain << u"They left."_s << u"back"_s;
    QTest::newRow("exactly") << plain << u"Exactly, and the bank called."_s << u"back"_s;
    QTest::newRow("so that") << plain << u"So that was the end."_s << u"back"_s;
    QTest::newRow("so") << plain << u"So the bank called."_s << u"loose"_s;
    QTest::newRow("so many") << plain << u"So many founders fail."_s << u""_s;
    QTest::newRow("there was") << plain << u"There was a man in the shop."_s << u""_s;
    QTest::newRow("there") << plain << u"There the man stood."_s << u"back"_s;
    QTest::newRow("which asks") << plain << u"Which bank called?"_s << u""_s;
    QTest::newRow("as I said") << plain << u"The bank, as I said, called."_s << u"refers"_s;
    QTest::newRow("answer") << u"Why did the shop close?"_s << u"Rent doubled in March."_s << u"answer"_s;
    QTest::newRow("answer that points back")
        << u"Why did the shop close?"_s << u"That was the rent."_s << u"answer, back"_s;
    QTest::newRow("question after question") << u"Why did the shop close?"_s << u"What happened in March?"_s << u""_s;
    QTest::newRow("open sentence before") << u"The shop was closed because"_s << u"rent doubled."_s << u"answer"_s;
}

void StandingAloneTest::findings()
{
    QFETCH(QString, before);
    QFETCH(QString, opening);
    QFETCH(QString, expected);
    const bool isOpen = !before.endsWith(u'.') && !before.endsWith(u'?');
    const Transcript transcript = spoken({{u"A"_s, u"We opened the shop."_s},
                                          {u"A"_s, u"People came."_s},
                                          {u"A"_s, before},
                                          {isOpen ? u"A"_s : u"B"_s, opening},
                                          {u"B"_s, u"Nobody helped us."_s}});
    QCOMPARE(flaws(standingAlone(spanMs(15'000, 25'000), reader(transcript))), isOpen ? u"inside"_s : expected);
}

void StandingAloneTest::cutSentences()
{
    const Transcript transcript = spoken({{u"A"_s, u"One two three four five."_s},
                                          {u"A"_s, u"Six seven eight nine ten."_s},
                                          {u"A"_s, u"And eleven more of them."_s}});
    const ClipReader clips = reader(transcript);
    QCOMPARE(flaws(standingAlone(spanMs(0, 10'000), clips)), u""_s);
    QCOMPARE(flaws(standingAlone(spanMs(2'000, 10'000), clips)), u"inside"_s);
    QCOMPARE(flaws(standingAlone(spanMs(0, 8'000), clips)), u"ends inside"_s);
    // Only "and" is left out.
    QCOMPARE(flaws(standingAlone(spanMs(11'000, 15'000), clips)), u""_s);
    QCOMPARE(standingAlone(spanMs(0, 8'000), clips).constFirst().words, u"Six seven eight"_s);
    QVERIFY(standingAlone(spanMs(20'000, 30'000), clips).isEmpty());
    QVERIFY(standingAlone(spanMs(0, 10'000), ClipReader()).isEmpty());
}

void StandingAloneTest::otherLanguages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("opening");
    QTest::addColumn<QString>("expected");
    QTest::newRow("german") << u"de"_s << u"Warum?"_s << u"Das war die Miete."_s << u"answer, back"_s;
    QTest::newRow("japanese") << u"ja"_s << u"なぜですか？"_s << u"家賃が上がりました。"_s << u"answer"_s;
    QTest::newRow("arabic") << u"ar"_s << u"لماذا؟"_s << u"ارتفع الإيجار."_s << u"answer"_s;
}

void StandingAloneTest::otherLanguages()
{
    QFETCH(QString, language);
    QFETCH(QString, question);
    QFETCH(QString, opening);
    const Transcript transcript = spoken({{u"A"_s, question}, {u"B"_s, opening}}, language);
    QTEST(flaws(standingAlone(spanMs(5'000, 10'000), reader(transcript))), "expected");
}

void StandingAloneTest::repairs_data()
{
    QTest::addColumn<int>("firstLine");
    QTest::addColumn<qint64>("start");
    QTest::newRow("answer takes its question in") << 4 << qint64(15'000);
    QTest::newRow("so is left out") << 2 << qint64(11'000);
    QTest::newRow("that takes the sentence before in") << 1 << qint64(0);
}

void StandingAloneTest::repairs()
{
    QFETCH(int, firstLine);
    QFETCH(qint64, start);
    Lines lines{{u"A"_s, u"We opened a shop."_s},
                {u"A"_s, u"That was a mistake."_s},
                {u"A"_s, u"So people laughed at us."_s},
                {u"B"_s, u"Why did people laugh?"_s},
                {u"A"_s, u"Rent doubled in March."_s}};
    for (int i = 0; i < 10; ++i)
        lines.append({u"A"_s, u"Nobody helped us then."_s});
    const ClipReader clips = reader(spoken(lines));
    const TimeSpan clip = spanMs(firstLine * 5'000, firstLine * 5'000 + 50'000);
    const StandingRepair repair = repairStanding(clip, clips);
    QVERIFY(repair.span);
    QCOMPARE(*repair.span, (TimeSpan{Milliseconds{start}, clip.end}));
    QCOMPARE(flaws(standingAlone(*repair.span, clips)), u""_s);
}

void StandingAloneTest::repairGivesWayToTheLimit()
{
    Lines lines{{u"B"_s, u"Why did people laugh?"_s}, {u"A"_s, u"Rent doubled in March."_s}};
    for (int i = 0; i < 20; ++i)
        lines.append({u"A"_s, u"Nobody helped us then."_s});
    const ClipReader clips = reader(spoken(lines));
    QCOMPARE(repairStanding(spanMs(5'000, 90'000), clips).span, spanMs(0, 90'000));
    const StandingRepair refused = repairStanding(spanMs(5'000, 90'001), clips);
    QVERIFY(!refused.span || refused.span->start == Milliseconds{5'000});
    const StandingRepair tooLong = repairStanding(spanMs(5'000, 95'000), clips);
    QVERIFY(!tooLong.span);
    QCOMPARE(tooLong.tooLong, Milliseconds{95'000});
}

void StandingAloneTest::nothingToMend()
{
    const ClipReader clips = reader(spoken({{u"A"_s, u"We opened a shop."_s}, {u"A"_s, u"Nobody came."_s}}));
    QCOMPARE(repairStanding(spanMs(0, 10'000), clips), StandingRepair{});
    QCOMPARE(repairStanding(spanMs(50'000, 60'000), clips), StandingRepair{});
    // An end inside a sentence goes to its end.
    QCOMPARE(repairStanding(spanMs(0, 7'000), clips).span, spanMs(0, 10'000));
}

#include "tst_standingalone.moc"
