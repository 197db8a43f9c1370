// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/latertranscript.h"
#include "ui/document/reviewdocument.h"
#include "ui/shell/mediamemory.h"

#include <QObject>

class QAction;
class QWidget;

namespace Viral {

/// "Add the transcript…": for a result that came without one. Read away from the interface's thread; a question is
/// asked only where the transcript seems to be that of another interview.
class TranscriptAdder final : public QObject
{
    Q_OBJECT

public:
    /// \a command is enabled while a transcript is missing.
    TranscriptAdder(ReviewDocument &document, QAction &command, QWidget &window);

    /// A transcript that was added once is added again when its result is opened; \a settings outlives this.
    void rememberIn(QSettings &settings) { m_memory.emplace(settings, QStringLiteral("transcripts")); }
    /// What is open has no transcript, and no run is about to bring one.
    bool isWanted() const;
    bool isBusy() const { return m_isReading; }
    /// Adds the transcript at \a path, which the editor named for this.
    void add(const QString &path);
    /// Adds what was dropped where it fits and is a transcript; else it is to be opened by itself.
    void addOrOpen(const QString &path);

Q_SIGNALS:
    void openRequested(const QString &path);
    void message(const QString &text);
    void failed(const Viral::Error &error);

private:
    enum class Doubtful
    {
        Ask,
        Open,
        Add, ///< the editor said so before
    };

    void addKnown();
    void choose();
    void read(const QString &path, Doubtful doubtful);
    void take(const ReviewId &review, const QString &path, Doubtful doubtful, Result<LaterTranscript> later);
    bool isMeant(const QString &doubt);

    ReviewDocument &m_document;
    QAction &m_command;
    QWidget &m_window;
    std::optional<MediaMemory> m_memory;
    bool m_isReading = false;
};

} // namespace Viral
