// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the dialogs and parts of the window to be looked at, each in its states, light and dark.
//   dialogpictures FOLDER [WORD]      only those whose name contains WORD
// QT_SCALE_FACTOR=2 for sharp screens; LC_ALL for the language; VIRAL_PICTURES_TEXT for percent of the text size;
// VIRAL_PICTURES_MIRRORED for a window from right to left.
#include "core/library/library.h"
#include "tests/support/settingsbench.h"
#include "tests/support/timelinesample.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/commands/actions.h"
#include "ui/commands/commandpalette.h"
#include "ui/commands/keymapdialog.h"
#include "ui/commands/keymapstore.h"
#include "ui/commands/keysheet.h"
#include "ui/handover/handoverdialog.h"
#include "ui/jobs/jobspanel.h"
#include "ui/jobs/monthcostview.h"
#include "ui/jobs/payloaddialog.h"
#include "ui/jobs/quotedialog.h"
#include "ui/jobs/runbar.h"
#include "ui/player/clockplayback.h"
#include "ui/player/playerview.h"
#include "ui/player/videoview.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/translations.h"
#include "ui/shell/dropoverlay.h"
#include "ui/shell/findbar.h"
#include "ui/shell/reportdialog.h"
#include "ui/shell/welcomepage.h"
#include "ui/style/metrics.h"
#include "ui/style/theme.h"
#include "ui/style/timedisplay.h"
#include "ui/timeline/timelineview.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

#include <cstdio>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString longWord =
    QStringLiteral("Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle 三時間の法則 "
                   "لماذا طردنا أفضل عميل لدينا وكيف غيّر ذلك كل شيء & <b>more</b>");

QDateTime someDay(int daysAgo = 0)
{
    return QDateTime(QDate(2026, 11, 21), QTime(14, 5), Qt::UTC).addDays(-daysAgo);
}

RunRecord record(int number, RunState state, RunKind kind)
{
    RunRecord run{.id = {u"run%1"_s.arg(number)}, .kind = kind, .state = state};
    run.createdAt = someDay(number);
    run.updatedAt = run.createdAt.addSecs(61 * number);
    run.title = number % 3 == 0 ? longWord : u"The Long Counter: Marta Linnow"_s;
    run.jobId = u"interview-%1"_s.arg(number);
    run.model = kind == RunKind::Offline ? QString() : u"gpt-4o-mini"_s;
    run.source = u"/interviews/2026/The Long Counter.payload.json"_s;
    run.totalChunks = 22;
    run.finishedChunks = 5 + number;
    run.momentCount = state == RunState::Succeeded ? 8 + number * 3 : 0;
    if (kind != RunKind::Offline)
        run.price = MicroDollars{310'000 * number};
    if (kind == RunKind::RunPod) {
        run.endpointId = u"ep1"_s;
        run.remoteJobId = u"a1b2-e3f4"_s;
        run.resultGoneAt = QDateTime::currentDateTimeUtc().addSecs(1400);
    }
    if (state == RunState::Failed)
        run.error = u"The service refused the key. Check it in the settings."_s;
    run.notes = number == 2 ? u"the version that Ana liked, before the second interview"_s : QString();
    return run;
}

/// One part after the other, pictured.
class Studio
{
public:
    Studio(QString folder, QString word, Theme &theme)
        : m_folder(std::move(folder))
        , m_word(std::move(word))
        , m_theme(theme)
    {}

    void takeAll(ThemeChoice choice)
    {
        m_theme.setChoice(choice);
        m_suffix = choice == ThemeChoice::Dark ? u"dark"_s : u"light"_s;
        const QList<std::pair<QString, void (Studio::*)()>> parts{
            {u"welcome"_s, &Studio::takeWelcome}, {u"settings"_s, &Studio::takeSettings},
            {u"quote"_s, &Studio::takeQuotes},    {u"payload"_s, &Studio::takePayloads},
            {u"months"_s, &Studio::takeMonths},   {u"jobs"_s, &Studio::takeJobs},
            {u"runbar"_s, &Studio::takeRunBars},  {u"keys"_s, &Studio::takeKeys},
            {u"menus"_s, &Studio::takeMenus},     {u"find"_s, &Studio::takeFind},
            {u"player"_s, &Studio::takePlayer},   {u"timeline"_s, &Studio::takeTimeline},
            {u"report"_s, &Studio::takeReport},   {u"handover"_s, &Studio::takeHandOver},
        };
        for (const auto &[name, take] : parts) {
            m_part = name;
            if (m_word.isEmpty() || name.contains(m_word) || m_word.startsWith(name))
                (this->*take)();
        }
    }

private:
    void save(QWidget &widget, const QString &name)
    {
        if (!(m_part + u'-' + name).contains(m_word))
            return;
        QTest::qWait(60);
        const QString path = m_folder + u'/' + m_part + u'-' + name + u'-' + m_suffix + u".png"_s;
        if (!widget.grab().save(path))
            std::fprintf(stderr, "%s could not be written\n", qPrintable(path));
    }

    void show(QWidget &widget, const QSize &size = {})
    {
        if (size.isValid())
            widget.resize(size);
        widget.show();
        QTest::qWait(60);
        // Nothing may need more than the smallest screen that is worked on.
        const QSize least = widget.minimumSizeHint().expandedTo(widget.minimumSize());
        if (least.width() > 1280 || least.height() > 690)
            std::fprintf(stderr, "%s needs %d x %d\n", qPrintable(m_part), least.width(), least.height());
    }

    void takeWelcome()
    {
        const QString here = QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json");
        ViralTest::SettingsBench settings;
        WelcomePage page(&settings.connections);
        show(page, {1280, 640});
        save(page, u"first"_s);
        page.setRecent({here, u"/interviews/gone/2025-02-11 Geschwindigkeitsbegrenzung.srt"_s,
                        u"/media/raid/production/2026/"_s + QString(180, u'x') + u"/"_s + longWord + u".vtt"_s,
                        QStringLiteral(VIRAL_RESOURCES "/pricing.json")});
        settings.keys.setKey(KeyName::OpenAi, Secret(u"sk-not-a-real-key"_s));
        settings.keys.setKey(KeyName::RunPod, Secret(u"rp-not-a-real-key"_s));
        save(page, u"recent"_s);
        if (auto *list = page.findChild<QListWidget *>()) {
            list->setFocus();
            list->setCurrentRow(1);
        }
        settings.transport.answerWith(settings.scheduler, 1ms, {ViralTest::answered(401, "{}")});
        settings.connections.test(ConnectedService::OpenAi);
        settings.connections.test(ConnectedService::RunPod);
        save(page, u"testing"_s);
        settings.scheduler.advance(1s);
        save(page, u"tested"_s);
        QMimeData dragged;
        dragged.setUrls({QUrl::fromLocalFile(here)});
        QDragEnterEvent event({300, 300}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page.viewport(), &event);
        save(page, u"drop"_s);
        page.resize(900, 560);
        save(page, u"narrow"_s);
        QWidget window;
        window.setAcceptDrops(true);
        const DropOverlay overlay(window);
        show(window, {1280, 640});
        QApplication::sendEvent(&window, &event);
        save(window, u"overlay"_s);
        WelcomePage bare;
        bare.setSampleAvailable(false);
        show(bare, {1280, 640});
        save(bare, u"bare"_s);
    }

    void takePages(SettingsDialog &dialog, const QString &name)
    {
        auto *topics = dialog.findChild<QListWidget *>(u"topics"_s);
        for (int row = 0; row < topics->count(); ++row) {
            topics->setCurrentRow(row);
            save(dialog, name + QString::number(row));
        }
    }

    void takeSettings()
    {
        ViralTest::SettingsBench settings;
        SettingsDialog dialog(settings.connections, settings.folder.filePath(u"p.json"_s), {2026, 11, 21});
        show(dialog);
        takePages(dialog, u"page"_s);
        settings.keys.setKey(KeyName::OpenAi, Secret(u"sk-not-a-real-key"_s));
        settings.transport.answerWith(settings.scheduler, 1ms,
                                      {ViralTest::answered(200, R"({"data":[{"id":"gpt-4o-mini"}]})")});
        settings.connections.test(ConnectedService::OpenAi);
        settings.scheduler.advance(1s);
        dialog.showTopic(SettingsTopic::Connections);
        save(dialog, u"tested"_s);
        Preferences odd = settings.source.preferences();
        odd.engine.model = u"a-model-that-nobody-has"_s;
        odd.budgetPerRun = MicroDollars{2'500'000};
        odd.keepGoing = true;
        settings.source.setPreferences(odd);
        settings.connections.test(ConnectedService::OpenAi);
        settings.scheduler.advance(1s);
        auto *line = dialog.findChild<QLineEdit *>(u"openai/base_url"_s);
        line->setText(u"ftp://nowhere"_s);
        QTest::keyClick(line, Qt::Key_Return);
        save(dialog, u"trouble"_s);
        dialog.showTopic(SettingsTopic::Prices);
        if (auto *add = dialog.findChild<QPushButton *>(u"prices.add"_s))
            add->click();
        save(dialog, u"ownprice"_s);
        ViralTest::SettingsBench fixed({{u"OPENAI_API_KEY"_s, u"sk-of-the-environment"_s},
                                        {u"OPENAI_MODEL"_s, u"gpt-4.1"_s},
                                        {u"MAX_CONCURRENCY"_s, u"16"_s}});
        SettingsDialog other(fixed.connections, {}, {2026, 11, 21});
        show(other, {1100, 660});
        takePages(other, u"fixed"_s);
    }

    static RunPlan planOf(const ViralTest::DeskBench &bench)
    {
        RunPlan plan = bench.plan(22);
        plan.title = longWord;
        plan.request.metadata = {{u"video_title"_s, "\"The Long Counter: Marta Linnow\""},
                                 {u"audience"_s, "\"" + longWord.toUtf8() + "\""},
                                 {u"tone"_s, "\"dry\""}};
        return plan;
    }

    void takeQuotes()
    {
        ViralTest::DeskBench bench(
            [](int, const ViralTest::ReceivedRequest &request) { return ViralTest::goodReply(request); });
        QuoteWatch quotes(bench.desk());
        QuoteDialog dialog(quotes);
        show(dialog);
        save(dialog, u"empty"_s);
        quotes.watch(planOf(bench));
        (void)QTest::qWaitFor([&] { return quotes.quote() != nullptr; }, 10'000);
        save(dialog, u"full"_s);
    }

    void takePayloads()
    {
        ViralTest::DeskBench bench(
            [](int, const ViralTest::ReceivedRequest &request) { return ViralTest::goodReply(request); });
        PayloadDialog::Subject subject{.plan = planOf(bench), .chunkCount = 22};
        subject.stretches = {{u"The chosen range"_s, spanMs(60'000, 600'000)}, {longWord, spanMs(0, 7'200'000)}};
        PayloadDialog dialog(bench.desk(), subject);
        show(dialog);
        QTest::qWait(700);
        auto *tabs = dialog.findChild<QTabWidget *>();
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            save(dialog, u"tab%1"_s.arg(i));
        }
        tabs->setCurrentIndex(0);
        const QList<QComboBox *> boxes = dialog.findChildren<QComboBox *>();
        boxes.at(2)->setCurrentIndex(1);
        save(dialog, u"problem"_s);
        boxes.at(0)->setCurrentIndex(1);
        for (QAbstractButton *box : dialog.findChildren<QAbstractButton *>()) {
            if (box->isCheckable() && box->isEnabled())
                box->setChecked(true);
        }
        save(dialog, u"runpod"_s);
    }

    void keep(ViralTest::DeskBench &bench, const QList<RunRecord> &runs)
    {
        const auto library = Library::open(bench.libraryFolder());
        for (const RunRecord &run : runs) {
            if (const auto saved = (*library)->runs().saveRun(run); !saved)
                std::fprintf(stderr, "%s\n", qPrintable(saved.error().text()));
        }
        bench.desk().refresh();
        QTest::qWait(600);
    }

    static QList<RunRecord> allRuns()
    {
        return {record(1, RunState::Succeeded, RunKind::OpenAi),    record(2, RunState::Succeeded, RunKind::RunPod),
                record(3, RunState::Failed, RunKind::OpenAi),       record(4, RunState::Cancelled, RunKind::OpenAi),
                record(5, RunState::Interrupted, RunKind::OpenAi),  record(6, RunState::Succeeded, RunKind::Offline),
                record(7, RunState::Queued, RunKind::RunPod),       record(8, RunState::Running, RunKind::RunPod),
                record(9, RunState::Interrupted, RunKind::Offline), record(10, RunState::Failed, RunKind::RunPod)};
    }

    void takeMonths()
    {
        ViralTest::DeskBench bench(
            [](int, const ViralTest::ReceivedRequest &request) { return ViralTest::goodReply(request); },
            {.perMonth = MicroDollars{20'000'000}});
        MonthCostDialog dialog(bench.desk());
        show(dialog);
        save(dialog, u"empty"_s);
        QList<RunRecord> runs;
        for (int i = 0; i < 60; ++i) {
            RunRecord run = record(i, RunState::Succeeded, i % 4 == 0 ? RunKind::RunPod : RunKind::OpenAi);
            run.createdAt = QDateTime::currentDateTimeUtc().addDays(-7 * i);
            run.price = i % 9 == 5 ? std::nullopt : std::optional(MicroDollars{170'000 * ((i * 7) % 11)});
            runs.append(run);
        }
        keep(bench, runs);
        save(dialog, u"full"_s);
    }

    void takeJobs()
    {
        ViralTest::DeskBench bench(
            [](int, const ViralTest::ReceivedRequest &request) { return ViralTest::goodReply(request); });
        SystemClock clock;
        JobsPanel panel(bench.desk(), clock);
        show(panel, {1280, 280});
        save(panel, u"empty"_s);
        keep(bench, allRuns());
        panel.resize(1280, 460);
        save(panel, u"full"_s);
        auto *table = panel.findChild<QTableView *>();
        table->setFocus();
        table->selectRow(3);
        save(panel, u"chosen"_s);
        panel.resize(760, 320);
        save(panel, u"narrow"_s);
        panel.resize(1280, 320);
        QTimer::singleShot(400, &panel, [&] {
            if (QWidget *menu = QApplication::activePopupWidget()) {
                save(*menu, u"menu"_s);
                menu->close();
            }
        });
        Q_EMIT table->customContextMenuRequested({40, 40});
        for (QPushButton *button : panel.findChildren<QPushButton *>()) {
            if (button->text() == JobsPanel::tr("Delete"))
                button->click();
        }
        QTest::qWait(300);
        save(panel, u"deleted"_s);
        panel.findChild<QLineEdit *>()->setText(u"nothing is called so"_s);
        save(panel, u"nothing"_s);
    }

    void takeRunBars()
    {
        const auto slow = [](int number, const ViralTest::ReceivedRequest &request) {
            return number < 7 ? ViralTest::goodReply(request) : ViralTest::slowReply(request, 60s);
        };
        ViralTest::DeskBench bench(slow);
        RunBar bar;
        show(bar, {1280, 40});
        const auto start = [&] {
            const auto run = bench.desk().start(bench.plan(22));
            bar.setRun(run.value_or(nullptr));
        };
        start();
        save(bar, u"begins"_s);
        QTest::qWait(1500);
        save(bar, u"running"_s);
        bar.resize(900, 40);
        save(bar, u"running-narrow"_s);
        bar.resize(1280, 40);
        bar.run()->cancel();
        save(bar, u"cancelling"_s);
        QTest::qWait(500);
        save(bar, u"cancelled"_s);
        ViralTest::DeskBench good(
            [](int, const ViralTest::ReceivedRequest &request) { return ViralTest::goodReply(request); });
        bar.setRun(good.desk().start(good.plan(6)).value_or(nullptr));
        QTest::qWait(1500);
        save(bar, u"done"_s);
        ViralTest::DeskBench bad([](int number, const ViralTest::ReceivedRequest &request) {
            return number < 3 ? ViralTest::goodReply(request)
                              : ViralTest::Reply{.status = 401,
                                                 .body = R"({"error":{"message":"no","code":"invalid_api_key"}})"};
        });
        bar.setRun(bad.desk().start(bad.plan(6)).value_or(nullptr));
        QTest::qWait(1500);
        save(bar, u"failed"_s);
        bar.resize(900, 40);
        save(bar, u"failed-narrow"_s);
        bar.setRun(nullptr);
    }

    void takeKeys()
    {
        QWidget window;
        Actions actions(&window);
        CommandPalette palette(actions);
        show(palette);
        save(palette, u"palette"_s);
        auto *words = palette.findChild<QLineEdit *>();
        QTest::keyClicks(words, u"mo"_s);
        QTest::keyClick(words, Qt::Key_Down);
        save(palette, u"palette-typed"_s);
        words->setText(u"no command is called so"_s);
        save(palette, u"palette-none"_s);
        KeySheet sheet(actions);
        show(sheet);
        save(sheet, u"sheet"_s);
        sheet.findChild<QLineEdit *>()->setText(u"xyz"_s);
        save(sheet, u"sheet-none"_s);
        QTemporaryDir folder;
        KeyMapStore store(folder.filePath(u"keys.json"_s));
        KeyMapDialog dialog(store);
        show(dialog);
        save(dialog, u"change"_s);
        dialog.findChild<QKeySequenceEdit *>()->setKeySequence(QKeySequence(u"Ctrl+O"_s));
        save(dialog, u"change-taken"_s);
        auto *search = dialog.findChild<QLineEdit *>();
        search->setText(u"xyz"_s);
        save(dialog, u"change-none"_s);
    }

    void takeMenus()
    {
        QWidget window;
        Actions actions(&window);
        QMenuBar bar;
        actions.fillMenus(&bar);
        actions.setWorkOpen(m_suffix == "dark"_L1);
        show(bar, {700, 28});
        save(bar, u"bar"_s);
        int number = 0;
        for (const QAction *entry : bar.actions()) {
            QMenu *menu = entry->menu();
            menu->popup({10, 10});
            if (menu->actions().size() > 3)
                menu->setActiveAction(menu->actions().at(2));
            save(*menu, u"menu%1"_s.arg(number++));
            menu->close();
        }
    }

    void takeFind()
    {
        ViralTest::TimelineSample sample(20min);
        QWidget page;
        auto *view = new TranscriptView;
        auto *bar = new FindBar(*view);
        auto *column = new QVBoxLayout(&page);
        column->setContentsMargins({});
        column->setSpacing(0);
        column->addWidget(bar);
        column->addWidget(view, 1);
        view->setTranscript(TranscriptIndex(sample.transcript()));
        show(page, {580, 320});
        bar->open();
        save(page, u"empty"_s);
        QTest::keyClicks(page.findChild<QLineEdit *>(), u"price"_s);
        save(page, u"found"_s);
        QTest::keyClicks(page.findChild<QLineEdit *>(), u"lessness"_s);
        save(page, u"none"_s);
    }

    void takePlayer()
    {
        ViralTest::TimelineSample sample(20min);
        PlayerTransport transport;
        TimeDisplay times;
        PlayerView view(transport, times);
        QWidget window;
        Actions actions(&window);
        view.setActions({actions.of(Command::PlayPause), nullptr, actions.of(Command::Keep)});
        view.setTranscript(TranscriptIndex(sample.transcript()));
        transport.setPlayback(std::make_unique<ClockPlayback>(sample.duration()));
        transport.seek(200s);
        view.setSpan(spanMs(190'000, 262'000));
        show(view, {584, 320});
        save(view, u"clock"_s);
        using enum PlayerNotice::Kind;
        const QString file = u"/media/raid/production/2026/"_s + longWord + u".mp4"_s;
        view.setNotice({.kind = Failed, .text = u"The media file is not there: "_s + file});
        save(view, u"missing"_s);
        view.setNotice({.kind = Failed,
                        .text = u"This computer cannot play H.265. Install what is missing and open the file again."_s,
                        .packages = u"gstreamer1.0-libav gstreamer1.0-plugins-bad"_s});
        save(view, u"codecs"_s);
        view.setNotice({.kind = Slow,
                        .text = u"A picture of this file takes 1.3 s to come. A light copy, made in the background, "
                                "makes it quick."_s});
        save(view, u"slow"_s);
        view.setNotice({.kind = Copying, .text = u"The light copy is being made; go on working."_s, .percent = 40});
        save(view, u"copying"_s);
        view.setNotice({.kind = CopyFailed, .text = u"The light copy could not be made: no room on the disk."_s});
        save(view, u"copyfailed"_s);
        view.setNotice({.kind = Behind, .text = u"The media file ends before this."_s});
        save(view, u"behind"_s);
        view.resize(400, 200);
        save(view, u"small"_s);
        view.setNotice({});
        view.resize(1200, 700);
        transport.shuttleBackward();
        transport.shuttleBackward();
        save(view, u"large"_s);
        VideoView picture;
        QImage image(640, 360, QImage::Format_RGB32);
        image.fill(QColor(90, 120, 60));
        picture.setFrame(image);
        show(picture, {584, 240});
        save(picture, u"picture"_s);
    }

    void takeTimeline()
    {
        ViralTest::TimelineSample sample(2h);
        TimelineView view;
        show(view, {1280, 290});
        save(view, u"nothing"_s);
        const Transcript transcript = sample.transcript();
        view.setDuration(sample.duration());
        view.setTranscript(TranscriptIndex(transcript));
        view.setMoments(sample.moments(40));
        QList<TimelineChunk> chunks;
        for (int i = 0; i < 12; ++i) {
            const ChunkState state = allChunkStates.at(static_cast<std::size_t>(i) % allChunkStates.size());
            chunks.append({.index = i,
                           .span = spanMs(i * 600'000, (i + 1) * 600'000 + 45'000),
                           .state = state,
                           .tokens = state == ChunkState::Done ? u"2,310 tokens"_s : QString()});
        }
        view.setChunks(chunks);
        view.setDropped({{.number = 1, .span = spanMs(900'000, 960'000), .label = u"too short: 31.2 s"_s},
                         {.number = 2, .span = spanMs(2'900'000, 2'960'000), .label = u"overlaps a better one"_s},
                         {.number = 3, .span = spanMs(2'930'000, 2'990'000), .label = longWord}});
        QList<RibbonPoint> ribbon;
        for (int i = 0; i < 240; ++i)
            ribbon.append({spanMs(i * 30'000, (i + 1) * 30'000), 5 + 5 * std::sin(i / 7.0)});
        view.setRibbon(ribbon);
        view.setUsed({spanMs(0, 300'000), spanMs(3'000'000, 3'400'000)});
        view.setSoundNote(u"The sound is being read…"_s);
        view.setPlayhead(1300s);
        save(view, u"reading"_s);
        view.setRange(spanMs(1'000'000, 1'500'000));
        view.setSelected({u"m3"_s});
        save(view, u"chosen"_s);
        view.setRange({});
        view.zoomToSelected();
        save(view, u"moment"_s);
        for (int i = 0; i < 3; ++i)
            view.zoomIn();
        save(view, u"close"_s);
        for (int i = 0; i < 5; ++i)
            view.zoomIn();
        save(view, u"words"_s);
        view.zoomToSelected();
        takeDrag(view);
        view.resize(640, 220);
        view.zoomToSource();
        save(view, u"narrow"_s);
    }

    void takeDrag(TimelineView &view)
    {
        const QList<TimelineMoment> &moments = view.scene().moments();
        for (int i = 0; i < moments.size(); ++i) {
            if (moments.at(i).id != view.selected())
                continue;
            const QRect place = view.momentRect(i);
            const QPoint edge(place.right(), place.center().y());
            QTest::mousePress(view.viewport(), Qt::LeftButton, {}, edge);
            for (const int distance : {4, 60, 120}) {
                const QPoint to = edge + QPoint(distance, 0);
                QMouseEvent event(QEvent::MouseMove, to, view.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                                  Qt::NoModifier);
                QApplication::sendEvent(view.viewport(), &event);
            }
            save(view, u"drag"_s);
            QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, edge + QPoint(120, 0));
        }
    }

    void takeReport()
    {
        ReportDialog::Material material;
        material.report.madeAt = someDay();
        material.report.system = {{u"program"_s, u"1.0.0"_s}, {u"system"_s, u"Debian GNU/Linux 12"_s}};
        material.report.settings = {{u"openai/model"_s, u"gpt-4o-mini"_s}};
        material.report.log = QStringList(300, u"14:05:11 viral.run chunk 3 answered in 1.2 s"_s);
        material.runs = allRuns();
        material.chosen = material.runs.at(2).id;
        material.read = [](const RunId &) -> Result<ReportedRun> {
            return failure(ErrorKind::Storage, u"The library is locked by another program."_s);
        };
        ReportDialog dialog(material);
        show(dialog);
        QTest::qWait(300);
        save(dialog, u"full"_s);
    }

    void takeHandOver()
    {
        HandOverSource source{.name = u"The Long Counter"_s, .path = u"/interviews/2026/The Long Counter.json"_s};
        QList<ReviewedMoment> moments;
        for (int i = 0; i < 14; ++i) {
            Moment moment{.title = i % 4 == 2 ? longWord : u"The Three-Hour Rule"_s,
                          .span = spanMs(i * 97'000, i * 97'000 + 41'000 + i * 3'100)};
            moments.append({.id = {QString::number(i)}, .original = moment, .current = moment,
                            .decision = allDecisions[size_t(i % 3)]});
        }
        source.review = Review(moments);
        HandOverDialog dialog(source, HandOverMemory(nullptr));
        dialog.show();
        const FormatListModel formats;
        auto *list = dialog.findChild<QListView *>();
        for (const char *format : {"fcpxml", "resolve-markers", "edl", "csv", "clips", "srt"}) {
            const QModelIndex row = formats.indexOf(QString::fromLatin1(format));
            list->setCurrentIndex(list->model()->index(row.row(), 0));
            for (QComboBox *box : dialog.findChildren<QComboBox *>()) {
                if (box->isEditable() && row == formats.indexOf(u"resolve-markers"_s))
                    box->setCurrentText(u"59.94"_s);
            }
            if (row == formats.indexOf(u"edl"_s)) {
                source.mediaPath = u"/interviews/2026/The Long Counter.mp4"_s;
                dialog.setSource(source);
            }
            QTest::qWait(400);
            save(dialog, QString::fromLatin1(format));
        }
    }

    QString m_folder;
    QString m_word;
    QString m_part;
    QString m_suffix;
    Theme &m_theme;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments.at(1))) {
        std::fprintf(stderr, "usage: dialogpictures FOLDER [WORD]\n");
        return 2;
    }
    const Translations translations(languageFor({}, QLocale::system().uiLanguages()));
    if (qEnvironmentVariableIsSet("VIRAL_PICTURES_MIRRORED"))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    Theme theme(application);
    if (qEnvironmentVariableIsSet("VIRAL_PICTURES_TEXT"))
        theme.setTextSize(qEnvironmentVariableIntValue("VIRAL_PICTURES_TEXT"));
    Studio studio(arguments.at(1), arguments.value(2), theme);
    studio.takeAll(ThemeChoice::Dark);
    studio.takeAll(ThemeChoice::Light);
    return 0;
}
