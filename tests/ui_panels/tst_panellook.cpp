// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/panels/copypanel.h"
#include "ui/panels/emptywords.h"
#include "ui/panels/figuretable.h"
#include "ui/panels/funnelpanel.h"
#include "ui/panels/growingedit.h"
#include "ui/panels/messagespanel.h"
#include "ui/panels/scorespanel.h"
#include "ui/panels/tablelook.h"
#include "ui/panels/wordspanel.h"
#include "ui/style/metrics.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace Viral;
using namespace Qt::StringLiterals;

// What gives way where there is little room or large text, and what is said where there is nothing.
class PanelLookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsGrowWithTheirText();
    void fieldsGrowWhenTheyAreNarrowed();
    void longTextsScroll();
    void rowsFollowTheSizeOfText();
    void figuresBecomeSmallerBeforeTheyAreCut();
    void numbersGiveWayToTitles();
    void wholeMessageStandsBesideAFlatList();
    void sayWhyThereIsNoMoment_data();
    void sayWhyThereIsNoMoment();
    void whatIsSaidIsReadEasily();
};

VIRAL_TEST(PanelLookTest)

namespace {

/// A field above room that nobody needs.
struct Page : QWidget
{
    Page(int leastLines, int mostLines)
        : edit(leastLines, mostLines, this)
    {
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(&edit);
        layout->addStretch();
        resize(300, 600);
        show();
    }

    GrowingEdit edit;
};

int linesOf(const GrowingEdit &edit)
{
    const double text = edit.height() - 2 * edit.frameWidth() - 2 * edit.document()->documentMargin();
    return static_cast<int>(text / edit.fontMetrics().lineSpacing());
}

QFont larger(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 1.5);
    return font;
}

QString shownText(const QWidget &panel)
{
    QStringList texts;
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

} // namespace

void PanelLookTest::fieldsGrowWithTheirText()
{
    Page page(2, 6);
    QCOMPARE(linesOf(page.edit), 2);
    QCOMPARE(page.edit.height() % gridStep, 0);
    page.edit.setPlainText(u"one\ntwo\nthree\nfour"_s);
    QTRY_COMPARE(linesOf(page.edit), 4);
    QVERIFY(!page.edit.verticalScrollBar()->isVisible());
    page.edit.setPlainText(u"one"_s);
    QTRY_COMPARE(linesOf(page.edit), 2);
}

void PanelLookTest::fieldsGrowWhenTheyAreNarrowed()
{
    Page page(1, 20);
    page.edit.setPlainText(u"a field of so many words that they need some lines when there is less room for them"_s);
    page.resize(1200, 600);
    QTRY_COMPARE(linesOf(page.edit), 1);
    page.resize(200, 600);
    QTRY_VERIFY(linesOf(page.edit) > 2);
    const int narrow = page.edit.height();
    page.edit.setFont(larger(page.edit.font()));
    QTRY_VERIFY(page.edit.height() > narrow);
    // No line is cut, whatever letters it has.
    const int before = page.edit.height();
    page.edit.setPlainText(u"三時間 لماذا "_s + page.edit.toPlainText());
    QTRY_VERIFY(page.edit.height() >= before);
    QCOMPARE(page.edit.verticalScrollBar()->maximum(), 0);
}

void PanelLookTest::longTextsScroll()
{
    Page page(1, 3);
    page.edit.setPlainText(QString(u"line\n"_s).repeated(1000));
    QTRY_COMPARE(linesOf(page.edit), 3);
    QTRY_VERIFY(page.edit.verticalScrollBar()->isVisible());
    page.edit.setPlainText(u"line"_s);
    QTRY_VERIFY(!page.edit.verticalScrollBar()->isVisible());
}

void PanelLookTest::rowsFollowTheSizeOfText()
{
    QStandardItemModel model(3, 2);
    QTableView table;
    table.setModel(&model);
    dressTable(table);
    QCOMPARE(table.verticalHeader()->defaultSectionSize(), rowHeight);
    QFont font = table.font();
    font.setPointSizeF(30);
    table.setFont(font);
    QVERIFY(table.verticalHeader()->defaultSectionSize() >= table.fontMetrics().lineSpacing() + normalGap);
    QTableView twoLines;
    twoLines.setModel(&model);
    dressTable(twoLines, 2);
    QVERIFY(twoLines.verticalHeader()->defaultSectionSize() >= 2 * twoLines.fontMetrics().lineSpacing());
}

void PanelLookTest::figuresBecomeSmallerBeforeTheyAreCut()
{
    // Inside a scroll area a page may be narrower than it would like to be.
    QWidget page;
    FigureTable table(u"Billed"_s, &page);
    table.setLines({{.cells = {u"Input"_s, u"1,000,000"_s, u"× $0.075"_s, u"$0.000540"_s}},
                    {.cells = {u"Total"_s, {}, {}, u"$0.000540"_s}, .isSum = true}});
    page.resize(800, 300);
    table.resize(600, 200);
    page.show();
    const auto size = [&table] { return table.findChildren<QLabel *>().at(2)->font().pointSizeF(); };
    const double normal = size();
    table.resize(table.minimumSizeHint().width(), 200);
    QVERIFY(size() < normal);
    for (const QLabel *label : table.findChildren<QLabel *>())
        QVERIFY(label->wordWrap() || label->width() >= label->fontMetrics().horizontalAdvance(label->text()));
    table.resize(600, 200);
    QCOMPARE(size(), normal);
}

void PanelLookTest::numbersGiveWayToTitles()
{
    MemoryJournal journal;
    SystemClock clock;
    ReviewDocument document(journal, clock);
    FunnelPanel panel(document);
    Work work = ViralTest::evenWork(2);
    work.outcome.funnel.entries = {{.number = 0, .candidate = {.title = u"Kept"_s}, .proposed = spanMs(0, 50'000)}};
    panel.resize(60 * panel.fontMetrics().height(), 600);
    panel.show();
    document.open(work);
    auto *table = panel.findChild<QTableView *>();
    QVERIFY(!table->isColumnHidden(FunnelModel::NumberColumn));
    QVERIFY(!table->isColumnHidden(FunnelModel::TimeColumn));
    panel.resize(20 * panel.fontMetrics().height(), 600);
    QTRY_VERIFY(table->isColumnHidden(FunnelModel::NumberColumn));
    // The time stands below the end of the candidate then.
    QVERIFY(table->isColumnHidden(FunnelModel::TimeColumn));
    const QRect stage = table->visualRect(table->model()->index(0, FunnelModel::StageColumn));
    QStyleOptionViewItem option;
    option.font = table->font();
    option.fontMetrics = table->fontMetrics();
    option.rect = stage;
    const QSize wanted = table->itemDelegateForColumn(FunnelModel::StageColumn)
                             ->sizeHint(option, table->model()->index(0, FunnelModel::StageColumn));
    QVERIFY(wanted.height() >= 2 * table->fontMetrics().height());
}

void PanelLookTest::wholeMessageStandsBesideAFlatList()
{
    MessageModel messages;
    messages.add({.text = u"Something is missing"_s, .whatToDo = u"Look for it"_s});
    MessagesPanel panel(messages);
    panel.resize(1280, 240);
    panel.show();
    panel.begin();
    auto *table = panel.findChild<QTableView *>();
    auto *text = panel.findChild<QScrollArea *>();
    const auto left = [&panel](const QWidget *widget) { return widget->mapTo(&panel, QPoint()).x(); };
    QVERIFY(left(text) > left(table) + table->width());
    panel.resize(500, 500);
    QTRY_VERIFY(left(text) < left(table) + table->width());
}

void PanelLookTest::sayWhyThereIsNoMoment_data()
{
    QTest::addColumn<int>("moments");
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<bool>("isLive");
    QTest::addColumn<QString>("said");

    QTest::newRow("nothing open") << 0 << false << false << u"Nothing is open."_s;
    QTest::newRow("waiting") << 0 << true << true << u"The run goes on."_s;
    QTest::newRow("none there") << 0 << true << false << u"“Find moments” looks for some."_s;
    QTest::newRow("none chosen") << 2 << true << false << u"Choose a moment"_s;
}

void PanelLookTest::sayWhyThereIsNoMoment()
{
    QFETCH(const int, moments);
    QFETCH(const bool, isOpen);
    QFETCH(const bool, isLive);
    QFETCH(const QString, said);
    MemoryJournal journal;
    SystemClock clock;
    ReviewDocument document(journal, clock);
    ScoresPanel scores(document);
    CopyPanel posts(document);
    WordsPanel words(document);
    for (QWidget *panel : QList<QWidget *>{&scores, &posts, &words})
        panel->show();
    if (isOpen) {
        Work work = ViralTest::evenWork(moments);
        work.isLive = isLive;
        document.open(work);
        document.setCurrentMoment({});
    }
    for (const QWidget *panel : QList<QWidget *>{&scores, &posts, &words})
        QVERIFY2(shownText(*panel).contains(said), qPrintable(shownText(*panel)));
    for (const GrowingEdit *edit : words.findChildren<GrowingEdit *>())
        QVERIFY(!edit->isVisible());
}

void PanelLookTest::whatIsSaidIsReadEasily()
{
    MemoryJournal journal;
    SystemClock clock;
    ReviewDocument document(journal, clock);
    ScoresPanel panel(document);
    panel.show();
    // In the colour of what cannot be used it is too faint to be read.
    for (const QLabel *label : panel.findChildren<QLabel *>())
        QVERIFY(!label->isVisible() || label->isEnabled());
}

#include "tst_panellook.moc"
