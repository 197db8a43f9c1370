// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tokenestimate.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// Tokens by script.
class TokenEstimateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void adds();
    void takesAnyText();
};

VIRAL_TEST(TokenEstimateTest)

void TokenEstimateTest::counts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("tokens");
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("one letter") << u"a"_s << 1;
    QTest::newRow("four letters") << u"abcd"_s << 1;
    QTest::newRow("five letters") << u"abcde"_s << 2;
    QTest::newRow("accents") << u"äöüß"_s << 1;
    QTest::newRow("seven Cyrillic letters") << u"деньгив"_s << 2;
    QTest::newRow("three Arabic letters") << u"كتب"_s << 1;
    QTest::newRow("three Hangul syllables") << u"한국말"_s << 2;
    QTest::newRow("six kana and kanji") << u"これは日本語"_s << 5;
    QTest::newRow("five digits") << u"12345"_s << 2;
    QTest::newRow("a picture") << u"😀"_s << 1;
}

void TokenEstimateTest::counts()
{
    QFETCH(const QString, text);
    QFETCH(const int, tokens);
    QCOMPARE(estimateTokens(text), tokens);
}

void TokenEstimateTest::adds()
{
    const QString text = u"Words and 12 numbers, слова и 数."_s;
    QString many;
    for (int i = 0; i < 1000; ++i)
        many += text;
    const std::int64_t once = estimateTokens(text);
    QVERIFY(estimateTokens(many) > (once - 1) * 1000);
    QVERIFY(estimateTokens(many) <= once * 1000);
}

void TokenEstimateTest::takesAnyText()
{
    const QString lone = QString(QChar(0xD800)) + QChar(0xDC00 + 0x3FF) + QChar(0xD800);
    QVERIFY(estimateTokens(lone) > 0);
    QVERIFY(estimateTokens(QString(10, QChar(0))) > 0);
}

#include "tst_tokenestimate.moc"
