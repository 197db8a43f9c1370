// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/headline.h"

#include "core/analysis/offline/phrasing.h"
#include "core/analysis/settings.h"
#include "core/base/text.h"

#include <algorithm>

namespace Viral::Offline {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 68;
/// A hook shorter than this takes the next sentence along.
constexpr qsizetype shortHook = 60;
/// Clauses of one sentence that are looked at.
constexpr std::size_t mostClauses = 24;

struct Headline
{
    QString text;
    double worth = 0;
};

/// A part of a sentence as a possible title.
struct Part
{
    QStringView text;
    bool isWhole = true;
    bool endsSentence = true;
};

std::vector<qsizetype> clauseEnds(QStringView sentence)
{
    std::vector<qsizetype> ends;
    for (qsizetype at = 0; at < sentence.size() && ends.size() < mostClauses; ++at) {
        const QChar c = sentence[at];
        const bool spaced = at + 1 < sentence.size() && sentence[at + 1].isSpace();
        const bool mark = (c == u',' || c == u';' || c == u':') ? spaced : c == u'—' || c == u'–';
        if (mark || c == u'、' || c == u'，' || c == u'،')
            ends.push_back(at);
    }
    ends.push_back(sentence.size());
    return ends;
}

/// The whole sentence and every run of its clauses that is short enough for a title.
std::vector<Part> partsOf(QStringView sentence)
{
    std::vector<Part> parts;
    const std::vector<qsizetype> ends = clauseEnds(sentence);
    qsizetype begin = 0;
    for (std::size_t first = 0; first < ends.size(); ++first) {
        for (std::size_t last = first; last < ends.size() && ends[last] - begin <= longestTitle + 8; ++last) {
            const bool whole = first == 0 && last + 1 == ends.size();
            parts.push_back({sentence.sliced(begin, ends[last] - begin).trimmed(), whole, last + 1 == ends.size()});
        }
        begin = std::min(ends[first] + 1, sentence.size());
    }
    return parts;
}

int countOf(const ScannedText &text, Marks marks)
{
    return static_cast<int>(std::count_if(text.tokens.cbegin(), text.tokens.cend(),
                                          [marks](const Token &token) { return token.marks & marks; }));
}

double lengthWorth(double words)
{
    if (words < 3)
        return -0.9;
    if (words < 4)
        return -0.2;
    return words <= 10 ? 0.4 : words <= 13 ? 0.1 : -0.3;
}

double openingWorth(const ScannedText &text, bool isWhole, bool asks)
{
    const Marks opening = text.tokens.front().marks;
    double worth = 0;
    if (opening & PointsBack)
        worth -= 0.9;
    if (!isWhole && !asks && (opening & Subordinate))
        worth -= 1.1;
    if (asks && (opening & Asking))
        worth += 0.3;
    worth -= 0.15 * std::max(0, countOf(text, PointsBack) - (opening & PointsBack ? 1 : 0));
    return worth;
}

double worthOf(const Part &part, const ScannedText &text, const Line &line, bool isEarly, bool hasLists)
{
    const double words = text.marks.unspaced > 0 ? text.marks.unspaced / 2.0 : static_cast<double>(text.tokens.size());
    const int content = static_cast<int>(text.tokens.size()) - countOf(text, FunctionWord);
    const bool opensAsking = text.tokens.front().marks & Asking;
    const bool asks = line.asks && part.endsSentence && (part.isWhole || opensAsking);
    const double share = part.isWhole ? 1.0 : 0.8;
    double worth = share * (1.1 * line.subject + 0.5 * line.weight) + lengthWorth(words);
    worth += openingWorth(text, part.isWhole, asks);
    worth += asks ? 0.6 : 0;
    worth -= asks && !opensAsking && hasLists ? 0.35 : 0;
    worth -= text.tokens.back().marks & DanglingEnd ? 1.0 : 0;
    worth += asks && isEarly ? 0.4 : 0;
    worth -= part.isWhole ? 0 : 0.35;
    worth -= line.asks && !part.endsSentence ? 0.6 : 0;
    worth -= line.isUnfinished && part.endsSentence ? 0.4 : 0;
    worth -= isBalanced(part.text) ? 0 : 1.5;
    worth -= countOf(text, Advert) > 0 ? 1.0 : 0;
    if (hasLists)
        worth -= content < 1 ? 2.0 : content < 2 ? 0.8 : 0;
    return worth;
}

void addHeadlines(std::vector<Headline> &headlines, const Line &line, bool isEarly, const Lexicon &lexicon)
{
    for (Part part : partsOf(line.text)) {
        part.text = withoutEndMarks(withoutLeadIn(part.text, lexicon));
        if (part.text.isEmpty() || codePointCount(part.text) > longestTitle)
            continue;
        const ScannedText text = scanned(part.text, lexicon);
        if (!text.tokens.empty())
            headlines.push_back(
                {capitalised(part.text), worthOf(part, text, line, isEarly, lexicon.language() != nullptr)});
    }
}

/// For sentences without any clause short enough.
QString cutTitle(const Line &line, const Lexicon &lexicon)
{
    const QStringView sentence = withoutLeadIn(line.text, lexicon);
    const QString cut = capitalised(withoutEndMarks(cutText(sentence, longestTitle, lexicon)));
    return cut.isEmpty() ? line.text.left(longestTitle) : cut;
}

/// Under this a cut of the strongest sentence reads better than the best clause.
constexpr double leastWorth = -0.4;

} // namespace

QString hookOf(const std::vector<Line> &lines, const Lexicon &lexicon)
{
    if (lines.empty())
        return {};
    QString hook = capitalised(withoutLeadIn(lines.front().text, lexicon));
    for (std::size_t next = 1; next < lines.size() && codePointCount(hook) < shortHook; ++next) {
        const bool sameSpeaker = lines[next].speaker == lines[next - 1].speaker;
        const QString longer = hook + (sameSpeaker ? u" "_s : u" — "_s) + lines[next].text;
        if (codePointCount(longer) > hookLimit)
            break;
        hook = longer;
    }
    return cutText(hook, hookLimit, lexicon);
}

QString titleOf(const std::vector<Line> &lines, const Lexicon &lexicon, QSet<QString> &used)
{
    if (lines.empty())
        return {};
    std::vector<Headline> headlines;
    for (std::size_t line = 0; line < lines.size(); ++line)
        addHeadlines(headlines, lines[line], line < 4, lexicon);
    std::stable_sort(headlines.begin(), headlines.end(),
                     [](const Headline &a, const Headline &b) { return a.worth > b.worth; });
    headlines.erase(
        std::find_if(headlines.begin(), headlines.end(), [](const Headline &h) { return h.worth < leastWorth; }),
        headlines.end());
    headlines.push_back({cutTitle(*strongestLine(lines), lexicon), 0});

    const auto isNew = [&used](const Headline &headline) { return !used.contains(headline.text.toCaseFolded()); };
    const auto found = std::find_if(headlines.cbegin(), headlines.cend(), isNew);
    const QString title = found != headlines.cend() ? found->text : headlines.front().text;
    used.insert(title.toCaseFolded());
    return title;
}

} // namespace Viral::Offline
