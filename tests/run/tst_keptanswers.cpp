// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/keptanswers.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What kept answers are good for.
class KeptAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void use_data();
    void use();
    void storedMarks_data();
    void storedMarks();
    void usageIsRead();
};

VIRAL_TEST(KeptAnswersTest)

void KeptAnswersTest::use_data()
{
    using Kind = KeptUse::Kind;
    // Answers as "text/end reason"; anything but JSON is unreadable.
    QTest::addColumn<QStringList>("answers");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("paid");
    QTest::newRow("none") << QStringList{} << Kind::Nothing << QString() << 0;
    QTest::newRow("one") << QStringList{u"[1]/completed"_s} << Kind::Answer << u"[1]"_s << 1;
    QTest::newRow("unreadable first") << QStringList{u"x/completed"_s, u"[1]/completed"_s} << Kind::Answer << u"[1]"_s
                                      << 2;
    QTest::newRow("the later counts") << QStringList{u"[1]/completed"_s, u"[2]/completed"_s} << Kind::Answer << u"[2]"_s
                                      << 1;
    QTest::newRow("later ones in vain") << QStringList{u"[1]/completed"_s, u"x/completed"_s} << Kind::Answer << u"[1]"_s
                                        << 1;
    QTest::newRow("only unreadable") << QStringList{u"x/completed"_s, u"y/stop"_s} << Kind::Nothing << QString() << 2;
    QTest::newRow("cut") << QStringList{u"[1]/max_output_tokens"_s} << Kind::Cut << QString() << 1;
    QTest::newRow("cut in chat") << QStringList{u"[1]/length"_s} << Kind::Cut << QString() << 1;
    QTest::newRow("cut, then whole") << QStringList{u"[1]/length"_s, u"[2]/stop"_s} << Kind::Answer << u"[2]"_s << 2;
    QTest::newRow("empty") << QStringList{u"/empty"_s} << Kind::Cut << QString() << 1;
    QTest::newRow("refusal") << QStringList{u"No./refusal"_s} << Kind::Refusal << u"No."_s << 1;
    QTest::newRow("filtered") << QStringList{u"/content_filter"_s} << Kind::Filtered << QString() << 1;
    QTest::newRow("whole, then refused anew")
        << QStringList{u"[1]/completed"_s, u"No./refusal"_s} << Kind::Refusal << u"No."_s << 1;
}

void KeptAnswersTest::use()
{
    QFETCH(const QStringList, answers);
    QFETCH(const KeptUse::Kind, kind);
    QFETCH(const QString, text);
    QFETCH(const int, paid);
    QList<StoredAnswer> stored;
    for (const QString &answer : answers)
        stored.append({.text = answer.section(u'/', 0, 0), .endReason = answer.section(u'/', 1)});
    const KeptUse use = useOf(stored, holdsJson);
    QCOMPARE(use.kind, kind);
    QCOMPARE(QString::fromUtf8(use.text), text);
    QCOMPARE(use.paid.size(), paid);
}

void KeptAnswersTest::storedMarks_data()
{
    using Kind = OpenAiReply::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("kept");
    QTest::newRow("answer") << Kind::Answer << u"completed"_s << u"completed"_s;
    QTest::newRow("refusal") << Kind::Refusal << u"completed"_s << u"refusal"_s;
    QTest::newRow("filter") << Kind::ContentFilter << u"content_filter"_s << u"content_filter"_s;
    QTest::newRow("cut") << Kind::Truncated << u"max_output_tokens"_s << u"max_output_tokens"_s;
    QTest::newRow("empty") << Kind::Empty << u"completed"_s << u"empty"_s;
}

void KeptAnswersTest::storedMarks()
{
    QFETCH(const OpenAiReply::Kind, kind);
    QFETCH(const QString, reason);
    QFETCH(const QString, kept);
    const StoredAnswer answer =
        storedAnswer({.kind = kind, .text = "täxt", .usage = "{}", .model = u"m"_s, .endReason = reason}, 12ms);
    QCOMPARE(answer.endReason, kept);
    QCOMPARE(answer.text, u"täxt"_s);
    QCOMPARE(answer.model, u"m"_s);
    QCOMPARE(answer.responseTime, std::optional<Milliseconds>(12ms));
}

void KeptAnswersTest::usageIsRead()
{
    const StoredAnswer answer{.usage = R"({"prompt_tokens":5,"completion_tokens":7})", .responseTime = 40ms};
    const ChunkUsage usage = usageOf(answer, 3);
    QCOMPARE(usage.chunkIndex, 3);
    QCOMPARE(tokenCount(usage.counts, u"input_tokens"), 5);
    QCOMPARE(tokenCount(usage.counts, u"output_tokens"), 7);
    QCOMPARE(usage.responseTime, std::optional<Milliseconds>(40ms));
    // Without any, the time alone remains.
    for (const char *nothing : {"", "null", "[]", "nonsense"}) {
        const ChunkUsage empty = usageOf({.usage = nothing, .responseTime = 40ms}, 1);
        QVERIFY(empty.counts.isEmpty());
        QCOMPARE(empty.responseTime, std::optional<Milliseconds>(40ms));
    }
}

#include "tst_keptanswers.moc"
