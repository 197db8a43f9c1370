// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/runbutton.h"

#include "ui/jobs/joblistmodel.h"

#include <QActionGroup>
#include <QMenu>

namespace Viral {

RunButton::RunButton(QWidget *parent)
    : QToolButton(parent)
    , m_engines(new QActionGroup(this))
{
    setPopupMode(QToolButton::MenuButtonPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *menu = new QMenu(this);
    for (const RunKind kind : {RunKind::OpenAi, RunKind::RunPod, RunKind::Offline}) {
        const QString where = kind == RunKind::OpenAi   ? tr("OpenAI, from this computer")
                              : kind == RunKind::RunPod ? tr("RunPod endpoint")
                                                        : tr("Offline, by the words alone");
        QAction *action = m_engines->addAction(menu->addAction(where));
        action->setCheckable(true);
        action->setData(static_cast<int>(kind));
        connect(action, &QAction::triggered, this, [this, kind] {
            setEngine(kind);
            Q_EMIT engineChosen(kind);
        });
    }
    menu->addSeparator();
    setMenu(menu);
    showEngine();
}

void RunButton::setEngine(RunKind kind)
{
    m_engine = kind;
    showEngine();
}

void RunButton::addToMenu(QAction *action)
{
    menu()->addAction(action);
}

void RunButton::showEngine()
{
    for (QAction *action : m_engines->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_engine));
    if (QAction *action = defaultAction())
        action->setIconText(tr("Find moments · %1").arg(engineName(m_engine)));
}

} // namespace Viral
