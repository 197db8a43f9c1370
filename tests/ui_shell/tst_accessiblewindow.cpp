// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplework.h"
#include "tests/support/settingsbench.h"
#include "tests/support/testregistry.h"
#include "ui/commands/keymapstore.h"
#include "ui/commands/shortcutguard.h"
#include "ui/desk/rundesk.h"
#include "ui/document/memoryjournal.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSlider>
#include <QTabBar>
#include <QTest>
#include <QTimer>

using namespace Viral;
using namespace Qt::StringLiterals;

// Who does not see the window is told what each control is; who has no mouse gets everywhere and sees where the keys
// go.
class AccessibleWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void everyControlHasAName_data();
    void everyControlHasAName();
    void dialogsNameTheirControls_data();
    void dialogsNameTheirControls();
    void focusIsSeen_data();
    void focusIsSeen();
    void tabGoesThroughAPageFromTheTop_data();
    void tabGoesThroughAPageFromTheTop();

private:
    std::unique_ptr<Theme> m_theme;
    ShortcutGuard m_guard;
    SystemClock m_clock;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<ViralTest::SettingsBench> m_settings;
    std::unique_ptr<KeyMapStore> m_keys;
    std::unique_ptr<RunDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

VIRAL_TEST(AccessibleWindowTest)

namespace {

bool isInteractive(const QWidget *widget)
{
    // Of docks that are out of sight the window keeps an empty tab bar.
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget); tabs && tabs->count() == 0)
        return false;
    if (qobject_cast<const QScrollBar *>(widget) || qobject_cast<const QHeaderView *>(widget))
        return false;
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget) ||
           qobject_cast<const QAbstractSlider *>(widget) || widget->focusPolicy() == Qt::StrongFocus ||
           widget->focusPolicy() == Qt::TabFocus;
}

/// Parts that the toolkit makes itself: the field in a spin box, the list of a combo box, buttons that scroll tabs.
bool isPartOfAnother(const QWidget *widget)
{
    if (widget->objectName().startsWith("qt_"_L1) || widget->objectName().startsWith("ScrollLeft"_L1) ||
        widget->objectName().startsWith("ScrollRight"_L1))
        return true;
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent) ||
            qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QTabBar *>(parent))
            return true;
    }
    return false;
}

QString nameOf(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

/// Controls in sight that have no name, as "class#object in parent".
QStringList nameless(const QWidget &top)
{
    QStringList found;
    for (QWidget *widget : top.findChildren<QWidget *>()) {
        const bool isScroller = widget->inherits("QScrollArea") || widget->inherits("QTabWidget");
        if (!widget->isVisible() || widget->window() != &top || isScroller || !isInteractive(widget) ||
            isPartOfAnother(widget) || !nameOf(widget).trimmed().isEmpty())
            continue;
        found.append(u"%1#%2 in %3"_s.arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName(),
                                          QLatin1StringView(widget->parentWidget()->metaObject()->className())));
    }
    return found;
}

const QStringList panels{u"scores"_s,     u"posts"_s,    u"words"_s,   u"cost"_s,    u"why"_s, u"moments"_s,
                         u"transcript"_s, u"timeline"_s, u"history"_s, u"compare"_s, u"jobs"_s};

} // namespace

void AccessibleWindowTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    qApp->installEventFilter(&m_guard);
}

void AccessibleWindowTest::init()
{
    m_journal = std::make_unique<MemoryJournal>();
    m_settings = std::make_unique<ViralTest::SettingsBench>();
    m_keys = std::make_unique<KeyMapStore>(m_settings->folder.filePath(u"keys.json"_s));
    m_desk = std::make_unique<RunDesk>(DeskSetup{.libraryFolder = m_settings->folder.filePath(u"library"_s)});
    m_window = std::make_unique<MainWindow>(Surroundings{.journal = *m_journal,
                                                         .clock = m_clock,
                                                         .theme = *m_theme,
                                                         .keys = m_keys.get(),
                                                         .desk = m_desk.get(),
                                                         .connections = &m_settings->connections,
                                                         .samplePath = u"/sample.json"_s,
                                                         .remembersLayout = false});
    m_window->resize(1600, 1000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void AccessibleWindowTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
    m_keys.reset();
    m_settings.reset();
}

void AccessibleWindowTest::everyControlHasAName_data()
{
    QTest::addColumn<QString>("panel");
    QTest::newRow("welcome") << QString();
    for (const QString &panel : panels)
        QTest::newRow(qPrintable(panel)) << panel;
}

void AccessibleWindowTest::everyControlHasAName()
{
    QFETCH(const QString, panel);
    if (!panel.isEmpty()) {
        Work work = ViralTest::evenWork(4);
        work.outcome.funnel.entries = {FunnelEntry{.number = 0, .candidate = {.title = u"One"_s}}};
        m_window->document().open(std::move(work));
        QVERIFY(m_window->showPanel(panel));
    }
    QCOMPARE(nameless(*m_window).join(u", "_s), QString());
}

void AccessibleWindowTest::dialogsNameTheirControls_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"edit.settings", "run.with", "run.months", "help.palette", "help.keys",
                                "help.changeKeys", "moment.note", "moment.rejectWithReason"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void AccessibleWindowTest::dialogsNameTheirControls()
{
    QFETCH(const QString, command);
    m_window->document().open(ViralTest::evenWork(4));
    bool wasSeen = false;
    QStringList found;
    QTimer looking;
    connect(&looking, &QTimer::timeout, this, [&] {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            const bool isOpened = top != m_window.get() && top->isVisible() && !top->inherits("QTipLabel");
            if (!isOpened || top->inherits("QComboBoxPrivateContainer"))
                continue;
            wasSeen = true;
            found += nameless(*top);
            top->close();
        }
    });
    looking.start(50);
    auto *action = m_window->findChild<QAction *>(command);
    QVERIFY(action);
    action->trigger();
    QTRY_VERIFY(wasSeen);
    QCOMPARE(found.join(u", "_s), QString());
}

void AccessibleWindowTest::focusIsSeen_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<QString>("panel");
    for (const auto &[name, theme] : {std::pair{"dark", ThemeChoice::Dark}, std::pair{"light", ThemeChoice::Light}}) {
        for (const QString &panel : {u"scores"_s, u"posts"_s, u"words"_s, u"why"_s, u"history"_s, u"jobs"_s})
            QTest::addRow("%s %s", name, qPrintable(panel)) << theme << panel;
    }
}

void AccessibleWindowTest::focusIsSeen()
{
    QFETCH(const ThemeChoice, theme);
    QFETCH(const QString, panel);
    m_theme->setChoice(theme);
    m_window->document().open(ViralTest::evenWork(4));
    QTRY_VERIFY(m_window->isSettled());
    QVERIFY(m_window->showPanel(panel));
    QApplication::setCursorFlashTime(0);
    // As someone does who goes by keys: some styles show it only then.
    QTest::keyClick(m_window.get(), Qt::Key_Tab);
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool takesKeys = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isEnabled();
        if (!takesKeys || !widget->isVisible() || widget->window() != m_window.get() || isPartOfAnother(widget) ||
            widget->inherits("QScrollArea"))
            continue;
        QWidget *outside = widget->parentWidget();
        m_window->setFocus();
        const QImage without = outside->grab().toImage();
        widget->setFocus(Qt::TabFocusReason);
        if (QApplication::focusWidget() != widget)
            continue;
        const QString what =
            QLatin1StringView(widget->metaObject()->className()) + u' ' + nameOf(widget) + widget->objectName();
        QVERIFY2(outside->grab().toImage() != without, qPrintable(what));
    }
}

void AccessibleWindowTest::tabGoesThroughAPageFromTheTop_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"view.scores", "view.posts", "view.words"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void AccessibleWindowTest::tabGoesThroughAPageFromTheTop()
{
    QFETCH(const QString, command);
    m_window->document().open(ViralTest::evenWork(4));
    m_window->findChild<QAction *>(command)->trigger();
    // A page is filled when it is shown, and laid out when the loop comes round.
    QCoreApplication::processEvents();
    const QWidget *first = QApplication::focusWidget();
    QVERIFY(first);
    const auto top = [this](const QWidget *widget) { return widget->mapToGlobal(QPoint()).y(); };
    int before = top(first);
    int steps = 0;
    const QWidget *page = first->parentWidget();
    while (page && !page->inherits("QScrollArea"))
        page = page->parentWidget();
    QVERIFY(page);
    // The page scrolls to what has the keys: measured against its beginning.
    const auto *content = page->findChild<QWidget *>(u"qt_scrollarea_viewport"_s)->findChild<QWidget *>();
    before -= top(content);
    for (;; ++steps) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const QWidget *focus = QApplication::focusWidget();
        if (!page->isAncestorOf(focus) || focus == first)
            break;
        const int now = top(focus) - top(content);
        // Controls of one row may differ by some pixels.
        QVERIFY2(now >= before - 12, qPrintable(nameOf(const_cast<QWidget *>(focus))));
        before = now;
        QVERIFY(steps < 60);
    }
    QVERIFY(steps >= 3);
}

#include "tst_accessiblewindow.moc"
