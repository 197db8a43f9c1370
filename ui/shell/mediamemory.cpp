// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mediamemory.h"

#include "ui/style/timedisplay.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Viral {

QString MediaMemory::orderKey() const
{
    return m_group + u"/order"_s;
}

QString MediaMemory::keyOf(const QString &review) const
{
    return m_group + u"/path/"_s + QString::fromLatin1(review.toUtf8().toHex());
}

void MediaMemory::note(const ReviewId &review, const QString &path)
{
    if (review.isEmpty())
        return;
    QStringList order = m_settings.value(orderKey()).toStringList();
    order.removeAll(review.value);
    order.append(review.value);
    while (order.size() > most)
        m_settings.remove(keyOf(order.takeFirst()));
    m_settings.setValue(orderKey(), order);
    m_settings.setValue(keyOf(review.value), path);
}

std::optional<QString> MediaMemory::chosenFor(const ReviewId &review) const
{
    const QString key = keyOf(review.value);
    return m_settings.contains(key) ? std::optional(m_settings.value(key).toString()) : std::nullopt;
}

void rememberTimes(TimeDisplay &display, QSettings &settings)
{
    const QString style = u"time/style"_s;
    const QString source = u"time/asTheCameraCounted"_s;
    const int kept = settings.value(style, 0).toInt();
    display.setStyle(kept == static_cast<int>(TimeStyle::DropFrame) ? TimeStyle::DropFrame
                     : kept == static_cast<int>(TimeStyle::Frames)  ? TimeStyle::Frames
                                                                    : TimeStyle::Clock);
    display.setShowsSourceTime(settings.value(source, false).toBool());
    QObject::connect(&display, &TimeDisplay::changed, &display, [&display, &settings, style, source] {
        settings.setValue(style, static_cast<int>(display.style()));
        settings.setValue(source, display.showsSourceTime());
    });
}

} // namespace Viral
