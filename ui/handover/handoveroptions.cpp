// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoveroptions.h"

#include "ui/style/metrics.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Letters of a choice that are seen in any case.
constexpr int leastChoice = 16;
/// Rates that cameras write.
const QStringList usualRates{QStringLiteral("23.976"), QStringLiteral("24"), QStringLiteral("25"),
                             QStringLiteral("29.97"),  QStringLiteral("30"), QStringLiteral("50"),
                             QStringLiteral("59.94"),  QStringLiteral("60")};

QComboBox *choiceOf(const QString &name)
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(leastChoice);
    return box;
}

QSpinBox *picturesOf(const QString &name)
{
    auto *box = new QSpinBox;
    box->setAccessibleName(name);
    box->setRange(0, mostPictures);
    box->setFocusPolicy(Qt::StrongFocus);
    return box;
}

void choose(QComboBox *box, int value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

HandOverOptions::HandOverOptions(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_which(choiceOf(tr("Moments")))
    , m_shape(choiceOf(tr("Shape of the timeline")))
    , m_handles(picturesOf(tr("Handles in pictures")))
    , m_gap(picturesOf(tr("Gap in pictures")))
    , m_rate(choiceOf(tr("Pictures per second")))
    , m_elsewhere(new QLineEdit)
    , m_cutStyle(choiceOf(tr("How clips are cut")))
{
    m_which->addItem(tr("All but the rejected"), int(HandOver::All));
    m_which->addItem(tr("Only what is kept"), int(HandOver::KeptOnly));
    m_shape->addItem(tr("One after the other"), int(TimelineShape::Reel));
    m_shape->addItem(tr("Each on a timeline of its own"), int(TimelineShape::PerMoment));
    m_shape->addItem(tr("Markers on the whole source"), int(TimelineShape::Markers));
    m_cutStyle->addItem(tr("Exactly, encoded anew"), int(CutStyle::Exact));
    m_cutStyle->addItem(tr("At once, copied; may begin early"), int(CutStyle::Instant));
    m_handles->setToolTip(tr("Pictures more on both sides of each clip"));
    m_gap->setToolTip(tr("Pictures left empty between the clips"));
    m_rate->setEditable(true);
    m_rate->setInsertPolicy(QComboBox::NoInsert);
    m_rate->addItems(usualRates);
    m_rate->setCurrentText({});
    m_rate->lineEdit()->setAccessibleName(m_rate->accessibleName());
    m_elsewhere->setAccessibleName(tr("The media on the editing computer"));
    m_elsewhere->setToolTip(tr("Where the editing program will find the media file; empty for where it is here"));
    m_form->setContentsMargins({});
    m_form->setHorizontalSpacing(normalGap);
    m_form->setVerticalSpacing(smallGap);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&Moments"), m_which);
    m_form->addRow(tr("&Shape"), m_shape);
    m_form->addRow(tr("Ha&ndles, in pictures"), m_handles);
    m_form->addRow(tr("&Gap, in pictures"), m_gap);
    m_form->addRow(tr("Pictures per secon&d"), m_rate);
    m_form->addRow(tr("M&edia when editing"), m_elsewhere);
    m_form->addRow(tr("C&ut"), m_cutStyle);
    for (QComboBox *box : {m_which, m_cutStyle})
        connect(box, &QComboBox::currentIndexChanged, this, &HandOverOptions::changed);
    connect(m_shape, &QComboBox::currentIndexChanged, this, [this] {
        showHeeded();
        Q_EMIT changed();
    });
    for (QSpinBox *box : {m_handles, m_gap})
        connect(box, &QSpinBox::valueChanged, this, &HandOverOptions::changed);
    connect(m_rate, &QComboBox::currentTextChanged, this, &HandOverOptions::changed);
    connect(m_elsewhere, &QLineEdit::textChanged, this, &HandOverOptions::changed);
}

void HandOverOptions::setChoice(const HandOverChoice &choice)
{
    const QSignalBlocker blocker(this);
    choose(m_which, int(choice.handOver));
    choose(m_shape, int(choice.options.shape));
    choose(m_cutStyle, int(choice.cutStyle));
    m_handles->setValue(choice.options.handles);
    m_gap->setValue(choice.options.gap);
    m_elsewhere->setText(choice.mediaElsewhere);
    setFormat(choice.format);
}

HandOverChoice HandOverOptions::choice() const
{
    const QString rate = m_rate->currentText().trimmed();
    const bool isOfMedia = m_mediaRate.isKnown() && rate == frameRateText(m_mediaRate);
    return {.format = m_format,
            .handOver = HandOver(m_which->currentData().toInt()),
            .options = {.shape = TimelineShape(m_shape->currentData().toInt()),
                        .handles = m_handles->value(),
                        .gap = m_gap->value()},
            .cutStyle = CutStyle(m_cutStyle->currentData().toInt()),
            .rate = isOfMedia ? QString() : rate,
            .mediaElsewhere = m_elsewhere->text()};
}

void HandOverOptions::setFormat(const QString &format)
{
    m_format = format;
    showHeeded();
}

void HandOverOptions::setMediaRate(const FrameRate &rate)
{
    const bool isUntouched = choice().rate.isEmpty();
    m_mediaRate = rate;
    const QString text = rate.isKnown() ? frameRateText(rate) : QString();
    m_rate->lineEdit()->setPlaceholderText(rate.isKnown() ? tr("as the media: %1").arg(text) : tr("for example 25"));
    if (isUntouched) {
        const QSignalBlocker blocker(m_rate);
        m_rate->setCurrentText(text);
    }
}

void HandOverOptions::setMediaPath(const QString &path)
{
    m_elsewhere->setPlaceholderText(path);
}

void HandOverOptions::beginRate()
{
    m_rate->setFocus(Qt::ShortcutFocusReason);
    m_rate->lineEdit()->selectAll();
}

void HandOverOptions::showHeeded()
{
    const HandOverFormat *format = handOverFormat(m_format);
    if (!format)
        return;
    const HeededOptions heeded = format->heeds(TimelineShape(m_shape->currentData().toInt()));
    m_form->setRowVisible(m_shape, heeded.shape);
    m_form->setRowVisible(m_handles, heeded.handles);
    m_form->setRowVisible(m_gap, heeded.gap);
    m_form->setRowVisible(m_rate, heeded.rate);
    m_form->setRowVisible(m_elsewhere, heeded.mediaElsewhere);
    m_form->setRowVisible(m_cutStyle, heeded.cutStyle);
}

} // namespace Viral
