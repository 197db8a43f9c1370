// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Viral {

/// A wrapped line of plain text in the colour of its weight, in every theme.
class NoticeLabel final : public QLabel
{
    Q_OBJECT

public:
    enum class Kind
    {
        Caution, ///< it can be done, but should be thought about
        Trouble, ///< it cannot be done like this
    };
    explicit NoticeLabel(Kind kind, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    Kind m_kind;
    bool m_isDressing = false;
};

} // namespace Viral
