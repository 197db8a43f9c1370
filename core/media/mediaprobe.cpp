// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/mediaprobe.h"

using namespace Qt::StringLiterals;

namespace Viral {

MediaProbe::MediaProbe(const QString &path, QObject *parent)
    : QObject(parent)
{
    connect(&m_process, &QProcess::finished, this,
            [this] { Q_EMIT finished(mediaFactsFrom(m_process.readAllStandardOutput())); });
    // Told later: whoever made the probe has to be listening.
    connect(
        &m_process, &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                Q_EMIT finished(MediaFacts());
        },
        Qt::QueuedConnection);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(u"ffprobe"_s, mediaFactsQuestion() + QStringList{u"-i"_s, u"file:"_s + path});
}

MediaProbe::~MediaProbe()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished(1000);
}

} // namespace Viral
