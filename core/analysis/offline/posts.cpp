// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/posts.h"

#include "core/analysis/offline/languagetexts.h"
#include "core/analysis/offline/phrasing.h"
#include "core/base/text.h"
#include "core/contract/platform.h"

#include <algorithm>
#include <optional>

namespace Viral::Offline {

using namespace Qt::StringLiterals;

namespace {

/// What each platform's post is made of, beside strong sentences.
struct Taste
{
    Platform platform;
    double fromTheStart = 0; ///< begins where the clip begins
    double theQuote = 0;     ///< holds the strongest sentence
    double advice = 0;       ///< holds rules and recommendations
    double exchange = 0;     ///< lets two people talk
    double length = 0;       ///< fills the space there is
};

/// In the order of making: what one has used, the next ones avoid.
constexpr Taste tastes[] = {
    {Platform::Twitter, 0.3, 0.9, 0.2, 0.2, 0.6},        {Platform::Linkedin, 0.0, 0.3, 0.8, 0.0, 1.4},
    {Platform::InstagramReels, 0.8, 0.2, 0.0, 0.2, 1.4}, {Platform::Tiktok, 0.3, 0.0, 0.0, 0.5, 0.7},
    {Platform::YoutubeShorts, 0.3, 0.3, 0.0, 0.2, 0.6},
};
constexpr double reuseCost = 0.7;
/// The service counts wide characters twice.
constexpr int wideTwitterLimit = 140;

/// Lines [first, end) as a post.
struct Passage
{
    std::size_t first = 0;
    std::size_t end = 0;
    double worth = 0;
};

double worthOfLine(const Line &line)
{
    return 0.1 + line.weight + 0.8 * line.subject;
}

class PostWriter
{
public:
    PostWriter(const std::vector<Line> &lines, const Reading &reading)
        : m_lines(lines)
        , m_reading(reading)
        , m_quotes(quotesOf(reading.language()))
        , m_strongest(static_cast<std::size_t>(strongestLine(lines) - lines.data()))
        , m_uses(lines.size())
    {}

    QString write(const Taste &taste)
    {
        const int limit = limitOf(taste.platform);
        std::optional<Passage> best;
        for (std::size_t first = 0; first < m_lines.size(); ++first)
            tryFrom(first, taste, limit, best);
        if (!best)
            return cutText(opened(m_lines[m_strongest]), limit, m_reading.lexicon());
        for (std::size_t line = best->first; line < best->end; ++line)
            ++m_uses[line];
        return textOf(*best);
    }

private:
    int limitOf(Platform platform) const
    {
        const bool wide = m_reading.unit(m_lines.front().unit).marks.unspaced > 0;
        return platform == Platform::Twitter && wide ? wideTwitterLimit : platformLimit(platform);
    }

    QString opened(const Line &line) const { return capitalised(withoutLeadIn(line.text, m_reading.lexicon())); }

    void tryFrom(std::size_t first, const Taste &taste, int limit, std::optional<Passage> &best) const
    {
        double inside = openingWorth(m_lines[first], first, taste);
        int length = 0;
        int stretches = 0;
        for (std::size_t end = first + 1; end <= m_lines.size(); ++end) {
            const Line &line = m_lines[end - 1];
            const bool changes = end - 1 == first || line.speaker != m_lines[end - 2].speaker;
            stretches += changes ? 1 : 0;
            length += line.length + (end - 1 == first ? 0 : 1) + (changes ? 2 : 0);
            if (length - (stretches == 1 ? 2 : 0) > limit)
                break;
            inside += insideWorth(end - 1, taste) + (changes && end - 1 > first ? taste.exchange : 0);
            const double fill = taste.length * length / limit;
            const double worth = inside + endingWorth(line) + fill;
            if (!best || worth > best->worth)
                best = Passage{first, end, worth};
        }
    }

    double openingWorth(const Line &line, std::size_t first, const Taste &taste) const
    {
        const Standing standing = m_reading.unit(line.unit).standing;
        double worth = first == 0 ? taste.fromTheStart : 0.0;
        worth -= line.pointsBack || standing == Standing::PointsBack ? 0.8 : 0;
        worth -= standing == Standing::Answer || standing == Standing::Continuation ? 0.9 : 0;
        worth -= standing == Standing::Loose && line.asks ? 0.6 : 0;
        worth -= m_reading.unit(line.unit).words < 4 ? 0.6 : 0;
        worth += line.asks ? 0.4 : 0;
        return worth;
    }

    static double endingWorth(const Line &line)
    {
        return (line.asks ? -0.8 : 0.0) + (line.isUnfinished || line.breaksOff ? -0.8 : 0.0) +
               (line.quotability > 0.8 ? 0.4 : 0.0);
    }

    double insideWorth(std::size_t number, const Taste &taste) const
    {
        const Line &line = m_lines[number];
        const double advice = value(m_reading.unit(line.unit).features, Feature::Advice) > 0 ? taste.advice : 0;
        const double quote = number == m_strongest && m_uses[number] == 0 ? taste.theQuote : 0;
        return worthOfLine(line) * (1.0 - reuseCost * std::min(2, m_uses[number])) + advice + quote - 0.25;
    }

    QString textOf(const Passage &passage) const
    {
        const bool talk = std::any_of(m_lines.begin() + static_cast<std::ptrdiff_t>(passage.first),
                                      m_lines.begin() + static_cast<std::ptrdiff_t>(passage.end),
                                      [&](const Line &line) { return line.speaker != m_lines[passage.first].speaker; });
        QString text;
        for (std::size_t number = passage.first; number < passage.end; ++number) {
            const Line &line = m_lines[number];
            const bool begins = number == passage.first || line.speaker != m_lines[number - 1].speaker;
            const bool ends = number + 1 == passage.end || line.speaker != m_lines[number + 1].speaker;
            if (number > passage.first)
                text += u' ';
            if (talk && begins)
                text += m_quotes.opening;
            text += number == passage.first ? opened(line) : line.text;
            if (talk && ends)
                text += m_quotes.closing;
        }
        return text;
    }

    const std::vector<Line> &m_lines;
    const Reading &m_reading;
    QuoteMarks m_quotes;
    std::size_t m_strongest = 0;
    std::vector<int> m_uses;
};

} // namespace

QList<ProposedPost> postsOf(const std::vector<Line> &lines, const Reading &reading)
{
    QList<ProposedPost> posts;
    if (lines.empty())
        return posts;
    PostWriter writer(lines, reading);
    for (const Taste &taste : tastes)
        posts.append({platformKey(taste.platform), writer.write(taste)});
    return posts;
}

} // namespace Viral::Offline
