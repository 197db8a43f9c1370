// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exporters/cutplan.h"

#include <QString>

namespace Viral {

/// An edit list has three digits for its events.
inline constexpr qsizetype mostEdlEvents = 999;

/// The lines of one CMX 3600 edit list, each ended by CR LF. Columns are strict: every label has eleven characters and
/// begins again after 24 hours.
class EdlText
{
public:
    EdlText(const QString &title, const CutPlan &plan);

    /// The next event, a cut. Source pictures are counted from the label 00:00:00:00, so with the start timecode;
    /// record pictures too.
    void event(QStringView reel, QLatin1StringView channels, FrameSpan source, FrameSpan record);
    /// One line as it is.
    void line(const QString &text);
    /// "* KEY: text", cut to what a line holds; nothing without text.
    void comment(QLatin1StringView key, const QString &text);

    QString label(qint64 frame) const;
    /// Pictures from 01:00:00:00, where the record side begins, to midnight.
    qint64 room() const { return 23 * m_hour; }
    qint64 recordStart() const { return m_hour; }
    QByteArray bytes() const { return m_text.toUtf8(); }

private:
    FrameRate m_rate;
    bool m_dropsFrames;
    qint64 m_hour;
    int m_events = 0;
    QString m_text;
};

/// Fails for rates whose picture numbers need more than two digits.
Result<void> edlCanCount(const FrameRate &rate);

/// Warnings that go for every edit list of this plan: it says nothing of its own rate.
QStringList edlWarnings(const CutPlan &plan);

/// The names of \a count edit lists: "Talk.edl", or "Talk 1 of 3.edl" and so on; \a kind stands behind the name however
/// long that is.
QString edlFileName(const QString &name, qsizetype index, qsizetype count, const QString &kind = {});

} // namespace Viral
