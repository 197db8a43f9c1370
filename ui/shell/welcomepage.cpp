// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcomepage.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace Viral {

namespace {

constexpr int pathRole = Qt::UserRole;
constexpr int columnWidth = 560;

QLabel *paragraph(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_recent(new QListWidget)
{
    auto *title = new QLabel(tr("Drop a transcript, a payload or a result here"));
    QFont large = sized(font(), TextSize::Large, TextWeight::Strong);
    large.setPointSizeF(large.pointSizeF() * 1.4);
    title->setFont(large);
    title->setWordWrap(true);
    auto *open = new QPushButton(icon(Icon::Open), tr("Open a file…"));
    open->setDefault(true);
    auto *sample = new QPushButton(icon(Icon::Play), tr("Open the sample interview"));
    m_sample = sample;
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(normalGap);
    buttons->addWidget(open);
    buttons->addWidget(sample);
    buttons->addStretch();
    auto *recentTitle = new QLabel(tr("Opened lately"));
    recentTitle->setFont(sized(font(), TextSize::Small, TextWeight::Strong));
    m_recentTitle = recentTitle;
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setAccessibleName(tr("Opened lately"));

    auto *column = new QVBoxLayout;
    column->setSpacing(largeGap);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(paragraph(tr("SubRip and WebVTT subtitles, JSON with sentences and words, request payloads and "
                                   "saved results are read. The video or sound beside the file is opened with it.")));
    column->addLayout(buttons);
    column->addWidget(paragraph(tr("No key and no network are needed: the offline engine finds moments by the words "
                                   "alone and says why.")));
    column->addSpacing(normalGap);
    column->addWidget(recentTitle);
    column->addWidget(m_recent, 2);
    column->addStretch(1);
    auto *frame = new QWidget;
    frame->setLayout(column);
    frame->setMaximumWidth(columnWidth);
    auto *layout = new QHBoxLayout(this);
    layout->addStretch();
    layout->addWidget(frame, 1);
    layout->addStretch();

    connect(open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(sample, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT fileRequested(item->data(pathRole).toString()); });
    setRecent({});
}

void WelcomePage::setRecent(const QStringList &paths)
{
    m_recent->clear();
    for (const QString &path : paths) {
        const QFileInfo info(path);
        auto *item = new QListWidgetItem(info.fileName(), m_recent);
        item->setData(pathRole, path);
        item->setToolTip(QDir::toNativeSeparators(path));
        if (!info.exists()) {
            item->setText(tr("%1 (missing)").arg(info.fileName()));
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
        }
    }
    m_recent->setVisible(!paths.isEmpty());
    m_recentTitle->setVisible(!paths.isEmpty());
}

void WelcomePage::setSampleAvailable(bool available)
{
    m_sample->setVisible(available);
}

} // namespace Viral
