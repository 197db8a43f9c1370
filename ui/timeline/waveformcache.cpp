// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/waveformcache.h"

#include "core/base/files.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QtEndian>

#include <cstring>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr char magic[] = {'V', 'M', 'W', 'F'};
// From 2 on the sound lies at the times of the file, also where it begins later than the picture.
constexpr quint16 version = 2;
constexpr qsizetype hashPlace = 16;
constexpr qsizetype hashLength = 20;
constexpr qsizetype headerLength = hashPlace + hashLength;
constexpr auto mostPeaks = qint64(PeakPyramid::mostPeaks);
constexpr qint64 hashedPart = 256 * 1024;
const QString fileEnding = u".peaks"_s;

static_assert(sizeof(Peak) == 2, "peaks are written as they lie in memory");

QByteArrayView bytesOf(std::span<const Peak> peaks)
{
    return {reinterpret_cast<const char *>(peaks.data()), qsizetype(peaks.size_bytes())};
}

} // namespace

QByteArray waveformBytes(std::span<const Peak> peaks)
{
    const QByteArrayView body = bytesOf(peaks);
    QByteArray bytes(headerLength, Qt::Uninitialized);
    char *header = bytes.data();
    std::memcpy(header, magic, sizeof magic);
    qToLittleEndian<quint16>(version, header + 4);
    qToLittleEndian<quint16>(PeakPyramid::peaksPerSecond, header + 6);
    qToLittleEndian<quint64>(peaks.size(), header + 8);
    const QByteArray hash = QCryptographicHash::hash(body, QCryptographicHash::Sha1);
    std::memcpy(header + hashPlace, hash.constData(), hashLength);
    bytes.append(body);
    return bytes;
}

std::optional<std::vector<Peak>> waveformFromBytes(const QByteArray &bytes)
{
    if (bytes.size() < headerLength || std::memcmp(bytes.constData(), magic, sizeof magic) != 0)
        return {};
    const char *header = bytes.constData();
    const auto count = qFromLittleEndian<quint64>(header + 8);
    if (qFromLittleEndian<quint16>(header + 4) != version ||
        qFromLittleEndian<quint16>(header + 6) != PeakPyramid::peaksPerSecond || count > quint64(mostPeaks) ||
        bytes.size() - headerLength != qsizetype(count * sizeof(Peak)))
        return {};
    const QByteArrayView body = QByteArrayView(bytes).sliced(headerLength);
    if (QCryptographicHash::hash(body, QCryptographicHash::Sha1) != QByteArrayView(header + hashPlace, hashLength))
        return {};
    std::vector<Peak> peaks(std::size_t(count), Peak{});
    if (!peaks.empty())
        std::memcpy(peaks.data(), body.data(), std::size_t(body.size()));
    return peaks;
}

WaveformCache::WaveformCache(QString folder, qint64 mostBytes)
    : m_folder(std::move(folder))
    , m_mostBytes(mostBytes)
{}

QString WaveformCache::keyOf(const QString &mediaPath)
{
    QFile file(mediaPath);
    const QFileInfo facts(mediaPath);
    if (!facts.isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(QByteArray::number(facts.size()) + ' ' + QByteArray::number(facts.lastModified().toMSecsSinceEpoch()));
    hash.addData(file.read(hashedPart));
    if (facts.size() > hashedPart && file.seek(std::max(hashedPart, facts.size() - hashedPart)))
        hash.addData(file.read(hashedPart));
    return QString::fromLatin1(hash.result().toHex());
}

QString WaveformCache::pathOf(const QString &key) const
{
    return m_folder + u'/' + key + fileEnding;
}

std::optional<std::vector<Peak>> WaveformCache::load(const QString &key) const
{
    if (!isOn() || key.isEmpty())
        return {};
    const Result<QByteArray> bytes = readFile(pathOf(key), headerLength + mostPeaks * qint64(sizeof(Peak)));
    return bytes ? waveformFromBytes(*bytes) : std::nullopt;
}

void WaveformCache::save(const QString &key, std::span<const Peak> peaks) const
{
    if (!isOn() || key.isEmpty() || !QDir().mkpath(m_folder))
        return;
    if (writeFile(pathOf(key), waveformBytes(peaks)))
        removeOldest();
}

void WaveformCache::removeOldest() const
{
    const QFileInfoList newestFirst =
        QDir(m_folder).entryInfoList({u'*' + fileEnding}, QDir::Files | QDir::NoSymLinks, QDir::Time);
    qint64 bytes = 0;
    for (const QFileInfo &file : newestFirst) {
        bytes += file.size();
        if (bytes > m_mostBytes)
            QFile::remove(file.filePath());
    }
}

} // namespace Viral
