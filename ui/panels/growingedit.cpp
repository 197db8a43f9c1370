// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/growingedit.h"

#include "ui/style/metrics.h"

#include <QEvent>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace Viral {

GrowingEdit::GrowingEdit(int leastLines, int mostLines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_leastLines(leastLines)
    , m_mostLines(mostLines)
{
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    // A bar that comes and goes would break the lines anew, and so come again.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &GrowingEdit::fit);
    fit();
}

int GrowingEdit::shownLines() const
{
    int lines = 0;
    // A text of many lines is not broken to its end.
    for (QTextBlock block = document()->begin(); block.isValid() && lines <= m_mostLines; block = block.next()) {
        // Asking for its place breaks it into lines.
        (void)blockBoundingRect(block);
        lines += std::max(1, block.layout()->lineCount());
    }
    return lines;
}

int GrowingEdit::heightOf(int lines) const
{
    const int around = 2 * frameWidth() + static_cast<int>(std::ceil(2 * document()->documentMargin()));
    const int wanted = lines * fontMetrics().lineSpacing() + around;
    return (wanted + gridStep - 1) / gridStep * gridStep;
}

void GrowingEdit::fit()
{
    const int lines = shownLines();
    setVerticalScrollBarPolicy(lines > m_mostLines ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    const int height = heightOf(std::clamp(lines, m_leastLines, m_mostLines));
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

QSize GrowingEdit::sizeHint() const
{
    return {QPlainTextEdit::sizeHint().width(), minimumHeight()};
}

QSize GrowingEdit::minimumSizeHint() const
{
    return {20 * gridStep, minimumHeight()};
}

void GrowingEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void GrowingEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace Viral
