// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/furthermetrics.h"

#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"
#include "ui/panels/whenshown.h"
#include "ui/style/metrics.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// The value for a field: a text without its quotation marks, everything else as it was written.
QString shownValue(const QByteArray &value)
{
    const Result<JsonDocument> parsed = JsonDocument::parse(value);
    const std::optional<QString> text = parsed ? parsed->root().asString() : std::nullopt;
    return text ? *text : QString::fromUtf8(value);
}

/// True for what a line of text can hold.
bool isPlain(const QByteArray &value)
{
    return !value.startsWith('{') && !value.startsWith('[');
}

/// What was typed, in the kind that was there: a number stays one as long as a number was typed.
QByteArray typedValue(const QString &text, const QByteArray &before)
{
    const QByteArray typed = text.trimmed().toUtf8();
    const Result<JsonDocument> parsed = JsonDocument::parse(typed);
    if (!before.startsWith('"') && parsed && isPlain(typed))
        return typed;
    JsonWriter writer;
    writer.value(QStringView(text));
    return writer.take();
}

} // namespace

QString furtherMetricName(const QString &name)
{
    QString words;
    for (const QChar c : name) {
        if (c == u'_' || c == u'-')
            words += u' ';
        else if (c.isUpper() && !words.isEmpty() && words.back().isLower())
            words += u' ' + QString(c.toLower());
        else
            words += c;
    }
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words.simplified();
}

FurtherMetrics::FurtherMetrics(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(largeGap);
    m_grid->setVerticalSpacing(smallGap);
    m_grid->setColumnStretch(1, 1);
    // It hides itself: the panel it stands in tells whether it is looked at.
    auto *shown = new WhenShown([this] { showCurrent(); }, parent ? *parent : *this, this);
    connect(&document, &ReviewDocument::changed, shown, &WhenShown::ask);
    showCurrent();
}

void FurtherMetrics::showCurrent()
{
    const ReviewedMoment *moment = m_document.current();
    const RawMembers metrics = moment ? moment->current.scorecard.further : RawMembers();
    QStringList names;
    for (const RawMember &metric : metrics)
        names.append(metric.name + (isPlain(metric.value) ? QString() : u"{}"_s));
    if (names != m_names) {
        m_names = names;
        build(metrics);
    }
    for (int row = 0; row < metrics.size(); ++row) {
        QWidget *field = m_grid->itemAtPosition(row, 1)->widget();
        const QString value = shownValue(metrics.at(row).value);
        if (auto *label = qobject_cast<QLabel *>(field))
            label->setText(value);
        else if (auto *edit = static_cast<QLineEdit *>(field); edit->text() != value && !edit->isModified())
            edit->setText(value);
    }
    setVisible(!metrics.isEmpty());
}

void FurtherMetrics::build(const RawMembers &metrics)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        // It may be the one that is being typed in.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int row = 0; row < metrics.size(); ++row) {
        const QString name = metrics.at(row).name;
        auto *label = new QLabel(furtherMetricName(name));
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        m_grid->addWidget(label, row, 0);
        if (!isPlain(metrics.at(row).value)) {
            auto *value = new QLabel;
            value->setTextFormat(Qt::PlainText);
            value->setWordWrap(true);
            m_grid->addWidget(value, row, 1);
            continue;
        }
        auto *edit = new QLineEdit;
        edit->setAccessibleName(furtherMetricName(name));
        label->setBuddy(edit);
        m_grid->addWidget(edit, row, 1);
        connect(edit, &QLineEdit::textEdited, this, [this, name](const QString &text) { store(name, text); });
        connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
            edit->setModified(false);
            showCurrent();
        });
    }
}

void FurtherMetrics::store(const QString &name, const QString &text)
{
    const ReviewedMoment *moment = m_document.current();
    // The kind is the one it came with: on the way to "8.5" there is "8.", which is no number.
    const RawMember *metric = moment ? findMember(moment->original.scorecard.further, name) : nullptr;
    if (metric)
        m_document.apply({FurtherMetricEdit{moment->id, name, typedValue(text, metric->value)}},
                         u"metric-"_s + name + moment->id.value);
}

} // namespace Viral
