// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workopener.h"

#include "ui/desk/runreport.h"

#include <QFileInfo>
#include <QtConcurrentRun>

namespace Viral {

void WorkOpener::open(const QString &path, const QString &mediaPath)
{
    const int number = ++m_latest;
    ++m_running;
    Q_EMIT started(path);
    auto *watcher = new QFutureWatcher<std::shared_ptr<Result<Work>>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number, path] {
        watcher->deleteLater();
        take(number, path, std::move(*watcher->result()));
    });
    watcher->setFuture(QtConcurrent::run([path, mediaPath, prepare = m_prepare] {
        auto work = std::make_shared<Result<Work>>(isReportFile(path) ? workFromReportFile(path) : loadWork(path));
        if (*work && !mediaPath.isEmpty())
            (*work)->mediaPath = mediaPath;
        if (*work && prepare)
            prepare(**work);
        return work;
    }));
}

void WorkOpener::take(int number, const QString &path, Result<Work> result)
{
    --m_running;
    if (number != m_latest)
        return;
    if (result) {
        Q_EMIT opened(std::make_shared<Work>(std::move(*result)));
    } else {
        Error error = result.error();
        const QString name = QFileInfo(path).fileName();
        if (!error.place.contains(name))
            error.place = error.place.isEmpty() ? name : name + QStringLiteral(", ") + error.place;
        Q_EMIT failed(error);
    }
}

} // namespace Viral
