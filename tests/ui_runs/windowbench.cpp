// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_runs/windowbench.h"

#include "core/base/files.h"
#include "core/contract/requestcodec.h"
#include "ui/models/messagemodel.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace ViralTest {

WindowBench::WindowBench(LoopbackServer::Responder responder, RunKind engine, Budgets budgets)
    : m_bench(std::move(responder), budgets)
    , m_engine(engine)
    , m_theme(*qApp)
{
    makeWindow();
}

WindowBench::~WindowBench()
{
    close();
}

void WindowBench::close()
{
    m_windows.clear();
    m_library.reset();
    m_bench.close();
}

void WindowBench::restart(std::function<void(DeskSetup &)> change)
{
    close();
    m_bench.restart(std::move(change));
    makeWindow();
}

void WindowBench::makeWindow()
{
    m_library = Library::open(m_bench.libraryFolder()).value();
    openWindow();
}

MainWindow &WindowBench::openWindow()
{
    m_windows.push_back(std::make_unique<MainWindow>(Surroundings{.journal = m_library->journal(),
                                                                  .clock = m_clock,
                                                                  .theme = m_theme,
                                                                  .desk = &m_bench.desk(),
                                                                  .engine = m_engine,
                                                                  .connections = &m_settings.connections,
                                                                  .remembersLayout = false}));
    MainWindow &window = *m_windows.back();
    window.show();
    activate(window);
    return window;
}

void WindowBench::activate(MainWindow &window)
{
    window.activateWindow();
    (void)QTest::qWaitForWindowActive(&window);
}

QString WindowBench::payload(int chunks, const QString &name) const
{
    Request request = chunkedRequest(chunks);
    request.jobId = name;
    request.metadata.append({u"video_title"_s, '"' + name.toUtf8() + '"'});
    const QString path = m_folder.filePath(name + u".payload.json"_s);
    return writeFile(path, writeRequest(request, JsonWriter::Layout::Compact)) ? path : QString();
}

bool WindowBench::open(MainWindow &window, const QString &path)
{
    window.open(path);
    return QTest::qWaitFor([&] { return window.document().work().path == path && window.isSettled(); }, 20'000);
}

bool WindowBench::trigger(MainWindow &window, const char *id)
{
    auto *action = window.findChild<QAction *>(QString::fromLatin1(id));
    if (!action || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}

LiveRun *WindowBench::start(MainWindow &window)
{
    activate(window);
    LiveRun *before = bar(window).run();
    QTest::keyClick(&window, Qt::Key_R, Qt::ControlModifier);
    return bar(window).run() == before ? nullptr : bar(window).run();
}

QTableView &WindowBench::list()
{
    return *jobs().findChild<QTableView *>();
}

bool WindowBench::showJobs(int rows)
{
    activate(window());
    QTest::keyClick(&window(), Qt::Key_J, Qt::ControlModifier);
    return QTest::qWaitFor([&] { return jobs().isVisible() && list().model()->rowCount() == rows; }, 10'000);
}

const QList<TimelineChunk> &WindowBench::chunks()
{
    return window().findChild<TimelineView *>()->scene().chunks();
}

QString WindowBench::strip()
{
    QStringList texts;
    for (const QLabel *label : bar().findChildren<QLabel *>())
        texts.append(label->text());
    return texts.join(u'\n');
}

QStringList WindowBench::messages()
{
    QStringList texts;
    const QAbstractItemModel *model = window().findChild<MessageModel *>();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            if (const QString text = model->index(row, column).data().toString(); !text.isEmpty())
                texts.append(text);
        }
    }
    return texts;
}

QPushButton *WindowBench::button(const QWidget &place, const QString &text)
{
    for (QPushButton *button : place.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

void whenAsked(QObject *context, std::function<void(QDialog &)> answer)
{
    auto *timer = new QTimer(context);
    timer->setInterval(10);
    QObject::connect(timer, &QTimer::timeout, context, [timer, answer = std::move(answer)] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!dialog || !dialog->isVisible())
            return;
        timer->stop();
        timer->deleteLater();
        answer(*dialog);
    });
    timer->start();
}

} // namespace ViralTest
