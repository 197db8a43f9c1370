// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/inputdump.h"

#include "tests/support/testregistry.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

/// Every folder of tests/golden/ingest holds an input and what must be read from it. With VIRAL_WRITE_GOLDEN set the
/// expected files are written anew, for reading through.
class GoldenInputsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsExpected_data();
    void readsAsExpected();
    void survivesCutting_data();
    void survivesCutting();
    void survivesFlippedBytes_data();
    void survivesFlippedBytes();
    void survivesDoubling_data();
    void survivesDoubling();
};

VIRAL_TEST(GoldenInputsTest)

namespace {

QDir goldenFolder()
{
    return QDir(QStringLiteral(VIRAL_TEST_DATA "/golden/ingest"));
}

void addCases()
{
    QTest::addColumn<QString>("inputPath");
    const QStringList cases = goldenFolder().entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QVERIFY(cases.size() >= 15);
    for (const QString &name : cases) {
        const QDir folder(goldenFolder().filePath(name));
        const QStringList inputs = folder.entryList({u"input.*"_s}, QDir::Files);
        QCOMPARE(inputs.size(), 1);
        QTest::newRow(name.toUtf8().constData()) << folder.filePath(inputs.constFirst());
    }
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Reads damaged bytes: either a transcript that keeps its promises, or an error that says what and where.
void verifyReadsOrRefuses(const QByteArray &bytes)
{
    const Result<Input> input = readInput(bytes, u"damaged"_s);
    if (!input) {
        QVERIFY(!input.error().message.isEmpty());
        QVERIFY(!input.error().place.isEmpty());
        QCOMPARE(input.error().kind, ErrorKind::Input);
        return;
    }
    QCOMPARE(brokenPromise(input->request.transcript), QString());
}

} // namespace

void GoldenInputsTest::readsAsExpected_data()
{
    addCases();
}

void GoldenInputsTest::readsAsExpected()
{
    QFETCH(const QString, inputPath);
    const QByteArray bytes = contentOf(inputPath);
    QVERIFY(!bytes.isEmpty());
    const Result<Input> input = readInput(bytes, QString());
    QVERIFY2(input.has_value(), input ? "" : qPrintable(input.error().text()));
    QCOMPARE(brokenPromise(input->request.transcript), QString());

    const QByteArray actual = dumped(*input);
    const QString expectedPath = QFileInfo(inputPath).dir().filePath(u"expected.json"_s);
    if (qEnvironmentVariableIsSet("VIRAL_WRITE_GOLDEN")) {
        QFile file(expectedPath);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(actual);
    }
    const QByteArrayList expectedLines = contentOf(expectedPath).split('\n');
    const QByteArrayList actualLines = actual.split('\n');
    for (qsizetype line = 0; line < std::min(expectedLines.size(), actualLines.size()); ++line)
        QCOMPARE(actualLines.at(line), expectedLines.at(line));
    QCOMPARE(actualLines.size(), expectedLines.size());
}

void GoldenInputsTest::survivesCutting_data()
{
    addCases();
}

void GoldenInputsTest::survivesCutting()
{
    QFETCH(const QString, inputPath);
    const QByteArray bytes = contentOf(inputPath);
    QRandomGenerator random(20240601);
    for (int cut = 0; cut < 50; ++cut)
        verifyReadsOrRefuses(bytes.left(random.bounded(static_cast<int>(bytes.size()))));
}

void GoldenInputsTest::survivesFlippedBytes_data()
{
    addCases();
}

void GoldenInputsTest::survivesFlippedBytes()
{
    QFETCH(const QString, inputPath);
    const QByteArray bytes = contentOf(inputPath);
    QRandomGenerator random(20240602);
    for (int round = 0; round < 50; ++round) {
        QByteArray damaged = bytes;
        for (int flip = 0; flip < 1 + round / 5; ++flip) {
            const int position = random.bounded(static_cast<int>(bytes.size()));
            damaged[position] = static_cast<char>(random.bounded(256));
        }
        verifyReadsOrRefuses(damaged);
    }
}

void GoldenInputsTest::survivesDoubling_data()
{
    addCases();
}

/// The same file pasted behind itself, and its halves swapped.
void GoldenInputsTest::survivesDoubling()
{
    QFETCH(const QString, inputPath);
    const QByteArray bytes = contentOf(inputPath);
    verifyReadsOrRefuses(bytes + bytes);
    verifyReadsOrRefuses(bytes + bytes + bytes + bytes);
    verifyReadsOrRefuses(bytes.mid(bytes.size() / 2) + bytes.left(bytes.size() / 2));
}

#include "tst_goldeninputs.moc"
