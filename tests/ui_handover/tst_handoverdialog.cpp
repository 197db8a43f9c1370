// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverdialog.h"

#include "core/base/files.h"
#include "tests/exporters/exportsamples.h"
#include "tests/support/testregistry.h"
#include "ui/handover/handoveroptions.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// The dialog as an editor drives it: by keys and mouse, down to the files.
class HandOverDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void formatsAreChosenByKeys();
    void onlyHeededOptionsAreThere();
    void everyPartHasAName();
    void thePreviewFollowsTheOptions();
    void warningsAreShownLive();
    void exportWritesTheVeryBytes();
    void aPlaceIsBrowsedFor();
    void severalFilesMakeAFolder();
    void whatCannotBeWrittenIsTold();
    void copyingTakesTheText();
    void theRateOfTheMediaStandsThere();
    void withoutMedia();
    void withoutWords();
    void nothingIsKept();
    void theSourceIsNotWrittenOver();
    void clipsAreCut();
    void clipsBehindTheMediaAreLeftOut();
    void cancelledClipsLeaveNothingHalf();
    void closingEndsTheCutting();
    void hostileTitles();
    void manyMoments();
    void theLastChoiceComesBack();
    void aSmallScreenWithLargeText();

private:
    void make(const Selects &selects);
    void choose(const QString &format);
    void settle();
    QPushButton *button(const QString &text) const;
    QWidget *named(const QString &name) const;
    template <typename T>
    T *field(const QString &name) const
    {
        return qobject_cast<T *>(named(name));
    }
    QListView *list() const { return field<QListView>(u"Formats"_s); }
    QLineEdit *place() const { return field<QLineEdit>(u"Where to write"_s); }
    bool isTold(const QString &part) const;
    QStringList filesIn(const QString &folder) const;
    void writeTo(const QString &path);

    QTemporaryDir m_media;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<HandOverDialog> m_dialog;
};

VIRAL_TEST(HandOverDialogTest)

namespace {

HandOverSource sourceOf(const Selects &selects, const QString &folder)
{
    return {.name = selects.name,
            .path = folder + u"/opened.json"_s,
            .result = selects.result,
            .review = Review(selects.moments),
            .transcript = selects.transcript,
            .mediaPath = selects.media.path};
}

Selects plainSelects()
{
    Selects selects = sampleSelects({});
    for (int i = 0; i < 400; ++i)
        selects.transcript.sentences.append(
            {.text = u"Something that was said."_s, .span = spanMs(i * 5000, i * 5000 + 4000)});
    return selects;
}

} // namespace

void HandOverDialogTest::initTestCase()
{
    QCOMPARE(QProcess::execute(u"ffmpeg"_s,
                               {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=320x180:r=30000/1001"_s,
                                u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=300"_s, u"-t"_s, u"60"_s, u"-c:v"_s, u"libx264"_s,
                                u"-preset"_s, u"ultrafast"_s, u"-c:a"_s, u"aac"_s, m_media.filePath(u"talk.mp4"_s)}),
             0);
}

void HandOverDialogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
}

void HandOverDialogTest::cleanup()
{
    m_dialog.reset();
    m_settings.reset();
    m_folder.reset();
}

void HandOverDialogTest::make(const Selects &selects)
{
    m_dialog = std::make_unique<HandOverDialog>(sourceOf(selects, m_folder->path()), HandOverMemory(m_settings.get()));
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    settle();
}

void HandOverDialogTest::settle()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->isSettled(), 60'000);
}

void HandOverDialogTest::choose(const QString &format)
{
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Home);
    for (int i = 0; i < handOverFormats().size(); ++i) {
        if (list()->currentIndex().data(FormatListModel::KeyRole) == format)
            break;
        QTest::keyClick(list(), Qt::Key_Down);
    }
    QCOMPARE(list()->currentIndex().data(FormatListModel::KeyRole).toString(), format);
    settle();
    QCOMPARE(m_dialog->preview()->format, format);
}

QPushButton *HandOverDialogTest::button(const QString &text) const
{
    for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

QWidget *HandOverDialogTest::named(const QString &name) const
{
    for (QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

bool HandOverDialogTest::isTold(const QString &part) const
{
    const auto labels = m_dialog->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&part](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
}

QStringList HandOverDialogTest::filesIn(const QString &folder) const
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

void HandOverDialogTest::writeTo(const QString &path)
{
    place()->setFocus();
    place()->selectAll();
    QTest::keyClicks(place(), path);
    settle();
    QTest::keyClick(place(), Qt::Key_Return);
}

void HandOverDialogTest::formatsAreChosenByKeys()
{
    make(plainSelects());
    QVERIFY(list()->hasFocus());
    QStringList met;
    QTest::keyClick(list(), Qt::Key_Home);
    for (int i = 0; i < handOverFormats().size(); ++i) {
        met.append(list()->currentIndex().data(FormatListModel::KeyRole).toString());
        QTest::keyClick(list(), Qt::Key_Down);
    }
    // Titles of groups are stepped over, and Home comes to the first format behind one.
    QStringList expected;
    for (const HandOverFormat &format : handOverFormats())
        expected.append(format.key);
    QCOMPARE(met, expected);
    settle();
    QCOMPARE(m_dialog->preview()->format, expected.constLast());
    QTest::keyClick(list(), Qt::Key_Home);
    settle();
    QCOMPARE(m_dialog->preview()->format, expected.constFirst());
    QTest::keyClicks(list(), u"review sheet (h"_s);
    settle();
    QCOMPARE(m_dialog->preview()->format, u"html"_s);
}

void HandOverDialogTest::onlyHeededOptionsAreThere()
{
    make(plainSelects());
    const QStringList names{u"Moments"_s,          u"Shape of the timeline"_s, u"Handles in pictures"_s,
                            u"Gap in pictures"_s,  u"Pictures per second"_s,   u"The media on the editing computer"_s,
                            u"How clips are cut"_s};
    const auto shown = [&] {
        QString marks;
        for (const QString &name : names)
            marks += named(name)->isVisible() ? u'x' : u'-';
        return marks;
    };
    choose(u"fcpxml"_s);
    QCOMPARE(shown(), u"xxxxxx-"_s);
    auto *shape = field<QComboBox>(u"Shape of the timeline"_s);
    shape->setFocus();
    QTest::keyClick(shape, Qt::Key_Down);
    QCOMPARE(shown(), u"xxx-xx-"_s);
    QTest::keyClick(shape, Qt::Key_Down);
    QCOMPARE(shown(), u"xx--xx-"_s);
    choose(u"srt"_s);
    QCOMPARE(shown(), u"x------"_s);
    QVERIFY(button(u"Copy"_s)->isHidden());
    choose(u"csv"_s);
    QCOMPARE(shown(), u"x---x--"_s);
    QVERIFY(button(u"Copy"_s)->isVisible());
    choose(u"clips"_s);
    QCOMPARE(shown(), u"x-x-x-x"_s);
    QVERIFY(button(u"Copy"_s)->isHidden());
}

void HandOverDialogTest::everyPartHasAName()
{
    make(plainSelects());
    for (const HandOverFormat &format : handOverFormats()) {
        choose(format.key);
        QList<QWidget *> met;
        QWidget *widget = list();
        do {
            met.append(widget);
            QTest::keyClick(widget, Qt::Key_Tab);
            widget = QApplication::focusWidget();
            QVERIFY(widget && met.size() < 30);
            const auto *asButton = qobject_cast<QAbstractButton *>(widget);
            QVERIFY2(asButton ? !asButton->text().isEmpty() : !widget->accessibleName().isEmpty(),
                     widget->metaObject()->className());
        } while (widget != list());
        QVERIFY(met.contains(place()));
    }
}

void HandOverDialogTest::thePreviewFollowsTheOptions()
{
    make(plainSelects());
    choose(u"csv"_s);
    auto *table = field<QTableView>(u"What is handed over"_s);
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->rowCount(), 3);
    QVERIFY(isTold(u"3 clip"_s));
    auto *which = field<QComboBox>(u"Moments"_s);
    which->setFocus();
    QTest::keyClick(which, Qt::Key_Down);
    settle();
    QCOMPARE(table->model()->rowCount(), 1);
    QTest::keyClick(which, Qt::Key_Up);
    settle();
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(0, ClipModel::InColumn).data(), u"00:00:10.000"_s);
    auto *rate = field<QComboBox>(u"Pictures per second"_s);
    QTest::keyClicks(rate->lineEdit(), u"25"_s);
    settle();
    QCOMPARE(table->model()->index(0, ClipModel::OutColumn).data(), u"00:01:10:13"_s);
    QTest::keyClicks(rate->lineEdit(), u"x"_s);
    settle();
    QVERIFY(isTold(u"no rate"_s));
    QVERIFY(!button(u"Hand over"_s)->isEnabled());
}

void HandOverDialogTest::warningsAreShownLive()
{
    Selects selects = plainSelects();
    selects.transcript = {};
    make(selects);
    auto *warnings = field<QListWidget>(u"Warnings of the format"_s);
    choose(u"youtube-chapters"_s);
    QVERIFY(warnings->isHidden());
    auto *which = field<QComboBox>(u"Moments"_s);
    which->setFocus();
    QTest::keyClick(which, Qt::Key_Down);
    settle();
    QVERIFY(warnings->isVisible());
    QVERIFY(warnings->item(0)->text().contains(u"only from three on"));
    QVERIFY(!warnings->item(0)->icon().isNull());
    QVERIFY(button(u"Hand over"_s)->isEnabled());
    choose(u"json"_s);
    QVERIFY(warnings->isHidden());
}

void HandOverDialogTest::exportWritesTheVeryBytes()
{
    const Selects selects = plainSelects();
    make(selects);
    choose(u"markdown"_s);
    const QString path = m_folder->filePath(u"new folder/sheet.md"_s);
    QSignalSpy written(m_dialog.get(), &HandOverDialog::written);
    writeTo(path);
    settle();
    Selects same = makeSelects(selects.name, selects.result, Review(selects.moments), HandOver::All);
    same.transcript = selects.transcript;
    QCOMPARE(readFile(path).value(), exportSelects(*exportFormat(u"markdown"), same, {})->files.constFirst().bytes);
    QCOMPARE(written.size(), 1);
    QCOMPARE(written.at(0).at(1), path);
    QVERIFY(isTold(u"sheet.md"_s));
    // What is there now would be replaced, and its folder can be opened.
    QVERIFY(isTold(u"replaced"_s));
    QSignalSpy folder(m_dialog.get(), &HandOverDialog::folderWanted);
    QTest::mouseClick(button(u"Open the folder"_s), Qt::LeftButton);
    QCOMPARE(folder.at(0).at(0), path);
    QVERIFY(m_dialog->isVisible());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void HandOverDialogTest::aPlaceIsBrowsedFor()
{
    make(plainSelects());
    choose(u"json"_s);
    const QString path = m_folder->filePath(u"chosen.json"_s);
    QTimer::singleShot(0, m_dialog.get(), [&path] {
        if (auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())) {
            dialog->selectFile(path);
            QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
        }
    });
    QTest::mouseClick(button(u"Browse…"_s), Qt::LeftButton);
    settle();
    QCOMPARE(place()->text(), path);
    QCOMPARE(m_dialog->preview()->path, path);
    // Another format goes where its own files go.
    choose(u"csv"_s);
    QCOMPARE(place()->text(), m_folder->filePath(u"Talk One.csv"_s));
}

void HandOverDialogTest::severalFilesMakeAFolder()
{
    make(plainSelects());
    choose(u"srt"_s);
    const QString folder = m_folder->filePath(u"Talk One srt"_s);
    QCOMPARE(place()->text(), folder);
    QTest::keyClick(list(), Qt::Key_Return);
    settle();
    QCOMPARE(filesIn(folder), (QStringList{u"01 The Three-Hour Rule.srt"_s, u"02 Why Nobody Listens.srt"_s,
                                           u"03 An Honest Number.srt"_s}));
    QVERIFY(isTold(u"3 file"_s));
    QVERIFY(isTold(folder));
}

void HandOverDialogTest::whatCannotBeWrittenIsTold()
{
    make(plainSelects());
    choose(u"csv"_s);
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QSignalSpy written(m_dialog.get(), &HandOverDialog::written);
    writeTo(m_folder->filePath(u"file/below.csv"_s));
    settle();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(isTold(u"could not be made"_s));
    QCOMPARE(written.size(), 0);
    // The next try begins anew.
    writeTo(m_folder->filePath(u"beside.csv"_s));
    settle();
    QCOMPARE(written.size(), 1);
    QVERIFY(!isTold(u"could not be made"_s));
}

void HandOverDialogTest::copyingTakesTheText()
{
    make(plainSelects());
    choose(u"youtube-chapters"_s);
    QGuiApplication::clipboard()->clear();
    QTest::mouseClick(button(u"Copy"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), m_dialog->preview()->exported.files.constFirst().bytes);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"The Three-Hour Rule"));
    QVERIFY(isTold(u"Copied"_s));
    QVERIFY(button(u"Open the folder"_s)->isHidden());
    QCOMPARE(filesIn(m_folder->path()).filter(u".txt"_s), QStringList{});
}

void HandOverDialogTest::theRateOfTheMediaStandsThere()
{
    Selects selects = plainSelects();
    selects.media.path = m_media.filePath(u"talk.mp4"_s);
    make(selects);
    choose(u"edl"_s);
    auto *rate = field<QComboBox>(u"Pictures per second"_s);
    QCOMPARE(rate->currentText(), u"29.97"_s);
    QCOMPARE(field<QLineEdit>(u"The media on the editing computer"_s)->placeholderText(), selects.media.path);
    QCOMPARE(m_dialog->preview()->clips.at(0).in, u"00:00:10;00"_s);
    rate->lineEdit()->setFocus();
    rate->lineEdit()->selectAll();
    QTest::keyClicks(rate->lineEdit(), u"25"_s);
    settle();
    QCOMPARE(m_dialog->preview()->clips.at(0).out, u"00:01:10:13"_s);
    auto *elsewhere = field<QLineEdit>(u"The media on the editing computer"_s);
    QTest::keyClicks(elsewhere, u"/Volumes/Edit/other.mov"_s);
    settle();
    QVERIFY(m_dialog->preview()->exported.files.constFirst().bytes.contains("other.mov"));
    // Emptied, it is the media's again.
    rate->lineEdit()->selectAll();
    QTest::keyClick(rate->lineEdit(), Qt::Key_Backspace);
    settle();
    QCOMPARE(m_dialog->preview()->clips.at(0).in, u"00:00:10;00"_s);
}

void HandOverDialogTest::withoutMedia()
{
    Selects selects = plainSelects();
    make(selects);
    choose(u"fcpxml"_s);
    QVERIFY(isTold(u"choose its file"_s));
    QVERIFY(!button(u"Hand over"_s)->isEnabled());
    QTest::keyClick(list(), Qt::Key_Return);
    QVERIFY(m_dialog->isSettled());
    QSignalSpy wanted(m_dialog.get(), &HandOverDialog::mediaWanted);
    QTest::mouseClick(button(u"Choose the media…"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    selects.media.path = m_media.filePath(u"talk.mp4"_s);
    m_dialog->setSource(sourceOf(selects, m_folder->path()));
    settle();
    QVERIFY(m_dialog->preview()->isReady());
    QVERIFY(button(u"Hand over"_s)->isEnabled());
    // Markers want a rate alone.
    m_dialog->setSource(sourceOf(plainSelects(), m_folder->path()));
    choose(u"resolve-markers"_s);
    QTest::mouseClick(button(u"Write the rate"_s), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), u"25"_s);
    settle();
    QVERIFY(m_dialog->preview()->isReady());
}

void HandOverDialogTest::withoutWords()
{
    Selects selects = plainSelects();
    selects.transcript = {};
    make(selects);
    choose(u"vtt"_s);
    QVERIFY(isTold(u"add the transcript"_s));
    QSignalSpy wanted(m_dialog.get(), &HandOverDialog::transcriptWanted);
    QTest::mouseClick(button(u"Add the transcript…"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    m_dialog->setSource(sourceOf(plainSelects(), m_folder->path()));
    settle();
    QVERIFY(m_dialog->preview()->isReady());
}

void HandOverDialogTest::nothingIsKept()
{
    Selects selects = plainSelects();
    for (ReviewedMoment &moment : selects.moments)
        moment.decision = Decision::Undecided;
    make(selects);
    choose(u"json"_s);
    auto *which = field<QComboBox>(u"Moments"_s);
    which->setFocus();
    QTest::keyClick(which, Qt::Key_Down);
    settle();
    QVERIFY(isTold(u"Nothing is kept"_s));
    QVERIFY(!button(u"Hand over"_s)->isEnabled());
    QVERIFY(!button(u"Copy"_s)->isEnabled());
    selects.moments[1].decision = Decision::Kept;
    m_dialog->setSource(sourceOf(selects, m_folder->path()));
    settle();
    QVERIFY(button(u"Hand over"_s)->isEnabled());
    QCOMPARE(m_dialog->preview()->clips.size(), 1);
}

void HandOverDialogTest::theSourceIsNotWrittenOver()
{
    make(plainSelects());
    const QString opened = m_folder->filePath(u"opened.json"_s);
    QVERIFY(writeFile(opened, "what was opened"));
    choose(u"json"_s);
    writeTo(opened);
    settle();
    QVERIFY(isTold(u"not written over"_s));
    QCOMPARE(readFile(opened).value(), "what was opened");
}

void HandOverDialogTest::clipsBehindTheMediaAreLeftOut()
{
    Selects selects =
        selectsOf({selectedMoment(u"Later"_s, 500'000, 550'000)}, {.path = m_media.filePath(u"talk.mp4"_s)});
    make(selects);
    choose(u"clips"_s);
    QCOMPARE(m_dialog->preview()->lack, HandOverLack::Other);
    QVERIFY(isTold(u"left out"_s));
    QVERIFY(!button(u"Hand over"_s)->isEnabled());
    selects.moments.prepend(selectedMoment(u"One"_s, 1000, 2000));
    m_dialog->setSource(sourceOf(selects, m_folder->path()));
    settle();
    QVERIFY(button(u"Hand over"_s)->isEnabled());
    QCOMPARE(m_dialog->preview()->clipFiles.size(), 1);
    QVERIFY(field<QListWidget>(u"Warnings of the format"_s)->isVisible());
}

void HandOverDialogTest::clipsAreCut()
{
    Selects selects = selectsOf({selectedMoment(u"One"_s, 1000, 2000), selectedMoment(u"Two"_s, 3000, 4000)},
                                {.path = m_media.filePath(u"talk.mp4"_s)});
    make(selects);
    choose(u"clips"_s);
    const QString folder = m_folder->filePath(u"cut"_s);
    QSignalSpy written(m_dialog.get(), &HandOverDialog::written);
    writeTo(folder);
    QVERIFY(field<QProgressBar>(u"Clips that are cut"_s)->isVisible());
    QVERIFY(!list()->isEnabled());
    settle();
    QCOMPARE(filesIn(folder), (QStringList{u"01 One.mp4"_s, u"02 Two.mp4"_s}));
    QCOMPARE(written.at(0).at(1), folder);
    QVERIFY(list()->hasFocus());
    QVERIFY(!field<QProgressBar>(u"Clips that are cut"_s)->isVisible());
}

void HandOverDialogTest::cancelledClipsLeaveNothingHalf()
{
    Selects selects = selectsOf({selectedMoment(u"One"_s, 0, 500)}, {.path = m_media.filePath(u"talk.mp4"_s)});
    for (int i = 0; i < 40; ++i)
        selects.moments.append(selectedMoment(u"Long"_s, 1000 + i, 60'000));
    make(selects);
    choose(u"clips"_s);
    const QString folder = m_folder->filePath(u"cut"_s);
    writeTo(folder);
    auto *progress = field<QProgressBar>(u"Clips that are cut"_s);
    QTRY_VERIFY_WITH_TIMEOUT(progress->value() > 100, 60'000);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    settle();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(isTold(u"Cancelled"_s));
    const QStringList files = filesIn(folder);
    QVERIFY(!files.isEmpty() && files.size() < 41);
    QCOMPARE(files.filter(u"unfinished"_s), QStringList{});
    QVERIFY(button(u"Close"_s));
}

void HandOverDialogTest::closingEndsTheCutting()
{
    Selects selects = selectsOf({}, {.path = m_media.filePath(u"talk.mp4"_s)});
    for (int i = 0; i < 40; ++i)
        selects.moments.append(selectedMoment(u"Long"_s, i, 60'000));
    make(selects);
    choose(u"clips"_s);
    const QString folder = m_folder->filePath(u"cut"_s);
    writeTo(folder);
    QTRY_VERIFY_WITH_TIMEOUT(!filesIn(folder).isEmpty(), 60'000);
    m_dialog.reset();
    QCOMPARE(filesIn(folder).filter(u"unfinished"_s), QStringList{});
}

void HandOverDialogTest::hostileTitles()
{
    Selects selects = plainSelects();
    selects.moments[0].current.title = u"<img src=x onerror=1>\n%1 %n ../../../etc/passwd &amp;"_s;
    selects.moments[1].current.title = u"\u202eevil\u0000/con"_s.repeated(300);
    selects.name = u"/../<b>name</b>:*?"_s;
    make(selects);
    for (const char *format : {"csv", "html", "srt", "youtube-chapters"}) {
        choose(QString::fromLatin1(format));
        QTest::keyClick(list(), Qt::Key_Return);
        settle();
        QVERIFY2(!button(u"Open the folder"_s)->isHidden(), format);
    }
    // Nothing left the folder.
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    QCOMPARE(filesIn(m_folder->path()).size(), 3 + (QFile::exists(m_settings->fileName()) ? 1 : 0));
}

void HandOverDialogTest::manyMoments()
{
    Selects selects = plainSelects();
    selects.moments.clear();
    for (int i = 0; i < 2'000; ++i)
        selects.moments.append(selectedMoment(u"No. %1"_s.arg(i), i * 60'000, i * 60'000 + 50'000));
    make(selects);
    choose(u"srt"_s);
    QCOMPARE(m_dialog->preview()->clips.size(), 2'000);
    QCOMPARE(m_dialog->preview()->exported.files.size(), 2'000);
    // Nothing is said in most of them: what is shown of the warnings is bounded, and the rest counted.
    auto *warnings = field<QListWidget>(u"Warnings of the format"_s);
    QVERIFY(m_dialog->preview()->warnings.size() > 1'000);
    QCOMPARE(warnings->count(), 51);
    QVERIFY(warnings->item(50)->text().contains(QString::number(m_dialog->preview()->warnings.size() - 50)));
    QVERIFY(isTold(u"2000 clip"_s));
    choose(u"json"_s);
    QTest::keyClick(list(), Qt::Key_Return);
    settle();
    QVERIFY(QFile::exists(m_folder->filePath(u"Talk One.json"_s)));
}

void HandOverDialogTest::theLastChoiceComesBack()
{
    make(plainSelects());
    choose(u"csv"_s);
    auto *which = field<QComboBox>(u"Moments"_s);
    which->setFocus();
    QTest::keyClick(which, Qt::Key_Down);
    settle();
    writeTo(m_folder->filePath(u"elsewhere/table.csv"_s));
    settle();
    make(plainSelects());
    QCOMPARE(m_dialog->preview()->format, u"csv"_s);
    QCOMPARE(field<QComboBox>(u"Moments"_s)->currentIndex(), 1);
    QCOMPARE(place()->text(), m_folder->filePath(u"elsewhere/Talk One.csv"_s));
    choose(u"html"_s);
    QCOMPARE(place()->text(), m_folder->filePath(u"Talk One.html"_s));
}

void HandOverDialogTest::aSmallScreenWithLargeText()
{
    const QFont usual = QApplication::font();
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * 1.5);
    QApplication::setFont(large);
    Selects selects = plainSelects();
    selects.media.path = m_media.filePath(u"talk.mp4"_s);
    make(selects);
    for (const HandOverFormat &format : handOverFormats()) {
        choose(format.key);
        const QSize least = m_dialog->minimumSizeHint();
        QVERIFY2(least.width() <= 1280 && least.height() <= 680,
                 qPrintable(u"%1: %2 × %3"_s.arg(format.key).arg(least.width()).arg(least.height())));
    }
    m_dialog.reset();
    QApplication::setFont(usual);
}

#include "tst_handoverdialog.moc"
