// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/httpbody.h"
#include "core/service/samebytes.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// Requests as bytes: heads read strictly, bodies in pieces of any size.
class HttpHeadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heads_data();
    void heads();
    void refusedHeads_data();
    void refusedHeads();
    void headersAreFound();
    void bodies_data();
    void bodies();
    void refusedBodies_data();
    void refusedBodies();
    void bodiesAreNotHeldTwice();
    void secrets();
};

VIRAL_TEST(HttpHeadTest)

namespace {

HttpHead chunked()
{
    return {.method = "POST", .target = "/", .isChunked = true};
}

HttpHead ofLength(qint64 length)
{
    return {.method = "POST", .target = "/", .length = length, .hasLength = true};
}

/// Gives \a bytes to \a body in pieces of \a size; returns what is left over.
QByteArray feed(HttpBody &body, const QByteArray &bytes, qsizetype size)
{
    QByteArray waiting;
    for (qsizetype from = 0; from < bytes.size(); from += size) {
        waiting += bytes.mid(from, size);
        waiting.remove(0, body.take(waiting));
    }
    return waiting;
}

} // namespace

void HttpHeadTest::heads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<qint64>("length");
    QTest::addColumn<QByteArray>("flags"); // Chunked, cLoses, Expects leave
    QTest::newRow("plain") << QByteArray("GET /a?b=c HTTP/1.1\r\nHost: x") << QByteArray("/a?b=c") << qint64(0)
                           << QByteArray();
    QTest::newRow("no header") << QByteArray("GET / HTTP/1.1") << QByteArray("/") << qint64(0) << QByteArray();
    QTest::newRow("length") << QByteArray("POST / HTTP/1.1\r\ncontent-LENGTH:  7 ") << QByteArray("/") << qint64(7)
                            << QByteArray();
    QTest::newRow("length twice") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 7\r\nContent-Length: 7")
                                  << QByteArray("/") << qint64(7) << QByteArray();
    QTest::newRow("chunked") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: Chunked") << QByteArray("/")
                             << qint64(0) << QByteArray("C");
    QTest::newRow("close") << QByteArray("GET / HTTP/1.1\r\nConnection: TE, Close") << QByteArray("/") << qint64(0)
                           << QByteArray("L");
    QTest::newRow("keep-alive") << QByteArray("GET / HTTP/1.1\r\nConnection: keep-alive") << QByteArray("/")
                                << qint64(0) << QByteArray();
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0") << QByteArray("/") << qint64(0) << QByteArray("L");
    QTest::newRow("expects") << QByteArray("POST / HTTP/1.1\r\nExpect: 100-Continue\r\nContent-Length: 1")
                             << QByteArray("/") << qint64(1) << QByteArray("E");
    QTest::newRow("another alphabet") << QByteArray("GET /\xc3\xa4 HTTP/1.1\r\nX: \xc3\xa4\t.")
                                      << QByteArray("/\xc3\xa4") << qint64(0) << QByteArray();
    QTest::newRow("empty value") << QByteArray("GET / HTTP/1.1\r\nX:") << QByteArray("/") << qint64(0) << QByteArray();
}

void HttpHeadTest::heads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, target);
    QFETCH(const qint64, length);
    QFETCH(const QByteArray, flags);
    const auto head = readHttpHead(text);
    QVERIFY(head);
    QCOMPARE(head->target, target);
    QCOMPARE(head->length, length);
    QCOMPARE(head->isChunked, flags.contains('C'));
    QCOMPARE(head->closes, flags.contains('L'));
    QCOMPARE(head->wantsLeave, flags.contains('E'));
}

void HttpHeadTest::refusedHeads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    const QByteArray post = "POST / HTTP/1.1\r\n";
    QTest::newRow("nothing") << QByteArray() << 400;
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02") << 400;
    QTest::newRow("one word") << QByteArray("GET") << 400;
    QTest::newRow("two words") << QByteArray("GET /") << 400;
    QTest::newRow("four words") << QByteArray("GET / x HTTP/1.1") << 400;
    QTest::newRow("two spaces") << QByteArray("GET  / HTTP/1.1") << 400;
    QTest::newRow("tab") << QByteArray("GET\t/\tHTTP/1.1") << 400;
    QTest::newRow("no path") << QByteArray("GET x HTTP/1.1") << 400;
    QTest::newRow("whole address") << QByteArray("GET http://x/ HTTP/1.1") << 400;
    QTest::newRow("star") << QByteArray("OPTIONS * HTTP/1.1") << 400;
    QTest::newRow("odd method") << QByteArray("G(T / HTTP/1.1") << 400;
    QTest::newRow("NUL in the path") << QByteArray("GET /a\0b HTTP/1.1", 17) << 400;
    QTest::newRow("bare LF") << QByteArray("GET / HTTP/1.1\nHost: x") << 400;
    QTest::newRow("no HTTP") << QByteArray("GET / FTP/1.1") << 400;
    QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0") << 400;
    QTest::newRow("version of tomorrow") << QByteArray("GET / HTTP/1.2") << 505;
    QTest::newRow("no colon") << QByteArray(post + "Host") << 400;
    QTest::newRow("no name") << QByteArray(post + ": x") << 400;
    QTest::newRow("space in the name") << QByteArray(post + "Content-Length : 1") << 400;
    QTest::newRow("folded") << QByteArray(post + "X: a\r\n b") << 400;
    QTest::newRow("LF in a value") << QByteArray(post + "X: a\nContent-Length: 5") << 400;
    QTest::newRow("CR in a value") << QByteArray(post + "X: a\rContent-Length: 5") << 400;
    QTest::newRow("NUL in a value") << QByteArray(post + QByteArray("X: a\0b", 6)) << 400;
    QTest::newRow("two hosts") << QByteArray(post + "Host: a\r\nHost: b") << 400;
    QTest::newRow("negative length") << QByteArray(post + "Content-Length: -1") << 400;
    QTest::newRow("signed length") << QByteArray(post + "Content-Length: +1") << 400;
    QTest::newRow("length in hex") << QByteArray(post + "Content-Length: 0x10") << 400;
    QTest::newRow("length with a point") << QByteArray(post + "Content-Length: 1.0") << 400;
    QTest::newRow("empty length") << QByteArray(post + "Content-Length:") << 400;
    QTest::newRow("list of lengths") << QByteArray(post + "Content-Length: 5, 5") << 400;
    QTest::newRow("endless length") << QByteArray(post + "Content-Length: 99999999999999999999999") << 400;
    QTest::newRow("two lengths") << QByteArray(post + "Content-Length: 1\r\nContent-Length: 2") << 400;
    QTest::newRow("length and chunks") << QByteArray(post + "Content-Length: 1\r\nTransfer-Encoding: chunked") << 400;
    QTest::newRow("chunked twice") << QByteArray(post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked")
                                   << 400;
    QTest::newRow("zipped chunks") << QByteArray(post + "Transfer-Encoding: gzip, chunked") << 501;
    QTest::newRow("chunks of old") << QByteArray("POST / HTTP/1.0\r\nTransfer-Encoding: chunked") << 400;
    QTest::newRow("other expectation") << QByteArray(post + "Expect: 200-ok") << 417;
    QTest::newRow("too many headers") << QByteArray(post + QByteArray("X: y\r\n").repeated(mostHttpHeaders) + "X: y")
                                      << 431;
}

void HttpHeadTest::refusedHeads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, status);
    const auto head = readHttpHead(text);
    QVERIFY(!head);
    QCOMPARE(head.error(), status);
    QVERIFY(httpReason(status) != httpReason(0));
}

void HttpHeadTest::headersAreFound()
{
    const auto head = readHttpHead("GET / HTTP/1.1\r\nX-One: a\r\nx-one: b\r\nHOST: h:1");
    QVERIFY(head);
    QCOMPARE(head->header("x-one"), QByteArray("a"));
    QCOMPARE(head->header("host"), QByteArray("h:1"));
    QVERIFY(head->header("x-two").isNull());
}

void HttpHeadTest::bodies_data()
{
    QTest::addColumn<HttpHead>("head");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("none") << HttpHead{} << QByteArray("GET /") << QByteArray() << QByteArray("GET /");
    QTest::newRow("length 0") << ofLength(0) << QByteArray("x") << QByteArray() << QByteArray("x");
    QTest::newRow("length") << ofLength(3) << QByteArray("abcGET /") << QByteArray("abc") << QByteArray("GET /");
    QTest::newRow("chunks") << chunked() << QByteArray("3\r\nabc\r\n1\r\nd\r\n0\r\n\r\nGET /") << QByteArray("abcd")
                            << QByteArray("GET /");
    QTest::newRow("no chunk") << chunked() << QByteArray("0\r\n\r\n") << QByteArray() << QByteArray();
    QTest::newRow("hex") << chunked() << QByteArray("00A\r\n0123456789\r\n0\r\n\r\n") << QByteArray("0123456789")
                         << QByteArray();
    QTest::newRow("extension") << chunked() << QByteArray("1 ;a=\"b\"\r\nx\r\n0;z\r\n\r\n") << QByteArray("x")
                               << QByteArray();
    QTest::newRow("trailer") << chunked() << QByteArray("1\r\nx\r\n0\r\nA: b\r\nC: d\r\n\r\ny") << QByteArray("x")
                             << QByteArray("y");
    QTest::newRow("line breaks in it") << chunked() << QByteArray("4\r\n\r\n\r\n\r\n0\r\n\r\n")
                                       << QByteArray("\r\n\r\n") << QByteArray();
}

void HttpHeadTest::bodies()
{
    QFETCH(const HttpHead, head);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, left);
    for (const qsizetype size : {qsizetype(1), qsizetype(2), qsizetype(5), bytes.size()}) {
        HttpBody body(head, 100);
        QCOMPARE(feed(body, bytes, size), left);
        QVERIFY(body.isComplete());
        QCOMPARE(body.refusal(), 0);
        QCOMPARE(body.content(), content);
    }
}

void HttpHeadTest::refusedBodies_data()
{
    QTest::addColumn<HttpHead>("head");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("too long") << ofLength(101) << QByteArray() << 413;
    QTest::newRow("chunk too long") << chunked() << QByteArray("65\r\n") << 413;
    QTest::newRow("chunks too long") << chunked() << QByteArray("64\r\n" + QByteArray(100, 'x') + "\r\n1\r\n") << 413;
    QTest::newRow("enormous chunk") << chunked() << QByteArray("7fffffffffffff\r\n") << 413;
    QTest::newRow("beyond numbers") << chunked() << QByteArray("ffffffffffffffff\r\n") << 400;
    QTest::newRow("no size") << chunked() << QByteArray("\r\n") << 400;
    QTest::newRow("negative size") << chunked() << QByteArray("-1\r\n") << 400;
    QTest::newRow("prefix") << chunked() << QByteArray("0x1\r\n") << 400;
    QTest::newRow("bare LF") << chunked() << QByteArray("1\nx") << 400;
    QTest::newRow("endless size line") << chunked() << QByteArray("1;" + QByteArray(300, 'a')) << 400;
    QTest::newRow("chunk longer than said") << chunked() << QByteArray("1\r\nxy\r\n") << 400;
    QTest::newRow("no end of a chunk") << chunked() << QByteArray("1\r\nx0\r\n\r\n") << 400;
    QTest::newRow("endless trailer") << chunked() << QByteArray("0\r\n" + QByteArray("A: b\r\n").repeated(1000)) << 400;
    QTest::newRow("endless trailer line") << chunked() << QByteArray("0\r\n" + QByteArray(5000, 'a')) << 400;
}

void HttpHeadTest::refusedBodies()
{
    QFETCH(const HttpHead, head);
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    for (const qsizetype size : {qsizetype(1), qsizetype(7), qsizetype(100'000)}) {
        HttpBody body(head, 100);
        feed(body, bytes, size);
        QVERIFY(!body.isComplete());
        QCOMPARE(body.refusal(), status);
        QVERIFY(body.content().isEmpty());
        QCOMPARE(body.take("more"), 0);
    }
}

void HttpHeadTest::bodiesAreNotHeldTwice()
{
    HttpBody body(ofLength(3), 100);
    feed(body, "abc", 3);
    QCOMPARE(body.takeContent(), QByteArray("abc"));
    QVERIFY(body.content().isEmpty());
    QVERIFY(body.isComplete());
}

void HttpHeadTest::secrets()
{
    const Secret secret(u"gehe\u00efm"_s);
    QVERIFY(isSameSecret(QByteArray("gehe\xc3\xafm"), secret));
    for (const QByteArray &wrong :
         {QByteArray(), QByteArray("gehe"), QByteArray("gehe\xc3\xafm "), QByteArray("GEHE\xc3\xafM")})
        QVERIFY(!isSameSecret(wrong, secret));
    QVERIFY(isSameSecret(QByteArray(), Secret()));
    QVERIFY(isSameSecret(QByteArray("a\0b", 3), QByteArray("a\0b", 3)));
    QVERIFY(!isSameSecret(QByteArray("a\0b", 3), QByteArray("a\0c", 3)));
}

#include "tst_httphead.moc"
