// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/scorecardcodec.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class ScorecardCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelScores_data();
    void modelScores();
    void finished_data();
    void finished();
    void keepsFurtherMetrics();
    void sumAndAverage();
};

void ScorecardCodecTest::modelScores_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<std::optional<int>>("score");

    const auto row = [](const QByteArray &json, std::optional<int> score) {
        QTest::newRow(json.constData()) << json << score;
    };
    row("8", 8);
    row("8.0", 8);
    row("\"8\"", 8);
    row("\" 8 \"", 8);
    row("\"8.0\"", 8);
    row("\"8/10\"", 8);
    row("\"8 / 10\"", 8);
    row("11", 10);
    row("0", 1);
    row("-3", 1);
    row("\"-3\"", 1);
    row("7.5", 8);
    row("7.49", 7);
    row("0.4", 1);
    row("10.5", 10);
    row("1e300", 10);
    row("-1e300", 1);
    row("18446744073709551615", 10);
    row("\"8/5\"", std::nullopt);
    row("\"8/\"", std::nullopt);
    row("\"\"", std::nullopt);
    row("\"high\"", std::nullopt);
    row("\"nan\"", std::nullopt);
    row("\"inf\"", std::nullopt);
    row("\"0x8\"", std::nullopt);
    row("\"8-\"", std::nullopt);
    row("null", std::nullopt);
    row("true", std::nullopt);
    row("[8]", std::nullopt);
    row("{}", std::nullopt);
    row('"' + QByteArray(100'000, '8') + '"', std::nullopt);
}

void ScorecardCodecTest::modelScores()
{
    QFETCH(QByteArray, json);
    QFETCH(std::optional<int>, score);
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    QVERIFY(readScore(document->root()) == score);
}

void ScorecardCodecTest::finished_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("problems");

    const auto row = [](const char *name, const QByteArray &json, const QString &problems) {
        QTest::newRow(name) << json << problems;
    };
    row("right",
        R"({"shareability": 1, "emotionalImpact": 10, "surpriseFactor": 5.0, "rewatchability": 2, "hookStrength": 3})",
        QString());
    row("missing", R"({"shareability": 1, "emotionalImpact": 10, "surpriseFactor": 5, "rewatchability": 2})",
        u"/hookStrength: is missing"_s);
    row("out of range",
        R"({"shareability": 0, "emotionalImpact": 11, "surpriseFactor": 5, "rewatchability": 2, "hookStrength": 3})",
        u"/shareability: must be from 1 to 10\n/emotionalImpact: must be from 1 to 10"_s);
    row("wrong types",
        R"({"shareability": "8", "emotionalImpact": null, "surpriseFactor": 5.5, "rewatchability": [], "hookStrength": true})",
        u"/shareability: must be a whole number, not text\n/emotionalImpact: must be a whole number, not null\n"
        "/surpriseFactor: must be a whole number\n/rewatchability: must be a whole number, not a list\n"
        "/hookStrength: must be a whole number, not true or false"_s);
    row("no object", "[1, 2, 3, 4, 5]", u"must be an object, not a list"_s);
}

void ScorecardCodecTest::finished()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, problems);
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    Problems found;
    const Scorecard scorecard = readScorecard(document->root(), found);
    QCOMPARE(found.text(), problems);
    if (problems.isEmpty())
        QCOMPARE(scorecard.core, (std::array{1, 10, 5, 2, 3}));
}

void ScorecardCodecTest::keepsFurtherMetrics()
{
    const auto document = JsonDocument::parse(
        R"({"novelty": 7.50, "hookStrength": 3, "shareability": 1, "emotionalImpact": 2, "surpriseFactor": 5,
            "rewatchability": 4, "why": { "a" :1 }})");
    QVERIFY(document);
    Problems problems;
    const Scorecard scorecard = readScorecard(document->root(), problems);
    QVERIFY(!problems.hasErrors());
    QCOMPARE(scorecard.score(Metric::HookStrength), 3);
    JsonWriter writer;
    writeScorecard(writer, scorecard);
    QCOMPARE(writer.take(), R"({"shareability":1,"emotionalImpact":2,"surpriseFactor":5,"rewatchability":4,)"
                            R"("hookStrength":3,"novelty":7.50,"why":{ "a" :1 }})"_ba);
}

void ScorecardCodecTest::sumAndAverage()
{
    Scorecard scorecard;
    QCOMPARE(scorecard.sum(), 5);
    scorecard.setScore(Metric::EmotionalImpact, 10);
    QCOMPARE(scorecard.sum(), 14);
    QCOMPARE(scorecard.average(), 2.8);
}

VIRAL_TEST(ScorecardCodecTest)
#include "tst_scorecardcodec.moc"
