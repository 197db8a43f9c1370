// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/losslesscutcsv.h"

#include "core/base/csv.h"
#include "core/exporters/exporttext.h"
#include "core/exporters/mediaend.h"
#include "core/exporters/onefile.h"

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".llc.csv"_L1;

QString line(QStringList fields)
{
    for (QString &field : fields)
        field = csvLiteralField(oneLine(field));
    return fields.join(u',') + u'\n';
}

Result<Exported> write(const Selects &selects, const ExportOptions &)
{
    QString text = line({u"Start"_s, u"End"_s, u"Name"_s, u"decision"_s, u"score"_s, u"category"_s});
    for (const ReviewedMoment &reviewed : selects.moments) {
        const Moment &moment = reviewed.current;
        const TimeSpan cut = cutSpan(moment.span, selects.media.facts);
        text += line({decimalSeconds(cut.start), decimalSeconds(cut.end), moment.title, decisionKey(reviewed.decision),
                      QString::number(moment.scorecard.average(), 'f', 1), moment.category});
    }
    return oneFile(selects, suffix, text.toUtf8(), behindTheEndWarnings(selects));
}

} // namespace

ExportFormat losslessCutCsv()
{
    return {.key = "losslesscut-csv"_L1, .name = "LosslessCut segments (CSV)"_L1, .suffix = suffix, .write = write};
}

} // namespace Viral
