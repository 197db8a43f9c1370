// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace Viral {

class TranscriptView;

/// The line that searches the transcript: opens above it, Enter goes on, Escape closes.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(TranscriptView &view, QWidget *parent = nullptr);

    /// Shows the bar with its text selected.
    void open();
    void findNext();

Q_SIGNALS:
    /// Which place of how many is shown, in words; empty when nothing is searched.
    void counted(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void close();
    void showCount(int current, int count);

    TranscriptView &m_view;
    QLineEdit *m_text = nullptr;
    QLabel *m_count = nullptr;
};

} // namespace Viral
