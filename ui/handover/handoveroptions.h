// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverformat.h"
#include "ui/handover/handoverpreview.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace Viral {

/// Most pictures of a handle or a gap that can be asked for here.
inline constexpr int mostPictures = 10'000;

/// The options of a hand-over; only those that the chosen format heeds are there.
class HandOverOptions final : public QWidget
{
    Q_OBJECT

public:
    explicit HandOverOptions(QWidget *parent = nullptr);

    void setChoice(const HandOverChoice &choice);
    /// Everything but the format, which is the one given last.
    HandOverChoice choice() const;
    void setFormat(const QString &format);
    /// What the media says: it stands in the field until the editor writes another rate. Unknown for none.
    void setMediaRate(const FrameRate &rate);
    /// Where the media is here, as the example of a place elsewhere.
    void setMediaPath(const QString &path);
    /// To where the rate is written.
    void beginRate();

Q_SIGNALS:
    void changed();

private:
    void showHeeded();

    QFormLayout *m_form = nullptr;
    QComboBox *m_which = nullptr;
    QComboBox *m_shape = nullptr;
    QSpinBox *m_handles = nullptr;
    QSpinBox *m_gap = nullptr;
    QComboBox *m_rate = nullptr;
    QLineEdit *m_elsewhere = nullptr;
    QComboBox *m_cutStyle = nullptr;
    QString m_format;
    FrameRate m_mediaRate;
};

} // namespace Viral
