// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/candidateparser.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class CandidateParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyField();
    void shapes_data();
    void shapes();
    void refused_data();
    void refused();
    void places_data();
    void places();
    void scores_data();
    void scores();
    void furtherMetricsOfBothCards();
    void otherSpellings();
    void ownSpellingWins();
    void platforms_data();
    void platforms();
    void posts_data();
    void posts();
    void wrongTypesAreLeftOut();
    void entriesThatAreNoObjects();
    void atMostTwoHundred();
    void brokenUtf8IsReplaced();
    void hostileTexts_data();
    void hostileTexts();
};

VIRAL_TEST(CandidateParserTest)

namespace {

const QByteArray one = R"({"startSentence":3,"endSentence":9,"title":"T"})";

QString described(const Result<ChunkAnswer> &answer)
{
    if (!answer)
        return u"error"_s;
    QStringList parts;
    for (const Candidate &candidate : answer->candidates)
        parts += u"%1:%2-%3"_s.arg(candidate.position)
                     .arg(candidate.startSentence.value_or(-9))
                     .arg(candidate.endSentence.value_or(-9));
    return parts.join(u' ');
}

Candidate only(const QByteArray &fields)
{
    const auto answer = parseAnswer("{\"moments\":[{" + fields + "}]}", 0);
    return answer && !answer->candidates.isEmpty() ? answer->candidates.constFirst() : Candidate{};
}

} // namespace

void CandidateParserTest::everyField()
{
    const auto answer = parseAnswer(R"({"moments":[{
        "startSentence": 3, "endSentence": 9, "startTime": 1000, "endTime": 2000,
        "title": "Title", "hook": "Hook", "category": "Growth", "engagementValue": "Why", "quote": "So \"we\" did",
        "platforms": ["twitter", "myspace"], "socialCopy": {"twitter": "Post", "linkedin": "Other"},
        "scorecard": {"shareability": 9, "emotionalImpact": 7, "surpriseFactor": 8, "rewatchability": 6,
                      "hookStrength": 9, "clarity": {"of": [1.50]}},
        "confidence": 0.9}]})",
                                    4);
    QVERIFY(answer.has_value());
    Candidate expected{.chunkIndex = 4, .position = 0};
    expected.startSentence = 3;
    expected.endSentence = 9;
    expected.startTime = Milliseconds{1000};
    expected.endTime = Milliseconds{2000};
    expected.title = u"Title"_s;
    expected.hook = u"Hook"_s;
    expected.category = u"Growth"_s;
    expected.engagementValue = u"Why"_s;
    expected.quote = u"So \"we\" did"_s;
    expected.platforms = QStringList{u"twitter"_s, u"myspace"_s};
    expected.socialCopy = {{u"twitter"_s, u"Post"_s}, {u"linkedin"_s, u"Other"_s}};
    expected.scores = {9, 7, 8, 6, 9};
    expected.furtherMetrics = {{u"clarity"_s, R"({"of": [1.50]})"}};
    QCOMPARE(answer->chunkIndex, 4);
    QCOMPARE(answer->candidates, QList<Candidate>{expected});
    QVERIFY(answer->ended.isEmpty());
    QVERIFY(!answer->usage);
}

void CandidateParserTest::shapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &text, const QString &expected = u"0:3-9"_s) {
        QTest::newRow(name) << text << expected;
    };
    row("the asked-for shape", "{\"moments\":[" + one + "]}");
    row("bare list", "[" + one + "," + one + "]", u"0:3-9 1:3-9"_s);
    row("code fence", "```json\n{\"moments\":[" + one + "]}\n```");
    row("code fence without a language", "```\n[" + one + "]\n```");
    row("code fence that never ends", "```json\n{\"moments\":[" + one + "]}\n");
    row("the second fence", "```\nnot this\n```\nbut\n```json\n[" + one + "]\n```");
    row("words around", "Here are the moments: {\"moments\":[" + one + "]} I hope it's fine.");
    row("words with brackets before", "From [0-30] and {x}: {\"moments\":[" + one + "]} [1] [2]");
    row("words around a bare list", "Sure! [" + one + "] Done.");
    row("braces in texts", R"(So: {"moments":[{"startSentence":3,"endSentence":9,"title":"a } \" ] b"}]} ok)");
    row("below another object", "{\"result\":{\"moments\":[" + one + "]}}");
    row("below several", "{\"a\":1,\"data\":[{\"x\":{\"moments\":[" + one + "]}}]}");
    row("under another name", "{\"clips\":[" + one + "]}");
    row("other spelling of the list", "{\"viral_moments\":[" + one + "]}");
    row("a single moment", one);
    row("a single moment as the list", "{\"moments\":" + one + "}");
    row("byte order mark", "\xef\xbb\xbf{\"moments\":[" + one + "]}");
    row("white space around", " \r\n\t{\"moments\":[" + one + "]}\n\n");
    row("none", "{\"moments\":[]}", QString());
    row("none at all", "[]", QString());
    row("null", "{\"moments\":null}", QString());
    row("unknown fields around", "{\"note\":\"x\",\"moments\":[" + one + "],\"more\":[1]}");
    row("the last of two lists counts", "{\"moments\":[],\"moments\":[" + one + "]}");
}

void CandidateParserTest::shapes()
{
    QFETCH(const QByteArray, text);
    QTEST(described(parseAnswer(text, 0)), "expected");
}

void CandidateParserTest::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("I cannot help with that.");
    QTest::newRow("a number") << QByteArray("12");
    QTest::newRow("a text") << QByteArray("\"moments\"");
    QTest::newRow("an object without moments") << QByteArray("{\"error\":\"busy\"}");
    QTest::newRow("lists of other things") << QByteArray("{\"a\":[1,2],\"b\":[{\"c\":1}]}");
    QTest::newRow("cut off") << QByteArray("{\"moments\":[{\"startSentence\":3,\"title\":\"T");
    QTest::newRow("not a number") << QByteArray("{\"moments\":[{\"startSentence\":NaN}]}");
    QTest::newRow("moments as text") << QByteArray("{\"moments\":\"none\"}");
    QTest::newRow("zero bytes") << QByteArray(3, '\0');
}

void CandidateParserTest::refused()
{
    QFETCH(const QByteArray, text);
    const auto answer = parseAnswer(text, 0);
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().kind, ErrorKind::Service);
    QVERIFY(!answer.error().message.isEmpty());
}

void CandidateParserTest::places_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<qint64>("startSentence"); // -9 for none
    QTest::addColumn<qint64>("startTime");
    const qint64 none = -9;
    QTest::newRow("none") << QByteArray("\"title\":\"x\"") << none << none;
    QTest::newRow("whole float") << QByteArray("\"startSentence\":12.0,\"startTime\":174000.0") << qint64(12)
                                 << qint64(174'000);
    QTest::newRow("as text") << QByteArray("\"startSentence\":\"12\",\"startTime\":\" 174000 \"") << qint64(12)
                             << qint64(174'000);
    QTest::newRow("fractions are no numbers") << QByteArray("\"startSentence\":12.5,\"startTime\":0.5") << none << none;
    QTest::newRow("clock text is no number") << QByteArray("\"startTime\":\"2:54\"") << none << none;
    QTest::newRow("null") << QByteArray("\"startSentence\":null,\"startTime\":null") << none << none;
    QTest::newRow("negative stays, to be refused")
        << QByteArray("\"startSentence\":-4,\"startTime\":-5") << qint64(-1) << qint64(-5);
    QTest::newRow("huge") << QByteArray("\"startSentence\":9e18,\"startTime\":9223372036854775807")
                          << qint64(std::numeric_limits<int>::max()) << qint64(31'536'000'000);
    QTest::newRow("lowest") << QByteArray("\"startSentence\":-9223372036854775808,\"startTime\":-9223372036854775808")
                            << qint64(-1) << qint64(-31'536'000'000);
    QTest::newRow("wrong type") << QByteArray("\"startSentence\":[3],\"startTime\":true") << none << none;
}

void CandidateParserTest::places()
{
    QFETCH(const QByteArray, fields);
    const Candidate candidate = only(fields);
    QTEST(qint64(candidate.startSentence.value_or(-9)), "startSentence");
    QTEST(qint64(candidate.startTime.value_or(Milliseconds{-9}).count()), "startTime");
}

void CandidateParserTest::scores_data()
{
    QTest::addColumn<QByteArray>("cards");
    QTest::addColumn<QString>("expected"); // - for a missing score
    const auto card = [](const QByteArray &score) {
        return "{\"shareability\":" + score +
               ",\"emotionalImpact\":7,\"surpriseFactor\":8,\"rewatchability\":6,"
               "\"hookStrength\":9}";
    };
    QTest::newRow("scorecard") << "\"scorecard\":" + card("9") << u"9 7 8 6 9"_s;
    QTest::newRow("viralScore alone") << "\"viralScore\":" + card("9") << u"9 7 8 6 9"_s;
    QTest::newRow("both: scorecard wins")
        << "\"viralScore\":" + card("2") + ",\"scorecard\":" + card("9") << u"9 7 8 6 9"_s;
    QTest::newRow("each fills the other") << QByteArray("\"scorecard\":{\"shareability\":5,\"hookStrength\":4},"
                                                        "\"viralScore\":{\"shareability\":9,\"rewatchability\":3}")
                                          << u"5 - - 3 4"_s;
    QTest::newRow("as text") << "\"scorecard\":" + card("\"8\"") << u"8 7 8 6 9"_s;
    QTest::newRow("out of ten") << "\"scorecard\":" + card("\"8/10\"") << u"8 7 8 6 9"_s;
    QTest::newRow("whole float") << "\"scorecard\":" + card("8.0") << u"8 7 8 6 9"_s;
    QTest::newRow("11 is 10") << "\"scorecard\":" + card("11") << u"10 7 8 6 9"_s;
    QTest::newRow("0 is 1") << "\"scorecard\":" + card("0") << u"1 7 8 6 9"_s;
    QTest::newRow("words are no score") << "\"scorecard\":" + card("\"high\"") << u"- 7 8 6 9"_s;
    QTest::newRow("null is no score") << "\"scorecard\":" + card("null") << u"- 7 8 6 9"_s;
    QTest::newRow("no card") << QByteArray("\"title\":\"x\"") << u"- - - - -"_s;
    QTest::newRow("a number is no card") << QByteArray("\"scorecard\":8") << u"- - - - -"_s;
    QTest::newRow("other spelling") << QByteArray("\"score_card\":{\"emotional_impact\":3,\"HookStrength\":4}")
                                    << u"- 3 - - 4"_s;
}

void CandidateParserTest::scores()
{
    QFETCH(const QByteArray, cards);
    QStringList seen;
    for (const std::optional<int> score : only(cards).scores)
        seen += score ? QString::number(*score) : u"-"_s;
    QTEST(seen.join(u' '), "expected");
}

void CandidateParserTest::furtherMetricsOfBothCards()
{
    const Candidate candidate =
        only(R"("scorecard":{"clarity":7.50,"hook_strength":3},"viralScore":{"clarity":1,"pace":"x"})");
    const RawMembers expected{{u"clarity"_s, "7.50"}, {u"pace"_s, "\"x\""}};
    QCOMPARE(candidate.furtherMetrics, expected);
}

void CandidateParserTest::otherSpellings()
{
    const Candidate candidate =
        only(R"("start_sentence":3,"end_sentence":9,"start_time":5,"END_TIME":6,"Title":"T","engagement_value":"E",
                "social_copy":{"tiktok":"P"},"viral_score":{"shareability":9})");
    QCOMPARE(candidate.startSentence, std::optional(3));
    QCOMPARE(candidate.endSentence, std::optional(9));
    QCOMPARE(candidate.startTime, std::optional(Milliseconds{5}));
    QCOMPARE(candidate.endTime, std::optional(Milliseconds{6}));
    QCOMPARE(candidate.title, u"T"_s);
    QCOMPARE(candidate.engagementValue, u"E"_s);
    QCOMPARE(candidate.socialCopy.size(), 1);
    QCOMPARE(candidate.scores[0], std::optional(9));
}

void CandidateParserTest::ownSpellingWins()
{
    QCOMPARE(only(R"("startSentence":3,"start_sentence":4)").startSentence, std::optional(3));
    QCOMPARE(only(R"("start_sentence":4,"startSentence":3)").startSentence, std::optional(3));
    QCOMPARE(only(R"("startSentence":null,"start_sentence":4)").startSentence, std::optional(4));
}

void CandidateParserTest::platforms_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("expected"); // "none" when missing
    QTest::newRow("missing") << QByteArray("\"title\":\"\"") << u"none"_s;
    QTest::newRow("null") << QByteArray("\"platforms\":null") << u"none"_s;
    QTest::newRow("list") << QByteArray("\"platforms\":[\"x\",\" tiktok\"]") << u"x| tiktok"_s;
    QTest::newRow("empty list") << QByteArray("\"platforms\":[]") << u""_s;
    QTest::newRow("text") << QByteArray("\"platforms\":\"twitter, tiktok,\"") << u"twitter|tiktok"_s;
    QTest::newRow("other things in the list") << QByteArray("\"platforms\":[1,null,\"tiktok\",{}]") << u"tiktok"_s;
}

void CandidateParserTest::platforms()
{
    QFETCH(const QByteArray, fields);
    const auto names = only(fields).platforms;
    QTEST(names ? names->join(u'|') : u"none"_s, "expected");
}

void CandidateParserTest::posts_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("expected");
    QTest::newRow("object") << QByteArray(R"("socialCopy":{"x":"a","tiktok":"b"})") << u"x=a|tiktok=b"_s;
    QTest::newRow("one level deeper") << QByteArray(R"("socialCopy":{"x":{"text":"a"}})") << u"x=a"_s;
    QTest::newRow("list") << QByteArray(R"("socialCopy":[{"platform":"x","text":"a"},{"platform":"y"},7])") << u"x=a"_s;
    QTest::newRow("other things") << QByteArray(R"("socialCopy":{"x":7,"y":null,"z":[]})") << u""_s;
    QTest::newRow("text") << QByteArray(R"("socialCopy":"a")") << u""_s;
}

void CandidateParserTest::posts()
{
    QFETCH(const QByteArray, fields);
    QStringList seen;
    for (const ProposedPost &post : only(fields).socialCopy)
        seen += post.platform + u'=' + post.text;
    QTEST(seen.join(u'|'), "expected");
}

void CandidateParserTest::wrongTypesAreLeftOut()
{
    const Candidate candidate = only(R"("title":7,"hook":["x"],"category":{},"engagementValue":true,"quote":null)");
    QCOMPARE(candidate, Candidate{});
}

void CandidateParserTest::entriesThatAreNoObjects()
{
    const auto answer = parseAnswer("{\"moments\":[7," + one + ",\"text\",[]]}", 2);
    QVERIFY(answer.has_value());
    QCOMPARE(described(answer), u"1:3-9"_s);
    QCOMPARE(answer->ended.size(), 3);
    const FunnelEntry &first = answer->ended.constFirst();
    QCOMPARE(first.candidate.chunkIndex, 2);
    QCOMPARE(first.candidate.position, 0);
    QCOMPARE(first.stage, FunnelStage::Parsing);
    QCOMPARE(first.rule, u"not-an-object"_s);
    QCOMPARE(first.measured, u"a number"_s);
    QCOMPARE(answer->ended[1].candidate.position, 2);
    QCOMPARE(answer->ended[2].candidate.position, 3);
}

void CandidateParserTest::atMostTwoHundred()
{
    QByteArrayList entries;
    for (int i = 0; i < 5000; ++i)
        entries += one;
    const auto answer = parseAnswer("[" + entries.join(',') + "]", 0);
    QVERIFY(answer.has_value());
    QCOMPARE(answer->candidates.size(), mostCandidatesPerAnswer);
    QCOMPARE(answer->entriesBeyondLimit, 4800);
}

void CandidateParserTest::brokenUtf8IsReplaced()
{
    const auto answer = parseAnswer("{\"moments\":[{\"startSentence\":3,\"title\":\"a\xff\xc3z\"}]}", 0);
    QVERIFY(answer.has_value());
    QCOMPARE(answer->candidates.constFirst().startSentence, std::optional(3));
    QVERIFY(answer->candidates.constFirst().title.startsWith(u'a'));
    QVERIFY(answer->candidates.constFirst().title.endsWith(u'z'));
}

void CandidateParserTest::hostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("readable");
    QTest::newRow("open brackets") << QByteArray(2'000'000, '[') << false;
    QTest::newRow("open braces") << QByteArray(2'000'000, '{') << false;
    QTest::newRow("alternating") << QByteArray("[{\"a\":").repeated(300'000) << false;
    QTest::newRow("deep but closed") << QByteArray(900'000, '[') + QByteArray(900'000, ']') << false;
    QTest::newRow("deep object within the limit")
        << QByteArray("{\"a\":").repeated(900) + "1" + QByteArray(900, '}') << false;
    QTest::newRow("quotes") << QByteArray(2'000'000, '"') << false;
    QTest::newRow("fences") << QByteArray("```\n").repeated(300'000) << false;
    QTest::newRow("wide") << "{\"x\":[" + QByteArray("{\"y\":[]},").repeated(200'000) + "{}]}" << false;
    QTest::newRow("a huge title") << "[{\"startSentence\":1,\"title\":\"" + QByteArray(5'000'000, 'x') + "\"}]" << true;
    QTest::newRow("many platforms") << "[{\"startSentence\":1,\"platforms\":[" +
                                           QByteArray("\"a\",").repeated(100'000) + "\"b\"]}]"
                                    << true;
    QTest::newRow("many metrics") << "[{\"startSentence\":1,\"scorecard\":{" + [] {
        QByteArrayList metrics;
        for (int i = 0; i < 50'000; ++i)
            metrics += "\"m" + QByteArray::number(i) + "\":1";
        return metrics.join(',');
    }() + "}}]" << true;
}

void CandidateParserTest::hostileTexts()
{
    QFETCH(const QByteArray, text);
    const auto answer = parseAnswer(text, 0);
    QTEST(answer.has_value(), "readable");
    if (!answer || answer->candidates.isEmpty())
        return;
    const Candidate &candidate = answer->candidates.constFirst();
    QVERIFY(!candidate.platforms || candidate.platforms->size() <= 32);
    QVERIFY(candidate.furtherMetrics.size() <= 32);
}

#include "tst_candidateparser.moc"
