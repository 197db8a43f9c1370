// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/mediaprobe.h"
#include "ui/handover/clipmodel.h"
#include "ui/handover/formatlistmodel.h"
#include "ui/handover/handovermemory.h"
#include "ui/handover/handoverwriter.h"
#include "ui/handover/previewmaker.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableView;

namespace Viral {

class ElidedLabel;
class HandOverOptions;
class NoticeLabel;

/// Takes moments to where they are cut, posted or read: a format, its options, what would be written, where to. It
/// stays open, so that one format may follow the other.
class HandOverDialog final : public QDialog
{
    Q_OBJECT

public:
    HandOverDialog(HandOverSource source, const HandOverMemory &memory, QWidget *parent = nullptr);
    ~HandOverDialog() override;

    /// What is open has changed.
    void setSource(HandOverSource source);
    /// The preview shows what is chosen, and nothing is being written.
    bool isSettled() const;
    /// What is shown; null before the first.
    const HandOverPreview *preview() const { return m_preview.get(); }

    /// Writes what the preview shows.
    void accept() override;
    /// Ends the cutting of clips first.
    void reject() override;

Q_SIGNALS:
    void mediaWanted();
    void transcriptWanted();
    /// Something was written: \a place is a file, or the folder of several.
    void written(const QString &text, const QString &place);
    void folderWanted(const QString &place);

private:
    QWidget *buildFormats();
    QWidget *buildPreview();
    QWidget *buildPlace();
    QWidget *buildButtons();
    void probe();
    void takeFormat();
    void ask();
    void showPreview(const std::shared_ptr<const HandOverPreview> &preview);
    void showWarnings();
    void showLack();
    void showState();
    void showProgress(qsizetype done, int percent);
    void give();
    void browse();
    void copy();
    void takeEnd(const Result<QStringList> &written);
    void tell(const QString &text, const QString &place);

    HandOverSource m_source;
    HandOverMemory m_memory;
    MediaFacts m_facts;
    std::unique_ptr<MediaProbe> m_probe;
    PreviewMaker m_maker;
    HandOverWriter m_writer;
    FormatListModel m_formats;
    ClipModel m_clips;
    std::shared_ptr<const HandOverPreview> m_preview;
    /// Named by the editor; empty for what is proposed.
    QString m_path;
    /// What was written last.
    QString m_place;
    HandOverOptions *m_options = nullptr;
    QListView *m_list = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_total = nullptr;
    NoticeLabel *m_lack = nullptr;
    QPushButton *m_give = nullptr;
    QListWidget *m_warnings = nullptr;
    QLineEdit *m_pathField = nullptr;
    NoticeLabel *m_replaced = nullptr;
    NoticeLabel *m_failure = nullptr;
    ElidedLabel *m_done = nullptr;
    QPushButton *m_openFolder = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_write = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace Viral
