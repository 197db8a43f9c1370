// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/reviewdocument.h"

#include <QWidget>

class QLabel;

namespace Viral {

class ClipReading;
class PostEditor;

/// The posts of the current moment, one editor per platform it targets.
class CopyPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CopyPanel(ReviewDocument &document, QWidget *parent = nullptr);

private:
    void showCurrent();

    ReviewDocument &m_document;
    ClipReading *m_clips = nullptr;
    QList<PostEditor *> m_editors;
    QLabel *m_empty = nullptr;
};

} // namespace Viral
