// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/testrow.h"

#include "ui/settings/settingwidgets.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

QIcon verdictIcon(ConnectionReport::Verdict verdict, const QPalette &palette)
{
    const Colours &colours = coloursFor(palette);
    switch (verdict) {
    case ConnectionReport::Verdict::Fine:
        return icon(Icon::Keep, colours.good);
    case ConnectionReport::Verdict::Doubtful:
        return icon(Icon::Warning, colours.caution);
    case ConnectionReport::Verdict::Bad:
        return icon(Icon::Error, colours.danger);
    case ConnectionReport::Verdict::Unasked:
        break;
    }
    return icon(Icon::Info, colours.textSecondary);
}

TestRow::TestRow(ConnectedService service, Connections &connections, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_connections(connections)
    , m_test(new QPushButton)
    , m_question(new QPushButton(tr("Ask a question of a few tokens")))
    , m_sign(new QLabel)
    , m_headline(new QLabel)
    , m_advice(smallLabel({}))
{
    const QString id = service == ConnectedService::OpenAi ? u"test.openai"_s : u"test.runpod"_s;
    m_test->setObjectName(id);
    m_test->setAutoDefault(false);
    m_test->setAccessibleDescription(service == ConnectedService::OpenAi ? tr("Tests the connection to OpenAI")
                                                                         : tr("Tests the connection to RunPod"));
    m_question->setObjectName(id + u".question"_s);
    m_question->setAutoDefault(false);
    m_headline->setObjectName(id + u".headline"_s);
    m_headline->setWordWrap(true);
    m_headline->setTextFormat(Qt::PlainText);
    m_sign->setFixedWidth(smallIcon);
    m_advice->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *answer = new QHBoxLayout;
    answer->setSpacing(normalGap);
    answer->addWidget(m_test);
    answer->addWidget(m_sign);
    answer->addWidget(m_headline, 1);
    auto *below = new QHBoxLayout;
    below->addWidget(m_question);
    below->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(smallGap);
    column->addLayout(answer);
    column->addWidget(m_advice);
    column->addLayout(below);

    connect(m_test, &QPushButton::clicked, this, [this] {
        if (m_connections.isTesting(m_service))
            m_connections.cancel(m_service);
        else
            m_connections.test(m_service);
    });
    connect(m_question, &QPushButton::clicked, &m_connections, &Connections::askQuestion);
    connect(&m_connections, &Connections::changed, this, &TestRow::refresh);
    refresh();
}

void TestRow::refresh()
{
    const bool isTesting = m_connections.isTesting(m_service);
    const std::optional<ConnectionReport> &report = m_connections.report(m_service);
    m_test->setText(isTesting ? tr("Cancel") : tr("Test"));
    m_headline->setText(isTesting ? tr("Asking…")
                        : report  ? report->headline
                                  : tr("Not tested. A test costs nothing."));
    m_headline->setForegroundRole(isTesting || !report ? QPalette::PlaceholderText : QPalette::WindowText);
    m_sign->setVisible(report.has_value());
    if (report)
        m_sign->setPixmap(verdictIcon(report->verdict, palette()).pixmap(smallIcon, smallIcon));
    m_advice->setText(report ? report->advice : QString());
    m_advice->setVisible(!m_advice->text().isEmpty());
    m_question->setVisible(report && report->offersQuestion);
}

void TestRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_question)
        refresh();
}

} // namespace Viral
