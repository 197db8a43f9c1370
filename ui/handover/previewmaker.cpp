// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/previewmaker.h"

#include <QtConcurrentRun>

#include <utility>

namespace Viral {

PreviewMaker::PreviewMaker(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &PreviewMaker::take);
}

void PreviewMaker::ask(HandOverWish wish)
{
    if (m_isRunning)
        m_next = std::move(wish);
    else
        start(std::move(wish));
}

void PreviewMaker::start(HandOverWish wish)
{
    m_isRunning = true;
    m_watcher.setFuture(QtConcurrent::run([asked = std::move(wish)] {
        return std::shared_ptr<const HandOverPreview>(std::make_shared<HandOverPreview>(handOverPreview(asked)));
    }));
}

void PreviewMaker::take()
{
    if (m_next) {
        start(*std::exchange(m_next, std::nullopt));
        return;
    }
    m_isRunning = false;
    Q_EMIT made(m_watcher.result());
}

} // namespace Viral
