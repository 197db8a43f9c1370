// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handovermemory.h"

#include "ui/handover/handoverformat.h"
#include "ui/handover/handoveroptions.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

const QString group = QStringLiteral("handOver/");

/// With its separator, which may be that of another system.
QString folderPart(const QString &path)
{
    static const QRegularExpression separator(u"[/\\\\]"_s);
    return path.left(path.lastIndexOf(separator) + 1);
}

} // namespace

HandOverChoice HandOverMemory::choice(const QString &mediaPath) const
{
    HandOverChoice choice;
    if (!m_settings)
        return choice;
    const auto number = [this](const char *key, int most) {
        return std::clamp(m_settings->value(group + QLatin1StringView(key)).toInt(), 0, most);
    };
    const QString format = m_settings->value(group + u"format"_s).toString();
    if (handOverFormat(format))
        choice.format = format;
    choice.handOver = m_settings->value(group + u"keptOnly"_s).toBool() ? HandOver::KeptOnly : HandOver::All;
    choice.options.shape = shapeFromKey(m_settings->value(group + u"shape"_s).toString()).value_or(TimelineShape::Reel);
    choice.options.handles = number("handles", mostPictures);
    choice.options.gap = number("gap", mostPictures);
    choice.cutStyle = m_settings->value(group + u"instant"_s).toBool() ? CutStyle::Instant : CutStyle::Exact;
    const QString elsewhere = m_settings->value(group + u"mediaFolder"_s).toString();
    if (!elsewhere.isEmpty() && !mediaPath.isEmpty())
        choice.mediaElsewhere = elsewhere + QFileInfo(mediaPath).fileName();
    return choice;
}

void HandOverMemory::note(const HandOverChoice &choice)
{
    if (!m_settings)
        return;
    m_settings->setValue(group + u"format"_s, choice.format);
    m_settings->setValue(group + u"keptOnly"_s, choice.handOver == HandOver::KeptOnly);
    m_settings->setValue(group + u"shape"_s, QString(shapeKey(choice.options.shape)));
    m_settings->setValue(group + u"handles"_s, choice.options.handles);
    m_settings->setValue(group + u"gap"_s, choice.options.gap);
    m_settings->setValue(group + u"instant"_s, choice.cutStyle == CutStyle::Instant);
    m_settings->setValue(group + u"mediaFolder"_s, folderPart(choice.mediaElsewhere));
}

QString HandOverMemory::folder(const QString &format) const
{
    return m_settings ? m_settings->value(group + u"folder/"_s + format).toString() : QString();
}

void HandOverMemory::noteFolder(const QString &format, const QString &folder)
{
    if (m_settings)
        m_settings->setValue(group + u"folder/"_s + format, folder);
}

} // namespace Viral
