// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace Viral {

class MessageModel;

/// How many problems there were, with the worst one's mark; a press opens their list. Hidden while there is none.
class MessageButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit MessageButton(const MessageModel &messages, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCount();

    const MessageModel &m_messages;
};

} // namespace Viral
