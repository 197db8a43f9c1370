// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/weightedlength.h"

#include "core/analysis/webaddress.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <array>
#include <vector>

namespace Viral {

namespace {

constexpr int webAddressWeight = 23;
constexpr int emojiWeight = 2;
constexpr char32_t joiner = 0x200d;
constexpr char32_t emojiStyle = 0xfe0f;
constexpr char32_t keycap = 0x20e3;

struct CodePoints
{
    char32_t first = 0;
    char32_t last = 0;
    constexpr bool contains(char32_t codePoint) const { return first <= codePoint && codePoint <= last; }
};

/// What counts one; everything else counts two.
constexpr std::array lightRanges{CodePoints{0, 4351}, CodePoints{8192, 8205}, CodePoints{8208, 8223},
                                 CodePoints{8242, 8247}};

/// What may begin an emoji or stand behind a joiner. Single ones weigh two anyway; the ranges only tell what a sequence
/// is made of.
constexpr std::array emojiRanges{
    CodePoints{0x1f000, 0x1f1e5}, CodePoints{0x1f200, 0x1f3fa}, CodePoints{0x1f400, 0x1faff},
    CodePoints{0x2190, 0x21ff},   CodePoints{0x2300, 0x23ff},   CodePoints{0x24c2, 0x24c2},
    CodePoints{0x25a0, 0x27bf},   CodePoints{0x2900, 0x297f},   CodePoints{0x2b00, 0x2bff},
    CodePoints{0x203c, 0x203c},   CodePoints{0x2049, 0x2049},   CodePoints{0x2122, 0x2122},
    CodePoints{0x2139, 0x2139},   CodePoints{0x3030, 0x3030},   CodePoints{0x303d, 0x303d},
    CodePoints{0x3297, 0x3299},
};

constexpr CodePoints regionalIndicators{0x1f1e6, 0x1f1ff};
constexpr CodePoints skinTones{0x1f3fb, 0x1f3ff};
constexpr CodePoints tags{0xe0020, 0xe007f};

template <typename Ranges>
bool isIn(const Ranges &ranges, char32_t codePoint)
{
    return std::any_of(ranges.begin(), ranges.end(),
                       [codePoint](const CodePoints &range) { return range.contains(codePoint); });
}

int weightOf(char32_t codePoint)
{
    return isIn(lightRanges, codePoint) ? 1 : 2;
}

/// Reads emoji sequences out of a list of code points.
class EmojiReader
{
public:
    explicit EmojiReader(const QList<uint> &text)
        : m_text(text)
    {}

    /// Number of code points of the emoji at \a position, 0 when there is none.
    qsizetype lengthAt(qsizetype position) const
    {
        if (regionalIndicators.contains(at(position)))
            return regionalIndicators.contains(at(position + 1)) ? 2 : 1;
        if (const qsizetype length = keycapAt(position))
            return length;
        if (!isEmojiStart(position))
            return 0;
        qsizetype end = endOfElement(position);
        while (at(end) == joiner && isEmojiStart(end + 1))
            end = endOfElement(end + 1);
        return end - position;
    }

private:
    char32_t at(qsizetype position) const { return position < m_text.size() ? m_text[position] : 0; }

    bool isEmojiStart(qsizetype position) const
    {
        // © and ® are emoji only when they are asked for in colour.
        const bool isSign = at(position) == 0xa9 || at(position) == 0xae;
        return isIn(emojiRanges, at(position)) || (isSign && at(position + 1) == emojiStyle);
    }

    qsizetype keycapAt(qsizetype position) const
    {
        const char32_t base = at(position);
        if (!((base >= U'0' && base <= U'9') || base == U'#' || base == U'*'))
            return 0;
        const qsizetype next = at(position + 1) == emojiStyle ? position + 2 : position + 1;
        return at(next) == keycap ? next + 1 - position : 0;
    }

    qsizetype endOfElement(qsizetype position) const
    {
        qsizetype end = position + 1;
        while (at(end) == emojiStyle || skinTones.contains(at(end)) || tags.contains(at(end)))
            ++end;
        return end;
    }

    const QList<uint> &m_text;
};

int weightWithoutAddresses(QStringView text)
{
    const QList<uint> codePoints = text.toUcs4();
    const EmojiReader emoji(codePoints);
    int weight = 0;
    for (qsizetype i = 0; i < codePoints.size();) {
        const qsizetype length = emoji.lengthAt(i);
        weight += length > 0 ? emojiWeight : weightOf(codePoints[i]);
        i += std::max<qsizetype>(length, 1);
    }
    return weight;
}

} // namespace

int weightedLength(QStringView text)
{
    const QString composed = text.toString().normalized(QString::NormalizationForm_C);
    const QStringView view(composed);
    int weight = 0;
    qsizetype plain = 0;
    for (qsizetype i = 0; i < view.size();) {
        const qsizetype address = webAddressAt(view, i);
        if (address > 0) {
            weight += weightWithoutAddresses(view.mid(plain, i - plain)) + webAddressWeight;
            plain = i + address;
        }
        i += std::max<qsizetype>(address, 1);
    }
    return weight + weightWithoutAddresses(view.mid(plain));
}

} // namespace Viral
