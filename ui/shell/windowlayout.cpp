// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowlayout.h"

#include "ui/style/metrics.h"

#include <QDockWidget>
#include <QHash>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>
#include <QToolBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr QSize usualSize{1440, 900};

/// As wide or high as the text wants, up to a share of the window.
int usualExtent(double ems, const QMainWindow &window, double share, int whole)
{
    return static_cast<int>(std::min(ems * window.fontMetrics().height(), share * whole)) / gridStep * gridStep;
}

void giveDocksUsualSizes(QMainWindow &window)
{
    const auto dock = [&window](const QString &id) { return window.findChild<QDockWidget *>(id); };
    window.resizeDocks({dock(u"dock.moments"_s), dock(u"dock.inspector"_s)},
                       {usualExtent(18, window, 0.25, window.width()), usualExtent(21, window, 0.29, window.width())},
                       Qt::Horizontal);
    window.resizeDocks({dock(u"dock.timeline"_s)}, {usualExtent(15.5, window, 0.36, window.height())}, Qt::Vertical);
}

/// Bars come and go with what happens in the window, and not with how another one was left.
void restoreDocks(QMainWindow &window, const QByteArray &state)
{
    QHash<QToolBar *, bool> areHidden;
    for (QToolBar *bar : window.findChildren<QToolBar *>(QString(), Qt::FindDirectChildrenOnly))
        areHidden.insert(bar, bar->isHidden());
    window.restoreState(state);
    for (auto bar = areHidden.cbegin(); bar != areHidden.cend(); ++bar)
        bar.key()->setHidden(bar.value());
}

} // namespace

QSize firstSize(const QSize &available)
{
    // A window manager puts a title and frames around it, and not every desktop has one that holds the window.
    const QSize room = available - QSize(2 * gridStep, 10 * gridStep);
    return usualSize.boundedTo(room.expandedTo({1, 1}));
}

void restoreLayout(QMainWindow &window, bool remembers, const QSize &wanted)
{
    const QSettings settings;
    const QByteArray place = remembers ? settings.value(u"window/geometry"_s).toByteArray() : QByteArray();
    if (!window.restoreGeometry(place))
        window.resize(firstSize(window.screen()->availableSize()));
    if (wanted.isValid())
        window.resize(wanted);
    giveDocksUsualSizes(window);
    if (remembers)
        restoreDocks(window, settings.value(u"window/docks"_s).toByteArray());
}

void rememberLayout(const QMainWindow &window, bool withDocks)
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, window.saveGeometry());
    if (withDocks)
        settings.setValue(u"window/docks"_s, window.saveState());
}

} // namespace Viral
