// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

#include <QCoreApplication>
#include <QList>

namespace Viral {

/// Where a format stands in the list.
enum class HandOverGroup
{
    EditingPrograms,
    Captions,
    Sheets,
    Clips,
};

/// Which options change what a format writes.
struct HeededOptions
{
    bool shape = false;
    bool handles = false;
    bool gap = false;
    bool rate = false;
    /// The media's name on the editing computer.
    bool mediaElsewhere = false;
    bool cutStyle = false;

    bool operator==(const HeededOptions &) const = default;
};

/// A format as the window offers it: one of core's, or clips that ffmpeg cuts.
struct HandOverFormat
{
    Q_DECLARE_TR_FUNCTIONS(Viral::HandOverFormat)

public:
    /// The word of --format; "clips" for those.
    QString key = {};
    HandOverGroup group = HandOverGroup::Sheets;
    /// Null for clips.
    const ExportFormat *writer = nullptr;

    bool isClips() const { return !writer; }
    bool needsMedia() const { return !writer || writer->needsMedia; }
    bool needsRate() const { return writer && writer->needsRate; }
    bool needsTranscript() const { return writer && writer->needsTranscript; }
    /// Its file is text that makes sense on the clipboard.
    bool isText() const;
    HeededOptions heeds(TimelineShape shape) const;
    /// With its dot; empty for clips.
    QString suffix() const;

    /// In the language of the window.
    QString name() const;
    /// What takes it, in a line; empty for one that the window does not know.
    QString takers() const;
    /// The same for a whole group.
    static QString groupName(HandOverGroup group);
};

/// All of core's formats and the clips, group by group.
const QList<HandOverFormat> &handOverFormats();
/// Null for a word that is no format.
const HandOverFormat *handOverFormat(QStringView key);

} // namespace Viral
