// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/contractexport.h"

#include "core/contract/serviceresultcodec.h"
#include "core/exporters/onefile.h"

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".json"_L1;

Result<Exported> write(const Selects &selects, const ExportOptions &)
{
    return oneFile(selects, suffix, writeServiceResult(selects.result, JsonWriter::Layout::Indented));
}

} // namespace

ExportFormat contractExport()
{
    return {.key = "json"_L1, .name = "Result JSON"_L1, .suffix = suffix, .write = write};
}

} // namespace Viral
