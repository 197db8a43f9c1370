// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/cueclock.h"
#include "core/ingest/repairs.h"

#include <QStringView>

#include <vector>

namespace Viral {

/// Lines of a text, ended by CR, LF or CR LF, one after the other.
class LineCursor
{
public:
    explicit LineCursor(QStringView text)
        : m_rest(text)
    {}

    bool atEnd() const { return m_rest.isEmpty(); }
    /// The next line without its end; only while not atEnd().
    QStringView next();

private:
    QStringView m_rest;
};

/// One cue with its lines as written; views into the text that was parsed.
struct Cue
{
    Milliseconds start{0};
    Milliseconds end{0};
    std::vector<QStringView> lines = {};
};

/// How the formats that are made of cues differ.
struct CueSyntax
{
    std::optional<CueTiming> (*parseTiming)(QStringView line) = nullptr;
    /// WebVTT: NOTE, STYLE and REGION blocks, a name of any kind in front of the timing line.
    bool isWebVtt = false;
};

/// A text taken apart into cues.
struct CueFile
{
    /// Lines before the first cue, and comments.
    std::vector<QStringView> header;
    std::vector<Cue> cues;
    Repairs repairs = {};
    /// Line (from 1) at which a second WebVTT file or a transport stream's clock begins; 0 when there is none.
    qsizetype stitchedAtLine = 0;
};

/// Takes cues from one timing line to the next, so that blank lines inside a cue and missing numbers do no harm.
CueFile parseCues(QStringView text, const CueSyntax &syntax);

} // namespace Viral
