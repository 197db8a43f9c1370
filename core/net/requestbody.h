// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace Viral {

/// A request's body that can be read once. Qt repeats a request up to three times by itself when the line dies before
/// the answer, even a POST that the server is working on and will bill; from a body that cannot be rewound it cannot,
/// and the decision stays with the retry policy.
class RequestBody final : public QIODevice
{
public:
    explicit RequestBody(QByteArray bytes, QObject *parent = nullptr);

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 position) override;
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
};

} // namespace Viral
