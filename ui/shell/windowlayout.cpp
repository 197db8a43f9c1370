// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowlayout.h"

#include "ui/style/metrics.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr QSize usualSize{1440, 900};

void giveDocksUsualSizes(QMainWindow &window)
{
    const auto dock = [&window](const QString &id) { return window.findChild<QDockWidget *>(id); };
    window.resizeDocks({dock(u"dock.moments"_s), dock(u"dock.inspector"_s)}, {80 * gridStep, 92 * gridStep},
                       Qt::Horizontal);
    window.resizeDocks({dock(u"dock.timeline"_s)}, {68 * gridStep}, Qt::Vertical);
}

} // namespace

void restoreLayout(QMainWindow &window, bool remembers)
{
    const QSettings settings;
    const QByteArray place = remembers ? settings.value(u"window/geometry"_s).toByteArray() : QByteArray();
    if (!window.restoreGeometry(place))
        window.resize(usualSize);
    giveDocksUsualSizes(window);
    if (remembers)
        window.restoreState(settings.value(u"window/docks"_s).toByteArray());
}

void rememberLayout(const QMainWindow &window, bool withDocks)
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, window.saveGeometry());
    if (withDocks)
        settings.setValue(u"window/docks"_s, window.saveState());
}

} // namespace Viral
