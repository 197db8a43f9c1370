// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/contract/serviceresultcodec.h"
#include "core/review/reviewid.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"
#include "tests/ui_runs/windowbench.h"
#include "ui/commands/shortcutguard.h"
#include "ui/panels/comparepanel.h"
#include "ui/panels/costpanel.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// The list of runs in the whole window, mostly by the keyboard.
class WindowJobsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void keysComeAndGo();
    void deletingARunDecidesNothing();
    void notesByTheKeyboard();
    void searchByTheKeyboard();
    void runAgain();
    void twoRunsCompared();
    void exported();
    void theQuoteIsShownAfterARestart();
    void titlesAreNotSqueezed();
    void columnsAreRemembered();

private:
    /// A run of \a chunks chunks to its end.
    LiveRun *run(int chunks);
    const Review &review() const { return m_bench->window().document().review(); }
    bool hasKeys(const QWidget &widget) const { return QApplication::focusWidget() == &widget; }

    ShortcutGuard m_guard;
    std::unique_ptr<WindowBench> m_bench;
};

VIRAL_TEST(WindowJobsTest)

void WindowJobsTest::initTestCase()
{
    qApp->installEventFilter(&m_guard);
}

void WindowJobsTest::init()
{
    m_bench = std::make_unique<WindowBench>([](int, const ReceivedRequest &request) { return goodReply(request); });
    QVERIFY(m_bench->open(m_bench->payload(3)));
}

void WindowJobsTest::cleanup()
{
    m_bench.reset();
}

LiveRun *WindowJobsTest::run(int chunks)
{
    if (!m_bench->open(m_bench->payload(chunks)))
        return nullptr;
    LiveRun *run = m_bench->start();
    return run && DeskBench::waitForEnd(*run) ? run : nullptr;
}

void WindowJobsTest::keysComeAndGo()
{
    auto *transcript = m_bench->window().findChild<TranscriptView *>();
    transcript->setFocus();
    QVERIFY(run(3));
    transcript->setFocus();
    QVERIFY(m_bench->showJobs(1));
    QTRY_VERIFY(hasKeys(m_bench->list()));
    QCOMPARE(m_bench->jobs().selected().size(), 1);
    QTest::keyClick(&m_bench->list(), Qt::Key_Escape);
    QVERIFY(hasKeys(*transcript));
    QVERIFY(m_bench->list().isVisible());
    // Once more gives the keys back, and a third time hides the list.
    QTest::keyClick(&m_bench->window(), Qt::Key_J, Qt::ControlModifier);
    QVERIFY(hasKeys(m_bench->list()));
    QTest::keyClick(&m_bench->window(), Qt::Key_J, Qt::ControlModifier);
    QVERIFY(!m_bench->list().isVisible());
    QVERIFY(hasKeys(*transcript));
}

void WindowJobsTest::deletingARunDecidesNothing()
{
    QVERIFY(run(3));
    QTRY_COMPARE(review().moments().size(), 3);
    QVERIFY(m_bench->showJobs(1));
    QTest::keyClick(&m_bench->list(), Qt::Key_Delete);
    QTRY_COMPARE(m_bench->list().model()->rowCount(), 0);
    QCOMPARE(review().count(Decision::Rejected), 0);
    QTest::mouseClick(WindowBench::button(m_bench->jobs(), u"Undo"_s), Qt::LeftButton);
    QTRY_COMPARE(m_bench->list().model()->rowCount(), 1);
    // And it is gone for good in another start, if it was not brought back.
    QTest::keyClick(&m_bench->window(), Qt::Key_Escape);
    m_bench->jobs().setFocus();
    QTest::keyClick(&m_bench->list(), Qt::Key_Delete);
    QTRY_COMPARE(m_bench->list().model()->rowCount(), 0);
    m_bench->restart();
    QVERIFY(m_bench->showJobs(0));
}

void WindowJobsTest::notesByTheKeyboard()
{
    QVERIFY(run(3));
    QVERIFY(m_bench->showJobs(1));
    QTest::keyClick(&m_bench->list(), Qt::Key_F2);
    auto *editor = m_bench->list().findChild<QLineEdit *>();
    QTRY_VERIFY(editor && hasKeys(*editor));
    QTest::keyClicks(editor, u"the good one"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    const int column = JobListModel::NotesColumn;
    QTRY_COMPARE(m_bench->list().model()->index(0, column).data().toString(), u"the good one"_s);
    // Escape takes nothing over.
    QTest::keyClick(&m_bench->list(), Qt::Key_F2);
    editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor);
    QTest::keyClicks(editor, u"not meant"_s);
    QTest::keyClick(editor, Qt::Key_Escape);
    QCOMPARE(m_bench->list().model()->index(0, column).data().toString(), u"the good one"_s);
    m_bench->restart();
    QVERIFY(m_bench->showJobs(1));
    QCOMPARE(m_bench->list().model()->index(0, column).data().toString(), u"the good one"_s);
}

void WindowJobsTest::searchByTheKeyboard()
{
    QVERIFY(run(3));
    QVERIFY(run(2));
    QVERIFY(m_bench->showJobs(2));
    auto *search = m_bench->jobs().findChild<QLineEdit *>();
    search->setFocus();
    QTest::keyClicks(search, u"nothing like it"_s);
    QCOMPARE(m_bench->list().model()->rowCount(), 0);
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(m_bench->list().model()->rowCount(), 2);
    QVERIFY(hasKeys(*search));
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(hasKeys(m_bench->list()));
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!hasKeys(*search));
}

void WindowJobsTest::runAgain()
{
    LiveRun *first = run(3);
    QVERIFY(first);
    const int before = m_bench->server().requestCount();
    QVERIFY(m_bench->showJobs(1));
    QTest::mouseClick(WindowBench::button(m_bench->jobs(), u"Run again"_s), Qt::LeftButton);
    LiveRun *again = m_bench->watched();
    QVERIFY(again && again != first);
    QVERIFY(DeskBench::waitForEnd(*again));
    // The same question has its answer already.
    QCOMPARE(m_bench->server().requestCount(), before);
    QCOMPARE(again->totals().kept, 3);
    QTRY_COMPARE(m_bench->list().model()->rowCount(), 2);
}

void WindowJobsTest::twoRunsCompared()
{
    LiveRun *first = run(3);
    QVERIFY(first);
    LiveRun *second = run(2);
    QVERIFY(second);
    QVERIFY(m_bench->showJobs(2));
    m_bench->list().selectAll();
    QTest::mouseClick(WindowBench::button(m_bench->jobs(), u"Compare"_s), Qt::LeftButton);
    const auto isCompared = [this] {
        const auto *panel = m_bench->window().findChild<ComparePanel *>();
        return panel && panel->isVisible();
    };
    QTRY_VERIFY(isCompared());
    QTRY_COMPARE(m_bench->window().document().work().review, reviewIdOf(first->id()));
}

void WindowJobsTest::exported()
{
    LiveRun *done = run(3);
    QVERIFY(done);
    QVERIFY(m_bench->showJobs(1));
    const QString path = m_bench->folder().filePath(u"out.result.json"_s);
    whenAsked(this, [&path](QDialog &dialog) {
        dialog.findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
        QMetaObject::invokeMethod(&dialog, "accept");
    });
    QTest::mouseClick(WindowBench::button(m_bench->jobs(), u"Export…"_s), Qt::LeftButton);
    QTRY_VERIFY(QFileInfo::exists(path));
    const auto written = parseServiceResult(readFile(path).value());
    QVERIFY(written);
    QCOMPARE(*written, done->outcome()->result);
}

void WindowJobsTest::theQuoteIsShownAfterARestart()
{
    const auto shows = [this](const QString &part) {
        const auto *panel = m_bench->window().findChild<CostPanel *>();
        const QList<QLabel *> labels = panel->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisibleTo(panel) && label->text().contains(part);
        });
    };
    const QString title = u"Quote against truth"_s;
    QVERIFY(run(3));
    QVERIFY(m_bench->window().showPanel(u"cost"_s));
    QTRY_VERIFY(shows(title));
    m_bench->restart();
    QVERIFY(m_bench->window().showPanel(u"cost"_s));
    QVERIFY(!shows(title));
    QVERIFY(m_bench->showJobs(1));
    QTest::keyClick(&m_bench->list(), Qt::Key_Return);
    QTRY_COMPARE(review().moments().size(), 3);
    QVERIFY(m_bench->window().showPanel(u"cost"_s));
    QTRY_VERIFY(shows(title));
    QVERIFY(shows(u"each could be used"_s));
    // Another work has no quote.
    QVERIFY(m_bench->open(m_bench->payload(2, u"other"_s)));
    QTRY_VERIFY(!shows(title));
}

void WindowJobsTest::titlesAreNotSqueezed()
{
    m_bench->window().resize(1280, 720);
    QVERIFY(run(3));
    QVERIFY(m_bench->showJobs(1));
    const QHeaderView &header = *m_bench->list().horizontalHeader();
    QVERIFY2(header.sectionSize(JobListModel::TitleColumn) >= 280,
             qPrintable(QString::number(header.sectionSize(JobListModel::TitleColumn))));
    for (int column = 0; column < JobListModel::ColumnCount; ++column)
        QVERIFY2(header.sectionSize(column) >= header.sectionSizeHint(column), qPrintable(QString::number(column)));
}

void WindowJobsTest::columnsAreRemembered()
{
    QVERIFY(run(3));
    m_bench->list().horizontalHeader()->resizeSection(JobListModel::TitleColumn, 432);
    const QByteArray columns = m_bench->jobs().columns();
    m_bench->restart();
    m_bench->jobs().setColumns(columns);
    QCOMPARE(m_bench->list().horizontalHeader()->sectionSize(JobListModel::TitleColumn), 432);
}

#include "tst_windowjobs.moc"
