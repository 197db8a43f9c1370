// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"
#include "ui/document/reviewdocument.h"

#include <QObject>

class QWidget;

namespace Viral {

/// What the commands of the menu "File" do besides opening: choose files, save and export the result.
class FileCommands final : public QObject
{
    Q_OBJECT

public:
    FileCommands(ReviewDocument &document, QWidget *window);

    /// Asks for a file to open; empty when cancelled.
    QString chooseInput();
    void chooseMedia();
    /// Saves to the place of the last save, asking the first time.
    void save();
    void saveAs();
    void exportKept();
    /// Writes the reviewed result to \a path; false, and failed(), when that is not possible.
    bool write(const QString &path, HandOver handOver);

Q_SIGNALS:
    void saved(const QString &path);
    /// It was saved, but something is odd about it.
    void warned(const QString &text);
    void failed(const Viral::Error &error);

private:
    QString chooseOutput(const QString &title, const QString &suffix);

    ReviewDocument &m_document;
    QWidget *m_window;
    QString m_savePath;
};

} // namespace Viral
