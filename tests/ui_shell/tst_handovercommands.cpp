// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/handover/handoverdialog.h"
#include "ui/models/messagemodel.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QDesktopServices>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Viral;
using namespace Qt::StringLiterals;

// "Hand over…" in the window: by its key, over what is open as it stands now.
class HandOverCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensByItsKey();
    void followsTheDocument();
    void tellsWhatWasWritten();
    void noteUrl(const QUrl &url) { m_url = url; }

private:
    HandOverDialog *dialog() const { return m_window->findChild<HandOverDialog *>(); }
    void openDialog();

    std::unique_ptr<Theme> m_theme;
    SystemClock m_clock;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<MainWindow> m_window;
    QUrl m_url;
};

VIRAL_TEST(HandOverCommandsTest)

void HandOverCommandsTest::init()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_journal = std::make_unique<MemoryJournal>();
    m_window = std::make_unique<MainWindow>(
        Surroundings{.journal = *m_journal, .clock = m_clock, .theme = *m_theme, .remembersLayout = false});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void HandOverCommandsTest::cleanup()
{
    m_window.reset();
}

void HandOverCommandsTest::openDialog()
{
    m_window->document().open(ViralTest::evenWork(5));
    QTRY_VERIFY(m_window->isSettled());
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(dialog());
    QTRY_VERIFY(dialog()->isSettled());
}

void HandOverCommandsTest::opensByItsKey()
{
    QVERIFY(!m_window->actions().of(Command::HandOverMoments)->isEnabled());
    openDialog();
    QCOMPARE(dialog()->preview()->clips.size(), 5);
    QCOMPARE(dialog()->preview()->lack, HandOverLack::Media);
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
}

void HandOverCommandsTest::followsTheDocument()
{
    openDialog();
    // Another window may decide meanwhile.
    QVERIFY(m_window->document().apply({DecisionEdit{m_window->document().currentMoment(), Decision::Rejected, {}}}));
    QTRY_VERIFY(dialog()->isSettled());
    QCOMPARE(dialog()->preview()->clips.size(), 4);
    QTemporaryDir folder;
    QFile media(folder.filePath(u"talk.mp4"_s));
    QVERIFY(media.open(QIODevice::WriteOnly));
    m_window->document().setMediaPath(media.fileName());
    QTRY_VERIFY(dialog()->isSettled());
    QCOMPARE(dialog()->preview()->lack, HandOverLack::Rate);
    m_window->document().close();
    QTRY_VERIFY(!dialog());
}

void HandOverCommandsTest::tellsWhatWasWritten()
{
    openDialog();
    const QTemporaryDir folder;
    const FormatListModel formats;
    dialog()->findChild<QListView *>()->setCurrentIndex(
        dialog()->findChild<QListView *>()->model()->index(formats.indexOf(u"csv"_s).row(), 0));
    const QString path = folder.filePath(u"table.csv"_s);
    for (QLineEdit *field : dialog()->findChildren<QLineEdit *>()) {
        if (field->accessibleName() == HandOverDialog::tr("Where to write")) {
            field->selectAll();
            QTest::keyClicks(field, path);
        }
    }
    QTRY_VERIFY(dialog()->isSettled());
    dialog()->accept();
    QTRY_VERIFY(dialog()->isSettled() && QFile::exists(path));
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"table.csv"));
    const Message last = m_window->findChild<MessageModel *>()->messages().constLast();
    QCOMPARE(last.target, (MessageTarget{.kind = MessageTarget::Kind::File, .id = path}));
    QVERIFY(!last.whatToDo.isEmpty());
    QDesktopServices::setUrlHandler(u"file"_s, this, "noteUrl");
    for (QPushButton *button : dialog()->findChildren<QPushButton *>()) {
        if (button->text() == HandOverDialog::tr("Open the &folder"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QDesktopServices::unsetUrlHandler(u"file"_s);
    QCOMPARE(m_url, QUrl::fromLocalFile(folder.path()));
}

#include "tst_handovercommands.moc"
