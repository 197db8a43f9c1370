// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/growingedit.h"

#include "ui/style/metrics.h"

#include <QEvent>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <cmath>
#include <utility>

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

double GrowingEdit::heightOf(int lines) const
{
    return lines * fontMetrics().lineSpacing() + 2 * document()->documentMargin();
}

double GrowingEdit::textHeight() const
{
    // The last block counts the margin below it.
    double height = document()->documentMargin();
    // A text of many lines is not broken to its end.
    for (QTextBlock block = document()->begin(); block.isValid() && height <= heightOf(m_mostLines);
         block = block.next())
        height += blockBoundingRect(block).height();
    return height;
}

void GrowingEdit::fit()
{
    const double text = textHeight();
    const double most = heightOf(m_mostLines);
    setVerticalScrollBarPolicy(text > most ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    const int wanted = static_cast<int>(std::ceil(std::clamp(text, heightOf(m_leastLines), most))) + 2 * frameWidth();
    const int height = (wanted + gridStep - 1) / gridStep * gridStep;
    if (std::exchange(m_height, height) != height)
        updateGeometry();
}

QSize GrowingEdit::sizeHint() const
{
    return {QPlainTextEdit::sizeHint().width(), m_height};
}

QSize GrowingEdit::minimumSizeHint() const
{
    return {20 * gridStep, m_height};
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
