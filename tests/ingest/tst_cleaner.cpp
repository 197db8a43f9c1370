// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/cleaner.h"
#include "core/ingest/transcriptbuilder.h"

#include "tests/ingest/inputdump.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class CleanerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repairs_data();
    void repairs();
    void refusesWithoutTimes();
    void refusesPastedFiles();
    void oneJumpBackIsSorted();
    void unitsWithOneStartFollowEachOther();
    void crossTalkStays();
    void speakersByFirstAppearance();
    void labelsAndNoLabels();
    void wordsKeepTheirTimes();
    void missingWordTimesAreFilled();
    void soundsAndTurnsAmongWords();
    void givenSentenceEnds();
    void unitsThatAreSentences();
    void fewSpreadWordsStayExact();
    void randomUnitsKeepThePromises();
};

VIRAL_TEST(CleanerTest)

namespace {

using Times = QList<QPair<qint64, qint64>>;
constexpr qint64 none = -999'999;

std::optional<Milliseconds> time(qint64 milliseconds)
{
    return milliseconds == none ? std::nullopt : std::optional(Milliseconds(milliseconds));
}

RawUnit unit(const QString &text, qint64 start, qint64 end, const QString &speaker = {})
{
    return {.text = text, .start = time(start), .end = time(end), .speaker = speaker};
}

RawWord rawWord(const QString &text, qint64 start, qint64 end = none)
{
    return {.text = text, .start = time(start), .end = time(end)};
}

CleanTranscript clean(RawTranscript raw)
{
    const auto segmenter = dictionarySegmenter();
    auto result = cleaned(std::move(raw), *segmenter);
    return result ? std::move(*result) : CleanTranscript{};
}

Times unitTimes(const CleanTranscript &transcript)
{
    Times times;
    for (const SpokenUnit &item : transcript.units)
        times.append({item.words.front().span.start.count(), item.words.back().span.end.count()});
    return times;
}

Transcript built(RawTranscript raw)
{
    CleanTranscript transcript = clean(std::move(raw));
    return builtTranscript(transcript);
}

QStringList sentenceTexts(const Transcript &transcript)
{
    QStringList texts;
    for (const Sentence &sentence : transcript.sentences)
        texts.append(sentence.speakerId + u'|' + sentence.text);
    return texts;
}

} // namespace

void CleanerTest::repairs_data()
{
    QTest::addColumn<Times>("given");
    QTest::addColumn<Times>("mended");
    QTest::addColumn<int>("repair");
    QTest::addColumn<qsizetype>("count");
    const auto row = [](const char *name, const Times &given, const Times &mended, Repair repair, qsizetype count) {
        QTest::newRow(name) << given << mended << static_cast<int>(repair) << count;
    };
    row("in order", {{0, 900}, {1000, 1900}}, {{0, 900}, {1000, 1900}}, Repair::OutOfOrder, 0);
    row("negative start", {{-500, 900}}, {{0, 900}}, Repair::NegativeTime, 1);
    row("end before start, next near", {{1000, 500}, {1100, 1900}}, {{1000, 1100}, {1100, 1900}},
        Repair::EndBeforeStart, 1);
    row("end before start, next far", {{1000, 500}, {60'000, 61'000}}, {{1000, 1533}, {60'000, 61'000}},
        Repair::EndBeforeStart, 1);
    row("overlap", {{0, 1500}, {1000, 1900}}, {{0, 1000}, {1000, 1900}}, Repair::Overlap, 1);
    row("out of order", {{1000, 1900}, {0, 900}}, {{0, 900}, {1000, 1900}}, Repair::OutOfOrder, 1);
    row("duplicate", {{0, 900}, {0, 900}}, {{0, 900}}, Repair::Duplicate, 1);
    row("no end", {{0, none}, {1000, 1900}}, {{0, 1000}, {1000, 1900}}, Repair::EndBeforeStart, 0);
    row("no times between", {{0, 1000}, {none, none}, {2000, 2900}}, {{0, 1000}, {1000, 2000}, {2000, 2900}},
        Repair::MissingTime, 1);
    row("no times in front", {{none, none}, {2000, 2900}}, {{1467, 2000}, {2000, 2900}}, Repair::MissingTime, 1);
    row("no times at the end", {{0, 1000}, {none, none}}, {{0, 1000}, {1000, 1533}}, Repair::MissingTime, 1);
    row("no room between", {{0, 2000}, {none, none}, {2000, 2900}}, {{0, 2000}, {2000, 2450}, {2450, 2900}},
        Repair::MissingTime, 1);
    row("zero length", {{500, 500}, {1000, 1900}}, {{500, 500}, {1000, 1900}}, Repair::EndBeforeStart, 0);
}

void CleanerTest::repairs()
{
    QFETCH(const Times, given);
    QFETCH(const int, repair);
    RawTranscript raw;
    for (const auto &[start, end] : given)
        raw.units.append(unit(u"bake it."_s, start, end));
    const CleanTranscript transcript = clean(raw);
    QTEST(unitTimes(transcript), "mended");
    QTEST(transcript.repairs.count(static_cast<Repair>(repair)), "count");
    const bool isCounted = transcript.repairs.count(static_cast<Repair>(repair)) > 0;
    QCOMPARE(!transcript.repairs.texts().isEmpty(), isCounted);
}

void CleanerTest::refusesWithoutTimes()
{
    const auto result = cleaned({.units = {unit(u"a"_s, none, none), unit(u"b"_s, none, 100)}}, CharacterSegmenter());
    QVERIFY(!result);
    QVERIFY(result.error().message.contains(u"no times"_s));
    QVERIFY(cleaned({}, CharacterSegmenter()).has_value());
}

void CleanerTest::refusesPastedFiles()
{
    RawTranscript raw;
    for (int file = 0; file < 4; ++file) {
        for (int i = 0; i < 100; ++i)
            raw.units.append(unit(u"a"_s, i * 2000, i * 2000 + 1000));
    }
    const auto result = cleaned(raw, CharacterSegmenter());
    QVERIFY(!result);
    QVERIFY(result.error().message.contains(u"several transcripts"_s));
}

void CleanerTest::oneJumpBackIsSorted()
{
    RawTranscript raw;
    for (int i = 0; i < 100; ++i)
        raw.units.append(unit(u"a"_s, i * 2000, i * 2000 + 900));
    for (int i = 0; i < 100; ++i)
        raw.units.append(unit(u"b"_s, i * 2000 + 1000, i * 2000 + 1900));
    const CleanTranscript transcript = clean(raw);
    QCOMPARE(transcript.units.size(), std::size_t(200));
    QVERIFY(transcript.repairs.count(Repair::OutOfOrder) > 0);
    QCOMPARE(transcript.units.at(1).words.front().text, u"b"_s);
}

void CleanerTest::unitsWithOneStartFollowEachOther()
{
    const CleanTranscript transcript =
        clean({.units = {unit(u"aaa"_s, 0, 1000), unit(u"bbb"_s, 0, 1000), unit(u"c"_s, 800, 2000)}});
    QCOMPARE(unitTimes(transcript), (Times{{0, 400}, {400, 800}, {800, 2000}}));
}

void CleanerTest::crossTalkStays()
{
    const Transcript transcript =
        built({.units = {unit(u"I think that this is right."_s, 0, 5000, u"A"_s), unit(u"Yes."_s, 2000, 2500, u"B"_s),
                         unit(u"So."_s, 6000, 7000, u"A"_s)}});
    QCOMPARE(sentenceTexts(transcript), (QStringList{u"S0|I think that this is right."_s, u"S1|Yes."_s, u"S0|So."_s}));
    QCOMPARE(transcript.sentences.at(0).span, spanMs(0, 5000));
    QCOMPARE(brokenPromise(transcript), QString());
}

void CleanerTest::speakersByFirstAppearance()
{
    const CleanTranscript transcript =
        clean({.units = {unit(u"a"_s, 0, 900, u"spk_7"_s), unit(u"b"_s, 1000, 1900, u"Dr. Weiss"_s),
                         unit(u"c"_s, 2000, 2900, u"spk_7"_s)}});
    QCOMPARE(transcript.speakers, (QStringList{u"spk_7"_s, u"Dr. Weiss"_s}));
    QCOMPARE(transcript.units.at(2).speaker, 0);
    QVERIFY(transcript.units.at(2).opensTurn);
}

void CleanerTest::labelsAndNoLabels()
{
    const Transcript transcript =
        built({.units = {unit(u"Well, this"_s, 0, 900, u"A"_s), unit(u"goes on."_s, 900, 1900, u"A"_s),
                         unit(u"Nobody knows"_s, 2000, 2900), unit(u"who this is."_s, 2900, 3900),
                         unit(u"Anna: Not a name here."_s, 4000, 5000, u"A"_s)}});
    QCOMPARE(sentenceTexts(transcript), (QStringList{u"S0|Well, this goes on."_s, u"|Nobody knows who this is."_s,
                                                     u"S0|Anna: Not a name here."_s}));
    QVERIFY(transcript.sentences.at(1).speakerId.isNull());
}

void CleanerTest::wordsKeepTheirTimes()
{
    RawUnit given = unit({}, 0, 3000);
    given.words = {rawWord(u"We"_s, 0, 300), rawWord(u"left"_s, 250, 800), rawWord(u"."_s, 800),
                   rawWord(u"Then"_s, 700, 600), rawWord(u"rain."_s, 2000)};
    const Transcript transcript = built({.units = {given}});
    QCOMPARE(transcript.wordTimes, TimeOrigin::Exact);
    QCOMPARE(transcript.words.at(0).span, spanMs(0, 250));
    QCOMPARE(transcript.words.at(1).text, u"left ."_s);
    QCOMPARE(transcript.words.at(2).span, spanMs(700, 2000));
    QCOMPARE(transcript.words.at(3).span, spanMs(2000, 3000));
    QCOMPARE(transcript.sentences.size(), 2);
}

void CleanerTest::missingWordTimesAreFilled()
{
    RawUnit given = unit({}, 0, 4000);
    given.words = {rawWord(u"aa"_s, none), rawWord(u"bb"_s, 1000, 1500), rawWord(u"cc"_s, none), rawWord(u"dd"_s, none),
                   rawWord(u"ee"_s, 3500)};
    const CleanTranscript transcript = clean({.units = {given}});
    const auto &words = transcript.units.front().words;
    QCOMPARE(words[0].span, spanMs(0, 1000));
    QCOMPARE(words[2].span, spanMs(1500, 2500));
    QCOMPARE(words[3].span, spanMs(2500, 3500));
    QCOMPARE(transcript.repairs.count(Repair::MissingTime), qsizetype(3));
}

void CleanerTest::soundsAndTurnsAmongWords()
{
    RawUnit given = unit({}, 0, 4000);
    given.words = {rawWord(u"[speaking"_s, 0), rawWord(u"Welsh]"_s, 200), rawWord(u"so"_s, 500),
                   rawWord(u">>"_s, 900),      rawWord(u"yes"_s, 1000),   rawWord(u"♪"_s, 2000),
                   rawWord(u">>no"_s, 3000)};
    const CleanTranscript transcript = clean({.units = {given}});
    QCOMPARE(transcript.sounds.size(), 2);
    QCOMPARE(transcript.sounds.constFirst().text, u"[speaking Welsh]"_s);
    QCOMPARE(transcript.units.size(), std::size_t(3));
    QVERIFY(transcript.units.at(1).opensTurn);
    QCOMPARE(transcript.units.at(2).words.front().text, u"no"_s);
}

void CleanerTest::givenSentenceEnds()
{
    RawUnit given = unit({}, 0, 4000);
    given.words = {rawWord(u"one."_s, 0), rawWord(u"two"_s, 500), rawWord(u"three"_s, 1000)};
    given.words[1].endsSentence = true;
    QCOMPARE(sentenceTexts(built({.units = {given}})), (QStringList{u"|one. two"_s, u"|three"_s}));
}

void CleanerTest::unitsThatAreSentences()
{
    const RawTranscript raw{.units = {unit(u"One. Two"_s, 0, 900), unit(u"three"_s, 1000, 1900)},
                            .unitsAreSentences = true};
    const Transcript transcript = built(raw);
    QCOMPARE(sentenceTexts(transcript), (QStringList{u"|One. Two"_s, u"|three"_s}));
    QVERIFY(!transcript.lacksPunctuation);
}

void CleanerTest::fewSpreadWordsStayExact()
{
    RawUnit given = unit({}, 0, 20'000);
    for (int i = 0; i < 20; ++i)
        given.words.append(rawWord(u"word"_s, i * 1000));
    QCOMPARE(built({.units = {given, unit(u"two more"_s, 20'000, 21'000)}}).wordTimes, TimeOrigin::Exact);
    QCOMPARE(built({.units = {given, unit(u"and three more"_s, 20'000, 21'000)}}).wordTimes, TimeOrigin::Estimated);
}

void CleanerTest::randomUnitsKeepThePromises()
{
    QRandomGenerator random(11);
    const QStringList texts{
        u"We opened. Nobody came"_s, u">> Who? >> Me."_s, u"[laughter]"_s, u"Anna: yes."_s, u"- a\n- b"_s,
        u"今日は難しい。"_s,         u"♪ la ♪"_s,         u"…"_s};
    for (int round = 0; round < 1000; ++round) {
        RawTranscript raw;
        for (int i = random.bounded(12); i > 0; --i) {
            const qint64 start = random.bounded(10) == 0 ? none : random.bounded(30'000) - 500;
            const qint64 end = random.bounded(10) == 0 ? none : start + random.bounded(8000) - 1000;
            RawUnit item = unit(texts.at(random.bounded(int(texts.size()))), start, end,
                                random.bounded(3) == 0 ? u"spk_%1"_s.arg(random.bounded(3)) : QString());
            for (int w = random.bounded(3) == 0 ? random.bounded(6) : 0; w > 0; --w)
                item.words.append(rawWord(u"word"_s, random.bounded(4) == 0 ? none : random.bounded(30'000),
                                          random.bounded(2) == 0 ? none : random.bounded(30'000)));
            raw.units.append(item);
        }
        QCOMPARE(brokenPromise(built(raw)), QString());
    }
}

#include "tst_cleaner.moc"
