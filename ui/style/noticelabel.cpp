// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/noticelabel.h"

#include "ui/style/palette.h"

#include <QEvent>
#include <QScopedValueRollback>

namespace Viral {

NoticeLabel::NoticeLabel(Kind kind, QWidget *parent)
    : QLabel(parent)
    , m_kind(kind)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    dress();
}

void NoticeLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isDressing)
        dress();
}

void NoticeLabel::dress()
{
    const QScopedValueRollback guard(m_isDressing, true);
    QPalette dressed = palette();
    const Colours &colours = coloursFor(dressed);
    dressed.setColor(QPalette::WindowText, m_kind == Kind::Trouble ? colours.danger : colours.caution);
    setPalette(dressed);
}

} // namespace Viral
