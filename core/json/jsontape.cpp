// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/jsontape.h"

#include "core/json/jsonscanner.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace Viral {

namespace {

/// Tokens between two marks.
constexpr std::size_t stride = 256;

/// Words of the tape by the first character of a token.
constexpr auto widths = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(1);
    table[','] = table[':'] = 0;
    table['-'] = 2;
    for (std::size_t digit = '0'; digit <= '9'; ++digit)
        table[digit] = 2;
    return table;
}();

} // namespace

unsigned JsonTape::width(std::size_t token) const
{
    return widths[static_cast<unsigned char>(text[tokens[token]])];
}

qsizetype JsonTape::offset(std::size_t index) const
{
    std::call_once(m_marked, [this] { markAll(); });
    const auto mark = std::prev(std::upper_bound(m_marks.begin(), m_marks.end(), index));
    std::size_t token = static_cast<std::size_t>(mark - m_marks.begin()) * stride;
    std::size_t at = *mark;
    // A separator takes no word, so it is passed over although it stands at the wanted index.
    for (unsigned taken = width(token); at < index || taken == 0; taken = width(++token))
        at += taken;
    return tokens[token];
}

QString JsonTape::pointer(std::size_t index) const
{
    std::call_once(m_placed, [this] { placeAll(); });
    QStringList steps;
    for (std::size_t at = index; m_places[at].container != 0; at = m_places[at].container) {
        if (kind(m_places[at].container) == '{')
            steps.append(pointerStep(string(at - 1)));
        else
            steps.append(QString::number(m_places[at].position));
    }
    std::reverse(steps.begin(), steps.end());
    QString pointer;
    for (const QString &step : std::as_const(steps))
        pointer += u'/' + step;
    return pointer;
}

void JsonTape::markAll() const
{
    m_marks.reserve(tokens.size() / stride + 1);
    std::size_t index = 1;
    for (std::size_t token = 0; token < tokens.size(); ++token) {
        if (token % stride == 0)
            m_marks.push_back(index);
        index += width(token);
    }
}

void JsonTape::placeAll() const
{
    const std::size_t end = payload(0);
    m_places.resize(end);
    std::vector<Place> open{{0, 0}};
    for (std::size_t index = 1; index < end;) {
        const char letter = kind(index);
        if (letter == '}' || letter == ']') {
            open.pop_back();
            ++index;
            continue;
        }
        Place &around = open.back();
        if (around.container != 0 && kind(around.container) == '{')
            ++index; // the key
        m_places[index] = {around.container, around.position++};
        if (isContainer(index)) {
            open.push_back({static_cast<std::uint32_t>(index), 0});
            ++index;
        } else {
            index = after(index);
        }
    }
}

} // namespace Viral
