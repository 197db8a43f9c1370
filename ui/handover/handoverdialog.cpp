// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverdialog.h"

#include "core/base/timetext.h"
#include "ui/document/destroyelsewhere.h"
#include "ui/handover/formatlist.h"
#include "ui/handover/handoveroptions.h"
#include "ui/handover/handoverwords.h"
#include "ui/style/dialogsize.h"
#include "ui/style/elidedlabel.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/noticelabel.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// More warnings are counted only.
constexpr int mostWarnings = 50;
/// Lines of warnings that are seen without scrolling.
constexpr int warningLines = 3;
/// Width of the formats, in heights of text.
constexpr int emsOfFormats = 17;

QHBoxLayout *rowOf(QWidget *holder)
{
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins({});
    row->setSpacing(normalGap);
    return row;
}

} // namespace

HandOverDialog::HandOverDialog(HandOverSource source, const HandOverMemory &memory, QWidget *parent)
    : QDialog(parent)
    , m_source(std::move(source))
    , m_memory(memory)
    , m_options(new HandOverOptions)
{
    setWindowTitle(tr("Hand over"));
    giveSize(*this, {240 * gridStep, 168 * gridStep});
    auto *upper = new QHBoxLayout;
    upper->setSpacing(largeGap);
    upper->addWidget(buildFormats());
    upper->addWidget(buildPreview(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    layout->setSpacing(normalGap);
    layout->addLayout(upper, 1);
    layout->addWidget(buildPlace());
    layout->addWidget(m_replaced = new NoticeLabel(NoticeLabel::Kind::Caution));
    layout->addWidget(m_failure = new NoticeLabel(NoticeLabel::Kind::Trouble));
    layout->addWidget(buildButtons());
    m_replaced->hide();
    m_failure->hide();

    const HandOverChoice last = m_memory.choice(m_source.mediaPath);
    m_options->setChoice(last);
    m_options->setMediaRate({});
    m_list->setCurrentIndex(m_formats.indexOf(last.format));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HandOverDialog::takeFormat);
    connect(m_options, &HandOverOptions::changed, this, &HandOverDialog::ask);
    connect(&m_maker, &PreviewMaker::made, this, &HandOverDialog::showPreview);
    connect(&m_writer, &HandOverWriter::progressed, this, &HandOverDialog::showProgress);
    connect(&m_writer, &HandOverWriter::finished, this, &HandOverDialog::takeEnd);
    probe();
    ask();
    m_list->setFocus();
}

HandOverDialog::~HandOverDialog()
{
    destroyElsewhere(std::move(m_source));
}

QWidget *HandOverDialog::buildFormats()
{
    m_list = new FormatList;
    m_list->setModel(&m_formats);
    m_list->setAccessibleName(tr("Formats"));
    m_list->setFixedWidth(emsOfFormats * fontMetrics().height());
    return m_list;
}

QWidget *HandOverDialog::buildPreview()
{
    m_table = new QTableView;
    m_table->setModel(&m_clips);
    m_table->setAccessibleName(tr("What is handed over"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setFont(tabular(font()));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(std::max(rowHeight, fontMetrics().height() + normalGap));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    // What is in sight decides how wide a column is, not a thousand rows.
    header->setResizeContentsPrecision(0);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ClipModel::TitleColumn, QHeaderView::Stretch);

    m_total = new ElidedLabel;
    m_total->setFont(tabular(font()));
    m_lack = new NoticeLabel(NoticeLabel::Kind::Trouble);
    m_give = new QPushButton;
    connect(m_give, &QPushButton::clicked, this, &HandOverDialog::give);
    auto *lack = new QWidget;
    QHBoxLayout *lackRow = rowOf(lack);
    lackRow->addWidget(m_lack, 1);
    lackRow->addWidget(m_give);
    m_warnings = new QListWidget;
    m_warnings->setAccessibleName(tr("Warnings of the format"));
    m_warnings->setWordWrap(true);
    m_warnings->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_warnings->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_warnings->setSelectionMode(QAbstractItemView::NoSelection);
    m_warnings->setFixedHeight(warningLines * (fontMetrics().lineSpacing() + smallGap) + normalGap);

    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(normalGap);
    layout->addWidget(m_options);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_total);
    layout->addWidget(lack);
    layout->addWidget(m_warnings);
    return side;
}

QWidget *HandOverDialog::buildPlace()
{
    m_pathField = new QLineEdit;
    m_pathField->setAccessibleName(tr("Where to write"));
    // What is typed is the editor's; emptied, a place is proposed again.
    connect(m_pathField, &QLineEdit::textEdited, this, [this](const QString &typed) {
        m_path = typed.trimmed().isEmpty() ? QString() : QFileInfo(typed).absoluteFilePath();
        ask();
    });
    auto *label = new QLabel(tr("&To"));
    label->setBuddy(m_pathField);
    auto *browseButton = new QPushButton(tr("&Browse…"));
    browseButton->setAutoDefault(false);
    connect(browseButton, &QPushButton::clicked, this, &HandOverDialog::browse);
    auto *place = new QWidget;
    QHBoxLayout *row = rowOf(place);
    row->addWidget(label);
    row->addWidget(m_pathField, 1);
    row->addWidget(browseButton);
    return place;
}

QWidget *HandOverDialog::buildButtons()
{
    m_done = new ElidedLabel;
    m_openFolder = new QPushButton(icon(Icon::Open), tr("Open the &folder"));
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Clips that are cut"));
    m_copy = new QPushButton(icon(Icon::Copy), tr("&Copy"));
    m_copy->setToolTip(tr("Puts the file's text on the clipboard"));
    m_write = new QPushButton(icon(Icon::Export), tr("Hand &over"));
    m_close = new QPushButton;
    m_write->setDefault(true);
    for (QPushButton *button : {m_openFolder, m_copy, m_close, m_give})
        button->setAutoDefault(false);
    m_openFolder->hide();
    m_progress->hide();
    connect(m_openFolder, &QPushButton::clicked, this, [this] { Q_EMIT folderWanted(m_place); });
    connect(m_copy, &QPushButton::clicked, this, &HandOverDialog::copy);
    connect(m_write, &QPushButton::clicked, this, &HandOverDialog::accept);
    connect(m_close, &QPushButton::clicked, this, &HandOverDialog::reject);
    auto *buttons = new QWidget;
    QHBoxLayout *row = rowOf(buttons);
    row->addWidget(m_done, 1);
    row->addWidget(m_progress, 1);
    row->addWidget(m_openFolder);
    row->addSpacing(normalGap);
    row->addWidget(m_copy);
    row->addWidget(m_write);
    row->addWidget(m_close);
    return buttons;
}

void HandOverDialog::setSource(HandOverSource source)
{
    const bool isOtherMedia = source.mediaPath != m_source.mediaPath;
    destroyElsewhere(std::exchange(m_source, std::move(source)));
    if (isOtherMedia)
        probe();
    ask();
}

bool HandOverDialog::isSettled() const
{
    return m_preview && !m_probe && !m_maker.isBusy() && !m_writer.isBusy();
}

void HandOverDialog::probe()
{
    m_facts = {};
    m_probe.reset();
    m_options->setMediaPath(QDir::toNativeSeparators(m_source.mediaPath));
    m_options->setMediaRate({});
    if (m_source.mediaPath.isEmpty())
        return;
    m_probe = std::make_unique<MediaProbe>(m_source.mediaPath);
    connect(m_probe.get(), &MediaProbe::finished, this, [this](const MediaFacts &facts) {
        m_facts = facts;
        m_probe.release()->deleteLater();
        m_options->setMediaRate(facts.rate);
        ask();
    });
}

void HandOverDialog::takeFormat()
{
    const QString format = m_list->currentIndex().data(FormatListModel::KeyRole).toString();
    if (format.isEmpty())
        return;
    m_options->setFormat(format);
    m_path.clear();
    m_failure->hide();
    ask();
}

void HandOverDialog::ask()
{
    // What the media says decides about pictures: nothing is shown that is another way in a moment.
    if (!m_probe) {
        const HandOverChoice choice = m_options->choice();
        m_maker.ask({.source = m_source,
                     .facts = m_facts,
                     .choice = choice,
                     .path = m_path,
                     .folder = m_memory.folder(choice.format)});
    }
    showState();
}

void HandOverDialog::showPreview(const std::shared_ptr<const HandOverPreview> &preview)
{
    destroyElsewhere(std::exchange(m_preview, preview));
    m_clips.setClips(preview->clips);
    m_total->setText(
        tr("%n clip(s), %1 in all", nullptr, static_cast<int>(preview->clips.size())).arg(clockText(preview->total)));
    if (m_path.isEmpty()) {
        m_pathField->setText(QDir::toNativeSeparators(preview->path));
        m_pathField->setCursorPosition(0);
    }
    showWarnings();
    showLack();
    m_replaced->setText(tr("%n file(s) there will be replaced.", nullptr, preview->replaced));
    m_replaced->setVisible(preview->replaced > 0);
    showState();
}

void HandOverDialog::showWarnings()
{
    const QStringList &warnings = m_preview->warnings;
    m_warnings->clear();
    for (const QString &warning : warnings.first(std::min<qsizetype>(warnings.size(), mostWarnings)))
        m_warnings->addItem(new QListWidgetItem(icon(Icon::Warning), warning));
    if (warnings.size() > mostWarnings)
        m_warnings->addItem(tr("… and %n more", nullptr, static_cast<int>(warnings.size() - mostWarnings)));
    m_warnings->setVisible(!warnings.isEmpty());
}

void HandOverDialog::showLack()
{
    const HandOverLack lack = m_preview->lack;
    m_lack->setText(m_preview->problem);
    m_give->setText(lack == HandOverLack::Media        ? tr("Choose the media…")
                    : lack == HandOverLack::Transcript ? tr("Add the transcript…")
                                                       : tr("Write the rate"));
    m_give->setVisible(lack == HandOverLack::Media || lack == HandOverLack::Transcript || lack == HandOverLack::Rate);
    m_lack->parentWidget()->setVisible(lack != HandOverLack::Nothing);
}

void HandOverDialog::showState()
{
    const HandOverFormat *format = handOverFormat(m_options->choice().format);
    const bool isWriting = m_writer.isBusy();
    const bool isReady = isSettled() && m_preview->isReady();
    m_write->setEnabled(isReady);
    m_copy->setVisible(format && format->isText());
    m_copy->setEnabled(isReady && m_preview->exported.files.size() == 1);
    m_list->setEnabled(!isWriting);
    m_options->setEnabled(!isWriting);
    m_pathField->setEnabled(!isWriting);
    m_close->setText(isWriting ? tr("Cancel") : tr("Close"));
    m_progress->setVisible(isWriting && format && format->isClips());
    m_done->setVisible(m_progress->isHidden());
}

void HandOverDialog::showProgress(qsizetype done, int percent)
{
    const auto count = static_cast<int>(m_preview->clipFiles.size());
    m_progress->setRange(0, count * 100);
    m_progress->setValue(static_cast<int>(done) * 100 + percent);
    m_progress->setFormat(tr("%1 of %2 clips").arg(done).arg(count));
}

void HandOverDialog::give()
{
    switch (m_preview->lack) {
    case HandOverLack::Media:
        Q_EMIT mediaWanted();
        break;
    case HandOverLack::Transcript:
        Q_EMIT transcriptWanted();
        break;
    case HandOverLack::Rate:
        m_options->beginRate();
        break;
    case HandOverLack::Nothing:
    case HandOverLack::Moments:
    case HandOverLack::Other:
        break;
    }
}

void HandOverDialog::browse()
{
    if (!m_preview)
        return;
    const HandOverFormat *format = handOverFormat(m_preview->format);
    const QString start = m_preview->path;
    const QString path =
        m_preview->isFolder
            ? QFileDialog::getExistingDirectory(this, tr("Choose the folder"), QFileInfo(start).absolutePath())
            : QFileDialog::getSaveFileName(this, tr("Hand over"), start,
                                           tr("%1 (*%2)").arg(format->name(), format->suffix()));
    if (path.isEmpty())
        return;
    m_path = QFileInfo(path).absoluteFilePath();
    m_pathField->setText(QDir::toNativeSeparators(m_path));
    ask();
}

void HandOverDialog::copy()
{
    QApplication::clipboard()->setText(QString::fromUtf8(m_preview->exported.files.constFirst().bytes));
    m_memory.note(m_options->choice());
    tell(tr("Copied: %1").arg(handOverFormat(m_preview->format)->name()), {});
}

void HandOverDialog::accept()
{
    if (!isSettled() || !m_preview->isReady())
        return;
    m_failure->hide();
    m_openFolder->hide();
    m_done->clear();
    const HandOverChoice choice = m_options->choice();
    m_memory.note(choice);
    m_memory.noteFolder(choice.format, QFileInfo(m_preview->path).absolutePath());
    m_writer.write(m_preview);
    showProgress(0, 0);
    showState();
    m_close->setFocus();
}

void HandOverDialog::reject()
{
    // Files are there in a moment; clips may take long.
    if (m_writer.isBusy())
        m_writer.cancel();
    else
        QDialog::reject();
}

void HandOverDialog::takeEnd(const Result<QStringList> &made)
{
    if (made && !made->isEmpty()) {
        const bool isOne = made->size() == 1;
        m_place = isOne ? made->constFirst() : QFileInfo(made->constFirst()).absolutePath();
        const QString shown = QDir::toNativeSeparators(m_place);
        m_openFolder->show();
        tell(isOne ? tr("Written: %1").arg(shown)
                   : tr("%n file(s) written to %1", nullptr, static_cast<int>(made->size())).arg(shown),
             m_place);
    } else if (!made) {
        const Error &error = made.error();
        const QString sentence = HandOverWords::translated(error.message);
        m_failure->setText(error.place.isEmpty() ? sentence
                                                 : tr("%1 (%2)").arg(sentence, QDir::toNativeSeparators(error.place)));
        m_failure->show();
    }
    // What is there now would be replaced.
    ask();
    m_list->setFocus();
}

void HandOverDialog::tell(const QString &text, const QString &place)
{
    m_done->setText(text);
    Q_EMIT written(text, place);
}

} // namespace Viral
