// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"
#include "ui/document/reviewdocument.h"

#include <QFutureWatcher>
#include <QObject>

#include <optional>

class QWidget;

namespace Viral {

/// What the commands of the menu "File" do besides opening: choose files, save and export the result.
class FileCommands final : public QObject
{
    Q_OBJECT

public:
    FileCommands(ReviewDocument &document, QWidget *window);
    /// Waits for what is being written.
    ~FileCommands() override;

    /// Asks for a file to open; empty when cancelled.
    QString chooseInput();
    void chooseMedia();
    /// Saves to the place of the last save, asking the first time.
    void save();
    void saveAs();
    void exportKept();
    /// Begins to write the reviewed result, as it stands now, to \a path; saved() or failed() tells how it went. What
    /// is still being written comes to its end first.
    void write(const QString &path, HandOver handOver);
    /// Waits until nothing is being written any more; false when that did not work out.
    bool finish();

Q_SIGNALS:
    void saved(const QString &path);
    /// It was saved, but something is odd about it.
    void warned(const QString &text);
    void failed(const Viral::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// How writing went, and what was written.
    struct Written
    {
        Result<void> outcome = {};
        qsizetype moments = 0;
        qsizetype faulty = 0;
    };
    struct Order
    {
        QString path;
        HandOver handOver = HandOver::All;
        Review review = {};
        bool isNewPlace = false;
    };
    void begin(Order order);
    void startAnew();
    void tellEnd();
    QString chooseOutput(const QString &title, const QString &suffix);

    ReviewDocument &m_document;
    QWidget *m_window;
    QString m_savePath;
    /// What is being written.
    std::optional<Order> m_order;
    QFutureWatcher<Written> m_writing;
    bool m_isWritten = true;
};

} // namespace Viral
