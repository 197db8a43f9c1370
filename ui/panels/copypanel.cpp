// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/copypanel.h"

#include "ui/panels/clipreading.h"
#include "ui/panels/emptywords.h"
#include "ui/panels/posteditor.h"
#include "ui/panels/whenshown.h"
#include "ui/style/metrics.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

CopyPanel::CopyPanel(ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_clips(new ClipReading(document, this))
    , m_empty(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(normalGap, largeGap, normalGap, normalGap);
    layout->setSpacing(largeGap);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_empty);
    for (const Platform platform : allPlatforms) {
        auto *editor = new PostEditor(platform);
        m_editors.append(editor);
        layout->addWidget(editor);
        connect(editor, &PostEditor::edited, this, [this, platform](const QString &text) {
            const MomentId id = m_document.currentMoment();
            // An emptied post is still a post: only a null text would take the platform away.
            m_document.apply({PostEdit{id, platform, text.isNull() ? u""_s : text}},
                             u"post-"_s + QString(platformKey(platform)) + id.value);
        });
    }
    layout->addStretch();
    auto *shown = new WhenShown([this] { showCurrent(); }, *this, this);
    connect(&document, &ReviewDocument::changed, shown, &WhenShown::ask);
    showCurrent();
}

void CopyPanel::showCurrent()
{
    const ReviewedMoment *moment = m_document.current();
    const SaidFacts *facts = moment && m_clips->hasTranscript() ? &m_clips->facts(moment->current.span) : nullptr;
    for (PostEditor *editor : std::as_const(m_editors)) {
        const Post *post = moment ? moment->current.post(editor->platform()) : nullptr;
        editor->setVisible(post);
        editor->setText(post ? post->text : QString());
        editor->setFacts(post ? facts : nullptr);
    }
    m_empty->setText(moment ? tr("This moment has no posts.")
                            : noMomentText(m_document, tr("Choose a moment to see its posts.")));
    m_empty->setVisible(!moment || moment->current.socialCopy.isEmpty());
}

} // namespace Viral
