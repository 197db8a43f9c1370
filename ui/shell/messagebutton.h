// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace Viral {

class MessageModel;

/// How many problems there were; opens the messages of this window, newest first. Hidden while there is none.
class MessageButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit MessageButton(const MessageModel &messages, QWidget *parent = nullptr);

private:
    void showCount();
    void fill();

    const MessageModel &m_messages;
};

} // namespace Viral
