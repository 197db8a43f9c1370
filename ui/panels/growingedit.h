// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Viral {

/// A field that is as high as its text, between a least and a most number of lines: what is short takes no room, what
/// is long is not cut in the middle of a line. The review has its own undo, which reaches further.
class GrowingEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit GrowingEdit(int leastLines, int mostLines, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Of so many lines of the font.
    double heightOf(int lines) const;
    /// Of the text, as far as it is of interest.
    double textHeight() const;
    void fit();

    int m_leastLines = 1;
    int m_mostLines = 1;
    /// That it wants.
    int m_height = 0;
};

} // namespace Viral
