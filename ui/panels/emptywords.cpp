// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/emptywords.h"

#include "ui/document/reviewdocument.h"

#include <QCoreApplication>

namespace Viral {

namespace {

class EmptyWords
{
    Q_DECLARE_TR_FUNCTIONS(Viral::EmptyWords)
};

} // namespace

QString noMomentText(const ReviewDocument &document, const QString &choose)
{
    if (!document.isOpen())
        return EmptyWords::tr("Nothing is open.");
    if (!document.review().moments().isEmpty())
        return choose;
    if (document.work().isLive)
        return EmptyWords::tr("The run goes on. The first moment that it finds is shown here.");
    return document.work().outcome.funnel.entries.isEmpty()
               ? EmptyWords::tr("There are no moments. “Find moments” looks for some.")
               : EmptyWords::tr("There are no moments. “Why” tells what became of the candidates.");
}

} // namespace Viral
