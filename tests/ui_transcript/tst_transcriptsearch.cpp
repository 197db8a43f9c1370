// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptsearch.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class TranscriptSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void find_data();
    void find();
    void limit();
};

VIRAL_TEST(TranscriptSearchTest)

void TranscriptSearchTest::find_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("places");
    QTest::newRow("twice in one") << u"so"_s << u"0:0 0:7 1:3"_s;
    QTest::newRow("case does not matter") << u"SO"_s << u"0:0 0:7 1:3"_s;
    QTest::newRow("in a word") << u"öß"_s << u"2:2"_s;
    QTest::newRow("several words") << u"it so"_s << u"0:4"_s;
    QTest::newRow("without overlaps") << u"aa"_s << u"3:0 3:2"_s;
    QTest::newRow("spaces around") << u"  so "_s << u"0:0 0:7 1:3"_s;
    QTest::newRow("only spaces") << u"  "_s << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("not there") << u"never"_s << QString();
    QTest::newRow("other script") << u"كة"_s << u"4:4"_s;
    QTest::newRow("no pattern language") << u".*"_s << QString();
}

void TranscriptSearchTest::find()
{
    QFETCH(const QString, wanted);
    Transcript transcript;
    for (const QString &text : {u"So. It so."_s, u"Al so"_s, u"Größe"_s, u"aaaaa"_s, u"الشركة"_s, QString()})
        transcript.sentences.append({.text = text, .span = {}});
    QStringList places;
    for (const TranscriptMatch &match : findInTranscript(transcript, wanted)) {
        QCOMPARE(match.length, int(wanted.trimmed().size()));
        places.append(u"%1:%2"_s.arg(match.sentence).arg(match.start));
    }
    QTEST(places.join(u' '), "places");
}

void TranscriptSearchTest::limit()
{
    Transcript transcript;
    transcript.sentences.append({.text = QString(1000, u'a'), .span = {}});
    QCOMPARE(findInTranscript(transcript, u"a"_s, 10).size(), std::size_t(10));
    QCOMPARE(findInTranscript(transcript, u"a"_s).size(), std::size_t(1000));
}

#include "tst_transcriptsearch.moc"
