// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/mediafacts.h"

#include <QObject>
#include <QProcess>

namespace Viral {

/// Asks ffprobe about a file without waiting for it.
class MediaProbe final : public QObject
{
    Q_OBJECT

public:
    explicit MediaProbe(const QString &path, QObject *parent = nullptr);
    ~MediaProbe() override;

Q_SIGNALS:
    /// Once; empty facts when the file could not be read or there is no ffprobe.
    void finished(const Viral::MediaFacts &facts);

private:
    QProcess m_process;
};

} // namespace Viral
