// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/filecommands.h"

#include "core/base/files.h"
#include "core/contract/serviceresultcodec.h"
#include "ui/models/momentwarnings.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Viral {

FileCommands::FileCommands(ReviewDocument &document, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
{
    connect(&document, &ReviewDocument::changed, this, [this](const DocumentChange &change) {
        if (std::holds_alternative<WorkReplaced>(change))
            m_savePath.clear();
    });
}

QString FileCommands::chooseInput()
{
    return QFileDialog::getOpenFileName(m_window, tr("Open a transcript, a payload or a result"),
                                        QFileInfo(m_document.work().path).absolutePath(),
                                        tr("Transcripts, payloads, results (*.json *.srt *.vtt *.txt);;All files (*)"));
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
    if (!path.isEmpty() && write(path, HandOver::All))
        m_savePath = path;
}

void FileCommands::exportKept()
{
    const QString path = chooseOutput(tr("Export only what is kept"), u".kept.json"_s);
    if (!path.isEmpty())
        write(path, HandOver::KeptOnly);
}

bool FileCommands::write(const QString &path, HandOver handOver)
{
    const ServiceResult result = reviewedResult(m_document.work().outcome.result, m_document.review(), handOver);
    if (const Result<void> written = writeFile(path, writeServiceResult(result, JsonWriter::Layout::Indented));
        !written) {
        Q_EMIT failed(written.error());
        return false;
    }
    if (handOver == HandOver::All)
        m_document.markSaved();
    Q_EMIT saved(path);
    const auto faulty = std::count_if(result.moments.begin(), result.moments.end(),
                                      [](const Moment &moment) { return !momentWarnings(moment).isEmpty(); });
    if (faulty > 0)
        Q_EMIT warned(
            tr("Saved, but %1 moments break the contract (marked in the list); the publishing system may refuse "
               "them.")
                .arg(faulty));
    else if (result.moments.isEmpty())
        Q_EMIT warned(tr("Saved, but there is no moment in it."));
    return true;
}

} // namespace Viral
