// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/docktitle.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace Viral {

DockTitle::DockTitle(QDockWidget *dock)
    : QWidget(dock)
{
    auto *title = new QLabel(dock->windowTitle());
    title->setFont(sized(font(), TextSize::Small, TextWeight::Strong));
    title->setForegroundRole(QPalette::PlaceholderText);
    auto *close = new QToolButton;
    close->setIcon(icon(Icon::Close));
    close->setIconSize({smallIcon - gridStep, smallIcon - gridStep});
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::NoFocus);
    close->setToolTip(tr("Hide “%1”").arg(dock->windowTitle()));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, dock, &QWidget::hide);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(normalGap, smallGap, smallGap, smallGap);
    layout->addWidget(title);
    layout->addStretch();
    layout->addWidget(close);
}

} // namespace Viral
