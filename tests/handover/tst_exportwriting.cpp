// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handover/exportwriting.h"
#include "tests/exporters/exportsamples.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class ExportWritingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFileGoesWhereItIsNamed();
    void aFolderTakesItUnderItsName();
    void severalMakeTheFolder();
    void aFileInTheWayIsSaid();
    void whatItWasMadeFromStays();
    void longNamesFitIntoFolders();

private:
    QTemporaryDir m_folder;
};

VIRAL_TEST(ExportWritingTest)

void ExportWritingTest::oneFileGoesWhereItIsNamed()
{
    const QString path = m_folder.filePath(u"a.csv"_s);
    const ExportFormat &csv = *exportFormat(u"csv");
    QCOMPARE(writeExported({.files = {{u"Talk.csv"_s, "1"}}}, csv, path).value(), QStringList{path});
    QCOMPARE(writeExported({.files = {{u"Talk.csv"_s, "22"}}}, csv, path).value(), QStringList{path});
    QCOMPARE(QFile(path).size(), 2);
}

void ExportWritingTest::aFolderTakesItUnderItsName()
{
    const auto names = writeExported({.files = {{u"Talk.csv"_s, "1"}}}, *exportFormat(u"csv"), m_folder.path());
    QCOMPARE(names.value(), QStringList{m_folder.filePath(u"Talk.csv"_s)});
}

void ExportWritingTest::severalMakeTheFolder()
{
    const QString folder = m_folder.filePath(u"deep/er"_s);
    // A format with a file for each moment makes a folder for one moment as well.
    QCOMPARE(writeExported({.files = {{u"1.srt"_s, "1"}}}, *exportFormat(u"srt"), folder).value().size(), 1);
    QCOMPARE(
        writeExported({.files = {{u"1.edl"_s, "1"}, {u"2.edl"_s, "2"}}}, *exportFormat(u"edl"), folder).value().size(),
        2);
    QCOMPARE(QDir(folder).entryList(QDir::Files), (QStringList{u"1.edl"_s, u"1.srt"_s, u"2.edl"_s}));
}

void ExportWritingTest::aFileInTheWayIsSaid()
{
    const QString path = m_folder.filePath(u"file"_s);
    QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    const auto names = writeExported({.files = {{u"1.srt"_s, "1"}}}, *exportFormat(u"srt"), path);
    QVERIFY(!names);
    QVERIFY(names.error().message.contains(u"folder"));
    QCOMPARE(names.error().place, path);
}

void ExportWritingTest::whatItWasMadeFromStays()
{
    const QString source = m_folder.filePath(u"Talk.json"_s);
    const QString link = m_folder.filePath(u"link.json"_s);
    QFile file(source);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("the result") == 10);
    file.close();
    QVERIFY(QFile::link(source, link));
    const ExportFormat &json = *exportFormat(u"json");
    const QStringList sources{QString(), source, u"-"_s, m_folder.filePath(u"nowhere.srt"_s)};
    for (const QString &place : {source, link, m_folder.path()}) {
        const auto names = writeExported({.files = {{u"Talk.json"_s, "another"}}}, json, place, sources);
        QVERIFY2(!names, qPrintable(place));
        QCOMPARE(names.error().kind, ErrorKind::Usage);
        QCOMPARE(QFile(source).size(), 10);
    }
    // Nothing at all is written, also of what would have come before.
    const QString folder = m_folder.path();
    QVERIFY(!writeExported({.files = {{u"01.json"_s, "1"}, {u"Talk.json"_s, "2"}}}, json, folder, sources));
    QVERIFY(!QFile::exists(m_folder.filePath(u"01.json"_s)));
    QVERIFY(writeExported({.files = {{u"Other.json"_s, "1"}}}, json, folder, sources));
}

void ExportWritingTest::longNamesFitIntoFolders()
{
    const QString folder = m_folder.filePath(u"long"_s);
    for (const QString &title : {u"あ"_s.repeated(400), u"\U0001F600"_s.repeated(400), u"A"_s.repeated(400)}) {
        const QString name = momentFileName(1, 20'000, title, ".chapters.txt"_L1);
        const auto names = writeExported({.files = {{u".unfinished-"_s + name, "1"}}}, *exportFormat(u"srt"), folder);
        QVERIFY2(names, names ? "" : qPrintable(names.error().text()));
    }
}

#include "tst_exportwriting.moc"
