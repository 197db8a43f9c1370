// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/pdf/pdfmodule.h"

#include "core/exporters/pdf/pdfpages.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr double nameWidth = 104;

PdfRow line(const QString &text, const PdfStyle &style, double space)
{
    return {.cells = {{.text = text, .width = PdfPages::width(), .style = style}}, .space = space};
}

/// A row of the overview: number, title, times, length, score, decision.
PdfRow overviewRow(const QStringList &texts, bool isHeading)
{
    struct Column
    {
        double left;
        double width;
        bool isRightAligned;
    };
    static constexpr Column columns[] = {{0, 20, true},   {28, 196, false}, {232, 124, false},
                                         {356, 40, true}, {400, 32, true},  {444, 55, false}};
    PdfRow row{.space = 6, .hasRule = true};
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const Column &column = columns[i];
        row.cells.append({.text = texts.at(i),
                          .left = column.left,
                          .width = column.width,
                          .style = {.size = 9, .isBold = isHeading, .isRightAligned = column.isRightAligned}});
    }
    return row;
}

/// A name on the left and what belongs to it beside; a long text goes below its name, where it may break over pages.
QList<PdfRow> entry(const QString &name, const QString &text)
{
    constexpr qsizetype mostBeside = 1200;
    if (text.isEmpty())
        return {};
    const PdfCell label{.text = name, .width = nameWidth - 8, .style = {.size = 9, .isQuiet = true}};
    const PdfCell value{.text = text, .left = nameWidth, .width = PdfPages::width() - nameWidth, .style = {.size = 10}};
    if (text.size() <= mostBeside)
        return {{.cells = {label, value}, .space = 3}};
    return {{.cells = {label}, .space = 2}, {.cells = {value}, .space = 4}};
}

QString facts(const SheetMoment &moment)
{
    QStringList parts{moment.times, moment.length, u"score "_s + moment.score, moment.decision};
    if (!moment.reason.isEmpty())
        parts.last() += u": "_s + moment.reason;
    return parts.join(u"  ·  "_s);
}

QList<PdfRow> momentRows(const SheetMoment &moment)
{
    const QString star = moment.isStarred ? u" ★"_s : QString();
    QList<PdfRow> rows{
        line(QString::number(moment.number) + u". "_s + moment.title + star, {.size = 13, .isBold = true}, 3),
        line(facts(moment), {.size = 9, .isQuiet = true}, 6)};
    if (!moment.quote.isEmpty())
        rows.append(line(u'“' + moment.quote + u'”', {.size = 11}, 6));
    rows += entry(u"Hook"_s, moment.hook) + entry(u"Category"_s, moment.category) + entry(u"Why"_s, moment.engagement) +
            entry(u"Scores"_s, moment.scores) + entry(u"Note"_s, moment.note);
    for (const auto &[platform, post] : moment.posts)
        rows += entry(platform, post);
    rows.last().space += 18;
    return rows;
}

} // namespace

} // namespace Viral

void viralWritePdfSheet(const Viral::ReviewSheet *source, QByteArray *bytes)
{
    using namespace Viral;
    const ReviewSheet &sheet = *source;
    PdfPages pages(sheet.title);
    const QString below = sheet.media.isEmpty() ? sheet.summary : sheet.summary + u"  ·  "_s + sheet.media;
    pages.add({line(sheet.title, {.size = 18, .isBold = true}, 4), line(below, {.size = 10, .isQuiet = true}, 14)});
    pages.add({overviewRow({u"#"_s, u"Moment"_s, u"Times"_s, u"Length"_s, u"Score"_s, u"Decision"_s}, true)});
    for (const SheetMoment &moment : sheet.moments) {
        pages.add({overviewRow(
            {QString::number(moment.number), moment.title, moment.times, moment.length, moment.score, moment.decision},
            false)});
    }
    pages.add({line({}, {}, 12)});
    for (const SheetMoment &moment : sheet.moments)
        pages.add(momentRows(moment));
    *bytes = pages.take();
}
