// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exporters/xmltree.h"

#include <QXmlStreamReader>

namespace ViralTest {

namespace {

void collect(const XmlElement &element, const QString &name, QList<XmlElement> &found)
{
    if (element.name == name)
        found.append(element);
    for (const XmlElement &child : element.children)
        collect(child, name, found);
}

XmlElement readElement(QXmlStreamReader &xml)
{
    XmlElement element{.name = xml.name().toString()};
    for (const QXmlStreamAttribute &attribute : xml.attributes())
        element.attributes.insert(attribute.name().toString(), attribute.value().toString());
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement)
            element.children.append(readElement(xml));
        else if (token == QXmlStreamReader::Characters)
            element.text += xml.text();
        else if (token == QXmlStreamReader::EndElement)
            break;
    }
    return element;
}

} // namespace

XmlElement XmlElement::child(const QString &childName) const
{
    for (const XmlElement &element : children) {
        if (element.name == childName)
            return element;
    }
    return {};
}

XmlElement XmlElement::at(const QString &path) const
{
    XmlElement element = *this;
    for (const QString &step : path.split(u'/'))
        element = element.child(step);
    return element;
}

QList<XmlElement> XmlElement::childrenCalled(const QString &childName) const
{
    QList<XmlElement> found;
    for (const XmlElement &element : children) {
        if (element.name == childName)
            found.append(element);
    }
    return found;
}

QList<XmlElement> XmlElement::all(const QString &elementName) const
{
    QList<XmlElement> found;
    collect(*this, elementName, found);
    return found;
}

std::optional<XmlElement> xmlTree(const QByteArray &bytes)
{
    QXmlStreamReader xml(bytes);
    XmlElement root;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement)
            root = readElement(xml);
    }
    return xml.hasError() ? std::nullopt : std::optional(root);
}

} // namespace ViralTest
