// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/keymapfile.h"

#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"
#include "ui/commands/commandtable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr auto formatName = "viral-moments-keys"_L1;
/// More keys for one command than anybody learns.
constexpr qsizetype mostKeys = 16;
constexpr qsizetype mostNotes = 20;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Viral::KeyMapFile)
};

bool isCommand(const QString &id)
{
    const auto &table = commandTable();
    return std::any_of(table.begin(), table.end(),
                       [&](const CommandEntry &entry) { return id == QLatin1StringView(entry.id); });
}

void addNote(ReadKeyMap &read, const QString &note)
{
    if (read.notes.size() < mostNotes)
        read.notes.append(note);
}

void readCommand(const QString &id, const JsonValue &value, ReadKeyMap &read)
{
    if (!isCommand(id)) {
        addNote(read, Texts::tr("There is no command “%1” here.").arg(id.left(80)));
        return;
    }
    if (!value.isArray()) {
        addNote(read, Texts::tr("“%1” is no key.").arg(id));
        return;
    }
    QStringList keys;
    value.forEachElement([&](std::size_t, const JsonValue &element) {
        if (keys.size() >= mostKeys)
            return;
        const QString text = element.asString().value_or(QString());
        if (const QString key = normalKey(text); !key.isEmpty())
            keys.append(key);
        else
            addNote(read, Texts::tr("“%1” is no key.").arg(text.left(80)));
    });
    read.keys.give(id, keys);
}

} // namespace

QByteArray writeKeyMap(const KeyMap &keys)
{
    const KeyMap standard;
    JsonWriter writer(JsonWriter::Layout::Indented);
    writer.beginObject().member("format"_L1, formatName).member("version"_L1, 1).key("keys"_L1).beginObject();
    for (const CommandEntry &entry : commandTable()) {
        const QString id = QString::fromLatin1(entry.id);
        if (keys.keysOf(id) == standard.keysOf(id))
            continue;
        writer.key(id).beginArray();
        for (const QString &key : keys.keysOf(id))
            writer.value(key);
        writer.endArray();
    }
    writer.endObject().endObject();
    return writer.take();
}

Result<ReadKeyMap> parseKeyMap(const QByteArray &bytes)
{
    const Result<JsonDocument> document = JsonDocument::parse(bytes);
    if (!document)
        return tl::unexpected(document.error());
    const JsonValue root = document->root();
    const std::optional<JsonValue> format = root.member(u"format");
    const std::optional<JsonValue> keys = root.member(u"keys");
    if (!format || format->asString() != QString(formatName) || !keys || !keys->isObject())
        return failure(ErrorKind::Input, Texts::tr("This is no file of keys. Export one here to see how it looks."));
    ReadKeyMap read;
    // Two passes: a command that gives a key up does not take it from the one that is read before it.
    keys->forEachMember([&](std::string_view id, const JsonValue &value) {
        if (value.isArray())
            read.keys.give(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())), {});
    });
    keys->forEachMember([&](std::string_view id, const JsonValue &value) {
        readCommand(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())), value, read);
    });
    return read;
}

} // namespace Viral
