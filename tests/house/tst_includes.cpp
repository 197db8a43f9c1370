// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

// Holds the house to its plan: which room may include which, no cycles between headers, no window inside core.
class IncludesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFileBelongsToARoom();
    void arrowsPointTheRightWay();
    void headersHaveNoCycles();
    void coreKnowsNoWindow();
    void includesExist();
    void everyFileNamesItsLicence();

private:
    QString roomOf(const QString &file) const;

    // File (from the root) to the project's files it includes, and to everything else it includes.
    QHash<QString, QStringList> m_own;
    QHash<QString, QStringList> m_foreign;
    QHash<QString, QSet<QString>> m_allowed;
};

VIRAL_TEST(IncludesTest)

namespace {

/// "name: rooms it may include"; a room may always include itself. Direct arrows only: what is reached through others
/// stands here too, so that the table is the whole truth.
const QStringList plan{
    u"core/base:"_s,
    u"core/json: core/base"_s,
    u"core/contract: core/base core/json"_s,
    u"core/ingest: core/base core/json core/contract"_s,
    u"core/analysis: core/base core/json core/contract"_s,
    u"core/analysis/offline: core/base core/contract core/analysis"_s,
    u"core/review: core/base core/json core/contract"_s,
    u"core/exporters: core/base core/json core/contract core/analysis core/review core/media"_s,
    u"core/media: core/base"_s,
    u"core/handover: core/base core/exporters core/media"_s,
    u"core/net: core/base"_s,
    u"core/clients: core/base core/json core/contract core/net"_s,
    u"core/run: core/base core/json core/contract core/analysis core/analysis/offline core/net core/clients"_s,
    u"core/service: core/base core/json core/contract core/ingest core/net core/clients core/run"_s,
    u"core/library: core/base core/contract core/review core/run"_s,
    u"ui/style: core/base core/review"_s,
    u"ui/document: core/base core/json core/contract core/ingest core/analysis core/analysis/offline core/review core/run"_s,
    u"ui/desk: core/base core/contract core/analysis core/review core/net core/clients core/run core/library ui/document"_s,
    u"ui/models: core/base core/contract core/analysis core/review ui/style ui/document"_s,
    u"ui/timeline: core/base core/contract core/analysis core/review ui/style"_s,
    u"ui/transcript: core/base core/contract core/analysis core/review ui/style"_s,
    u"ui/player: core/base core/analysis core/media ui/style"_s,
    u"ui/panels: core/base core/json core/contract core/analysis core/analysis/offline core/review core/run ui/style ui/document ui/models"_s,
    u"ui/settings: core/base core/json core/contract core/analysis core/net core/clients core/run ui/style"_s,
    u"ui/jobs: core/base core/json core/contract core/run ui/style ui/desk"_s,
    u"ui/handover: core/base core/contract core/exporters core/handover core/media core/review ui/style ui/document ui/models"_s,
    u"ui/commands: core/base core/json ui/style"_s,
    u"ui/shell: core/base core/contract core/analysis core/review core/run ui/style ui/document ui/desk ui/models ui/timeline ui/transcript ui/player ui/panels ui/settings ui/jobs ui/commands ui/handover"_s,
    u"app/cli: core/base core/json core/contract core/ingest core/analysis core/review core/media core/exporters core/handover core/net core/clients core/run core/service core/library"_s,
    u"app/desktop: core/base core/net core/run core/library ui/style ui/document ui/desk ui/settings ui/commands ui/shell"_s,
};

QString root()
{
    return QStringLiteral(VIRAL_SOURCE_ROOT);
}

QString contentOf(const QString &file)
{
    QFile source(root() + u'/' + file);
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

} // namespace

void IncludesTest::initTestCase()
{
    for (const QString &line : plan) {
        const QString room = line.section(u':', 0, 0);
        for (const QString &name : line.section(u':', 1).split(u' ', Qt::SkipEmptyParts))
            m_allowed[room].insert(name);
        m_allowed[room].insert(room);
    }

    static const QRegularExpression include(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s,
                                            QRegularExpression::MultilineOption);
    for (const QString &top : {u"core"_s, u"ui"_s, u"app"_s}) {
        QDirIterator files(root() + u'/' + top, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next().mid(root().size() + 1);
            m_own[file];
            auto matches = include.globalMatch(contentOf(file));
            while (matches.hasNext()) {
                const QRegularExpressionMatch match = matches.next();
                const QString target = match.captured(2);
                // A file's own moc output is no arrow.
                if (target.endsWith(".moc"_L1))
                    continue;
                (match.captured(1) == u'"' ? m_own : m_foreign)[file].append(target);
            }
        }
    }
    QVERIFY(m_own.size() > 50);
}

QString IncludesTest::roomOf(const QString &file) const
{
    QString folder = file.section(u'/', 0, -2);
    while (!folder.isEmpty() && !m_allowed.contains(folder))
        folder = folder.section(u'/', 0, -2);
    return folder;
}

void IncludesTest::everyFileBelongsToARoom()
{
    for (auto it = m_own.cbegin(); it != m_own.cend(); ++it)
        QVERIFY2(!roomOf(it.key()).isEmpty(), qPrintable(it.key()));
}

void IncludesTest::arrowsPointTheRightWay()
{
    QStringList wrong;
    for (auto it = m_own.cbegin(); it != m_own.cend(); ++it) {
        for (const QString &target : it.value()) {
            if (!m_allowed.value(roomOf(it.key())).contains(roomOf(target)))
                wrong.append(it.key() + u" includes "_s + target);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void IncludesTest::headersHaveNoCycles()
{
    QHash<QString, int> state; // 1: on the way, 2: done
    QString cycle;
    const std::function<void(const QString &)> visit = [&](const QString &file) {
        state[file] = 1;
        for (const QString &target : m_own.value(file)) {
            if (state.value(target) == 1 && cycle.isEmpty())
                cycle = file + u" and "_s + target;
            else if (state.value(target) == 0)
                visit(target);
        }
        state[file] = 2;
    };
    for (const QString &file : m_own.keys()) {
        if (state.value(file) == 0)
            visit(file);
    }
    QVERIFY2(cycle.isEmpty(), qPrintable(cycle));
}

void IncludesTest::coreKnowsNoWindow()
{
    // Naming the module's folder would compile even without linking it, so the link line alone is no wall.
    static const QStringList modules{u"QtWidgets"_s, u"QtGui"_s, u"QtMultimedia"_s, u"QtSvg"_s, u"QtQuick"_s};
    static const QRegularExpression windowClass(
        u"^(QWidget|QApplication|QGuiApplication|QPainter|QPalette|QColor|QImage|QPixmap|QFont|QIcon|QAction|"
        "QUndoStack|QMediaPlayer)$"_s);
    QStringList wrong;
    for (auto it = m_foreign.cbegin(); it != m_foreign.cend(); ++it) {
        if (!it.key().startsWith("core/"_L1) && !it.key().startsWith("app/cli/"_L1))
            continue;
        for (const QString &target : it.value()) {
            if (modules.contains(target.section(u'/', 0, 0)) || windowClass.match(target).hasMatch())
                wrong.append(it.key() + u" includes "_s + target);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void IncludesTest::includesExist()
{
    QStringList missing;
    for (auto it = m_own.cbegin(); it != m_own.cend(); ++it) {
        for (const QString &target : it.value()) {
            if (!QFile::exists(root() + u'/' + target))
                missing.append(it.key() + u" includes "_s + target);
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void IncludesTest::everyFileNamesItsLicence()
{
    QStringList without;
    for (const QString &file : m_own.keys()) {
        if (!contentOf(file).startsWith("// SPDX-License-Identifier: GPL-3.0-or-later"_L1))
            without.append(file);
    }
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
}

#include "tst_includes.moc"
