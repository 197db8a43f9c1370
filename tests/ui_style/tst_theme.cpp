// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include "tests/support/testregistry.h"
#include "ui/style/metrics.h"
#include "ui/style/oklab.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyle>
#include <QTableWidget>
#include <QTest>
#include <QWidget>

using namespace Viral;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesDarkAndLight();
    void systemFollowsTheDesktop();
    void tellsOnlyOfChanges();
    void distancesAreOnTheGrid();
    void motion();
    void textSize();
    void widgetsFollow();
    void framesOfFieldsAreSeen_data();
    void framesOfFieldsAreSeen();
    void controlsAreEquallyHigh_data();
    void controlsAreEquallyHigh();
    void buttonsHaveRoomAroundTheirWords();
    void chosenRowsAreToldApart_data();
    void chosenRowsAreToldApart();
};

VIRAL_TEST(ThemeTest)

void ThemeTest::choosesDarkAndLight()
{
    Theme theme(*qApp);
    theme.setChoice(ThemeChoice::Dark);
    QCOMPARE(theme.colours(), darkColours());
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkColours().window);
    theme.setChoice(ThemeChoice::Light);
    QCOMPARE(theme.colours(), lightColours());
    QCOMPARE(QApplication::palette().color(QPalette::Base), lightColours().base);
}

void ThemeTest::systemFollowsTheDesktop()
{
    // The offscreen desktop is light.
    Theme theme(*qApp);
    QCOMPARE(theme.choice(), ThemeChoice::System);
    QCOMPARE(theme.colours(), lightColours());
    theme.setChoice(ThemeChoice::Dark);
    theme.setChoice(ThemeChoice::System);
    QCOMPARE(theme.colours(), lightColours());
    QSignalSpy changed(&theme, &Theme::changed);
    QEvent desktop(QEvent::ThemeChange);
    QCoreApplication::sendEvent(qApp, &desktop);
    QCOMPARE(changed.count(), 1);
}

void ThemeTest::tellsOnlyOfChanges()
{
    Theme theme(*qApp);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setChoice(ThemeChoice::System);
    theme.setMotion(Motion::On);
    QCOMPARE(changed.count(), 0);
    theme.setChoice(ThemeChoice::Dark);
    QCOMPARE(changed.count(), 1);
}

void ThemeTest::distancesAreOnTheGrid()
{
    Theme theme(*qApp);
    for (const auto metric : {QStyle::PM_LayoutLeftMargin, QStyle::PM_LayoutVerticalSpacing,
                              QStyle::PM_ToolBarItemSpacing, QStyle::PM_ScrollBarExtent, QStyle::PM_SmallIconSize})
        QCOMPARE(QApplication::style()->pixelMetric(metric) % gridStep, 0);
}

void ThemeTest::motion()
{
    Theme theme(*qApp);
    QWidget widget;
    QCOMPARE(movementTime(&widget), 120);
    theme.setMotion(Motion::Off);
    QCOMPARE(movementTime(&widget), 0);
    theme.setMotion(Motion::On);
    QCOMPARE(movementTime(&widget), 120);
}

void ThemeTest::textSize()
{
    Theme theme(*qApp);
    const double usual = QApplication::font().pointSizeF();
    QWidget plain;
    QWidget large;
    large.setFont(sized(plain.font(), TextSize::Large, TextWeight::Strong));
    const double own = large.font().pointSizeF();
    plain.show();
    large.show();
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setTextSize(150);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(QApplication::font().pointSizeF(), usual * 1.5);
    // The application tells its widgets when the loop comes round.
    QTRY_COMPARE(plain.font().pointSizeF(), usual * 1.5);
    QVERIFY(std::abs(large.font().pointSizeF() - own * 1.5) <= 0.5);
    QCOMPARE(large.font().weight(), QFont::DemiBold);
    // To and fro as often as one likes: nothing drifts.
    for (const int percent : {105, 115, 125, 145, 110, 100})
        theme.setTextSize(percent);
    QTRY_COMPARE(plain.font().pointSizeF(), usual);
    QCOMPARE(large.font().pointSizeF(), own);
    // Beyond what layouts are made for.
    theme.setTextSize(1000);
    QCOMPARE(theme.textSize(), 150);
    theme.setTextSize(-5);
    QCOMPARE(theme.textSize(), 100);
}

void ThemeTest::widgetsFollow()
{
    Theme theme(*qApp);
    QWidget widget;
    theme.setChoice(ThemeChoice::Dark);
    // Qt tells widgets when control returns to the event loop.
    QTRY_COMPARE(coloursFor(widget.palette()), darkColours());
    theme.setChoice(ThemeChoice::Light);
    QTRY_COMPARE(coloursFor(widget.palette()), lightColours());
}

void ThemeTest::framesOfFieldsAreSeen_data()
{
    QTest::addColumn<ThemeChoice>("choice");
    QTest::newRow("dark") << ThemeChoice::Dark;
    QTest::newRow("light") << ThemeChoice::Light;
}

void ThemeTest::framesOfFieldsAreSeen()
{
    QFETCH(const ThemeChoice, choice);
    Theme theme(*qApp);
    theme.setChoice(choice);
    QWidget window;
    const QList<QWidget *> fields{new QLineEdit(&window), new QPlainTextEdit(&window), new QSpinBox(&window)};
    for (QWidget *field : fields) {
        field->setGeometry(10, 10, 120, 60);
        const QImage shown = field->grab().toImage();
        const QColor frame = shown.pixelColor(0, shown.height() / 2);
        QVERIFY2(contrastRatio(frame, theme.colours().window) >= 3, field->metaObject()->className());
        QVERIFY2(contrastRatio(frame, theme.colours().base) >= 3, field->metaObject()->className());
        field->setEnabled(false);
        QVERIFY(field->grab().toImage().pixelColor(0, shown.height() / 2) != frame);
    }
}

void ThemeTest::controlsAreEquallyHigh_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("usual") << 100;
    QTest::newRow("larger") << 125;
    QTest::newRow("largest") << 150;
}

void ThemeTest::controlsAreEquallyHigh()
{
    QFETCH(const int, percent);
    Theme theme(*qApp);
    theme.setTextSize(percent);
    QWidget window;
    QLineEdit line(&window);
    QComboBox choice(&window);
    choice.addItem(QStringLiteral("One"));
    QSpinBox number(&window);
    QPushButton button(QStringLiteral("Do it"), &window);
    const int height = line.sizeHint().height();
    QVERIFY(height >= QFontMetrics(QApplication::font()).height() + gridStep);
    QCOMPARE(height % gridStep, 0);
    QCOMPARE(choice.sizeHint().height(), height);
    QCOMPARE(number.sizeHint().height(), height);
    QCOMPARE(button.sizeHint().height(), height);
}

void ThemeTest::buttonsHaveRoomAroundTheirWords()
{
    Theme theme(*qApp);
    QPushButton button(QStringLiteral("Geschwindigkeitsbegrenzung aufheben"));
    const int words = button.fontMetrics().horizontalAdvance(button.text());
    QVERIFY(button.sizeHint().width() >= words + 4 * gridStep);
}

void ThemeTest::chosenRowsAreToldApart_data()
{
    framesOfFieldsAreSeen_data();
}

void ThemeTest::chosenRowsAreToldApart()
{
    QFETCH(const ThemeChoice, choice);
    Theme theme(*qApp);
    theme.setChoice(choice);
    QTableWidget table(2, 2);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    for (int i = 0; i < 4; ++i)
        table.setItem(i / 2, i % 2, new QTableWidgetItem);
    table.selectRow(1);
    table.resize(300, 200);
    const QImage shown = table.viewport()->grab().toImage();
    const QRect first = table.visualItemRect(table.item(1, 0));
    const QColor mark = shown.pixelColor(first.left() + 1, first.center().y());
    QVERIFY(contrastRatio(mark, theme.colours().base) >= 3);
    // Only at the beginning of the row, and its text stays readable.
    const QRect second = table.visualItemRect(table.item(1, 1));
    const QColor area = shown.pixelColor(second.left() + 1, second.center().y());
    QVERIFY(area != mark);
    QVERIFY(contrastRatio(area, table.palette().color(QPalette::HighlightedText)) >= 4.5);
}

#include "tst_theme.moc"
