// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/cueparser.h"

#include <algorithm>

namespace Viral {

using namespace Qt::StringLiterals;

QStringView LineCursor::next()
{
    qsizetype length = 0;
    while (length < m_rest.size() && m_rest[length] != u'\n' && m_rest[length] != u'\r')
        ++length;
    const QStringView line = m_rest.left(length);
    const bool isPair = m_rest.mid(length, 2) == u"\r\n";
    m_rest = m_rest.mid(length + (isPair ? 2 : 1));
    return line;
}

namespace {

/// True for \a word alone on the line or followed by white space.
bool startsWithWord(QStringView line, QStringView word)
{
    return line.startsWith(word) && (line.size() == word.size() || line[word.size()].isSpace());
}

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

class CueParser
{
public:
    explicit CueParser(const CueSyntax &syntax)
        : m_syntax(syntax)
    {}

    void addLine(QStringView line);
    CueFile finished()
    {
        endCue();
        return std::move(m_file);
    }

private:
    void addTextLine(QStringView line);
    bool opensComment(QStringView line) const;
    void noteStitching(QStringView line);
    void dropNameOfNextCue();
    void dropNumberOfNextCue();
    void endCue();

    CueSyntax m_syntax;
    CueFile m_file;
    qsizetype m_lineNumber = 0;
    bool m_afterBlank = true;
    bool m_inComment = false;
};

bool CueParser::opensComment(QStringView line) const
{
    return m_syntax.isWebVtt && m_afterBlank &&
           (startsWithWord(line, u"NOTE") || line.trimmed() == "STYLE"_L1 || line.trimmed() == "REGION"_L1);
}

void CueParser::noteStitching(QStringView line)
{
    const bool secondFile = m_lineNumber > 1 && m_afterBlank && startsWithWord(line, u"WEBVTT");
    if (m_file.stitchedAtLine == 0 && (secondFile || line.startsWith("X-TIMESTAMP-MAP"_L1)))
        m_file.stitchedAtLine = m_lineNumber;
}

/// A name stands right above the timing line and below a blank one.
void CueParser::dropNameOfNextCue()
{
    auto &lines = m_file.cues.back().lines;
    if (lines.size() >= 2 && !lines.back().isEmpty() && lines[lines.size() - 2].isEmpty())
        lines.pop_back();
}

/// A number stands right above the timing line; in files whose line breaks were doubled there is a blank in between,
/// and then only the very number of the next cue is taken for one.
void CueParser::dropNumberOfNextCue()
{
    auto &lines = m_file.cues.back().lines;
    if (lines.empty())
        return;
    if (isNumber(lines.back().trimmed())) {
        lines.pop_back();
        return;
    }
    const std::size_t count = lines.size();
    const bool doubled = count >= 3 && lines[count - 1].isEmpty() && lines[count - 3].isEmpty();
    if (doubled && lines[count - 2].trimmed() == QString::number(m_file.cues.size() + 1))
        lines.resize(count - 2);
}

void CueParser::endCue()
{
    if (!m_file.cues.empty())
        std::erase_if(m_file.cues.back().lines, [](QStringView line) { return line.trimmed().isEmpty(); });
}

void CueParser::addTextLine(QStringView line)
{
    noteStitching(line);
    if (m_inComment) {
        m_inComment = !line.isEmpty();
        m_file.header.push_back(line);
    } else if (opensComment(line)) {
        m_inComment = true;
        m_file.header.push_back(line);
    } else if (m_file.cues.empty()) {
        m_file.header.push_back(line);
    } else {
        m_file.cues.back().lines.push_back(line);
    }
}

void CueParser::addLine(QStringView line)
{
    ++m_lineNumber;
    const std::optional<CueTiming> timing = m_syntax.parseTiming(line);
    if (!timing) {
        addTextLine(line);
        m_afterBlank = line.isEmpty();
        return;
    }
    if (!m_file.cues.empty()) {
        m_syntax.isWebVtt ? dropNameOfNextCue() : dropNumberOfNextCue();
        endCue();
    }
    m_inComment = false;
    m_afterBlank = false;
    m_file.cues.push_back({timing->start, timing->end, {}});
    m_file.repairs.add(Repair::OddClock, timing->oddTimes);
}

} // namespace

CueFile parseCues(QStringView text, const CueSyntax &syntax)
{
    CueParser parser(syntax);
    for (LineCursor lines(text); !lines.atEnd();)
        parser.addLine(lines.next());
    return parser.finished();
}

} // namespace Viral
