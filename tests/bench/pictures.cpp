// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window to be looked at: every panel, dialog and state, light and dark, in several sizes.
//   pictures FOLDER [WORD]      only those whose name contains WORD
// QT_SCALE_FACTOR=2 for sharp screens, LC_ALL for the language, -reverse for right to left. VIRAL_PICTURES_TEXT is the
// size of the text in percent, VIRAL_PICTURES_VIDEO names a video for the player.
#include "core/review/reviewid.h"
#include "tests/support/samplework.h"
#include "tests/support/settingsbench.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/commands/keymapstore.h"
#include "ui/document/memoryjournal.h"
#include "ui/models/messagemodel.h"
#include "ui/panels/comparepanel.h"
#include "ui/panels/funnelpanel.h"
#include "ui/panels/messagespanel.h"
#include "ui/panels/momentspanel.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/translations.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QStatusBar>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString sample = QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json");

/// Titles as they come from the whole world, and longer than any column.
QString title(int number)
{
    static const QStringList titles{
        u"Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle gegen Geschwindigkeitsbegrenzung"_s,
        u"三時間の法則：誰も話さなかった本当の理由と、その後に起きたことのすべてを創業者が初めて語る"_s,
        u"لماذا طردنا أفضل عميل لدينا وكيف غيّر ذلك كل شيء في الشركة خلال ثلاثة أشهر فقط من العمل المتواصل"_s,
        u"A title that goes on and on until it has exactly one hundred characters, not one more and no fewer!!!"_s,
        u"<b>Not bold</b> & \"quoted\""_s};
    return titles.at(number % titles.size());
}

Work strangeWork(int count)
{
    Work work = ViralTest::evenWork(count);
    work.path = u"/interviews/2026-11-21 Interview.json"_s;
    for (int i = 0; i < count; ++i) {
        Moment &moment = work.outcome.result.moments[i];
        moment.title = title(i);
        moment.hook = title(i + 1);
        moment.category = title(i + 2).left(40);
        moment.quote = title(i + 3);
        for (Post &post : moment.socialCopy)
            post.text = title(i) + u' ' + title(i + 1);
    }
    work.review = reviewIdOf(work.outcome.result);
    return work;
}

/// What the offline engine would say of the sample: some edges elsewhere, one moment more and one fewer.
Work withSecondOpinion(Work work)
{
    work.secondOpinion = work.outcome;
    QList<Moment> &moments = work.secondOpinion->result.moments;
    for (int i = 0; i < moments.size(); i += 3)
        moments[i].span.start -= 1'500ms;
    if (moments.size() > 2) {
        moments[1].title = title(0);
        moments[1].span = {moments[1].span.start - 50s, moments[1].span.end - 50s};
        moments.removeAt(2);
    }
    return work;
}

/// One window after the other, pictured.
class Studio
{
public:
    Studio(QString folder, QString word, Theme &theme)
        : m_folder(std::move(folder))
        , m_word(std::move(word))
        , m_theme(theme)
        , m_desk([](int, const ViralTest::ReceivedRequest &request) { return ViralTest::slowReply(request, 900ms); })
        , m_keys(m_settings.folder.filePath(u"keys.json"_s))
    {}

    void takeAll(ThemeChoice choice)
    {
        m_theme.setChoice(choice);
        m_suffix = choice == ThemeChoice::Dark ? u"dark"_s : u"light"_s;
        start({});
        forSizes(u"welcome"_s);
        start({sample});
        for (const QString &panel : {u"scores"_s, u"posts"_s, u"words"_s, u"cost"_s, u"why"_s}) {
            m_window->showPanel(panel);
            forSizes(panel);
        }
        m_window->showPanel(u"scores"_s);
        takeEdited();
        takeDialogs();
        takePlaces();
        takeStrange();
        takePanels();
        takeRun();
    }

private:
    bool isWanted(const QString &name) const { return name.contains(m_word); }

    void start(const QStringList &files)
    {
        m_window.reset();
        m_journal = std::make_unique<MemoryJournal>();
        m_window = std::make_unique<MainWindow>(Surroundings{.journal = *m_journal,
                                                             .clock = m_clock,
                                                             .theme = m_theme,
                                                             .keys = &m_keys,
                                                             .desk = &m_desk.desk(),
                                                             .engine = RunKind::OpenAi,
                                                             .connections = &m_settings.connections,
                                                             .samplePath = sample,
                                                             .remembersLayout = false});
        m_window->show();
        if (!files.isEmpty())
            m_window->openAll(files);
        settle();
    }

    void settle()
    {
        QTest::qWait(300);
        (void)QTest::qWaitFor([this] { return m_window->isSettled(); }, 20'000);
        QTest::qWait(100);
    }

    void save(QWidget &widget, const QString &name)
    {
        const QString path = m_folder + u'/' + name + u'-' + m_suffix + u".png"_s;
        if (isWanted(name) && !widget.grab().save(path))
            std::fprintf(stderr, "%s could not be written\n", qPrintable(path));
    }

    void forSizes(const QString &name)
    {
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)}) {
            if (!isWanted(name))
                return;
            m_window->resize(size);
            settle();
            save(*m_window, u"%1-%2"_s.arg(name).arg(size.width()));
        }
    }

    QAction *action(const char *id) const { return m_window->findChild<QAction *>(QString::fromLatin1(id)); }

    /// What a command opens, with the window behind it when it is a popup.
    void takeOpened(const char *id, const QString &name, const std::function<void(QWidget &)> &before = {})
    {
        if (!isWanted(name))
            return;
        QTimer::singleShot(700, m_window.get(), [this, name, before] {
            QWidget *opened = QApplication::activePopupWidget();
            opened = opened ? opened : QApplication::activeModalWidget();
            for (QWidget *top : QApplication::topLevelWidgets()) {
                if (!opened && top != m_window.get() && top->isVisible())
                    opened = top;
            }
            if (!opened) {
                std::fprintf(stderr, "%s opens nothing\n", qPrintable(name));
                return;
            }
            if (before)
                before(*opened);
            save(*opened, name);
            opened->close();
        });
        action(id)->trigger();
        QTest::qWait(900);
    }

    void takeEdited()
    {
        m_window->resize(1280, 720);
        for (const char *id : {"moment.keep", "moment.reject", "moment.hold", "moment.star", "view.history"})
            action(id)->trigger();
        action("play.stop")->trigger();
        forSizes(u"history"_s);
        m_window->showPanel(u"compare"_s);
        forSizes(u"compare"_s);
        m_window->showPanel(u"timeline"_s);
        m_window->showPanel(u"scores"_s);
        action("view.zoomMoment")->trigger();
        forSizes(u"zoomed"_s);
        action("view.zoomAll")->trigger();
        action("edit.find")->trigger();
        QTest::keyClicks(QApplication::focusWidget(), u"bread"_s);
        forSizes(u"find"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    }

    void takeDialogs()
    {
        m_window->resize(1600, 1000);
        takeOpened("edit.settings", u"settings"_s, [this](QWidget &dialog) {
            auto *topics = dialog.findChild<QListWidget *>();
            for (int row = 0; topics && row < topics->count(); ++row) {
                topics->setCurrentRow(row);
                QTest::qWait(50);
                save(dialog, u"settings%1"_s.arg(row));
            }
        });
        takeOpened("run.with", u"payload"_s);
        takeOpened("run.quote", u"quote"_s);
        takeOpened("run.months", u"months"_s);
        takeOpened("run.follow", u"follow"_s);
        takeOpened("help.palette", u"palette"_s);
        takeOpened("help.keys", u"keys"_s);
        takeOpened("help.changeKeys", u"changekeys"_s);
        takeOpened("help.about", u"about"_s);
        takeOpened("edit.filterMoments", u"filtermenu"_s);
        takeOpened("moment.note", u"note"_s);
        takeOpened("moment.rejectWithReason", u"reason"_s);
    }

    void takePlaces()
    {
        const QString video = qEnvironmentVariable("VIRAL_PICTURES_VIDEO");
        m_window->document().setMediaPath(video);
        settle();
        if (!video.isEmpty()) {
            action("play.moment")->trigger();
            QTest::qWait(1500);
        }
        forSizes(video.isEmpty() ? u"nomedia"_s : u"video"_s);
        m_window->document().setMediaPath(u"/nowhere/interview.mp4"_s);
        forSizes(u"missing"_s);
        m_window->document().setMediaPath({});
    }

    void takeStrange()
    {
        m_window->document().open(strangeWork(200));
        for (const QString &panel : {u"scores"_s, u"posts"_s, u"words"_s, u"why"_s}) {
            m_window->showPanel(panel);
            forSizes(u"strange-"_s + panel);
        }
        m_window->showPanel(u"compare"_s);
        forSizes(u"strange-compare"_s);
        m_window->showPanel(u"timeline"_s);
        m_window->document().open(strangeWork(0));
        m_window->showPanel(u"scores"_s);
        forSizes(u"none"_s);
    }

    void takePanels()
    {
        start({sample});
        takeMessages();
        takeList();
        takeReasons();
        takeCompared();
        takeWithout();
    }

    void takeMessages()
    {
        const MessageTarget place{.kind = MessageTarget::Kind::Place, .place = 60s};
        MessageModel &messages = *m_window->findChild<MessageModel *>();
        m_window->showPanel(u"messages"_s);
        messages.clear();
        forSizes(u"messages-none"_s);
        messages.add({.text = u"The sample has been read."_s, .when = m_clock.now()});
        messages.add({.severity = Message::Severity::Warning,
                      .text = u"/input/transcript/words/12/start: "_s + title(0) + u' ' + title(3),
                      .target = place,
                      .when = m_clock.now()});
        for (int i = 0; i < 12; ++i)
            m_window->tell(u"Saved to /interviews/2026-11-21 Interview (%1).json"_s.arg(i / 4));
        m_window->tellError(Error{.kind = ErrorKind::Io, .message = u"The file cannot be written: "_s + title(3)});
        forSizes(u"messages"_s);
        auto *table = m_window->findChild<MessagesPanel *>()->findChild<QTableView *>();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        forSizes(u"messages-chosen"_s);
        m_window->showPanel(u"timeline"_s);
        m_window->statusBar()->clearMessage();
    }

    void takeList()
    {
        auto *panel = m_window->findChild<MomentsPanel *>();
        auto *list = panel->findChild<QListView *>();
        for (const char *id : {"moment.keep", "moment.reject", "moment.hold", "moment.star"})
            action(id)->trigger();
        action("play.stop")->trigger();
        list->setFocus();
        for (const char *id : {"moment.selectNext", "moment.selectNext"})
            action(id)->trigger();
        action("play.stop")->trigger();
        list->scrollTo(list->currentIndex(), QAbstractItemView::PositionAtCenter);
        forSizes(u"list-several"_s);
        auto *search = panel->findChild<QLineEdit *>();
        search->setText(u"nothing has this"_s);
        forSizes(u"list-nothing"_s);
        panel->clearFilters();
        m_window->timeDisplay().setFormat({.style = TimeStyle::Frames, .rate = {25, 1}, .startFrame = 90'000});
        forSizes(u"list-frames"_s);
        for (const QString &name : {u"words"_s, u"why"_s, u"cost"_s}) {
            m_window->showPanel(name);
            forSizes(u"frames-"_s + name);
        }
        m_window->timeDisplay().setFormat({});
        m_window->showPanel(u"scores"_s);
    }

    void takeReasons()
    {
        m_window->showPanel(u"why"_s);
        const auto &entries = m_window->document().work().outcome.funnel.entries;
        const auto dropped = std::find_if_not(entries.begin(), entries.end(), [](auto &each) { return each.isKept(); });
        if (dropped != entries.end())
            m_window->findChild<FunnelPanel *>()->select(dropped->number);
        forSizes(u"why-dropped"_s);
    }

    void takeCompared()
    {
        m_window->document().open(withSecondOpinion(m_window->document().work()));
        m_window->showPanel(u"compare"_s);
        auto *table = m_window->findChild<ComparePanel *>()->findChild<QTableView *>();
        settle();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(1, 0));
        forSizes(u"compare-opinion"_s);
        m_window->showPanel(u"timeline"_s);
    }

    /// What is left without a transcript, without moments while a run goes on, and without candidates.
    void takeWithout()
    {
        Work work = m_window->document().work();
        work.index = {};
        work.request.transcript = {};
        work.secondOpinion.reset();
        work.outcome.funnel = {};
        m_window->document().open(work);
        for (const QString &name : {u"scores"_s, u"words"_s, u"why"_s}) {
            m_window->showPanel(name);
            forSizes(u"without-"_s + name);
        }
        work.outcome.result.moments.clear();
        work.isLive = true;
        m_window->document().open(work);
        for (const QString &name : {u"scores"_s, u"posts"_s, u"words"_s, u"cost"_s, u"why"_s}) {
            m_window->showPanel(name);
            forSizes(u"waiting-"_s + name);
        }
    }

    void takeRun()
    {
        if (!isWanted(u"run"_s) && !isWanted(u"jobs"_s))
            return;
        start({sample});
        action("run.start")->trigger();
        QTest::qWait(1200);
        forSizes(u"run-goeson"_s);
        QTest::qWait(4000);
        forSizes(u"run-ended"_s);
        for (const QString &name : {u"cost"_s, u"why"_s}) {
            m_window->showPanel(name);
            forSizes(u"run-"_s + name);
        }
        m_window->showPanel(u"jobs"_s);
        m_desk.desk().refresh();
        forSizes(u"jobs"_s);
    }

    QString m_folder;
    QString m_word;
    QString m_suffix;
    Theme &m_theme;
    SystemClock m_clock;
    ViralTest::SettingsBench m_settings;
    ViralTest::DeskBench m_desk;
    KeyMapStore m_keys;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_MEDIA_BACKEND", "gstreamer");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments.at(1))) {
        std::fprintf(stderr, "usage: pictures FOLDER [WORD]\n");
        return 2;
    }
    const Translations translations(languageFor({}, QLocale::system().uiLanguages()));
    Theme theme(application);
    if (const int percent = qEnvironmentVariableIntValue("VIRAL_PICTURES_TEXT"); percent > 0)
        theme.setTextSize(percent);
    Studio studio(arguments.at(1), arguments.value(2), theme);
    studio.takeAll(ThemeChoice::Dark);
    studio.takeAll(ThemeChoice::Light);
    return 0;
}
