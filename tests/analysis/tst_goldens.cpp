// SPDX-License-Identifier: GPL-3.0-or-later
// Each folder of tests/golden/analysis is a case: request.json, the text of each chunk's answer in answers/<chunk>.txt
// with what the service said it used in answers/<chunk>.usage.json, and the result and the funnel that must come of
// them. A chunk without a file has no answer; one whose text cannot be read has failed.
#include "core/analysis/assembly.h"
#include "core/analysis/candidateparser.h"
#include "core/analysis/funnelcodec.h"
#include "core/analysis/usagetotals.h"
#include "core/base/files.h"
#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"

#include "tests/support/testregistry.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Viral;
using namespace Qt::StringLiterals;

class GoldensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();
};

VIRAL_TEST(GoldensTest)

namespace {

constexpr auto layout = JsonWriter::Layout::Indented;

QString folder()
{
    return QStringLiteral(VIRAL_TEST_DATA "/golden/analysis");
}

QByteArray contents(const QString &path)
{
    return readFile(path).value_or(QByteArray());
}

ChunkAnswer answerOf(const QString &path, int chunkIndex)
{
    const auto parsed = parseAnswer(contents(path + u".txt"_s), chunkIndex);
    ChunkAnswer answer = parsed.value_or(ChunkAnswer{.chunkIndex = chunkIndex, .failed = true});
    if (const auto usage = JsonDocument::parse(contents(path + u".usage.json"_s)))
        answer.usage = readServiceUsage(usage->root(), chunkIndex);
    return answer;
}

QList<ChunkAnswer> answersIn(const QString &path, const QList<Chunk> &chunks)
{
    QList<ChunkAnswer> answers;
    for (const Chunk &chunk : chunks) {
        const QString file = path + u"/answers/"_s + QString::number(chunk.index);
        if (QFile::exists(file + u".txt"_s))
            answers.append(answerOf(file, chunk.index));
    }
    return answers;
}

/// What is expected, in the bytes in which the program writes it.
QByteArray expectedResult(const QString &path)
{
    const auto document = JsonDocument::parse(contents(path));
    if (!document)
        return "unreadable: " + document.error().text().toUtf8();
    Problems problems;
    const ServiceResult result = readServiceResult(document->root(), problems);
    return problems.all().isEmpty() ? writeServiceResult(result, layout) : problems.text().toUtf8();
}

QByteArray expectedFunnel(const QString &path)
{
    const auto funnel = parseFunnel(contents(path));
    return funnel ? writeFunnel(*funnel, layout) : "unreadable: " + funnel.error().text().toUtf8();
}

/// The first line that differs, with what was expected there.
QString difference(const QByteArray &actual, const QByteArray &expected)
{
    const QByteArrayList seen = actual.split('\n');
    const QByteArrayList wanted = expected.split('\n');
    for (qsizetype i = 0; i < std::max(seen.size(), wanted.size()); ++i) {
        if (seen.value(i) != wanted.value(i))
            return u"line %1\n  is       %2\n  expected %3"_s.arg(i + 1).arg(QString::fromUtf8(seen.value(i)),
                                                                             QString::fromUtf8(wanted.value(i)));
    }
    return {};
}

} // namespace

void GoldensTest::cases_data()
{
    QTest::addColumn<QString>("path");
    const QStringList names = QDir(folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QVERIFY(names.size() >= 12);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder() + u'/' + name;
}

void GoldensTest::cases()
{
    QFETCH(const QString, path);
    const auto request = parseRequest(contents(path + u"/request.json"_s));
    QVERIFY2(request.has_value(), request ? "" : qPrintable(request.error().text()));
    const auto prices = parsePriceTable(contents(folder() + u"/prices.json"_s));
    QVERIFY(prices.has_value());
    const AnalysisSettings settings = withOptions({.model = u"gpt-4o-mini"_s}, request->options);
    const QList<Chunk> chunks = makeChunks(request->transcript, settings);

    QList<ChunkAnswer> answers = answersIn(path, chunks);
    const AnalysisOutcome outcome = assemble(*request, settings, chunks, answers, *prices);
    const QByteArray result = writeServiceResult(outcome.result, layout);
    const QByteArray funnel = writeFunnel(outcome.funnel, layout);
    const QString wrongResult = difference(result, expectedResult(path + u"/expected.json"_s));
    QVERIFY2(wrongResult.isEmpty(), qPrintable(u"result, "_s + wrongResult));
    const QString wrongFunnel = difference(funnel, expectedFunnel(path + u"/expected.funnel.json"_s));
    QVERIFY2(wrongFunnel.isEmpty(), qPrintable(u"funnel, "_s + wrongFunnel));

    // The same bytes in whatever order the answers came.
    std::reverse(answers.begin(), answers.end());
    const AnalysisOutcome reversed = assemble(*request, settings, chunks, answers, *prices);
    QCOMPARE(writeServiceResult(reversed.result, layout), result);
    QCOMPARE(writeFunnel(reversed.funnel, layout), funnel);
}

#include "tst_goldens.moc"
