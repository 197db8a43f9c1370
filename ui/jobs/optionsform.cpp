// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/optionsform.h"

#include "ui/style/metrics.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

template <typename Value>
QString valueText(const std::optional<Value> &value)
{
    if constexpr (std::is_same_v<Value, QString>)
        return value.value_or(QString());
    else if constexpr (std::is_same_v<Value, Milliseconds>)
        return value ? QString::number(value->count()) : QString();
    else
        return value ? QString::number(*value) : QString();
}

QString valueOf(const RequestOptions &options, const OptionRule &rule)
{
    return std::visit([&](auto member) { return valueText(options.*member); }, rule.member);
}

QString defaultOf(const EngineSettings &settings, const OptionRule &rule)
{
    if (rule.name == "openai_model"_L1)
        return settings.model;
    if (rule.name == "max_concurrency"_L1)
        return QString::number(settings.maxConcurrency);
    if (rule.name == "chunk_duration_ms"_L1)
        return QString::number(defaultChunkDuration.count());
    if (rule.name == "chunk_overlap_ms"_L1)
        return QString::number(defaultChunkOverlap.count());
    if (rule.name == "min_chunk_duration_ms"_L1)
        return QString::number(defaultMinChunkDuration.count());
    if (rule.name == "openai_temperature"_L1)
        return valueText(settings.temperature);
    if (rule.name == "openai_max_output_tokens"_L1)
        return valueText(settings.maxOutputTokens);
    if (rule.name == "request_timeout_seconds"_L1)
        return QString::number(static_cast<double>(settings.requestTimeout.count()) / 1000.0);
    return {};
}

} // namespace

QString optionLabel(const OptionRule &rule)
{
    static const QHash<QLatin1StringView, const char *> names{
        {"chunk_duration_ms"_L1, QT_TRANSLATE_NOOP("Viral::OptionsForm", "Chunk length (ms)")},
        {"chunk_overlap_ms"_L1, QT_TRANSLATE_NOOP("Viral::OptionsForm", "Overlap of chunks (ms)")},
        {"min_chunk_duration_ms"_L1, QT_TRANSLATE_NOOP("Viral::OptionsForm", "Shortest last chunk (ms)")},
        {"max_concurrency"_L1, QT_TRANSLATE_NOOP("Viral::OptionsForm", "Chunks at once")},
        {"openai_model"_L1, QT_TRANSLATE_NOOP("Viral::OptionsForm", "Model")},
        {"openai_temperature"_L1, QT_TRANSLATE_NOOP("Viral::OptionsForm", "Temperature")},
        {"openai_max_output_tokens"_L1, QT_TRANSLATE_NOOP("Viral::OptionsForm", "Longest answer (tokens)")},
        {"request_timeout_seconds"_L1, QT_TRANSLATE_NOOP("Viral::OptionsForm", "Longest silence (s)")},
    };
    const char *name = names.value(rule.name);
    return name ? OptionsForm::tr(name) : QString(rule.name);
}

OptionsForm::OptionsForm(const EngineSettings &defaults, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, largeGap, 0, largeGap);
    layout->setVerticalSpacing(normalGap);
    layout->setHorizontalSpacing(largeGap);
    for (const OptionRule &rule : optionRules()) {
        const QString standard = defaultOf(defaults, rule);
        QLineEdit *field = addField(optionLabel(rule), standard.isEmpty() ? tr("the model's own") : standard);
        if (!rule.isText())
            field->setToolTip(tr("%1 to %2").arg(rule.range.lowest).arg(rule.range.highest));
        m_fields.insert(rule.name, field);
    }
    m_resultUrl = addField(tr("Result webhook"), tr("none"));
    m_progressUrl = addField(tr("Progress webhook"), tr("none"));
    for (QLineEdit *field : {m_resultUrl, m_progressUrl})
        field->setToolTip(tr("https://…, or http:// to this machine"));
}

QLineEdit *OptionsForm::addField(const QString &name, const QString &placeholder)
{
    auto *field = new QLineEdit;
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(name);
    static_cast<QFormLayout *>(layout())->addRow(name, field);
    connect(field, &QLineEdit::textChanged, this, &OptionsForm::changed);
    return field;
}

void OptionsForm::setOptions(const RequestOptions &options)
{
    for (const OptionRule &rule : optionRules())
        m_fields.value(rule.name)->setText(valueOf(options, rule));
}

Result<RequestOptions> OptionsForm::options() const
{
    RequestOptions options;
    for (const OptionRule &rule : optionRules()) {
        const QString text = m_fields.value(rule.name)->text().trimmed();
        if (text.isEmpty())
            continue;
        if (const Result<void> set = setOption(options, QString(rule.name), text); !set)
            return failure(ErrorKind::Input, set.error().message, optionLabel(rule));
    }
    return options;
}

void OptionsForm::setWebhooks(const WebhookEndpoints &webhooks)
{
    m_resultUrl->setText(webhooks.resultUrl);
    m_progressUrl->setText(webhooks.progressUrl);
}

WebhookEndpoints OptionsForm::webhooks() const
{
    return {.resultUrl = m_resultUrl->text().trimmed(), .progressUrl = m_progressUrl->text().trimmed()};
}

} // namespace Viral
