// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/prompttemplates.h"

#include "core/json/jsonreader.h"

#include <QFile>

#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr QLatin1StringView versionMark = "Version: "_L1;
constexpr std::array placeholders{"{{about}}"_L1, "{{first}}"_L1, "{{last}}"_L1, "{{speakers}}"_L1, "{{sentences}}"_L1};

QByteArray resource(const QString &name)
{
    QFile file(u":/viral/prompts/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray withoutWhiteSpace(const QByteArray &json)
{
    QByteArray compact;
    compact.reserve(json.size());
    bool isInString = false;
    bool isEscaped = false;
    for (const char c : json) {
        const bool isWhite = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (isInString || !isWhite)
            compact += c;
        if (c == '"' && !isEscaped)
            isInString = !isInString;
        isEscaped = isInString && c == '\\' && !isEscaped;
    }
    return compact;
}

Result<PromptTemplates> PromptTemplates::fromBytes(const QByteArray &rules, const QByteArray &chunk,
                                                   const QByteArray &schema)
{
    const QString rulesText = QString::fromUtf8(rules);
    const qsizetype lineEnd = rulesText.indexOf(u'\n');
    if (!rulesText.startsWith(versionMark) || lineEnd < 0)
        return failure(ErrorKind::Input, u"The rules must begin with a line \"Version: …\""_s);
    const QString chunkText = QString::fromUtf8(chunk).trimmed();
    for (const QLatin1StringView placeholder : placeholders) {
        if (!chunkText.contains(placeholder))
            return failure(ErrorKind::Input, u"The chunk's text does not contain %1"_s.arg(placeholder));
    }
    if (const auto parsed = JsonDocument::parse(schema); !parsed)
        return tl::unexpected(parsed.error());
    return PromptTemplates{.version = rulesText.sliced(versionMark.size(), lineEnd - versionMark.size()).trimmed(),
                           .rules = rulesText.sliced(lineEnd).trimmed(),
                           .chunk = chunkText,
                           .schema = withoutWhiteSpace(schema)};
}

PromptTemplates PromptTemplates::builtIn()
{
    const auto templates =
        fromBytes(resource(u"moments.rules.md"_s), resource(u"moments.chunk.md"_s), resource(u"moments.schema.json"_s));
    // Compiled in, and a test reads them: this cannot fail in a program that was built.
    Q_ASSERT(templates);
    return templates.value_or(PromptTemplates{});
}

} // namespace Viral
