// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/ttmlreader.h"

#include "core/ingest/markup.h"
#include "core/ingest/ttmltime.h"
#include "core/ingest/unitbuilder.h"
#include "core/ingest/wordspreader.h"

#include <QHash>
#include <QXmlStreamReader>

#include <algorithm>
#include <vector>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestXml = 200;
constexpr qsizetype longestTag = 64 * 1024;

/// Names are compared without their prefix: there are several namespaces, and writers who mix them up.
QStringView localName(QStringView name)
{
    return name.sliced(name.lastIndexOf(u':') + 1);
}

QString attribute(const QXmlStreamAttributes &attributes, QStringView name)
{
    for (const QXmlStreamAttribute &candidate : attributes) {
        if (localName(candidate.qualifiedName()) == name)
            return candidate.value().toString();
    }
    return {};
}

/// Decodes the names of HTML, which many use in XML. What it gives is parsed again, so it must never be a name itself.
class HtmlEntities : public QXmlStreamEntityResolver
{
public:
    QString resolveUndeclaredEntity(const QString &name) override
    {
        const QString decoded = withEntitiesDecoded(QString(u'&' + name + u';'));
        const bool isText = !decoded.contains(u'&') && !decoded.contains(u'<');
        m_unknown += isText ? 0 : 1;
        return isText ? decoded : QString(QChar::ReplacementCharacter);
    }

    qsizetype unknown() const { return m_unknown; }

private:
    qsizetype m_unknown = 0;
};

/// Times as written, and where the element around them begins.
struct WrittenTimes
{
    std::optional<Milliseconds> start = {};
    std::optional<Milliseconds> end = {};
    Milliseconds offset{0};
};

/// Text under one innermost timed element.
struct Run
{
    QString text = {};
    WrittenTimes times = {};
    QString speaker = {};
    bool isWord = false;
    bool endsSentence = false;
};

struct Paragraph
{
    WrittenTimes times = {};
    QString speaker = {};
    std::vector<Run> runs = {};
    bool hasTimedSpans = false;
};

/// What an open element hands on to those inside.
struct Level
{
    WrittenTimes times = {};
    Milliseconds offset{0};
    QString speaker = {};
    bool isTimedSpan = false;
    bool isWord = false;
    bool isSentence = false;
};

class TtmlReader
{
public:
    TtmlReader(QStringView text, Problems &problems)
        : m_problems(problems)
    {
        m_xml.setNamespaceProcessing(false);
        m_xml.setEntityExpansionLimit(4096);
        m_xml.setEntityResolver(&m_entities);
        m_xml.addData(text.toString());
    }

    Result<RawTranscript> read();

private:
    void open(QStringView name);
    void close(QStringView name);
    void addText(const QString &text);
    void readRoot(const QXmlStreamAttributes &attributes);
    WrittenTimes timesOf(const QXmlStreamAttributes &attributes, const Level &parent);
    std::optional<Milliseconds> timeOf(const QXmlStreamAttributes &attributes, QStringView name);
    void judgeNesting(const WrittenTimes &times, const Level &parent);
    void addParagraph(Paragraph &paragraph, UnitBuilder &builder) const;
    void addRun(const Run &run, UnitBuilder &builder) const;
    Milliseconds base(const WrittenTimes &times) const { return m_isRelative ? times.offset : Milliseconds(0); }
    std::optional<Milliseconds> start(const WrittenTimes &times) const;
    std::optional<Milliseconds> end(const WrittenTimes &times) const;
    QString place() const { return u"line %1, column %2"_s.arg(m_xml.lineNumber()).arg(m_xml.columnNumber()); }

    Problems &m_problems;
    HtmlEntities m_entities;
    QXmlStreamReader m_xml;
    TtmlClock m_clock;
    QString m_language;
    QString m_agent;
    QHash<QString, QString> m_names;
    std::vector<Level> m_levels{Level{}};
    std::vector<Paragraph> m_paragraphs;
    bool m_inParagraph = false;
    bool m_inAgentName = false;
    bool m_isRelative = false;
    qsizetype m_fitting = 0;
    qsizetype m_notFitting = 0;
};

void TtmlReader::readRoot(const QXmlStreamAttributes &attributes)
{
    m_language = attribute(attributes, u"lang");
    m_clock = ttmlClock(attribute(attributes, u"frameRate"), attribute(attributes, u"frameRateMultiplier"),
                        attribute(attributes, u"tickRate"));
}

std::optional<Milliseconds> TtmlReader::timeOf(const QXmlStreamAttributes &attributes, QStringView name)
{
    const QString text = attribute(attributes, name);
    if (text.isEmpty())
        return std::nullopt;
    const auto time = parseTtmlTime(text, m_clock);
    if (!time)
        m_problems.addWarning(place(),
                              u"\"%1\" is no time that can be read; it counts as missing."_s.arg(text.left(40)));
    return time;
}

/// The standard counts from the beginning of the element around; most writers count from the beginning of all.
void TtmlReader::judgeNesting(const WrittenTimes &times, const Level &parent)
{
    if (!times.start || !parent.times.start || *parent.times.start == Milliseconds(0))
        return;
    const bool isEarlier = *times.start < *parent.times.start;
    const bool isLater = times.end && parent.times.end && *times.end > *parent.times.end;
    (isEarlier || isLater ? m_notFitting : m_fitting) += 1;
}

WrittenTimes TtmlReader::timesOf(const QXmlStreamAttributes &attributes, const Level &parent)
{
    WrittenTimes times{timeOf(attributes, u"begin"), timeOf(attributes, u"end"), parent.offset};
    const auto duration = times.end ? std::nullopt : timeOf(attributes, u"dur");
    if (duration && times.start)
        times.end = *times.start + *duration;
    judgeNesting(times, parent);
    return times;
}

void TtmlReader::open(QStringView name)
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    Level level = m_levels.back();
    const WrittenTimes times = timesOf(attributes, level);
    const QString agent = attribute(attributes, u"agent");
    const QString unit = attribute(attributes, u"unit");
    level.speaker = agent.isEmpty() ? level.speaker : agent;
    level.isWord = unit == u"word";
    level.isSentence = unit == u"sentence";
    level.isTimedSpan = level.isTimedSpan && m_inParagraph;
    if (times.start) {
        level.times = times;
        level.offset = times.offset + *times.start;
        level.isTimedSpan = m_inParagraph && name == u"span";
    }
    if (name == u"tt") {
        readRoot(attributes);
    } else if (name == u"agent") {
        m_agent = attribute(attributes, u"id");
    } else if (name == u"p" && !m_inParagraph) {
        m_inParagraph = true;
        m_paragraphs.push_back({.times = level.times, .speaker = level.speaker});
    } else if (name == u"br") {
        addText(u"\n"_s);
    }
    m_inAgentName = name == u"name" && !m_agent.isEmpty();
    m_levels.push_back(std::move(level));
}

void TtmlReader::close(QStringView name)
{
    if (m_levels.back().isSentence && m_inParagraph && !m_paragraphs.back().runs.empty())
        m_paragraphs.back().runs.back().endsSentence = true;
    if (m_levels.size() > 1)
        m_levels.pop_back();
    m_inAgentName = false;
    if (name == u"p")
        m_inParagraph = false;
    else if (name == u"agent")
        m_agent.clear();
}

void TtmlReader::addText(const QString &text)
{
    if (m_inAgentName)
        m_names.insert(m_agent, m_names.value(m_agent) + text);
    if (!m_inParagraph)
        return;
    const Level &level = m_levels.back();
    Paragraph &paragraph = m_paragraphs.back();
    Run run{.text = text, .speaker = level.speaker, .isWord = level.isWord};
    if (level.isTimedSpan) {
        run.times = level.times;
        paragraph.hasTimedSpans = paragraph.hasTimedSpans || !text.trimmed().isEmpty();
    }
    paragraph.runs.push_back(std::move(run));
}

std::optional<Milliseconds> TtmlReader::start(const WrittenTimes &times) const
{
    return times.start ? std::optional(*times.start + base(times)) : std::nullopt;
}

std::optional<Milliseconds> TtmlReader::end(const WrittenTimes &times) const
{
    return times.end ? std::optional(*times.end + base(times)) : std::nullopt;
}

/// Several words in one span share its time.
void TtmlReader::addRun(const Run &run, UnitBuilder &builder) const
{
    const QStringList words = run.text.simplified().split(u' ', Qt::SkipEmptyParts);
    std::vector<qint64> weights;
    for (const QString &word : words)
        weights.push_back(speakingWeight(word));
    const auto from = start(run.times);
    const auto to = end(run.times);
    const auto spans = from && to && *to >= *from ? sharedOut({*from, *to}, weights) : std::vector<TimeSpan>();
    const QString speaker = m_names.value(run.speaker, run.speaker).simplified();
    const bool opens = run.isWord || (!run.text.isEmpty() && run.text.front().isSpace());
    for (qsizetype i = 0; i < words.size(); ++i) {
        RawWord word{.text = (opens || i > 0 ? u" "_s : QString()) + words.at(i), .start = from, .end = to};
        if (!spans.empty()) {
            word.start = spans[static_cast<std::size_t>(i)].start;
            word.end = spans[static_cast<std::size_t>(i)].end;
        } else if (i > 0) {
            word.start.reset();
        }
        builder.addPiece(std::move(word), speaker);
    }
    if (run.endsSentence)
        builder.endSentence();
}

void TtmlReader::addParagraph(Paragraph &paragraph, UnitBuilder &builder) const
{
    const auto from = start(paragraph.times);
    const auto to = end(paragraph.times);
    if (!paragraph.hasTimedSpans) {
        QString text;
        for (const Run &run : paragraph.runs)
            text += run.text == u"\n" ? u"\n"_s : QString(run.text).replace(u'\n', u' ');
        builder.addUnit({.text = text,
                         .start = from,
                         .end = to,
                         .speaker = m_names.value(paragraph.speaker, paragraph.speaker).simplified()});
        return;
    }
    builder.beginPhrase(from, to);
    bool afterSpace = false;
    for (Run &run : paragraph.runs) {
        const bool endsInSpace = !run.text.isEmpty() && run.text.back().isSpace();
        if (afterSpace)
            run.text.prepend(u' ');
        addRun(run, builder);
        afterSpace = endsInSpace;
    }
    builder.endUnit();
}

Result<RawTranscript> TtmlReader::read()
{
    while (!m_xml.atEnd()) {
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::StartElement)
            open(localName(m_xml.qualifiedName()));
        else if (token == QXmlStreamReader::EndElement)
            close(localName(m_xml.qualifiedName()));
        else if (token == QXmlStreamReader::Characters)
            addText(m_xml.text().toString());
        if (m_levels.size() > deepestXml)
            return failure(ErrorKind::Input, u"The XML is nested deeper than %1."_s.arg(deepestXml), place());
    }
    if (m_xml.hasError() && m_paragraphs.empty())
        return failure(ErrorKind::Input, u"This XML cannot be read: %1"_s.arg(m_xml.errorString()), place());
    if (m_xml.hasError())
        m_problems.addWarning(place(),
                              u"The XML is damaged here, what follows was not read: %1"_s.arg(m_xml.errorString()));
    m_isRelative = m_notFitting > m_fitting;
    UnitBuilder builder;
    for (Paragraph &paragraph : m_paragraphs)
        addParagraph(paragraph, builder);
    RawTranscript transcript{.language = m_language, .units = builder.take()};
    transcript.repairs.add(Repair::ReplacedCharacters, m_entities.unknown());
    return transcript;
}

/// The XML reader compares each attribute of a tag with all others, so a tag must not be endless.
bool hasEndlessTag(QStringView text)
{
    qsizetype opened = -1;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        if (opened < 0) {
            opened = character == u'<' ? i : -1;
            continue;
        }
        if (!quote.isNull())
            quote = character == quote ? QChar() : quote;
        else if (character == u'"' || character == u'\'')
            quote = character;
        else if (character == u'>')
            opened = -1;
        if (opened >= 0 && i - opened > longestTag && text[opened + 1] != u'!')
            return true;
    }
    return false;
}

bool recognises(const Source &source)
{
    const QStringView text = source.text.left(longestTag).trimmed();
    if (!text.startsWith(u'<') || hasEndlessTag(text))
        return false;
    QXmlStreamReader xml(text.toString());
    xml.setNamespaceProcessing(false);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement)
            return localName(xml.qualifiedName()) == u"tt";
    }
    return false;
}

Result<Content> read(const Source &source, Problems &problems)
{
    const QStringView text = source.text.trimmed();
    if (hasEndlessTag(text))
        return failure(ErrorKind::Input, u"The XML has a tag of more than %1 KiB."_s.arg(longestTag / 1024));
    Result<RawTranscript> transcript = TtmlReader(text, problems).read();
    if (!transcript)
        return tl::unexpected<Error>(transcript.error());
    return std::move(*transcript);
}

} // namespace

FormatReader ttmlReader()
{
    return {"TTML"_L1, SourceKind::Text, recognises, read};
}

} // namespace Viral
