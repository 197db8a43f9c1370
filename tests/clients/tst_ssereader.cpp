// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/ssereader.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;

class SseReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streams_data();
    void streams();
    void cutAnywhere_data();
    void cutAnywhere();
    void hugeLastLineWithoutEnd();
    void hugeLineInManyPieces();
};

using Events = QList<SseEvent>;
Q_DECLARE_METATYPE(Events)

void SseReaderTest::streams_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Events>("expected");
    QTest::newRow("named") << QByteArray("event: a\ndata: {}\n\n") << Events{{"a", "{}"}};
    QTest::newRow("data alone") << QByteArray("data: x\n\ndata: y\n\n") << Events{{{}, "x"}, {{}, "y"}};
    QTest::newRow("carriage returns") << QByteArray("event: a\rdata: 1\r\rdata: 2\r\n\r\n")
                                      << Events{{"a", "1"}, {{}, "2"}};
    QTest::newRow("no space after the colon") << QByteArray("event:a\ndata:1\n\n") << Events{{"a", "1"}};
    QTest::newRow("only one space goes") << QByteArray("data:  1\n\n") << Events{{{}, " 1"}};
    QTest::newRow("several lines") << QByteArray("data: 1\ndata:\ndata: 3\n\n") << Events{{{}, "1\n\n3"}};
    QTest::newRow("comments and other fields")
        << QByteArray(": ping\n\nid: 7\nretry: 10\nfoo\ndata: 1\n\n") << Events{{{}, "1"}};
    QTest::newRow("name without data") << QByteArray("event: ping\n\ndata: 1\n\n") << Events{{{}, "1"}};
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "data: 1\n\n")
                                     << Events{{{}, "1"}};
    QTest::newRow("last empty line missing") << QByteArray("data: 1\n\ndata: 2") << Events{{{}, "1"}, {{}, "2"}};
    QTest::newRow("empty lines only") << QByteArray("\n\n\r\n\r") << Events{};
    QTest::newRow("nothing") << QByteArray() << Events{};
    QTest::newRow("not a stream") << QByteArray("<html>\n\n<p>data: 1</p>\n") << Events{};
}

void SseReaderTest::streams()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Events, expected);
    SseReader reader;
    Events events = reader.feed(bytes);
    events += reader.finish();
    QCOMPARE(events, expected);
}

void SseReaderTest::cutAnywhere_data()
{
    streams_data();
}

void SseReaderTest::cutAnywhere()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Events, expected);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        SseReader reader;
        Events events = reader.feed(bytes.left(cut));
        events += reader.feed({});
        events += reader.feed(bytes.mid(cut));
        events += reader.finish();
        QCOMPARE(events, expected);
    }
    SseReader byteWise;
    Events events;
    for (const char c : bytes)
        events += byteWise.feed(QByteArray(1, c));
    events += byteWise.finish();
    QCOMPARE(events, expected);
}

void SseReaderTest::hugeLastLineWithoutEnd()
{
    // As large as what the system takes back at once when it is given up.
    const QByteArray text(4 * 1024 * 1024, 'x');
    SseReader reader;
    QVERIFY(reader.feed("data: " + text).isEmpty());
    QCOMPARE(reader.finish(), (Events{{{}, text}}));
}

void SseReaderTest::hugeLineInManyPieces()
{
    SseReader reader;
    QCOMPARE(reader.feed("data: ").size(), 0);
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(reader.feed(QByteArray(100, 'x')).size(), 0);
    const Events events = reader.feed("\n\n");
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.constFirst().data.size(), 1'000'000);
}

VIRAL_TEST(SseReaderTest)
#include "tst_ssereader.moc"
