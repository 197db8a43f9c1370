// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/settings.h"
#include "tests/analysis_offline/talks.h"
#include "tests/support/testregistry.h"

#include <QtTest>

#include <random>

using namespace Viral;
using namespace ViralTest;

using namespace Qt::StringLiterals;

class TestOfflineEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThePlantedHighlight();
    void takesTheQuestionIn();
    void endsOnThePayoff();
    void laughterRaises();
    void worksWithoutPunctuation();
    void worksWithOneSpeaker();
    void worksWithoutWords();
    void cutsAnEndlessSentence();
    void givesTheBestRangeWhenNothingFits();
    void givesNothingForNothing_data();
    void givesNothingForNothing();
    void leadsWithWhatStandsAlone();
    void scoresDifferAndStayInRange();
    void givesEachCandidateToTheFirstChunkThatHoldsIt();
    void keepsClipsApart();
    void isDeterministic();
    void scoresWindowsInOrder();
    void ignoresAnHourOfSilence();
    void survivesHostileTimes_data();
    void survivesHostileTimes();
};

namespace {

int scoreOf(const Candidate &candidate, Metric metric)
{
    return candidate.scores[static_cast<std::size_t>(metric)].value_or(0);
}

} // namespace

void TestOfflineEngine::findsThePlantedHighlight()
{
    TalkMaker talk;
    talk.dull(u"guest"_s, 60);
    const qint64 start = talk.now();
    talk.highlight();
    const TimeSpan planted = spanMs(start, talk.now());
    talk.dull(u"guest"_s, 60);

    const Proposals proposals(talk.transcript());
    const Candidate *found = proposals.at(planted);
    QVERIFY(found);
    QVERIFY(proposals.span(*found).overlap(planted) >= planted.duration() * 3 / 4);
    // It is the strongest of its chunk.
    QCOMPARE(found->position, 0);
    const QList<LexicalScore> scores = lexicalScores(proposals.index);
    const auto best = std::max_element(scores.cbegin(), scores.cend(),
                                       [](const LexicalScore &a, const LexicalScore &b) { return a.score < b.score; });
    QVERIFY(best->span.overlaps(planted));
}

void TestOfflineEngine::takesTheQuestionIn()
{
    TalkMaker talk;
    talk.dull(u"guest"_s, 40).pause(600);
    const auto question = static_cast<int>(talk.transcript().sentences.size());
    const qint64 start = talk.now();
    talk.highlight();
    const TimeSpan planted = spanMs(start, talk.now());
    talk.pause(600).dull(u"guest"_s, 40);

    const Proposals proposals(talk.transcript());
    const Candidate *found = proposals.at(planted);
    QVERIFY(found);
    QCOMPARE(found->startSentence.value_or(-1), question);
    QVERIFY(found->hook.startsWith(u"What was the worst mistake"_s));
}

void TestOfflineEngine::endsOnThePayoff()
{
    TalkMaker talk;
    talk.dull(u"guest"_s, 40).pause(600);
    const qint64 start = talk.now();
    talk.highlight();
    const TimeSpan planted = spanMs(start, talk.now());
    const auto last = static_cast<int>(talk.transcript().sentences.size()) - 1;
    talk.pause(600).dull(u"host"_s, 40);

    const Proposals proposals(talk.transcript());
    const Candidate *found = proposals.at(planted);
    QVERIFY(found);
    QCOMPARE(found->endSentence.value_or(-1), last);
}

void TestOfflineEngine::laughterRaises()
{
    TalkMaker plain;
    plain.dull(u"guest"_s, 120);
    const auto scoreAt = [](const TalkMaker &talk, int sentence) {
        const Milliseconds middle = talk.transcript().sentences[sentence].span.middle();
        double best = 0;
        for (const LexicalScore &score : lexicalScores(TranscriptIndex(talk.transcript()))) {
            if (score.span.contains(middle))
                best = std::max(best, score.score);
        }
        return best;
    };
    int dullest = 10;
    for (int sentence = 10; sentence < 110; ++sentence) {
        if (scoreAt(plain, sentence) < scoreAt(plain, dullest))
            dullest = sentence;
    }
    TalkMaker laughing = plain;
    laughing.transcript().sentences[dullest].text += u" [laughter]"_s;
    QVERIFY(scoreAt(plain, dullest) < 0.8);
    QVERIFY(scoreAt(laughing, dullest) > 0.9);
    QVERIFY(Proposals(laughing.transcript()).at(laughing.transcript().sentences[dullest].span));
}

void TestOfflineEngine::worksWithoutPunctuation()
{
    TalkMaker talk;
    talk.dull(u"guest"_s, 60);
    const qint64 start = talk.now();
    talk.highlight();
    const TimeSpan planted = spanMs(start, talk.now());
    talk.dull(u"guest"_s, 60);
    for (Sentence &sentence : talk.transcript().sentences)
        sentence.text = sentence.text.toLower().remove(QRegularExpression(u"[^a-z0-9 ]"_s));
    talk.transcript().lacksPunctuation = true;

    const Proposals proposals(talk.transcript());
    const Candidate *found = proposals.at(planted);
    QVERIFY(found);
    QVERIFY(proposals.span(*found).overlap(planted) >= planted.duration() / 2);
}

void TestOfflineEngine::worksWithOneSpeaker()
{
    TalkMaker talk;
    talk.dull({}, 60);
    const qint64 start = talk.now();
    talk.highlight();
    const TimeSpan planted = spanMs(start, talk.now());
    talk.dull({}, 60);
    for (Sentence &sentence : talk.transcript().sentences)
        sentence.speakerId.clear();

    const Proposals proposals(talk.transcript());
    const Candidate *found = proposals.at(planted);
    QVERIFY(found);
    QVERIFY(!found->engagementValue.contains(u"speaker"_s));
}

void TestOfflineEngine::worksWithoutWords()
{
    TalkMaker talk;
    talk.dull(u"guest"_s, 30).highlight().dull(u"guest"_s, 30);
    talk.transcript().words.clear();
    const Proposals proposals(talk.transcript());
    QVERIFY(!proposals.candidates().isEmpty());
    for (const Candidate &candidate : proposals.candidates())
        QVERIFY(!candidate.title.isEmpty() && !candidate.hook.isEmpty());
}

void TestOfflineEngine::cutsAnEndlessSentence()
{
    TalkMaker talk;
    QStringList words;
    for (int i = 0; i < 1500; ++i)
        words.append(i % 40 == 0 ? u"terrible,"_s : u"word%1"_s.arg(i));
    talk.sayFor(u"guest"_s, words.join(u' '), 600'000);
    const Proposals proposals(talk.transcript());
    const QList<Candidate> candidates = proposals.candidates();
    QVERIFY(!candidates.isEmpty());
    for (const Candidate &candidate : candidates) {
        QVERIFY(candidate.startTime && candidate.endTime);
        QVERIFY(!candidate.startSentence);
        const Milliseconds length = *candidate.endTime - *candidate.startTime;
        QVERIFY(length >= shortestMoment && length <= longestMoment);
    }
}

void TestOfflineEngine::givesTheBestRangeWhenNothingFits()
{
    TalkMaker brief;
    brief.highlight();
    brief.transcript().sentences.resize(6);
    const Proposals shortTalk(brief.transcript());
    QCOMPARE(shortTalk.candidates().size(), 1);
    QVERIFY(shortTalk.span(shortTalk.candidates().constFirst()).duration() < shortestMoment);

    TalkMaker slow;
    for (int i = 0; i < 6; ++i)
        slow.sayFor(u"guest"_s, u"This takes a very long time to say %1."_s.arg(i), 80'000);
    const Proposals longSentences(slow.transcript());
    QVERIFY(!longSentences.candidates().isEmpty());
    for (const Candidate &candidate : longSentences.candidates())
        QCOMPARE(candidate.startSentence, candidate.endSentence);
}

void TestOfflineEngine::givesNothingForNothing_data()
{
    QTest::addColumn<QStringList>("sentences");
    QTest::newRow("no sentences") << QStringList{};
    QTest::newRow("empty texts") << QStringList{{}, {}, {}};
    QTest::newRow("only tags") << QStringList{u"[music]"_s, u"[laughter]"_s};
    QTest::newRow("only marks") << QStringList{u"..."_s, u"?!"_s};
}

void TestOfflineEngine::givesNothingForNothing()
{
    QFETCH(QStringList, sentences);
    Transcript transcript;
    for (qsizetype i = 0; i < sentences.size(); ++i)
        transcript.sentences.append(Sentence{sentences[i], spanMs(i * 30'000, i * 30'000 + 30'000)});
    const Proposals proposals(transcript);
    QCOMPARE(proposals.answers.size(), proposals.chunks.size());
    QVERIFY(proposals.candidates().isEmpty());
    QCOMPARE(lexicalScores(TranscriptIndex(Transcript{})).size(), 0);
    QVERIFY(proposeOffline(TranscriptIndex(transcript), {}).isEmpty());
}

void TestOfflineEngine::leadsWithWhatStandsAlone()
{
    // Two exchanges that differ in the first sentence alone.
    const auto planted = [](TalkMaker &talk, const QString &opening) {
        talk.pause(800).dull(u"guest"_s, 40).pause(800);
        const qint64 start = talk.now();
        talk.say(u"guest"_s, opening);
        for (int i = 0; i < 14; ++i)
            talk.say(u"guest"_s, u"I was afraid and we lost it all again!"_s);
        const TimeSpan span = spanMs(start, talk.now());
        talk.pause(800).dull(u"guest"_s, 40);
        return span;
    };
    TalkMaker talk;
    const TimeSpan alone = planted(talk, u"My worst day at the harbor began early."_s);
    const TimeSpan leaning = planted(talk, u"That was exactly why, as I said, it began."_s);
    const Proposals proposals(talk.transcript());
    const Candidate *first = proposals.at(alone);
    const Candidate *second = proposals.at(leaning);
    QVERIFY(first);
    QVERIFY(second);
    QVERIFY(first->hook.startsWith(u"My worst day"_s));
    QVERIFY(scoreOf(*first, Metric::HookStrength) > scoreOf(*second, Metric::HookStrength));
}

void TestOfflineEngine::scoresDifferAndStayInRange()
{
    TalkMaker talk;
    for (int i = 0; i < 6; ++i) {
        talk.dull(u"guest"_s, 10).highlight().dull(u"host"_s, 10);
        for (int k = 0; k <= i; ++k)
            talk.say(u"guest"_s, u"You should never sell the best %1 shops for two million."_s.arg(k + 2));
    }
    const QList<Candidate> candidates = Proposals(talk.transcript()).candidates();
    QVERIFY(candidates.size() >= 6);
    for (const Metric metric : allMetrics) {
        QSet<int> seen;
        for (const Candidate &candidate : candidates) {
            const int score = scoreOf(candidate, metric);
            QVERIFY2(score >= 1 && score <= 10, qPrintable(QString::number(score)));
            seen.insert(score);
        }
        QVERIFY2(seen.size() >= 2, metricKey(metric).data());
    }
}

void TestOfflineEngine::givesEachCandidateToTheFirstChunkThatHoldsIt()
{
    TalkMaker talk;
    for (int i = 0; i < 25; ++i)
        talk.dull(u"guest"_s, 4).highlight();
    const Proposals proposals(talk.transcript());
    QVERIFY(proposals.chunks.size() > 3);
    QCOMPARE(proposals.answers.size(), proposals.chunks.size());
    const auto holds = [](const Chunk &chunk, const Candidate &candidate) {
        return chunk.firstSentence <= *candidate.startSentence && *candidate.endSentence < chunk.endSentence;
    };
    int count = 0;
    for (qsizetype number = 0; number < proposals.answers.size(); ++number) {
        QCOMPARE(proposals.answers[number].chunkIndex, proposals.chunks[number].index);
        QVERIFY(!proposals.answers[number].usage);
        int position = 0;
        for (const Candidate &candidate : proposals.answers[number].candidates) {
            QCOMPARE(candidate.chunkIndex, proposals.chunks[number].index);
            QCOMPARE(candidate.position, position++);
            QVERIFY(holds(proposals.chunks[number], candidate));
            QVERIFY(number == 0 || !holds(proposals.chunks[number - 1], candidate));
            ++count;
        }
    }
    QVERIFY(count >= 8);
}

void TestOfflineEngine::keepsClipsApart()
{
    TalkMaker talk;
    for (int i = 0; i < 20; ++i)
        talk.highlight();
    const Proposals proposals(talk.transcript());
    const QList<Candidate> candidates = proposals.candidates();
    for (qsizetype i = 1; i < candidates.size(); ++i)
        QVERIFY(*candidates[i].startSentence > *candidates[i - 1].endSentence);
}

void TestOfflineEngine::isDeterministic()
{
    TalkMaker talk;
    talk.dull(u"guest"_s, 30).highlight().dull(u"host"_s, 30).highlight();
    const Proposals first(talk.transcript());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(Proposals(talk.transcript()).answers, first.answers);
}

void TestOfflineEngine::scoresWindowsInOrder()
{
    TalkMaker talk;
    talk.dull(u"guest"_s, 30).highlight().dull(u"guest"_s, 30);
    const QList<LexicalScore> scores = lexicalScores(TranscriptIndex(talk.transcript()));
    const TimeSpan whole = talk.transcript().span();
    QVERIFY(scores.size() > 10);
    QCOMPARE(scores.constFirst().span.start, whole.start);
    QCOMPARE(scores.constLast().span.end, whole.end);
    double least = 1;
    double most = 0;
    for (qsizetype i = 0; i < scores.size(); ++i) {
        QVERIFY(whole.contains(scores[i].span));
        QVERIFY(i == 0 || scores[i - 1].span.start < scores[i].span.start);
        least = std::min(least, scores[i].score);
        most = std::max(most, scores[i].score);
    }
    QCOMPARE(least, 0.0);
    QCOMPARE(most, 1.0);
}

void TestOfflineEngine::ignoresAnHourOfSilence()
{
    TalkMaker talk;
    talk.highlight().pause(3'600'000).highlight();
    const Transcript &transcript = talk.transcript();
    for (const LexicalScore &score : lexicalScores(TranscriptIndex(transcript))) {
        const bool holds =
            std::any_of(transcript.sentences.cbegin(), transcript.sentences.cend(),
                        [&](const Sentence &sentence) { return score.span.contains(sentence.span.start); });
        QVERIFY(holds);
    }
    const Proposals proposals(transcript);
    QCOMPARE(proposals.candidates().size(), 2);
}

void TestOfflineEngine::survivesHostileTimes_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("ten thousand alike") << 0;
    QTest::newRow("no length") << 1;
    QTest::newRow("all at once") << 2;
    QTest::newRow("overlapping") << 3;
    QTest::newRow("far apart") << 4;
    QTest::newRow("end of time") << 5;
    QTest::newRow("one enormous sentence") << 6;
    QTest::newRow("broken text") << 7;
}

void TestOfflineEngine::survivesHostileTimes()
{
    QFETCH(int, kind);
    Transcript transcript;
    transcript.language = u"en"_s;
    std::mt19937 random(7);
    const int count = kind == 6 ? 1 : 10'000;
    for (int i = 0; i < count; ++i) {
        const qint64 n = i;
        Sentence sentence{u"I was so afraid that we lost it!"_s, spanMs(n * 3000, n * 3000 + 2900), u"a"_s};
        switch (kind) {
        case 1:
            sentence.span = spanMs(n * 3000, n * 3000);
            break;
        case 2:
            sentence.span = spanMs(5000, 5000 + n % 3);
            break;
        case 3:
            sentence.span = spanMs(n * 100, n * 100 + static_cast<qint64>(random() % 400'000));
            break;
        case 4:
            sentence.span = spanMs(n * 1'000'000'000'000, n * 1'000'000'000'000 + 3000);
            break;
        case 5:
            sentence.span = spanMs(9'007'199'254'000'000 + n * 10, 9'007'199'254'000'000 + n * 20);
            break;
        case 6:
            sentence.text = u"[(*"_s.repeated(400'000);
            sentence.text += u"and the end."_s;
            break;
        case 7:
            sentence.text = QString(QChar(0xD800 + i % 0x800)) + u"\u0000\u202E"_s + QString(i % 50, u'(');
            break;
        default:
            break;
        }
        transcript.sentences.append(sentence);
    }
    const Proposals proposals(transcript);
    QCOMPARE(proposals.answers.size(), proposals.chunks.size());
    for (const Candidate &candidate : proposals.candidates())
        QVERIFY(*candidate.startSentence <= *candidate.endSentence);
    QVERIFY(!lexicalScores(proposals.index).isEmpty());
}

VIRAL_TEST(TestOfflineEngine)
#include "tst_offlineengine.moc"
