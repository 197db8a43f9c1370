// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/transcriptadder.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QMessageBox>
#include <QPushButton>
#include <QtConcurrentRun>

#include <memory>

namespace Viral {

TranscriptAdder::TranscriptAdder(ReviewDocument &document, QAction &command, QWidget &window)
    : QObject(&window)
    , m_document(document)
    , m_command(command)
    , m_window(window)
{
    connect(&command, &QAction::triggered, this, &TranscriptAdder::choose);
    connect(&document, &ReviewDocument::changed, this, [this](const DocumentChange &change) {
        if (std::holds_alternative<WorkReplaced>(change) || std::holds_alternative<OutcomeGrown>(change))
            m_command.setEnabled(isWanted());
        if (std::holds_alternative<WorkReplaced>(change))
            addKnown();
    });
}

void TranscriptAdder::addKnown()
{
    if (!m_memory || !isWanted())
        return;
    const std::optional<QString> path = m_memory->chosenFor(m_document.work().review);
    if (path && QFileInfo::exists(*path))
        read(*path, Doubtful::Add);
}

bool TranscriptAdder::isWanted() const
{
    return m_document.isOpen() && !m_document.work().isLive && m_document.work().request.transcript.sentences.isEmpty();
}

void TranscriptAdder::choose()
{
    const QString path = QFileDialog::getOpenFileName(
        &m_window, tr("Add the transcript of this result"), QFileInfo(m_document.work().path).absolutePath(),
        tr("Transcripts and payloads (*.json *.srt *.vtt *.sbv *.ttml *.dfxp *.xml *.html *.txt);;All files (*)"));
    if (!path.isEmpty())
        add(path);
}

void TranscriptAdder::add(const QString &path)
{
    read(path, Doubtful::Ask);
}

void TranscriptAdder::addOrOpen(const QString &path)
{
    read(path, Doubtful::Open);
}

void TranscriptAdder::read(const QString &path, Doubtful doubtful)
{
    m_isReading = true;
    using Later = std::shared_ptr<Result<LaterTranscript>>;
    auto *watcher = new QFutureWatcher<Later>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, path, doubtful, review = m_document.work().review] {
                watcher->deleteLater();
                m_isReading = false;
                take(review, path, doubtful, std::move(*watcher->result()));
            });
    watcher->setFuture(QtConcurrent::run([work = m_document.work(), path] {
        return std::make_shared<Result<LaterTranscript>>(withTranscript(work, path));
    }));
}

void TranscriptAdder::take(const ReviewId &review, const QString &path, Doubtful doubtful,
                           Result<LaterTranscript> later)
{
    if (!isWanted() || m_document.work().review != review) {
        // Something else was opened meanwhile.
        if (doubtful == Doubtful::Open)
            Q_EMIT openRequested(path);
        return;
    }
    const bool isSure = later && later->doubt.isEmpty();
    if (!isSure && doubtful == Doubtful::Open) {
        Q_EMIT openRequested(path);
        return;
    }
    if (!later) {
        Q_EMIT failed(later.error());
        return;
    }
    if (!isSure && doubtful == Doubtful::Ask && !isMeant(later->doubt))
        return;
    // A run may have begun in this window while the question stood.
    if (m_document.work().review != review)
        return;
    if (m_memory)
        m_memory->note(review, QFileInfo(path).absoluteFilePath());
    const MomentId current = m_document.currentMoment();
    // Media that was chosen while the file was read.
    later->work.mediaPath = m_document.work().mediaPath.isEmpty() ? later->work.mediaPath : m_document.work().mediaPath;
    m_document.open(std::move(later->work));
    m_document.setCurrentMoment(current);
    Q_EMIT message(tr("The transcript of %1 was added.").arg(QFileInfo(path).fileName()));
}

bool TranscriptAdder::isMeant(const QString &doubt)
{
    QMessageBox question(QMessageBox::Question, tr("Is this the transcript of the result?"),
                         tr("This transcript may be that of another interview."), QMessageBox::Cancel, &m_window);
    question.setInformativeText(doubt);
    QPushButton *adding = question.addButton(tr("&Add it all the same"), QMessageBox::AcceptRole);
    question.exec();
    return question.clickedButton() == adding;
}

} // namespace Viral
