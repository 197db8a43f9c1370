// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/momentnote.h"

#include "core/base/text.h"
#include "core/exporters/exporttext.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr qsizetype longestTitle = 160;
constexpr qsizetype longestLine = 400;

QString shortened(const QString &text, qsizetype most)
{
    return codePointCount(text) <= most ? text : leftCodePoints(text, most - 1).toString() + u'…';
}

QString labelled(QLatin1StringView label, const QString &text)
{
    const QString line = oneLine(text);
    return line.isEmpty() ? QString() : shortened(label + line, longestLine);
}

} // namespace

QString clipTitle(const ReviewedMoment &moment, int number)
{
    const QString title = shortened(oneLine(moment.current.title), longestTitle);
    return title.isEmpty() ? u"Moment "_s + QString::number(number) : title;
}

QString decisionWord(Decision decision)
{
    switch (decision) {
    case Decision::Kept:
        return u"Kept"_s;
    case Decision::Held:
        return u"Held"_s;
    case Decision::Rejected:
        return u"Rejected"_s;
    case Decision::Undecided:
        break;
    }
    return u"Undecided"_s;
}

QLatin1StringView decisionColour(Decision decision)
{
    switch (decision) {
    case Decision::Kept:
        return "GREEN"_L1;
    case Decision::Held:
        return "YELLOW"_L1;
    case Decision::Rejected:
        return "RED"_L1;
    case Decision::Undecided:
        break;
    }
    return "BLUE"_L1;
}

QString scoreLine(const Scorecard &scorecard)
{
    return u"Score "_s + QString::number(scorecard.average(), 'f', 1);
}

QString hookLine(const Moment &moment)
{
    return labelled("Hook: "_L1, moment.hook);
}

QStringList momentNote(const ReviewedMoment &moment)
{
    QStringList lines{scoreLine(moment.current.scorecard),
                      hookLine(moment.current),
                      labelled("Category: "_L1, moment.current.category),
                      labelled("Value: "_L1, moment.current.engagementValue),
                      labelled("Reason: "_L1, moment.reason),
                      labelled("Note: "_L1, moment.note)};
    lines.removeAll(QString());
    return lines;
}

} // namespace Viral
