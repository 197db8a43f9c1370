// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/audacitylabels.h"

#include "core/exporters/exporttext.h"
#include "core/exporters/mediaend.h"
#include "core/exporters/onefile.h"

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".labels.txt"_L1;

Result<Exported> write(const Selects &selects, const ExportOptions &)
{
    // Six decimals, as the program itself writes them.
    const QString more = u"000"_s;
    QString text;
    for (const ReviewedMoment &reviewed : selects.moments) {
        const Moment &moment = reviewed.current;
        text += decimalSeconds(moment.span.start) + more + u'\t' + decimalSeconds(moment.span.end) + more + u'\t' +
                oneLine(moment.title) + u'\n';
    }
    return oneFile(selects, suffix, text.toUtf8(), behindTheEndWarnings(selects));
}

} // namespace

ExportFormat audacityLabels()
{
    return {.key = "audacity-labels"_L1, .name = "Audacity labels"_L1, .suffix = suffix, .write = write};
}

} // namespace Viral
