// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace Viral {

/// The texts a prompt is made of, one set per version.
struct PromptTemplates
{
    /// Of the rules: the first line of their file, "Version: 1".
    QString version = {};
    /// The same for every request: what is asked, the rubric, the limits. Comes first so that the service can cache it.
    QString rules = {};
    /// What differs, with {{about}}, {{first}}, {{last}}, {{speakers}} and {{sentences}}.
    QString chunk = {};
    /// The JSON schema of the answer without white space between its parts; its order of keys is the order of writing.
    QByteArray schema = {};

    bool operator==(const PromptTemplates &) const = default;

    /// Reads the three files of resources/prompts. Fails with what is missing: the version, a placeholder, valid JSON.
    static Result<PromptTemplates> fromBytes(const QByteArray &rules, const QByteArray &chunk,
                                             const QByteArray &schema);
    /// The set that is compiled in.
    static PromptTemplates builtIn();
};

/// \a json without the white space outside its strings.
QByteArray withoutWhiteSpace(const QByteArray &json);

} // namespace Viral
