// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/contract/requestrules.h"
#include "core/run/environment.h"

#include <QHash>
#include <QWidget>

class QLineEdit;

namespace Viral {

/// The options of a request and its webhooks as a form: an empty field leaves the default, which it shows.
class OptionsForm final : public QWidget
{
    Q_OBJECT

public:
    /// \a defaults is what holds for fields that stay empty.
    explicit OptionsForm(const EngineSettings &defaults, QWidget *parent = nullptr);

    void setOptions(const RequestOptions &options);
    /// Fails with the first field that cannot be used, by its name.
    Result<RequestOptions> options() const;

    void setWebhooks(const WebhookEndpoints &webhooks);
    WebhookEndpoints webhooks() const;

Q_SIGNALS:
    void changed();

private:
    QLineEdit *addField(const QString &name, const QString &placeholder);

    QHash<QLatin1StringView, QLineEdit *> m_fields;
    QLineEdit *m_resultUrl = nullptr;
    QLineEdit *m_progressUrl = nullptr;
};

/// An option's name for people: "Chunk length (ms)".
QString optionLabel(const OptionRule &rule);

} // namespace Viral
