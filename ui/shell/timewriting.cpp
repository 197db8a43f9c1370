// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/timewriting.h"

#include "ui/panels/comparepanel.h"
#include "ui/panels/costpanel.h"
#include "ui/panels/funnelpanel.h"
#include "ui/panels/historypanel.h"
#include "ui/panels/momentspanel.h"
#include "ui/panels/scorespanel.h"
#include "ui/panels/wordspanel.h"
#include "ui/style/timedisplay.h"

#include <QMainWindow>

namespace Viral {

namespace {

template <typename Panel>
void writeIn(const TimeDisplay &display, QMainWindow &window)
{
    for (Panel *panel : window.findChildren<Panel *>()) {
        QObject::connect(&display, &TimeDisplay::changed, panel,
                         [panel, &display] { panel->setTimes(display.format()); });
        panel->setTimes(display.format());
    }
}

} // namespace

void writeTimesAs(const TimeDisplay &display, QMainWindow &window)
{
    writeIn<MomentsPanel>(display, window);
    writeIn<ScoresPanel>(display, window);
    writeIn<WordsPanel>(display, window);
    writeIn<CostPanel>(display, window);
    writeIn<FunnelPanel>(display, window);
    writeIn<HistoryPanel>(display, window);
    writeIn<ComparePanel>(display, window);
}

} // namespace Viral
