// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/journal.h"

#include "core/base/timetext.h"
#include "core/review/editcodec.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QLatin1StringView actionKey(JournalAction action)
{
    switch (action) {
    case JournalAction::Do:
        return "do"_L1;
    case JournalAction::Undo:
        return "undo"_L1;
    case JournalAction::Redo:
        return "redo"_L1;
    }
    return {};
}

std::optional<JournalAction> actionFromKey(const QString &key)
{
    for (const JournalAction action : {JournalAction::Do, JournalAction::Undo, JournalAction::Redo}) {
        if (key == actionKey(action))
            return action;
    }
    return std::nullopt;
}

void readAction(const JsonValue &root, JournalEntry &entry, Problems &problems)
{
    const std::optional<JsonValue> action = root.member(u"action");
    const std::optional<JournalAction> known = actionFromKey(action ? action->asString().value_or(u""_s) : u""_s);
    if (known)
        entry.action = *known;
    else
        problems.addError(u"/action"_s, u"A step is \"do\", \"undo\" or \"redo\"."_s);
}

void readEdits(const JsonValue &root, JournalEntry &entry, Problems &problems)
{
    const std::optional<JsonValue> edits = root.member(u"edits");
    if (!edits)
        return;
    if (!edits->isArray())
        problems.addError(u"/edits"_s, u"The edits must be a list."_s);
    edits->forEachElement([&entry, &problems](std::size_t, const JsonValue &value) {
        if (std::optional<Edit> edit = readEdit(value, problems))
            entry.edits.append(std::move(*edit));
    });
}

void readOriginals(const JsonValue &root, JournalEntry &entry, Problems &problems)
{
    const std::optional<JsonValue> originals = root.member(u"originals");
    if (!originals)
        return;
    if (!originals->isArray())
        problems.addError(u"/originals"_s, u"The originals must be a list."_s);
    originals->forEachElement([&entry, &problems](std::size_t, const JsonValue &value) {
        entry.originals.append(readNotedOriginal(value, problems));
    });
}

void readTarget(const JsonValue &root, JournalEntry &entry, Problems &problems)
{
    const std::optional<JsonValue> target = root.member(u"target");
    if (!target)
        return;
    entry.target = target->asInteger().value_or(0);
    if (entry.target <= 0)
        problems.addError(u"/target"_s, u"A step is meant by its number."_s);
}

QString optionalText(const JsonValue &root, QStringView name, Problems &problems)
{
    const std::optional<JsonValue> value = root.member(name);
    if (!value)
        return {};
    const std::optional<QString> text = value->asString();
    if (!text)
        problems.addError(u'/' + name.toString(), u"This must be text."_s);
    return text.value_or(QString());
}

QDateTime readTime(const JsonValue &root, Problems &problems)
{
    const QString text = optionalText(root, u"when", problems);
    if (text.isEmpty())
        return {};
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        problems.addError(u"/when"_s, u"This is no time."_s);
    return time;
}

} // namespace

QByteArray writeJournalEntry(const JournalEntry &entry)
{
    JsonWriter writer(JsonWriter::Layout::Compact);
    writer.beginObject().member("action"_L1, actionKey(entry.action));
    if (entry.target > 0)
        writer.member("target"_L1, entry.target);
    if (!entry.originals.isEmpty()) {
        writer.key("originals"_L1).beginArray();
        for (const NotedOriginal &original : entry.originals)
            writeNotedOriginal(writer, original);
        writer.endArray();
    }
    if (!entry.edits.isEmpty()) {
        writer.key("edits"_L1).beginArray();
        for (const Edit &edit : entry.edits)
            writeEdit(writer, edit);
        writer.endArray();
    }
    if (!entry.gesture.isEmpty())
        writer.member("gesture"_L1, QStringView(entry.gesture));
    if (!entry.author.isEmpty())
        writer.member("author"_L1, QStringView(entry.author));
    if (entry.when.isValid())
        writer.member("when"_L1, QStringView(isoUtcText(entry.when)));
    writer.endObject();
    return writer.take();
}

Result<JournalEntry> parseJournalEntry(const QByteArray &bytes)
{
    const Result<JsonDocument> document = JsonDocument::parse(bytes);
    if (!document)
        return tl::unexpected(document.error());
    const JsonValue root = document->root();
    Problems problems;
    JournalEntry entry;
    readAction(root, entry, problems);
    readTarget(root, entry, problems);
    readOriginals(root, entry, problems);
    readEdits(root, entry, problems);
    entry.gesture = optionalText(root, u"gesture", problems);
    entry.author = optionalText(root, u"author", problems);
    entry.when = readTime(root, problems);
    if (problems.hasErrors())
        return tl::unexpected(problems.asError());
    return entry;
}

} // namespace Viral
