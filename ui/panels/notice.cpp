// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/notice.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace Viral {

Notice::Notice(QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLabel)
    , m_text(new QLabel)
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFont(sized(font(), TextSize::Small));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(smallGap);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    showSign();
    hide();
}

void Notice::setText(const QString &text)
{
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::showSign()
{
    m_sign->setPixmap(
        icon(Icon::Warning, coloursFor(palette()).caution).pixmap(QSize(smallIcon, smallIcon), devicePixelRatioF()));
}

void Notice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showSign();
}

} // namespace Viral
