// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QList>
#include <QStringList>
#include <QXmlStreamReader>

namespace ViralTest {

/// One text of a .ts file.
struct TranslatedText
{
    QString context = {};
    QString source = {};
    /// One, or one for each form of the plural.
    QStringList forms = {};
    bool counts = false;
    bool isFinished = false;
};

/// Every text of a .ts file; empty when it cannot be read whole.
inline QList<TranslatedText> readTranslations(const QString &path)
{
    using namespace Qt::StringLiterals;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<TranslatedText> texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            texts.append({.context = context, .counts = xml.attributes().value("numerus"_L1) == "yes"_L1});
        } else if (xml.name() == "source"_L1) {
            texts.last().source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            texts.last().isFinished = !xml.attributes().hasAttribute("type"_L1);
            if (!texts.last().counts)
                texts.last().forms.append(xml.readElementText());
        } else if (xml.name() == "numerusform"_L1) {
            texts.last().forms.append(xml.readElementText());
        }
    }
    return xml.hasError() ? QList<TranslatedText>() : texts;
}

} // namespace ViralTest
