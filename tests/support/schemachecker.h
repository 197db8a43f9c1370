// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/jsonreader.h"

#include <QStringList>

namespace ViralTest {

/// Judges documents by a JSON Schema (draft 2020-12), as far as ours go. A keyword it does not know is a fault of the
/// schema: it is never passed over in silence.
class SchemaChecker
{
public:
    explicit SchemaChecker(const Viral::JsonValue &schema)
        : m_root(schema)
    {}

    bool accepts(const Viral::JsonValue &document);
    /// Keywords and references it could not make sense of.
    const QStringList &faults() const { return m_faults; }

private:
    bool check(const Viral::JsonValue &schema, const Viral::JsonValue &value);
    bool checkKeyword(const QString &keyword, const Viral::JsonValue &rule, const Viral::JsonValue &schema,
                      const Viral::JsonValue &value);
    bool checkType(const Viral::JsonValue &rule, const Viral::JsonValue &value);
    bool checkAnyOf(const Viral::JsonValue &rule, const Viral::JsonValue &value);
    bool checkMembers(const QString &keyword, const Viral::JsonValue &rule, const Viral::JsonValue &schema,
                      const Viral::JsonValue &value);
    bool checkElements(const QString &keyword, const Viral::JsonValue &rule, const Viral::JsonValue &value);
    bool checkReference(const Viral::JsonValue &rule, const Viral::JsonValue &value);

    Viral::JsonValue m_root;
    QStringList m_faults;
};

} // namespace ViralTest
