// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/models/chunkcostmodel.h"
#include "ui/panels/costpanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The cost panel in its window: rates, places, commands.
class CostDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void knowsTheBuiltInRates();
    void aChunkIsHeardAtAClick();
    void copiesByCommand();
    void exportsByCommand();

private:
    CostPanel &panel() { return *m_window->findChild<CostPanel *>(); }
    void trigger(Command command) { m_window->actions().of(command)->trigger(); }

    std::unique_ptr<Theme> m_theme;
    SystemClock m_clock;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<MainWindow> m_window;
};

VIRAL_TEST(CostDeskTest)

void CostDeskTest::init()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_journal = std::make_unique<MemoryJournal>();
    m_window = std::make_unique<MainWindow>(
        Surroundings{.journal = *m_journal, .clock = m_clock, .theme = *m_theme, .remembersLayout = false});
    m_window->resize(1600, 1600);
    m_window->show();
    Work work = ViralTest::evenWork(12);
    Usage usage{.totals = {{u"input_tokens"_s, 20'000}, {u"output_tokens"_s, 1'000}}};
    for (const Chunk &chunk : std::as_const(work.chunks))
        usage.byChunk.append({.chunkIndex = chunk.index, .counts = {{u"input_tokens"_s, 10'000}}});
    work.outcome.result.usage = usage;
    work.outcome.result.metadata.model = u"gpt-5"_s;
    m_window->document().open(work);
    QVERIFY(m_window->showPanel(u"cost"_s));
}

void CostDeskTest::cleanup()
{
    m_window.reset();
}

void CostDeskTest::knowsTheBuiltInRates()
{
    QStringList models;
    for (const QTableView *view : panel().findChildren<QTableView *>()) {
        for (int row = 0; row < view->model()->rowCount(); ++row)
            models.append(view->model()->index(row, 0).data().toString());
    }
    QVERIFY(models.contains(u"gpt-5-mini"_s));
    QVERIFY(models.contains(u"gpt-4o"_s));
}

void CostDeskTest::aChunkIsHeardAtAClick()
{
    QTableView *chunks = nullptr;
    for (QTableView *view : panel().findChildren<QTableView *>()) {
        if (view->model()->index(0, 0).data(ChunkCostModel::StartRole).isValid())
            chunks = view;
    }
    QVERIFY(chunks && chunks->model()->rowCount() > 1);
    const QModelIndex second = chunks->model()->index(1, 0);
    QTest::mouseClick(chunks->viewport(), Qt::LeftButton, {}, chunks->visualRect(second).center());
    const Milliseconds start{second.data(ChunkCostModel::StartRole).toLongLong()};
    QVERIFY(start > 0ms);
    QCOMPARE(m_window->transport().position(), start);
}

void CostDeskTest::copiesByCommand()
{
    QGuiApplication::clipboard()->clear();
    trigger(Command::CopyCost);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"gpt-5"_s));
    QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
}

void CostDeskTest::exportsByCommand()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"cost.csv"_s);
    QTimer::singleShot(0, m_window.get(), [&path] {
        if (auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())) {
            dialog->selectFile(path);
            QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
        }
    });
    trigger(Command::ExportCost);
    QTRY_VERIFY(QFile::exists(path));
}

#include "tst_costdesk.moc"
