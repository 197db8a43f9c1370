// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace ViralTest {

/// An element with everything in it.
struct XmlElement
{
    QString name = {};
    QHash<QString, QString> attributes = {};
    /// Its own characters, those of its children apart.
    QString text = {};
    QList<XmlElement> children = {};

    /// The first child called so; an empty element when there is none.
    XmlElement child(const QString &childName) const;
    /// The element reached by "a/b/c".
    XmlElement at(const QString &path) const;
    QList<XmlElement> childrenCalled(const QString &childName) const;
    /// This element and all below it that are called so, in the order of the file.
    QList<XmlElement> all(const QString &elementName) const;
};

/// Nothing when \a bytes are not well formed.
std::optional<XmlElement> xmlTree(const QByteArray &bytes);

} // namespace ViralTest
