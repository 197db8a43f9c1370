// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/contractexport.h"

#include "core/base/files.h"
#include "core/contract/serviceresultcodec.h"

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".json"_L1;

Result<Exported> write(const Selects &selects, const ExportOptions &)
{
    return Exported{.files = {{.name = safeFileName(selects.name, u"moments"_s) + suffix,
                               .bytes = writeServiceResult(selects.result, JsonWriter::Layout::Indented)}}};
}

} // namespace

ExportFormat contractExport()
{
    return {.key = "json"_L1, .name = "Result JSON"_L1, .suffix = suffix, .write = write};
}

} // namespace Viral
