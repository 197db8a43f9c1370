// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rulewords.h"

#include "core/analysis/funnelcodec.h"
#include "core/base/files.h"
#include "tests/support/testregistry.h"

#include <QDirIterator>
#include <QTest>
#include <QTranslator>

using namespace Viral;
using namespace Qt::StringLiterals;

// What the rules say, in the language of the window.
class RuleWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsAreFound_data();
    void partsAreFound();
    void everythingThatTheRulesSayIsKnown();
    void sentencesAreTranslatedWithTheirNumbers();
    void unknownOnesStay();
};

VIRAL_TEST(RuleWordsTest)

namespace {

/// A language in which every sentence is turned round, placeholders and all.
class Mirror final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (qstrcmp(context, "Viral::RuleWords") != 0)
            return {};
        QStringList words = QString::fromUtf8(source).split(u' ');
        std::reverse(words.begin(), words.end());
        return words.join(u' ');
    }
    bool isEmpty() const override { return false; }
};

bool hasWords(const QString &text)
{
    static const QRegularExpression plain(u"^(null|IoU [0-9.]+|-?[0-9 ]+ ms|(start|end)Sentence -?[0-9]+)$"_s);
    return !text.isEmpty() && !plain.match(text).hasMatch();
}

} // namespace

void RuleWordsTest::partsAreFound_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isLike");
    QTest::addColumn<QStringList>("parts");
    const QStringList none;
    QTest::newRow("alike") << u"shortened"_s << u"shortened"_s << true << none;
    QTest::newRow("longer") << u"shortened"_s << u"shortened to 5"_s << false << none;
    QTest::newRow("at the end") << u"dropped: %1"_s << u"dropped: a: b"_s << true << QStringList{u"a: b"_s};
    QTest::newRow("nothing there") << u"dropped: %1"_s << u"dropped: "_s << false << none;
    QTest::newRow("at both ends") << u"%1 of %2"_s << u"3 of 5"_s << true << QStringList{u"3"_s, u"5"_s};
    QTest::newRow("between") << u"a %1 b %2 c"_s << u"a 1 b 2 c"_s << true << QStringList{u"1"_s, u"2"_s};
    QTest::newRow("half of it") << u"a %1 b %2 c"_s << u"a 1 b 2"_s << false << none;
    QTest::newRow("the other way") << u"a %1 b %2 c"_s << u"c 1 b 2 a"_s << false << none;
    QTest::newRow("per cent is no place") << u"90 % of %1"_s << u"90 % of it"_s << true << QStringList{u"it"_s};
    QTest::newRow("nothing") << u"a %1"_s << QString() << false << none;
    QTest::newRow("shorter than its ends") << u"aa%1aa"_s << u"aaa"_s << false << none;
}

void RuleWordsTest::partsAreFound()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, text);
    QFETCH(const bool, isLike);
    const auto parts = partsLike(pattern, text);
    QCOMPARE(parts.has_value(), isLike);
    if (parts)
        QTEST(*parts, "parts");
}

void RuleWordsTest::everythingThatTheRulesSayIsKnown()
{
    QDirIterator files(QStringLiteral(VIRAL_TEST_DATA "/golden/analysis"), {u"*.funnel.json"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    int read = 0;
    QStringList unknown;
    while (files.hasNext()) {
        const Result<Funnel> funnel = parseFunnel(readFile(files.next()).value());
        QVERIFY(funnel);
        for (const FunnelEntry &entry : funnel->entries) {
            QStringList said{entry.reason, entry.measured};
            for (const Adjustment &adjustment : entry.adjustments) {
                said.append(adjustment.why);
                QVERIFY2(RuleWords::what(adjustment) != adjustment.what, qPrintable(adjustment.what));
            }
            for (const QString &text : std::as_const(said)) {
                read += hasWords(text) ? 1 : 0;
                if (hasWords(text) && !RuleWords::isKnown(text))
                    unknown.append(text);
            }
        }
    }
    QVERIFY2(read > 30, qPrintable(QString::number(read)));
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
}

void RuleWordsTest::sentencesAreTranslatedWithTheirNumbers()
{
    Mirror mirror;
    QCoreApplication::installTranslator(&mirror);
    QCOMPARE(RuleWords::translated(u"The moment has no title."_s), u"title. no has moment The"_s);
    QCOMPARE(RuleWords::translated(u"place 12, 9 wanted"_s), u"wanted 9 12, place"_s);
    QCOMPARE(RuleWords::translated(u"Candidate 3 of chunk 7 stays, a better clip of the same stretch."_s),
             u"stretch. same the of clip better a stays, 7 chunk of 3 Candidate"_s);
    // A name is no placeholder, whatever it looks like.
    QCOMPARE(RuleWords::translated(u"unknown, dropped: %2 %1"_s), u"%2 %1 dropped: unknown,"_s);
    QCOMPARE(RuleWords::why({.what = u"copy.twitter"_s, .why = u"shortened to 280 characters"_s}),
             u"characters 280 to shortened"_s);
    QVERIFY(RuleWords::what({.what = u"copy.twitter"_s}).endsWith(u"Post"_s));
    QCoreApplication::removeTranslator(&mirror);
}

void RuleWordsTest::unknownOnesStay()
{
    for (const QString &text : {QString(), u"IoU 0.62"_s, u"94 200 ms"_s, u"A rule of another day."_s}) {
        QCOMPARE(RuleWords::translated(text), text);
        QVERIFY(!RuleWords::isKnown(text));
    }
    QCOMPARE(RuleWords::what({.what = u"something"_s}), u"something"_s);
    QCOMPARE(RuleWords::reason({}), QString());
}

#include "tst_rulewords.moc"
