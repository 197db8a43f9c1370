// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingwidgets.h"

#include "ui/style/metrics.h"
#include "ui/style/noticelabel.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

class WheelGuard final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

QLabel *smallLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setFont(sized(label->font(), TextSize::Small));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *troubleLabel()
{
    auto *label = new NoticeLabel(NoticeLabel::Kind::Trouble);
    label->hide();
    return label;
}

void keepWheelOff(QComboBox &box)
{
    box.installEventFilter(new WheelGuard(&box));
}

bool isBeingTyped(const QLineEdit &line)
{
    return line.isModified() && line.hasFocus();
}

} // namespace Viral
