// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/textline.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// In which direction a text is written, wherever it stands.
class TextLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownDirection_data();
    void ownDirection();
};

VIRAL_TEST(TextLineTest)

void TextLineTest::ownDirection_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Qt::LayoutDirection>("window");
    QTest::addColumn<bool>("isMarked");

    QTest::newRow("english in an english window") << u"3 chunks · 0:08–0:47"_s << Qt::LeftToRight << false;
    QTest::newRow("english in a mirrored window") << u"3 chunks · 0:08–0:47"_s << Qt::RightToLeft << true;
    QTest::newRow("times alone") << u"1:17–2:24"_s << Qt::RightToLeft << true;
    QTest::newRow("arabic in a mirrored window") << u"لماذا 3"_s << Qt::RightToLeft << false;
    QTest::newRow("arabic in an english window") << u"لماذا 3"_s << Qt::LeftToRight << false;
    QTest::newRow("hebrew behind a number") << u"3 למה"_s << Qt::RightToLeft << false;
    QTest::newRow("nothing") << QString() << Qt::RightToLeft << false;
}

void TextLineTest::ownDirection()
{
    QFETCH(const QString, text);
    QFETCH(const Qt::LayoutDirection, window);
    QFETCH(const bool, isMarked);
    const QString written = inOwnDirection(text, window);
    QCOMPARE(written, isMarked ? QChar(0x202A) + text : text);
}

#include "tst_textline.moc"
