// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverwriter.h"

#include "core/handover/exportwriting.h"
#include "ui/handover/handoverformat.h"

#include <QDir>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Viral {

HandOverWriter::HandOverWriter(QObject *parent)
    : QObject(parent)
    , m_cutting(new QObject)
{
    connect(&m_writing, &QFutureWatcherBase::finished, this, [this] { end(m_writing.result()); });
    m_cutting->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_cutting, &QObject::deleteLater);
    m_thread.start();
}

HandOverWriter::~HandOverWriter()
{
    m_writing.waitForFinished();
    m_thread.quit();
    m_thread.wait();
}

void HandOverWriter::write(const std::shared_ptr<const HandOverPreview> &preview)
{
    m_isBusy = true;
    const HandOverFormat *format = handOverFormat(preview->format);
    if (format->isClips()) {
        cut(preview->clipFiles, preview->path);
        return;
    }
    m_writing.setFuture(QtConcurrent::run([preview, writer = format->writer]() -> Result<QStringList> {
        const QString folder = preview->isFolder ? preview->path : QFileInfo(preview->path).absolutePath();
        if (!QDir().mkpath(folder))
            return failure(ErrorKind::Io, u"The folder could not be made."_s, folder);
        return writeExported(preview->exported, *writer, preview->path, preview->sources);
    }));
}

void HandOverWriter::cut(const QList<ClipFile> &clips, const QString &folder)
{
    QMetaObject::invokeMethod(m_cutting, [this, clips, folder] {
        if (!QDir().mkpath(folder)) {
            QMetaObject::invokeMethod(
                this, [this, folder] { end(failure(ErrorKind::Io, u"The folder could not be made."_s, folder)); });
            return;
        }
        auto *cutter = new ClipCutter(clips, m_cutting);
        connect(cutter, &ClipCutter::progressed, this, &HandOverWriter::progressed);
        connect(cutter, &ClipCutter::finished, this, &HandOverWriter::end);
        connect(cutter, &ClipCutter::finished, cutter, &QObject::deleteLater);
        cutter->start();
    });
}

void HandOverWriter::cancel()
{
    QMetaObject::invokeMethod(m_cutting, [cutting = m_cutting] {
        if (auto *cutter = cutting->findChild<ClipCutter *>())
            cutter->cancel();
    });
}

void HandOverWriter::end(const Result<QStringList> &written)
{
    m_isBusy = false;
    Q_EMIT finished(written);
}

} // namespace Viral
