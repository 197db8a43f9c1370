// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/requestoptions.h"

#include "core/contract/requestrules.h"
#include "core/json/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Viral::Cli {

QList<QCommandLineOption> requestOptions()
{
    return {
        {u"set"_s, u"Set an option of the request, e.g. chunk_duration_ms=300000; may be repeated."_s, u"KEY=VALUE"_s},
        {u"metadata"_s, u"Add metadata, e.g. audience=Founders; may be repeated."_s, u"KEY=VALUE"_s}};
}

namespace {

void setMetadata(RawMembers &metadata, const QString &name, const QString &text)
{
    const QByteArray value = JsonWriter().value(text).take();
    for (RawMember &member : metadata) {
        if (member.name == name) {
            member.value = value;
            return;
        }
    }
    metadata.append({name, value});
}

} // namespace

Result<void> applyRequestOptions(Request &request, const QCommandLineParser &parser)
{
    for (const QString &setting : parser.values(u"set"_s)) {
        const auto pair = keyAndValue(setting, u"--set"_s);
        if (!pair)
            return tl::unexpected(pair.error());
        if (const Result<void> set = setOption(request.options, pair->first, pair->second); !set)
            return set;
    }
    for (const QString &entry : parser.values(u"metadata"_s)) {
        const auto pair = keyAndValue(entry, u"--metadata"_s);
        if (!pair)
            return tl::unexpected(pair.error());
        setMetadata(request.metadata, pair->first, pair->second);
    }
    return {};
}

} // namespace Viral::Cli
