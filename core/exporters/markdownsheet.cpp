// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/markdownsheet.h"

#include "core/exporters/onefile.h"
#include "core/exporters/reviewsheet.h"

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".md"_L1;

/// What begins a heading, a list or a rule when it stands at the beginning of a line: "#", "-", "12.".
qsizetype lineMarkup(QStringView text)
{
    if (!text.isEmpty() && QStringView(u"#+-=").contains(text.front()))
        return 0;
    qsizetype digits = 0;
    while (digits < text.size() && text[digits].isDigit())
        ++digits;
    return digits > 0 && digits < text.size() && QStringView(u".)").contains(text[digits]) ? digits : -1;
}

/// Text that means itself: what Markdown or HTML would take for markup gets a backslash.
QString literal(QStringView text)
{
    const qsizetype markup = lineMarkup(text);
    QString escaped;
    escaped.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i == markup || QStringView(uR"(\`*_[]<>|~&)").contains(text[i]))
            escaped += u'\\';
        escaped += text[i];
    }
    return escaped;
}

QString quoted(const QString &text)
{
    QString block;
    for (const QStringView line : QStringView(text).split(u'\n'))
        block += u"> "_s + literal(line) + u'\n';
    return block;
}

QString line(QLatin1StringView name, const QString &text)
{
    return text.isEmpty() ? QString() : u"- "_s + name + u": "_s + literal(text) + u'\n';
}

QString overview(const ReviewSheet &sheet)
{
    QString text = u"| # | Moment | Times | Length | Score | Decision |\n|--:|---|---|--:|--:|---|\n"_s;
    for (const SheetMoment &moment : sheet.moments) {
        text += u"| "_s + QString::number(moment.number) + u" | "_s + literal(moment.title) + u" | "_s + moment.times +
                u" | "_s + moment.length + u" | "_s + moment.score + u" | "_s + moment.decision + u" |\n"_s;
    }
    return text;
}

QString momentText(const SheetMoment &moment)
{
    QString text = u"\n## "_s + QString::number(moment.number) + u". "_s + literal(moment.title) +
                   (moment.isStarred ? u" ★"_s : QString()) + u"\n\n"_s;
    text += moment.times + u" · "_s + moment.length + u" · score "_s + moment.score + u" · "_s + moment.decision +
            (moment.reason.isEmpty() ? QString() : u": "_s + literal(moment.reason)) + u"\n\n"_s;
    if (!moment.quote.isEmpty())
        text += quoted(moment.quote) + u'\n';
    text += line("Hook"_L1, moment.hook) + line("Category"_L1, moment.category) + line("Why"_L1, moment.engagement);
    text += line("Scores"_L1, moment.scores);
    if (!moment.note.isEmpty())
        text += u"\n**Note**\n\n"_s + quoted(moment.note);
    for (const auto &[platform, post] : moment.posts)
        text += u"\n**"_s + platform + u"**\n\n"_s + quoted(post);
    return text;
}

Result<Exported> write(const Selects &selects, const ExportOptions &)
{
    const ReviewSheet sheet = makeReviewSheet(selects);
    QString text = u"# "_s + literal(sheet.title) + u"\n\n"_s + sheet.summary + u"\n\n"_s;
    if (!sheet.media.isEmpty())
        text += u"Media: "_s + literal(sheet.media) + u"\n\n"_s;
    text += overview(sheet);
    for (const SheetMoment &moment : sheet.moments)
        text += momentText(moment);
    return oneFile(selects, suffix, text.toUtf8());
}

} // namespace

ExportFormat markdownSheet()
{
    return {.key = "markdown"_L1, .name = "Review sheet (Markdown)"_L1, .suffix = suffix, .write = write};
}

} // namespace Viral
