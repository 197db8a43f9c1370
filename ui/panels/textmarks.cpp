// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/textmarks.h"

#include <QCoreApplication>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QTextEdit::ExtraSelection selection(const QPlainTextEdit &field, qsizetype begin, qsizetype end)
{
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(field.document());
    mark.cursor.setPosition(static_cast<int>(begin));
    mark.cursor.setPosition(static_cast<int>(end), QTextCursor::KeepAnchor);
    return mark;
}

} // namespace

QList<QTextEdit::ExtraSelection> textMarks(const QPlainTextEdit &field, const QList<UnsaidFact> &facts, qsizetype cut,
                                           const Colours &colours)
{
    const qsizetype length = field.document()->characterCount() - 1;
    QList<QTextEdit::ExtraSelection> marks;
    for (const UnsaidFact &fact : facts) {
        if (fact.begin + fact.length > length)
            continue;
        QTextEdit::ExtraSelection mark = selection(field, fact.begin, fact.begin + fact.length);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(colours.caution);
        marks.append(mark);
    }
    if (cut >= 0 && cut < length) {
        QTextEdit::ExtraSelection mark = selection(field, cut, length);
        mark.format.setForeground(colours.danger);
        mark.format.setFontStrikeOut(true);
        marks.append(mark);
    }
    return marks;
}

QString unsaidText(QStringView text, const QList<UnsaidFact> &facts)
{
    return facts.isEmpty() ? QString()
                           : QCoreApplication::translate("Viral::TextMarks", "Not said in the clip: %1")
                                 .arg(quotedFacts(text, facts).join(u", "_s));
}

} // namespace Viral
