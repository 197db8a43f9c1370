// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/filecommands.h"

#include "core/base/files.h"
#include "core/contract/serviceresultcodec.h"
#include "ui/models/momentwarnings.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace Viral {

FileCommands::FileCommands(ReviewDocument &document, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
{
    connect(&document, &ReviewDocument::changed, this, [this](const DocumentChange &change) {
        if (std::holds_alternative<WorkReplaced>(change))
            startAnew();
    });
    connect(&m_writing, &QFutureWatcherBase::finished, this, &FileCommands::tellEnd);
    window->installEventFilter(this);
}

FileCommands::~FileCommands()
{
    m_writing.waitForFinished();
}

void FileCommands::startAnew()
{
    m_savePath.clear();
    if (m_order)
        m_order->isNewPlace = false;
}

bool FileCommands::eventFilter(QObject *watched, QEvent *event)
{
    // Nobody leaves before the file is there, nor without hearing that it is not.
    if (watched == m_window && event->type() == QEvent::Close && !finish()) {
        event->ignore();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

QString FileCommands::chooseInput()
{
    return QFileDialog::getOpenFileName(m_window, tr("Open a transcript, a payload or a result"),
                                        QFileInfo(m_document.work().path).absolutePath(),
                                        tr("Transcripts, payloads, results (*.json *.srt *.vtt *.sbv *.ttml *.dfxp "
                                           "*.xml *.html *.txt);;All files (*)"));
}

void FileCommands::chooseMedia()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Choose the video or sound of this interview"),
                                                      QFileInfo(m_document.work().path).absolutePath(),
                                                      tr("Video and sound (*.mp4 *.mov *.mkv *.webm *.m4v *.avi *.m4a "
                                                         "*.mp3 *.wav *.ogg *.opus *.flac *.aac);;All files (*)"));
    if (!path.isEmpty())
        m_document.setMediaPath(path);
}

QString FileCommands::chooseOutput(const QString &title, const QString &suffix)
{
    const QFileInfo source(m_document.work().path);
    const QString name = safeFileName(m_document.work().title(), u"moments"_s) + suffix;
    return QFileDialog::getSaveFileName(m_window, title, source.dir().filePath(name), tr("Result JSON (*.json)"));
}

void FileCommands::save()
{
    if (m_savePath.isEmpty())
        saveAs();
    else
        write(m_savePath, HandOver::All);
}

void FileCommands::saveAs()
{
    const QString path = chooseOutput(tr("Save the result"), u".result.json"_s);
    if (!path.isEmpty())
        begin({.path = path, .handOver = HandOver::All, .isNewPlace = true});
}

void FileCommands::exportKept()
{
    const QString path = chooseOutput(tr("Export only what is kept"), u".kept.json"_s);
    if (!path.isEmpty())
        write(path, HandOver::KeptOnly);
}

void FileCommands::write(const QString &path, HandOver handOver)
{
    begin({.path = path, .handOver = handOver});
}

void FileCommands::begin(Order order)
{
    finish();
    order.review = m_document.review();
    m_order = std::move(order);
    m_writing.setFuture(QtConcurrent::run([result = m_document.work().outcome.result, order = *m_order] {
        const ServiceResult reviewed = reviewedResult(result, order.review, order.handOver);
        const auto faulty = std::count_if(reviewed.moments.begin(), reviewed.moments.end(),
                                          [](const Moment &moment) { return !momentWarnings(moment).isEmpty(); });
        return Written{writeFile(order.path, writeServiceResult(reviewed, JsonWriter::Layout::Indented)),
                       reviewed.moments.size(), faulty};
    }));
}

bool FileCommands::finish()
{
    if (!m_order)
        return true;
    m_writing.waitForFinished();
    tellEnd();
    return m_isWritten;
}

void FileCommands::tellEnd()
{
    // It was waited for and told already.
    if (!m_order || !m_writing.isFinished())
        return;
    const Order order = *std::exchange(m_order, std::nullopt);
    const Written written = m_writing.result();
    m_isWritten = written.outcome.has_value();
    if (!m_isWritten) {
        Q_EMIT failed(written.outcome.error());
        return;
    }
    if (order.isNewPlace)
        m_savePath = order.path;
    // What was decided meanwhile is not in the file.
    if (order.handOver == HandOver::All && m_document.review() == order.review)
        m_document.markSaved();
    Q_EMIT saved(order.path);
    if (written.faulty > 0)
        Q_EMIT warned(
            tr("Saved, but %1 moments break the contract (marked in the list); the publishing system may refuse "
               "them.")
                .arg(written.faulty));
    else if (written.moments == 0)
        Q_EMIT warned(tr("Saved, but there is no moment in it."));
}

} // namespace Viral
