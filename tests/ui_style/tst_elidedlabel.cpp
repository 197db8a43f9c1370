// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/elidedlabel.h"

#include "tests/support/testregistry.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

using namespace Viral;
using namespace Qt::StringLiterals;

// A line that does not fit is cut with dots, and can be read whole all the same.
class ElidedLabelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesRoomForOthers();
    void tellsWhatWasCut();
};

VIRAL_TEST(ElidedLabelTest)

void ElidedLabelTest::makesRoomForOthers()
{
    QWidget window;
    auto *label = new ElidedLabel;
    label->setText(QString(500, u'n'));
    auto *row = new QHBoxLayout(&window);
    row->addWidget(label);
    QVERIFY(window.minimumSizeHint().width() < 200);
    label->setText(u"n"_s);
    QVERIFY(label->minimumSizeHint().width() < 64);
}

void ElidedLabelTest::tellsWhatWasCut()
{
    ElidedLabel label;
    label.setText(u"A <b>long</b> story"_s);
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
    label.resize(40, 20);
    label.show();
    QVERIFY(label.isElided());
    QHelpEvent asked(QEvent::ToolTip, {5, 5}, label.mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(&label, &asked);
    // As it was written, not as markup.
    QVERIFY2(QToolTip::text().contains(u"&lt;b&gt;long"_s), qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

#include "tst_elidedlabel.moc"
