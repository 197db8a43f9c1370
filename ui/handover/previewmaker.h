// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverpreview.h"

#include <QFutureWatcher>
#include <QObject>

#include <optional>

namespace Viral {

/// Makes previews on a worker thread, one at a time: of the wishes that come meanwhile only the latest counts.
class PreviewMaker final : public QObject
{
    Q_OBJECT

public:
    explicit PreviewMaker(QObject *parent = nullptr);

    void ask(HandOverWish wish);
    bool isBusy() const { return m_isRunning; }

Q_SIGNALS:
    /// For the latest wish.
    void made(const std::shared_ptr<const Viral::HandOverPreview> &preview);

private:
    void start(HandOverWish wish);
    void take();

    QFutureWatcher<std::shared_ptr<const HandOverPreview>> m_watcher;
    std::optional<HandOverWish> m_next;
    bool m_isRunning = false;
};

} // namespace Viral
