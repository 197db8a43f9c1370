// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/pdfsheet.h"

#include "core/exporters/onefile.h"
#include "core/exporters/pdf/pdfmodule.h"
#include "core/exporters/reviewsheet.h"

#include <QCoreApplication>
#include <QLibrary>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".pdf"_L1;

Result<Exported> write(const Selects &selects, const ExportOptions &)
{
    QLibrary module(QCoreApplication::applicationDirPath() + u"/../lib/viral-moments/viral_pdf"_s);
    const auto writeSheet = reinterpret_cast<PdfSheetWriter>(module.resolve("viralWritePdfSheet"));
    QByteArray bytes;
    if (writeSheet) {
        const ReviewSheet sheet = makeReviewSheet(selects);
        writeSheet(&sheet, &bytes);
    }
    if (bytes.isEmpty()) {
        return failure(ErrorKind::Io, u"The PDF could not be laid out: the part for it, or Pango (package "
                                      "libpangocairo-1.0-0), is not installed. HTML can be printed from a browser."_s);
    }
    return oneFile(selects, suffix, bytes);
}

} // namespace

ExportFormat pdfSheet()
{
    return {.key = "pdf"_L1, .name = "Review sheet (PDF)"_L1, .suffix = suffix, .write = write};
}

} // namespace Viral
