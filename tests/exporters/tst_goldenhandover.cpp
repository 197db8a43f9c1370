// SPDX-License-Identifier: GPL-3.0-or-later
// Each folder of tests/golden/exporters is a case: what input.json asks for (goldencase.h) must give the files in
// expected/, byte for byte, and the sentences in warnings.txt.
#include "core/base/files.h"
#include "tests/exporters/goldencase.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class GoldenHandOverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folders_data();
    void folders();
};

VIRAL_TEST(GoldenHandOverTest)

namespace {

QString folder()
{
    return QStringLiteral(VIRAL_TEST_DATA "/golden/exporters");
}

QByteArray contents(const QString &path)
{
    return readFile(path).value_or(QByteArray());
}

} // namespace

void GoldenHandOverTest::folders_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = QDir(folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QVERIFY(names.size() >= 12);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void GoldenHandOverTest::folders()
{
    QFETCH(QString, name);
    const QString path = folder() + u'/' + name;
    const auto golden = readGoldenCase(contents(path + u"/input.json"_s));
    QVERIFY2(golden, qPrintable(golden ? QString() : golden.error().text()));
    const ExportFormat *format = exportFormat(golden->format);
    QVERIFY(format);
    const auto made = exportSelects(*format, golden->selects, golden->options);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().text()));
    QStringList names;
    for (const ExportedFile &file : made->files) {
        names.append(file.name);
        QCOMPARE(QString::fromUtf8(file.bytes), QString::fromUtf8(contents(path + u"/expected/"_s + file.name)));
    }
    names.sort();
    QCOMPARE(names, QDir(path + u"/expected"_s).entryList(QDir::Files, QDir::Name));
    QCOMPARE(made->warnings.join(u'\n'), QString::fromUtf8(contents(path + u"/warnings.txt"_s)).trimmed());
}

#include "tst_goldenhandover.moc"
