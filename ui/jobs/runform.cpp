// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/runform.h"

#include "core/base/timetext.h"
#include "ui/jobs/joblistmodel.h"
#include "ui/style/metrics.h"
#include "ui/style/noticelabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Letters of a choice that are seen in any case.
constexpr int leastChoice = 24;

/// What of a request is asked again although answers are kept.
enum Again
{
    OnlyMissing,
    SomeChunks,
    Everything,
};

Result<int> chunkNumber(QStringView text, int chunkCount)
{
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    if (isNumber && number >= 1 && number <= chunkCount)
        return number;
    return failure(ErrorKind::Input,
                   RunForm::tr("“%1” is no chunk; there are 1 to %2.").arg(text.trimmed().toString()).arg(chunkCount));
}

} // namespace

Result<QSet<int>> chunkNumbers(const QString &text, int chunkCount)
{
    QSet<int> numbers;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList ends = part.split(u'-');
        if (ends.size() > 2)
            return failure(ErrorKind::Input, RunForm::tr("“%1” is no range of chunks.").arg(part.trimmed()));
        const Result<int> first = chunkNumber(ends.constFirst(), chunkCount);
        const Result<int> last = chunkNumber(ends.constLast(), chunkCount);
        if (!first || !last)
            return tl::unexpected(!first ? first.error() : last.error());
        if (*first > *last)
            return failure(ErrorKind::Input, RunForm::tr("“%1” ends before it begins.").arg(part.trimmed()));
        for (int number = *first; number <= *last; ++number)
            numbers.insert(number - 1);
    }
    if (numbers.isEmpty())
        return failure(ErrorKind::Input, RunForm::tr("Name the chunks to ask again, for example 3, 5-7."));
    return numbers;
}

RunForm::RunForm(const QList<RunStretch> &stretches, int chunkCount, QWidget *parent)
    : QWidget(parent)
    , m_stretches(stretches)
    , m_chunkCount(chunkCount)
    , m_engine(new QComboBox)
    , m_jobId(new QLineEdit)
    , m_stretch(new QComboBox)
    , m_again(new QComboBox)
    , m_chunks(new QLineEdit)
    , m_keepGoing(new QCheckBox(tr("Go on with the others when a chunk fails for good")))
    , m_withKey(new QCheckBox(tr("Send the OpenAI key along in the payload")))
    , m_keyWarning(new NoticeLabel(NoticeLabel::Kind::Caution))
{
    for (const RunKind kind : {RunKind::OpenAi, RunKind::RunPod, RunKind::Offline})
        m_engine->addItem(engineName(kind), static_cast<int>(kind));
    m_jobId->setPlaceholderText(tr("a new one"));
    m_stretch->addItem(tr("The whole source"));
    for (const RunStretch &stretch : stretches) {
        m_stretch->addItem(
            tr("%1 (%2–%3)").arg(stretch.name, clockText(stretch.span.start), clockText(stretch.span.end)));
        m_stretch->setItemData(m_stretch->count() - 1, m_stretch->itemText(m_stretch->count() - 1), Qt::ToolTipRole);
    }
    m_again->addItems({tr("Only what is missing"), tr("These chunks again:"), tr("Everything again")});
    m_chunks->setPlaceholderText(tr("for example 3, 5-7"));
    m_chunks->setAccessibleName(tr("Chunks to ask again"));
    m_keyWarning->setText(tr("RunPod shows the payload to everyone who can see the job, the key too. Better set "
                             "OPENAI_API_KEY on the endpoint."));
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, largeGap, 0, largeGap);
    layout->setVerticalSpacing(normalGap);
    layout->setHorizontalSpacing(largeGap);
    // Names of parts are as long as titles.
    for (QComboBox *box : {m_engine, m_stretch, m_again}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(leastChoice);
    }
    layout->addRow(tr("&Found by"), m_engine);
    layout->addRow(tr("&Job id"), m_jobId);
    layout->addRow(tr("&Part"), m_stretch);
    layout->addRow(tr("&Ask"), m_again);
    layout->addRow(QString(), m_chunks);
    layout->addRow(QString(), m_keepGoing);
    layout->addRow(QString(), m_withKey);
    layout->addRow(QString(), m_keyWarning);
    for (QComboBox *box : {m_engine, m_stretch, m_again})
        connect(box, &QComboBox::currentIndexChanged, this, &RunForm::showEngine);
    // Chosen by hand, the numbers are what is missing.
    connect(m_again, &QComboBox::activated, this, [this] {
        if (m_chunks->isEnabled())
            m_chunks->setFocus();
    });
    for (QCheckBox *box : {m_keepGoing, m_withKey})
        connect(box, &QCheckBox::toggled, this, &RunForm::showEngine);
    for (QLineEdit *field : {m_jobId, m_chunks})
        connect(field, &QLineEdit::textChanged, this, &RunForm::changed);
    showEngine();
}

void RunForm::setPlan(const RunPlan &plan)
{
    m_engine->setCurrentIndex(m_engine->findData(static_cast<int>(plan.engine)));
    m_jobId->setText(plan.request.jobId);
    m_again->setCurrentIndex(plan.fresh ? Everything : plan.freshChunks.isEmpty() ? OnlyMissing : SomeChunks);
    QList<int> chunks(plan.freshChunks.begin(), plan.freshChunks.end());
    std::sort(chunks.begin(), chunks.end());
    QStringList numbers;
    for (const int chunk : std::as_const(chunks))
        numbers.append(QString::number(chunk + 1));
    m_chunks->setText(numbers.join(u", "_s));
    m_keepGoing->setChecked(plan.keepGoing);
    m_withKey->setChecked(plan.key == KeyInPayload::Include);
    for (int i = 0; i < m_stretches.size(); ++i) {
        if (plan.range && m_stretches.at(i).span == *plan.range)
            m_stretch->setCurrentIndex(i + 1);
    }
}

Result<RunPlan> RunForm::applied(RunPlan plan) const
{
    plan.engine = static_cast<RunKind>(m_engine->currentData().toInt());
    plan.request.jobId = m_jobId->text().trimmed();
    const int stretch = m_stretch->currentIndex();
    plan.range = stretch > 0 ? std::optional(m_stretches.at(stretch - 1).span) : std::nullopt;
    // What cannot be chosen for this engine or part does not count.
    const int again = m_again->isEnabled() ? m_again->currentIndex() : OnlyMissing;
    plan.fresh = again == Everything;
    plan.freshChunks.clear();
    if (again == SomeChunks) {
        const Result<QSet<int>> chunks = chunkNumbers(m_chunks->text(), m_chunkCount);
        if (!chunks)
            return tl::unexpected(chunks.error());
        plan.freshChunks = *chunks;
    }
    plan.keepGoing = m_keepGoing->isChecked();
    plan.key =
        plan.engine == RunKind::RunPod && m_withKey->isChecked() ? KeyInPayload::Include : KeyInPayload::LeaveOut;
    return plan;
}

void RunForm::showEngine()
{
    const auto engine = static_cast<RunKind>(m_engine->currentData().toInt());
    const bool isWhole = m_stretch->currentIndex() == 0;
    m_again->setEnabled(engine == RunKind::OpenAi);
    // Chunks are numbered over the whole source.
    static_cast<QStandardItemModel *>(m_again->model())->item(SomeChunks)->setEnabled(isWhole);
    if (!isWhole && m_again->currentIndex() == SomeChunks) {
        m_again->setCurrentIndex(OnlyMissing);
        return;
    }
    m_chunks->setEnabled(engine == RunKind::OpenAi && isWhole && m_again->currentIndex() == SomeChunks);
    m_keepGoing->setEnabled(engine == RunKind::OpenAi);
    m_withKey->setEnabled(engine == RunKind::RunPod);
    m_keyWarning->setVisible(engine == RunKind::RunPod && m_withKey->isChecked());
    Q_EMIT changed();
}

} // namespace Viral
