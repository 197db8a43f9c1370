// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/work.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <memory>

namespace Viral {

/// Opens files away from the interface's thread. Only the latest wish counts: an earlier one that is still being read
/// is dropped when it arrives.
class WorkOpener final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What is done with every work that was read before it is handed over, on the thread that read it.
    void setPreparation(std::function<void(Work &)> prepare) { m_prepare = std::move(prepare); }
    /// \a mediaPath, when given, is the work's video or sound, whatever lies beside the file.
    void open(const QString &path, const QString &mediaPath = {});
    bool isBusy() const { return m_running > 0; }

Q_SIGNALS:
    void started(const QString &path);
    void opened(const std::shared_ptr<Viral::Work> &work);
    void failed(const Viral::Error &error);

private:
    void take(int number, const QString &path, Result<Work> result);

    std::function<void(Work &)> m_prepare;
    int m_latest = 0;
    int m_running = 0;
};

} // namespace Viral
