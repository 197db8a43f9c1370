// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/costdesk.h"

#include "core/run/pricebook.h"
#include "ui/commands/actions.h"
#include "ui/panels/costpanel.h"
#include "ui/player/transport.h"
#include "ui/shell/jobdesk.h"

#include <QMainWindow>

namespace Viral {

CostDesk::CostDesk(const Parts &parts)
    : QObject(&parts.window)
{
    CostPanel *panel = &parts.panel;
    parts.actions.on(Command::CopyCost, panel, [panel] { panel->copy(); });
    parts.actions.on(Command::ExportCost, panel, [panel] { panel->exportCsv(); });
    connect(panel, &CostPanel::placeRequested, &parts.transport, &PlayerTransport::seek);
    connect(panel, &CostPanel::message, this, &CostDesk::message);
    connect(panel, &CostPanel::failed, this, &CostDesk::failed);
    panel->setPrices(parts.desk ? parts.desk->prices() : builtInPrices());
    if (parts.desk)
        connect(parts.desk, &RunDesk::experienceChanged, panel,
                [panel, desk = parts.desk] { panel->setPrices(desk->prices()); });
    if (parts.jobs)
        connect(parts.jobs, &JobDesk::quoteChecked, panel, &CostPanel::setQuoteCheck);
}

} // namespace Viral
