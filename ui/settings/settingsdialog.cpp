// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "ui/settings/connectionspage.h"
#include "ui/settings/pricespage.h"
#include "ui/settings/settingpages.h"
#include "ui/style/dialogsize.h"
#include "ui/style/metrics.h"

#include <QDialogButtonBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr QSize usualSize{220 * gridStep, 160 * gridStep};

/// A topic with room around it.
class TopicDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        const QString text = std::exchange(row.text, QString());
        row.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
        painter->setFont(option.font);
        painter->drawText(option.rect.adjusted(largeGap, 0, -normalGap, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(option.font);
        return {metrics.horizontalAdvance(index.data().toString()) + 2 * largeGap + normalGap,
                metrics.height() + 3 * gridStep};
    }
};

/// The list is as wide as its longest word needs, at any text size.
class TopicList final : public QListWidget
{
public:
    TopicList()
    {
        setItemDelegate(new TopicDelegate(this));
        setViewportMargins(0, normalGap, 0, normalGap);
        setBackgroundRole(QPalette::Base);
        setAutoFillBackground(true);
    }

    QSize sizeHint() const override
    {
        return {sizeHintForColumn(0) + 2 * frameWidth(), QListWidget::sizeHint().height()};
    }
};

QFrame *line(QFrame::Shape shape)
{
    auto *frame = new QFrame;
    frame->setFrameShape(shape);
    frame->setForegroundRole(QPalette::Mid);
    return frame;
}

} // namespace

SettingsDialog::SettingsDialog(Connections &connections, const QString &pricesPath, const QDate &today, QWidget *parent)
    : QDialog(parent)
    , m_topics(new TopicList)
    , m_pages(new QStackedWidget)
    , m_connectionsPage(new ConnectionsPage(connections))
{
    setWindowTitle(tr("Settings"));
    SettingsSource &settings = connections.settings();
    auto *prices = new PricesPage(settings, pricesPath, today);
    connect(prices, &PricesPage::pricesChanged, this, &SettingsDialog::pricesChanged);
    addPage(tr("Connections"), m_connectionsPage);
    addPage(tr("Runs"), new RunsPage(settings));
    addPage(tr("Chunks"), new ChunksPage(settings));
    addPage(tr("Webhooks"), new WebhooksPage(settings));
    addPage(tr("Prices"), prices);
    addPage(tr("Look"), new LookPage(settings));

    m_topics->setAccessibleName(tr("Topics of the settings"));
    m_topics->setObjectName(u"topics"_s);
    m_topics->setFrameShape(QFrame::NoFrame);
    m_topics->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_topics->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(m_topics, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    // Enter belongs to the fields.
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(largeGap, normalGap, largeGap, normalGap);
    footer->addWidget(buttons);

    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_topics);
    body->addWidget(line(QFrame::VLine));
    body->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(body, 1);
    column->addWidget(line(QFrame::HLine));
    column->addLayout(footer);
    giveSize(*this, usualSize);
    m_topics->setCurrentRow(0);
    setTabOrder(m_topics, m_pages);
    m_topics->setFocus();
}

void SettingsDialog::addPage(const QString &title, QWidget *page)
{
    m_topics->addItem(title);
    page->setAccessibleName(title);
    m_pages->addWidget(page);
}

void SettingsDialog::done(int result)
{
    if (QWidget *field = focusWidget())
        field->clearFocus();
    QDialog::done(result);
}

void SettingsDialog::showTopic(SettingsTopic topic)
{
    m_topics->setCurrentRow(static_cast<int>(topic));
    m_topics->setFocus();
}

void SettingsDialog::begin(ConnectedService service)
{
    showTopic(SettingsTopic::Connections);
    m_connectionsPage->begin(service);
}

} // namespace Viral
