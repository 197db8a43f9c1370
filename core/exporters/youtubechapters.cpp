// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/youtubechapters.h"

#include "core/base/timetext.h"
#include "core/exporters/exporttext.h"
#include "core/exporters/mediaend.h"
#include "core/exporters/onefile.h"

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto suffix = ".chapters.txt"_L1;
/// Fewer chapters, or a shorter one, and YouTube shows none at all.
constexpr qsizetype fewest = 3;
constexpr Milliseconds shortest = 10s;

struct Chapter
{
    Milliseconds start{0};
    QString title = {};
};

/// YouTube reads whole seconds only.
Milliseconds wholeSecond(Milliseconds time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(time);
}

class Chapters
{
public:
    void add(const Moment &moment)
    {
        const Milliseconds start = wholeSecond(moment.span.start);
        goOn(start);
        if (m_chapters.isEmpty() && start >= shortest)
            m_chapters.append({0ms, u"Beginning"_s});
        if (!m_chapters.isEmpty() && start < m_chapters.constLast().start + shortest) {
            m_leftOut.append(oneLine(moment.title));
            return;
        }
        m_chapters.append({m_chapters.isEmpty() ? 0ms : start, oneLine(moment.title)});
        m_end = std::max(m_end, wholeSecond(moment.span.end));
    }

    /// \a length is 0 when it is not known.
    void finish(Milliseconds length)
    {
        goOn(length);
        m_endsTooSoon = length > 0ms && !m_chapters.isEmpty() && length < m_chapters.constLast().start + shortest;
    }
    bool endsTooSoon() const { return m_endsTooSoon; }

    const QList<Chapter> &chapters() const { return m_chapters; }
    const QStringList &leftOut() const { return m_leftOut; }

private:
    /// A chapter for what is said between the last moment and \a next, where both get their ten seconds.
    void goOn(Milliseconds next)
    {
        if (m_chapters.isEmpty())
            return;
        const Milliseconds start = std::max(m_end, m_chapters.constLast().start + shortest);
        if (start + shortest <= next)
            m_chapters.append({start, u"The conversation goes on"_s});
    }

    QList<Chapter> m_chapters;
    QStringList m_leftOut;
    /// Where the latest moment ends.
    Milliseconds m_end{0};
    bool m_endsTooSoon = false;
};

QStringList warnings(const Chapters &chapters)
{
    QStringList sentences;
    for (const QString &title : chapters.leftOut())
        sentences.append(u"\"%1\" begins less than ten seconds after another chapter and is left out."_s.arg(title));
    if (chapters.endsTooSoon())
        sentences.append(u"The last chapter begins less than ten seconds before the end: YouTube will show none."_s);
    if (chapters.chapters().size() < fewest)
        sentences.append(u"YouTube shows chapters only from three on; these are %1."_s.arg(chapters.chapters().size()));
    return sentences;
}

Result<Exported> write(const Selects &selects, const ExportOptions &)
{
    Chapters chapters;
    for (const ReviewedMoment &moment : selects.moments)
        chapters.add(moment.current);
    chapters.finish(std::max(selects.media.facts.duration, selects.transcript.span().end));
    QString text;
    for (const Chapter &chapter : chapters.chapters())
        text += clockText(chapter.start) + u' ' + chapter.title + u'\n';
    return oneFile(selects, suffix, text.toUtf8(), behindTheEndWarnings(selects) + warnings(chapters));
}

} // namespace

ExportFormat youTubeChapters()
{
    return {.key = "youtube-chapters"_L1, .name = "YouTube chapters"_L1, .suffix = suffix, .write = write};
}

} // namespace Viral
