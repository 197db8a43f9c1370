// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/language.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalises_data();
    void normalises();
    void settles_data();
    void settles();
};

VIRAL_TEST(LanguageTest)

void LanguageTest::normalises_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("language");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("two letters") << u"en"_s << u"en"_s;
    QTest::newRow("region") << u"en-US"_s << u"en"_s;
    QTest::newRow("underscore") << u"en_us"_s << u"en"_s;
    QTest::newRow("three letters") << u"eng"_s << u"en"_s;
    QTest::newRow("Hebrew") << u"heb"_s << u"he"_s;
    QTest::newRow("old Hebrew") << u"iw"_s << u"he"_s;
    QTest::newRow("name") << u"english"_s << u"en"_s;
    QTest::newRow("capital name") << u" Portuguese "_s << u"pt"_s;
    QTest::newRow("other name") << u"Castilian"_s << u"es"_s;
    QTest::newRow("Mandarin") << u"cmn-hans"_s << u"zh"_s;
    QTest::newRow("Cantonese") << u"yue"_s << u"zh"_s;
    QTest::newRow("Bokmal") << u"nb-NO"_s << u"no"_s;
    QTest::newRow("Filipino") << u"fil"_s << u"tl"_s;
    QTest::newRow("bibliographic code") << u"ger"_s << u"de"_s;
    QTest::newRow("unknown") << u"?-?"_s << QString();
    QTest::newRow("undetermined") << u"und"_s << QString();
    QTest::newRow("no language") << u"banana"_s << QString();
}

void LanguageTest::normalises()
{
    QFETCH(const QString, tag);
    QTEST(normalisedLanguage(tag), "language");
}

void LanguageTest::settles_data()
{
    const QString english =
        u"So we opened the bakery in March and nobody came, because it was raining for forty days, and that was it for us."_s;
    const QString german =
        u"Wir haben die Bäckerei im März eröffnet und niemand ist gekommen, weil es nicht aufgehört hat zu "
        "regnen, das war der Anfang."_s;
    const QString japanese = u"今日は量子力学の講義をします。難しいですか？それでは始めましょう。"_s;
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isDropped");
    QTest::addColumn<bool>("isGuessed");
    QTest::newRow("fits") << u"en"_s << english << u"en"_s << false << false;
    QTest::newRow("unlisted Latin language") << u"sw"_s << english << u"sw"_s << false << false;
    QTest::newRow("too short to judge") << u"ja"_s << u"Hello"_s << u"ja"_s << false << false;
    QTest::newRow("contradicts") << u"zh"_s << english << u"en"_s << true << true;
    QTest::newRow("kana is not Chinese") << u"en"_s << japanese << u"ja"_s << true << true;
    QTest::newRow("two scripts") << u"sr"_s << english << u"sr"_s << false << false;
    QTest::newRow("undeclared English") << QString() << english << u"en"_s << false << true;
    QTest::newRow("undeclared German") << QString() << german << u"de"_s << false << true;
    QTest::newRow("undeclared Chinese") << QString() << u"今天我们来讲量子力学的基本概念和历史。"_s << u"zh"_s << false
                                        << true;
    QTest::newRow("undeclared Korean") << QString() << u"오늘은 양자역학 강의를 시작하겠습니다"_s << u"ko"_s << false
                                       << true;
    QTest::newRow("undeclared Hebrew") << QString() << u"היום נדבר על מכניקת הקוונטים"_s << u"he"_s << false << true;
    QTest::newRow("no words known") << QString() << u"lorem ipsum dolor sit amet "_s.repeated(8) << QString() << false
                                    << false;
    QTest::newRow("nothing said") << QString() << QString() << QString() << false << false;
}

void LanguageTest::settles()
{
    QFETCH(const QString, declared);
    QFETCH(const QString, text);
    LanguageEvidence evidence;
    evidence.add(text);
    Repairs repairs;
    QTEST(settledLanguage(declared, evidence, repairs), "language");
    QTEST(repairs.count(Repair::LanguageDropped) == 1, "isDropped");
    QTEST(repairs.count(Repair::LanguageGuessed) == 1, "isGuessed");
}

#include "tst_language.moc"
