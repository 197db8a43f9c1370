// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/documentchange.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>

class QWidget;

namespace Viral {

class ReviewDocument;

/// Says to screen readers what happens away from where the keys are: steps that are taken and taken back, another
/// moment that is chosen where no list shows it, messages. Silent where the control with the keys tells it itself.
class Announcer final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. \a isListed is true for a moment that a list in sight tells itself when it becomes current.
    Announcer(QWidget &window, const ReviewDocument &document, std::function<bool(const MomentId &)> isListed);
    ~Announcer() override;

    /// Says \a text after what the key itself makes the reader say, which would cut it short.
    void say(const QString &text);

Q_SIGNALS:
    /// Screen readers got \a text just now.
    void said(const QString &text);

private:
    void follow(const DocumentChange &change);
    void followHistory();
    void forgetSteps();
    void speak();

    QWidget &m_window;
    const ReviewDocument &m_document;
    std::function<bool(const MomentId &)> m_isListed;
    QWidget *m_note;
    QTimer m_soon;
    QStringList m_waiting;
    /// Steps in force, and the number of the last of them, when it was last told.
    qsizetype m_position = 0;
    qint64 m_lastStep = 0;
};

} // namespace Viral
