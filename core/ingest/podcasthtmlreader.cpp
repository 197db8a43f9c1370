// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/podcasthtmlreader.h"

#include "core/ingest/cueclock.h"

#include <utility>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// Elements that matter; everything else is passed over.
enum class Element
{
    Other,
    Cite,
    Time,
    Paragraph,
};

Element elementOf(QStringView name)
{
    if (name.compare("cite"_L1, Qt::CaseInsensitive) == 0)
        return Element::Cite;
    if (name.compare("time"_L1, Qt::CaseInsensitive) == 0)
        return Element::Time;
    return name.compare("p"_L1, Qt::CaseInsensitive) == 0 ? Element::Paragraph : Element::Other;
}

QStringView nameIn(QStringView tag)
{
    qsizetype length = 0;
    while (length < tag.size() && tag[length].isLetterOrNumber())
        ++length;
    return tag.left(length);
}

class PageReader
{
public:
    explicit PageReader(Problems &problems)
        : m_problems(problems)
    {}

    RawTranscript read(QStringView text);

private:
    void takeTag(QStringView tag);
    void finish();
    void addParagraph();

    Problems &m_problems;
    RawTranscript m_transcript;
    Element m_element = Element::Other;
    QString m_text;
    QString m_speaker;
    std::optional<Milliseconds> m_time;
};

void PageReader::addParagraph()
{
    if (m_time || m_transcript.units.isEmpty())
        m_transcript.units.append({.text = m_text, .start = std::exchange(m_time, {}), .speaker = m_speaker});
    else
        m_transcript.units.last().text += u'\n' + m_text;
}

void PageReader::finish()
{
    const QString text = m_text.simplified();
    if (m_element == Element::Cite) {
        m_speaker = text.endsWith(u':') ? text.chopped(1).trimmed() : text;
    } else if (m_element == Element::Time) {
        const auto clock = parseClock(text);
        if (!clock)
            m_problems.addWarning({},
                                  u"\"%1\" is no time that can be read; it counts as missing."_s.arg(text.left(40)));
        m_time = clock ? std::optional(clock->time) : std::nullopt;
    } else if (m_element == Element::Paragraph && !text.isEmpty()) {
        addParagraph();
    }
    m_element = Element::Other;
    m_text.clear();
}

void PageReader::takeTag(QStringView tag)
{
    const bool closes = tag.startsWith(u'/');
    const Element element = elementOf(nameIn(closes ? tag.sliced(1) : tag));
    if (element == Element::Other) {
        m_text += u' ';
        return;
    }
    finish();
    m_element = closes ? Element::Other : element;
}

RawTranscript PageReader::read(QStringView text)
{
    while (!text.isEmpty()) {
        const qsizetype opening = text.indexOf(u'<');
        const qsizetype closing = opening < 0 ? -1 : text.indexOf(u'>', opening);
        const QStringView plain = closing < 0 ? text : text.left(opening);
        if (m_element != Element::Other)
            m_text += plain;
        if (closing < 0)
            break;
        takeTag(text.sliced(opening + 1, closing - opening - 1));
        text = text.sliced(closing + 1);
    }
    finish();
    return std::move(m_transcript);
}

bool recognises(const Source &source)
{
    const QStringView text = source.text.left(64 * 1024);
    const auto holds = [&text](QLatin1StringView tag) { return text.indexOf(tag, 0, Qt::CaseInsensitive) >= 0; };
    return text.trimmed().startsWith(u'<') && holds("<time>"_L1) && (holds("<p>"_L1) || holds("<p "_L1));
}

Result<Content> read(const Source &source, Problems &problems)
{
    return PageReader(problems).read(source.text);
}

} // namespace

FormatReader podcastHtmlReader()
{
    return {"podcast HTML"_L1, SourceKind::Text, recognises, read};
}

} // namespace Viral
