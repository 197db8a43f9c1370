// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/keymap.h"

#include "ui/commands/commandtable.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

const QHash<QString, QStringList> &tableKeys()
{
    static const QHash<QString, QStringList> keys = [] {
        QHash<QString, QStringList> all;
        for (const CommandEntry &entry : commandTable()) {
            QStringList normal;
            for (const QString &key : entry.keys)
                normal.append(normalKey(key));
            all.insert(QString::fromLatin1(entry.id), normal);
        }
        return all;
    }();
    return keys;
}

bool shadows(const QString &key, const QString &other)
{
    return key == other || other.startsWith(key + u", "_s) || key.startsWith(other + u", "_s);
}

/// Commands that another program keeps on other keys than ours.
struct Habit
{
    const char *id;
    QStringList keys;
};

const QList<Habit> &habitsOf(KeyPreset preset)
{
    static const QList<Habit> none;
    static const QList<Habit> premiere{{"file.exportKept", {u"Ctrl+E"_s}},
                                       {"file.media", {u"Ctrl+I"_s}},
                                       {"play.moment", {u"Ctrl+Shift+Space"_s, u"Return"_s, u"Enter"_s}},
                                       {"play.kept", {u"Ctrl+Alt+Space"_s}},
                                       {"play.aroundEdge", {u"Shift+Space"_s, u"Shift+K"_s}},
                                       {"moment.startHere", {u"I"_s, u"Q"_s}},
                                       {"moment.endHere", {u"O"_s, u"W"_s}},
                                       {"moment.edgeWordEarlier", {u"Alt+Left"_s}},
                                       {"moment.edgeWordLater", {u"Alt+Right"_s}},
                                       {"moment.edgeSentenceEarlier", {u"Alt+Shift+Left"_s}},
                                       {"moment.edgeSentenceLater", {u"Alt+Shift+Right"_s}},
                                       {"moment.new", {u"M"_s, u"N"_s}},
                                       {"view.zoomMoment", {u"Shift+\\"_s}}};
    static const QList<Habit> resolve{{"play.aroundEdge", {u"/"_s}},
                                      {"play.moment", {u"Alt+/"_s, u"Return"_s, u"Enter"_s}},
                                      {"play.loop", {u"Ctrl+/"_s}},
                                      {"view.zoomAll", {u"Shift+Z"_s}},
                                      {"view.zoomIn", {u"Ctrl+="_s, u"Ctrl++"_s}},
                                      {"view.zoomOut", {u"Ctrl+-"_s}},
                                      {"moment.reject", {u"Backspace"_s, u"Del"_s, u"X"_s}},
                                      {"moment.new", {u"M"_s, u"N"_s}},
                                      {"moment.edgeWordEarlier", {u","_s}},
                                      {"moment.edgeWordLater", {u"."_s}}};
    static const QList<Habit> finalCut{{"moment.keep", {u"F"_s, u"A"_s}},
                                       {"moment.reject", {u"Del"_s, u"Backspace"_s, u"X"_s}},
                                       {"moment.undecide", {u"U"_s}},
                                       {"play.moment", {u"/"_s, u"Return"_s, u"Enter"_s}},
                                       {"play.aroundEdge", {u"Shift+Space"_s}},
                                       {"view.zoomAll", {u"Shift+Z"_s}},
                                       {"view.zoomIn", {u"Ctrl+="_s, u"Ctrl++"_s}},
                                       {"view.zoomOut", {u"Ctrl+-"_s}},
                                       {"moment.new", {u"M"_s, u"N"_s}}};
    static const QList<Habit> losslessCut{{"play.secondBack", {u"Left"_s}},
                                          {"play.secondForward", {u"Right"_s}},
                                          {"play.frameBack", {u","_s}},
                                          {"play.frameForward", {u"."_s}},
                                          {"moment.edgeWordEarlier", {u"["_s}},
                                          {"moment.edgeWordLater", {u"]"_s}},
                                          {"moment.edgeSentenceEarlier", {u"Ctrl+["_s}},
                                          {"moment.edgeSentenceLater", {u"Ctrl+]"_s}},
                                          {"moment.new", {u"+"_s, u"N"_s}},
                                          {"view.zoomIn", {u"="_s}},
                                          {"moment.reject", {u"Backspace"_s, u"Del"_s, u"X"_s}},
                                          {"file.exportKept", {u"E"_s}},
                                          {"play.lastSeconds", {u"Alt+E"_s}}};
    switch (preset) {
    case KeyPreset::ViralMoments:
        return none;
    case KeyPreset::Premiere:
        return premiere;
    case KeyPreset::Resolve:
        return resolve;
    case KeyPreset::FinalCut:
        return finalCut;
    case KeyPreset::LosslessCut:
        return losslessCut;
    }
    return none;
}

} // namespace

QString normalKey(const QString &key)
{
    const QKeySequence sequence = QKeySequence::fromString(key, QKeySequence::PortableText);
    for (int i = 0; i < sequence.count(); ++i) {
        if (sequence[static_cast<uint>(i)].key() == Qt::Key_unknown)
            return {};
    }
    return sequence.toString(QKeySequence::PortableText);
}

KeyMap::KeyMap()
    : m_keys(tableKeys())
{}

QList<QKeySequence> KeyMap::sequencesOf(const QString &id) const
{
    QList<QKeySequence> sequences;
    for (const QString &key : keysOf(id))
        sequences.append(QKeySequence::fromString(key, QKeySequence::PortableText));
    return sequences;
}

QString KeyMap::ownerOf(const QString &key) const
{
    const QString wanted = normalKey(key);
    if (wanted.isEmpty())
        return {};
    for (const CommandEntry &entry : commandTable()) {
        const QString id = QString::fromLatin1(entry.id);
        for (const QString &owned : m_keys.value(id)) {
            if (shadows(owned, wanted))
                return id;
        }
    }
    return {};
}

void KeyMap::give(const QString &id, const QStringList &keys)
{
    if (!m_keys.contains(id))
        return;
    QStringList normal;
    for (const QString &key : keys) {
        if (const QString one = normalKey(key); !one.isEmpty() && !normal.contains(one))
            normal.append(one);
    }
    for (QStringList &others : m_keys) {
        others.removeIf([&](const QString &owned) {
            return std::any_of(normal.begin(), normal.end(), [&](const QString &key) { return shadows(owned, key); });
        });
    }
    m_keys[id] = normal;
}

void KeyMap::reset(const QString &id)
{
    give(id, tableKeys().value(id));
}

QString presetName(KeyPreset preset)
{
    switch (preset) {
    case KeyPreset::ViralMoments:
        return u"Viral Moments"_s;
    case KeyPreset::Premiere:
        return u"Adobe Premiere Pro"_s;
    case KeyPreset::Resolve:
        return u"DaVinci Resolve"_s;
    case KeyPreset::FinalCut:
        return u"Final Cut Pro"_s;
    case KeyPreset::LosslessCut:
        return u"LosslessCut"_s;
    }
    return {};
}

KeyMap presetKeys(KeyPreset preset)
{
    KeyMap map;
    for (const Habit &habit : habitsOf(preset))
        map.give(QString::fromLatin1(habit.id), habit.keys);
    return map;
}

} // namespace Viral
