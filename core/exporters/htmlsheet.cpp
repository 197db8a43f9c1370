// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/htmlsheet.h"

#include "core/exporters/onefile.h"
#include "core/exporters/reviewsheet.h"

#include <QXmlStreamWriter>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".html"_L1;

constexpr auto styles = R"(
:root { color-scheme: light dark; --text: #23262b; --quiet: #5b626c; --line: #d9d6cf; --paper: #fbfaf7; --accent: #1c5f9e; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e5e7; --quiet: #a3a9b2; --line: #454a52; --paper: #23262b; --accent: #7db7ec; } }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.5rem; background: var(--paper); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 0; font-size: 1.125rem; line-height: 1.375; }
header p, .facts, dt { color: var(--quiet); }
header p, .facts { margin: .25rem 0 1rem; }
.facts, td { font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0 2rem; }
th, td { padding: .25rem .75rem .25rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
td.number, th.number { text-align: end; }
td.times { white-space: nowrap; }
a { color: var(--accent); }
section { padding: 1.25rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
blockquote { margin: .5rem 0 1rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--accent); }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .25rem 1rem; margin: 0; }
dd { margin: 0; white-space: pre-line; }
@media print { body { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } }
)"_L1;

class Page
{
public:
    QByteArray write(const ReviewSheet &sheet)
    {
        m_xml.writeDTD(u"<!DOCTYPE html>"_s);
        m_xml.writeStartElement(u"html"_s);
        writeHead(sheet);
        m_xml.writeStartElement(u"body"_s);
        m_xml.writeStartElement(u"header"_s);
        m_xml.writeTextElement(u"h1"_s, sheet.title);
        m_xml.writeTextElement(u"p"_s, sheet.media.isEmpty() ? sheet.summary : sheet.summary + u" · "_s + sheet.media);
        m_xml.writeEndElement();
        writeOverview(sheet);
        for (const SheetMoment &moment : sheet.moments)
            writeMoment(moment);
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        return m_bytes + '\n';
    }

private:
    void writeHead(const ReviewSheet &sheet)
    {
        m_xml.writeStartElement(u"head"_s);
        m_xml.writeEmptyElement(u"meta"_s);
        m_xml.writeAttribute(u"charset"_s, u"utf-8"_s);
        m_xml.writeEmptyElement(u"meta"_s);
        m_xml.writeAttribute(u"name"_s, u"viewport"_s);
        m_xml.writeAttribute(u"content"_s, u"width=device-width, initial-scale=1"_s);
        m_xml.writeTextElement(u"title"_s, sheet.title);
        m_xml.writeTextElement(u"style"_s, styles);
        m_xml.writeEndElement();
    }

    void writeOverview(const ReviewSheet &sheet)
    {
        m_xml.writeStartElement(u"table"_s);
        m_xml.writeStartElement(u"tr"_s);
        writeCell(u"th"_s, u"#"_s, u"number"_s);
        writeCell(u"th"_s, u"Moment"_s);
        writeCell(u"th"_s, u"Times"_s);
        writeCell(u"th"_s, u"Length"_s, u"number"_s);
        writeCell(u"th"_s, u"Score"_s, u"number"_s);
        writeCell(u"th"_s, u"Decision"_s);
        m_xml.writeEndElement();
        for (const SheetMoment &moment : sheet.moments)
            writeRow(moment);
        m_xml.writeEndElement();
    }

    void writeRow(const SheetMoment &moment)
    {
        const QString number = QString::number(moment.number);
        m_xml.writeStartElement(u"tr"_s);
        writeCell(u"td"_s, number, u"number"_s);
        m_xml.writeStartElement(u"td"_s);
        m_xml.writeStartElement(u"a"_s);
        m_xml.writeAttribute(u"href"_s, u"#moment-"_s + number);
        writeText(moment.title);
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        writeCell(u"td"_s, moment.times, u"times"_s);
        writeCell(u"td"_s, moment.length, u"number"_s);
        writeCell(u"td"_s, moment.score, u"number"_s);
        writeCell(u"td"_s, moment.decision);
        m_xml.writeEndElement();
    }

    void writeMoment(const SheetMoment &moment)
    {
        const QString number = QString::number(moment.number);
        m_xml.writeStartElement(u"section"_s);
        m_xml.writeAttribute(u"id"_s, u"moment-"_s + number);
        m_xml.writeStartElement(u"h2"_s);
        writeText(number + u". "_s + moment.title + (moment.isStarred ? u" ★"_s : QString()));
        m_xml.writeEndElement();
        writeCell(u"p"_s, facts(moment), u"facts"_s);
        if (!moment.quote.isEmpty())
            writeCell(u"blockquote"_s, moment.quote);
        m_xml.writeStartElement(u"dl"_s);
        writeEntry(u"Hook"_s, moment.hook);
        writeEntry(u"Category"_s, moment.category);
        writeEntry(u"Why"_s, moment.engagement);
        writeEntry(u"Scores"_s, moment.scores);
        writeEntry(u"Note"_s, moment.note);
        for (const auto &[platform, post] : moment.posts)
            writeEntry(platform, post);
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    static QString facts(const SheetMoment &moment)
    {
        QStringList parts{moment.times, moment.length, u"score "_s + moment.score, moment.decision};
        if (!moment.reason.isEmpty())
            parts.last() += u": "_s + moment.reason;
        return parts.join(u" · "_s);
    }

    void writeEntry(const QString &name, const QString &text)
    {
        if (text.isEmpty())
            return;
        m_xml.writeTextElement(u"dt"_s, name);
        writeCell(u"dd"_s, text);
    }

    void writeCell(const QString &element, const QString &text, const QString &kind = {})
    {
        m_xml.writeStartElement(element);
        if (!kind.isEmpty())
            m_xml.writeAttribute(u"class"_s, kind);
        writeText(text);
        m_xml.writeEndElement();
    }

    /// The text goes the way of its own first strong letter.
    void writeText(const QString &text)
    {
        m_xml.writeAttribute(u"dir"_s, u"auto"_s);
        m_xml.writeCharacters(text);
    }

    QByteArray m_bytes;
    QXmlStreamWriter m_xml{&m_bytes};
};

Result<Exported> write(const Selects &selects, const ExportOptions &)
{
    return oneFile(selects, suffix, Page().write(makeReviewSheet(selects)));
}

} // namespace

ExportFormat htmlSheet()
{
    return {.key = "html"_L1, .name = "Review sheet (HTML)"_L1, .suffix = suffix, .write = write};
}

} // namespace Viral
