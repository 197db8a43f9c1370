// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/dialogsize.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;

// Dialogs grow with their text, but not over the screen.
class DialogSizeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grows_data();
    void grows();
};

VIRAL_TEST(DialogSizeTest)

void DialogSizeTest::grows_data()
{
    QTest::addColumn<int>("textHeight");
    QTest::addColumn<QSize>("room");
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual text") << 17 << QSize(1272, 680) << QSize(760, 520);
    QTest::newRow("small text") << 12 << QSize(1272, 680) << QSize(760, 520);
    QTest::newRow("double text") << 34 << QSize(3840, 2160) << QSize(1520, 1040);
    QTest::newRow("double text on a small screen") << 34 << QSize(1272, 680) << QSize(1272, 680);
    QTest::newRow("no room at all") << 17 << QSize(-8, -40) << QSize(1, 1);
}

void DialogSizeTest::grows()
{
    QFETCH(const int, textHeight);
    QFETCH(const QSize, room);
    QTEST(grownSize({760, 520}, textHeight, room), "size");
}

#include "tst_dialogsize.moc"
