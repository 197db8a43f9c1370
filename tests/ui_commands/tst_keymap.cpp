// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/keymap.h"

#include "tests/support/testregistry.h"
#include "ui/commands/commandtable.h"
#include "ui/commands/keymapfile.h"
#include "ui/commands/keymapstore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// Keys as values: one owner each, presets without conflicts, files that carry them.
class KeyMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheTable();
    void aKeyHasOneOwner();
    void resettingTakesKeysBack();
    void sequencesShadowTheirBeginnings();
    void whatIsNoKeyIsLeftOut();
    void presetsHaveNoConflicts_data();
    void presetsHaveNoConflicts();
    void presetsNameRealCommands();
    void filesReadBack();
    void twoCommandsCanSwapKeysInAFile();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void strangeEntriesAreNoted();
    void endlessListsAreCut();
    void theStoreKeeps();
    void aBrokenFileIsLeftAlone();
    void aFolderThatCannotBeWrittenIsTold();
};

VIRAL_TEST(KeyMapTest)

void KeyMapTest::startsWithTheTable()
{
    const KeyMap keys;
    for (const CommandEntry &entry : commandTable())
        QCOMPARE(keys.keysOf(QString::fromLatin1(entry.id)).size(), entry.keys.size());
    QCOMPARE(keys.ownerOf(u"A"_s), u"moment.keep"_s);
    QCOMPARE(keys.ownerOf(u"ctrl+shift+s"_s), u"file.saveAs"_s);
    QVERIFY(keys.ownerOf(u"Ctrl+Alt+F9"_s).isEmpty());
}

void KeyMapTest::aKeyHasOneOwner()
{
    KeyMap keys;
    keys.give(u"moment.star"_s, {u"A"_s, u"Ctrl+Alt+F9"_s, u"A"_s});
    QCOMPARE(keys.keysOf(u"moment.star"_s), QStringList({u"A"_s, u"Ctrl+Alt+F9"_s}));
    QVERIFY(!keys.keysOf(u"moment.keep"_s).contains(u"A"_s));
    QCOMPARE(keys.ownerOf(u"A"_s), u"moment.star"_s);
    keys.give(u"no.such"_s, {u"X"_s});
    QCOMPARE(keys.ownerOf(u"X"_s), u"moment.reject"_s);
}

void KeyMapTest::resettingTakesKeysBack()
{
    KeyMap keys;
    keys.give(u"moment.star"_s, {u"A"_s});
    keys.reset(u"moment.keep"_s);
    QCOMPARE(keys.keysOf(u"moment.keep"_s), KeyMap().keysOf(u"moment.keep"_s));
    QVERIFY(keys.keysOf(u"moment.star"_s).isEmpty());
    keys.reset(u"moment.star"_s);
    QCOMPARE(keys, KeyMap());
}

void KeyMapTest::sequencesShadowTheirBeginnings()
{
    KeyMap keys;
    keys.give(u"moment.star"_s, {u"Ctrl+Alt+G, 1"_s});
    QCOMPARE(keys.ownerOf(u"Ctrl+Alt+G"_s), u"moment.star"_s);
    QCOMPARE(keys.ownerOf(u"Ctrl+Alt+G, 1, 2"_s), u"moment.star"_s);
    QVERIFY(keys.ownerOf(u"Ctrl+Alt+G, 2"_s).isEmpty());
    keys.give(u"moment.keep"_s, {u"Ctrl+Alt+G"_s});
    QVERIFY(keys.keysOf(u"moment.star"_s).isEmpty());
}

void KeyMapTest::whatIsNoKeyIsLeftOut()
{
    KeyMap keys;
    keys.give(u"moment.star"_s, {u"Nonsense+Q+Z"_s, {}, u"F8"_s});
    QCOMPARE(keys.keysOf(u"moment.star"_s), QStringList({u"F8"_s}));
}

void KeyMapTest::presetsHaveNoConflicts_data()
{
    QTest::addColumn<KeyPreset>("preset");
    for (const KeyPreset preset : allKeyPresets)
        QTest::addRow("%s", qPrintable(presetName(preset))) << preset;
}

void KeyMapTest::presetsHaveNoConflicts()
{
    QFETCH(KeyPreset, preset);
    const KeyMap keys = presetKeys(preset);
    QHash<QString, QString> owners;
    for (const CommandEntry &entry : commandTable()) {
        const QString id = QString::fromLatin1(entry.id);
        for (const QString &key : keys.keysOf(id)) {
            QVERIFY2(!owners.contains(key), qPrintable(key + u' ' + id + u' ' + owners.value(key)));
            owners.insert(key, id);
        }
    }
    // What decides, plays and cuts stays within reach of a hand in every preset.
    for (const QString &id : {u"moment.keep"_s,
                              u"moment.reject"_s,
                              u"moment.hold"_s,
                              u"moment.next"_s,
                              u"moment.startHere"_s,
                              u"moment.endHere"_s,
                              u"moment.edgeWordEarlier"_s,
                              u"moment.edgeWordLater"_s,
                              u"moment.edgeSentenceEarlier"_s,
                              u"moment.edgeSentenceLater"_s,
                              u"moment.new"_s,
                              u"play.toggle"_s,
                              u"play.moment"_s,
                              u"play.aroundEdge"_s,
                              u"play.frameBack"_s,
                              u"play.frameForward"_s,
                              u"view.zoomIn"_s,
                              u"view.zoomOut"_s,
                              u"view.zoomAll"_s,
                              u"file.exportKept"_s,
                              u"help.palette"_s})
        QVERIFY2(!keys.keysOf(id).isEmpty(), qPrintable(id));
}

void KeyMapTest::presetsNameRealCommands()
{
    QCOMPARE(presetKeys(KeyPreset::ViralMoments), KeyMap());
    QCOMPARE(presetKeys(KeyPreset::FinalCut).ownerOf(u"F"_s), u"moment.keep"_s);
    QCOMPARE(presetKeys(KeyPreset::Resolve).ownerOf(u"Shift+Z"_s), u"view.zoomAll"_s);
    QCOMPARE(presetKeys(KeyPreset::LosslessCut).ownerOf(u"Left"_s), u"play.secondBack"_s);
    QCOMPARE(presetKeys(KeyPreset::Premiere).ownerOf(u"Alt+Left"_s), u"moment.edgeWordEarlier"_s);
}

void KeyMapTest::filesReadBack()
{
    for (const KeyPreset preset : allKeyPresets) {
        const Result<ReadKeyMap> read = parseKeyMap(writeKeyMap(presetKeys(preset)));
        QVERIFY(read);
        QCOMPARE(read->keys, presetKeys(preset));
        QVERIFY(read->notes.isEmpty());
    }
}

void KeyMapTest::twoCommandsCanSwapKeysInAFile()
{
    KeyMap keys;
    keys.give(u"moment.keep"_s, {u"X"_s});
    keys.give(u"moment.reject"_s, {u"A"_s});
    QCOMPARE(parseKeyMap(writeKeyMap(keys))->keys, keys);
}

void KeyMapTest::otherFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("keys = 1");
    QTest::newRow("another format") << QByteArray(R"({"format":"other","keys":{}})");
    QTest::newRow("no keys") << QByteArray(R"({"format":"viral-moments-keys"})");
    QTest::newRow("keys as a list") << QByteArray(R"({"format":"viral-moments-keys","keys":[]})");
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void KeyMapTest::otherFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!parseKeyMap(bytes));
}

void KeyMapTest::strangeEntriesAreNoted()
{
    const Result<ReadKeyMap> read = parseKeyMap(
        R"({"format":"viral-moments-keys","keys":{"no.such":["A"],"moment.star":["F8",7,"Hyper+Q"],"moment.keep":"A"}})");
    QVERIFY(read);
    QCOMPARE(read->notes.size(), 4);
    QCOMPARE(read->notes.filter(u"moment.keep"_s).size(), 1);
    QCOMPARE(read->keys.keysOf(u"moment.star"_s), QStringList({u"F8"_s}));
    // What gives no list of keys takes none away.
    QCOMPARE(read->keys.keysOf(u"moment.keep"_s), KeyMap().keysOf(u"moment.keep"_s));
}

void KeyMapTest::endlessListsAreCut()
{
    QByteArrayList keys;
    for (char16_t letter = 0x4e00; letter < 0x9e00; ++letter)
        keys.append('"' + QString(QChar(letter)).toUtf8() + '"');
    QByteArrayList unknown;
    for (int i = 0; i < 20'000; ++i)
        unknown.append("\"no.such" + QByteArray::number(i) + "\":[]");
    const Result<ReadKeyMap> read = parseKeyMap(R"({"format":"viral-moments-keys","keys":{"moment.star":[)" +
                                                keys.join(',') + "]," + unknown.join(',') + "}}");
    QVERIFY(read);
    QCOMPARE(read->keys.keysOf(u"moment.star"_s).size(), 16);
    QCOMPARE(read->notes.size(), 20);
}

void KeyMapTest::theStoreKeeps()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"deep/keys.json"_s);
    KeyMapStore store(path);
    QSignalSpy changed(&store, &KeyMapStore::changed);
    QVERIFY(store.setKeys(presetKeys(KeyPreset::Resolve)));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(KeyMapStore(path).keys(), presetKeys(KeyPreset::Resolve));
}

void KeyMapTest::aBrokenFileIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"keys.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{broken");
    file.close();
    const KeyMapStore store(path);
    QCOMPARE(store.keys(), KeyMap());
    QVERIFY(store.trouble().contains(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{broken"));
}

void KeyMapTest::aFolderThatCannotBeWrittenIsTold()
{
    const QTemporaryDir folder;
    QFile blocking(folder.filePath(u"file"_s));
    QVERIFY(blocking.open(QIODevice::WriteOnly));
    KeyMapStore store(folder.filePath(u"file/keys.json"_s));
    QVERIFY(!store.setKeys(presetKeys(KeyPreset::FinalCut)));
    QVERIFY(!store.trouble().isEmpty());
    QCOMPARE(store.keys(), presetKeys(KeyPreset::FinalCut));
}

#include "tst_keymap.moc"
