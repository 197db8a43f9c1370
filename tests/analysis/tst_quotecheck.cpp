// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/quotecheck.h"
#include "tests/analysis/transcripts.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// How a quote stands to the words of its clip, and what is different.
class QuoteCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differences_data();
    void differences();
    void states_data();
    void states();
    void longTextsEnd();
};

VIRAL_TEST(QuoteCheckTest)

namespace {

/// "same +added -missing".
QString written(const QList<DiffPiece> &pieces)
{
    QStringList parts;
    for (const DiffPiece &piece : pieces) {
        const QString sign = piece.kind == DiffKind::Same ? u""_s : piece.kind == DiffKind::Added ? u"+"_s : u"-"_s;
        parts.append(sign + u'[' + piece.text + u']');
    }
    return parts.join(u' ');
}

} // namespace

void QuoteCheckTest::differences_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("expected");
    QTest::newRow("equal") << u"We lost it."_s << u"we lost it"_s << u"[We lost it.]"_s;
    QTest::newRow("changed") << u"We lost everything."_s << u"We lost it."_s << u"[We lost] +[everything.] -[it.]"_s;
    QTest::newRow("left out") << u"We it"_s << u"We really lost it"_s << u"[We] -[really lost] [it]"_s;
    QTest::newRow("put in") << u"We really lost it"_s << u"We lost it"_s << u"[We] +[really] [lost it]"_s;
    QTest::newRow("dash alone") << u"We – lost it"_s << u"We lost it"_s << u"[We – lost it]"_s;
    QTest::newRow("japanese") << u"今日は雨。"_s << u"今日は晴れ。"_s << u"[今日は] +[雨。] -[晴れ。]"_s;
    QTest::newRow("nothing quoted") << u""_s << u"a b"_s << u"-[a b]"_s;
    QTest::newRow("nothing said") << u"a b"_s << u""_s << u"+[a b]"_s;
    QTest::newRow("nothing") << u""_s << u""_s << u""_s;
}

void QuoteCheckTest::differences()
{
    QFETCH(QString, quote);
    QFETCH(QString, said);
    QTEST(written(wordDifference(quote, said)), "expected");
}

void QuoteCheckTest::states_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("said");
    QTest::newRow("verbatim") << u"we had no money left"_s << int(QuoteState::Verbatim) << u"We had no money left."_s;
    QTest::newRow("near") << u"we had no cash left at all then"_s << int(QuoteState::Absent)
                          << u"We had no money left."_s;
    QTest::newRow("one slip") << u"The bank called us on a Monday"_s << int(QuoteState::Near)
                              << u"The bank called me on a Monday"_s;
    QTest::newRow("absent") << u"money money money bank"_s << int(QuoteState::Absent) << u"We had no money left."_s;
    QTest::newRow("outside the clip") << u"Nobody knew."_s << int(QuoteState::Absent) << u"We had no money left."_s;
    QTest::newRow("no quote") << u""_s << int(QuoteState::Unknown) << u"We had no money left."_s;
}

void QuoteCheckTest::states()
{
    QFETCH(QString, quote);
    const TranscriptIndex index = ViralTest::TranscriptMaker()
                                      .sentence(u"We had no money left."_s, 0, 5'000)
                                      .sentence(u"The bank called me on a Monday."_s, 5'000, 10'000)
                                      .sentence(u"Nobody knew."_s, 60'000, 62'000)
                                      .index();
    const QuoteCheck check = checkQuote(quote, spanMs(0, 20'000), index);
    QTEST(int(check.state), "state");
    QTEST(check.said.chopped(check.said.endsWith(u"Monday."_s) ? 1 : 0), "said");
    QCOMPARE(check.difference.isEmpty(), check.state == QuoteState::Unknown);
    QCOMPARE(checkQuote(quote, spanMs(30'000, 40'000), index).said, QString());
}

void QuoteCheckTest::longTextsEnd()
{
    const QList<DiffPiece> pieces = wordDifference(u"word "_s.repeated(200'000), u"other "_s.repeated(200'000));
    QCOMPARE(pieces.size(), 2);
    QVERIFY(pieces.constFirst().text.size() < 2'000);
}

#include "tst_quotecheck.moc"
