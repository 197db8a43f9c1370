// SPDX-License-Identifier: GPL-3.0-or-later
// Each folder of tests/golden/contract is a case: input.json is read by the codec its name begins with, expected.json
// is what is written again (white space between values apart), problems.txt what is reported on the way.
#include "core/base/files.h"
#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace {

QString folder()
{
    return QStringLiteral(VIRAL_TEST_DATA "/golden/contract");
}

/// The file's bytes, nothing when there is no such file.
QByteArray contents(const QString &path)
{
    return QFile::exists(path) ? *readFile(path) : QByteArray();
}

/// White space outside of texts taken away.
QByteArray compact(const QByteArray &json)
{
    QByteArray bytes;
    bool isInText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"')
            isInText = !isInText;
        if (isInText && c == '\\')
            bytes += json[i++];
        if (isInText || QByteArrayView(" \t\r\n").indexOf(c) < 0)
            bytes += json[i];
    }
    return bytes;
}

QString listed(const Problems &problems)
{
    QString lines;
    for (const Problem &problem : problems.all()) {
        const bool isError = problem.severity == Problem::Severity::Error;
        lines += (isError ? u"error "_s : u"warning "_s) + problem.pointer + u": "_s + problem.message + u'\n';
    }
    return lines;
}

struct Outcome
{
    QString problems;
    QByteArray written;
};

Outcome outcomeOf(const QString &name, const QByteArray &input)
{
    const auto document = JsonDocument::parse(input);
    if (!document)
        return {u"error "_s + document.error().text() + u'\n', {}};
    Problems problems;
    QByteArray written;
    if (name.startsWith(u"request"_s))
        written = writeRequest(readRequest(document->root(), problems), JsonWriter::Layout::Indented);
    else
        written = writeServiceResult(readServiceResult(document->root(), problems), JsonWriter::Layout::Indented);
    return {listed(problems), problems.hasErrors() ? QByteArray() : written};
}

} // namespace

class GoldenContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folders_data();
    void folders();
};

void GoldenContractTest::folders_data()
{
    QTest::addColumn<QString>("name");

    const QStringList names = QDir(folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QVERIFY(names.size() >= 20);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void GoldenContractTest::folders()
{
    QFETCH(QString, name);
    const QString path = folder() + u'/' + name;
    const QByteArray expected = contents(path + u"/expected.json"_s);
    const QString problems = QString::fromUtf8(contents(path + u"/problems.txt"_s));
    QVERIFY2(!expected.isEmpty() || !problems.isEmpty(), "a case needs an expectation");
    const Outcome outcome = outcomeOf(name, contents(path + u"/input.json"_s));
    QCOMPARE(outcome.problems, problems);
    QCOMPARE(compact(outcome.written), compact(expected));
}

VIRAL_TEST(GoldenContractTest)
#include "tst_goldencontract.moc"
