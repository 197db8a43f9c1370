// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/decoding.h"

#include "tests/support/testregistry.h"

#include <QStringEncoder>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class DecodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void cutCharacterIsReplacedNotLost();
    void mostlyUtf8StaysUtf8();
    void oneHighByteInAsciiIsWestern();
    void latin1MeansWindows1252();
    void cyrillicIsDetected();
};

VIRAL_TEST(DecodingTest)

namespace {

const QString western = u"Ça va? Größe – “naïve” 10 €"_s;

QByteArray encoded(QStringConverter::Encoding encoding, const QString &text,
                   QStringConverter::Flags flags = QStringConverter::Flag::Default)
{
    QStringEncoder encoder(encoding, flags);
    return encoder.encode(text);
}

} // namespace

void DecodingTest::reads_data()
{
    using Encoding = QStringConverter::Encoding;
    constexpr auto marked = QStringConverter::Flag::WriteBom;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("isGuess");
    QTest::newRow("nothing") << QByteArray() << QString() << u"UTF-8"_s << false;
    QTest::newRow("one byte") << QByteArray("a") << u"a"_s << u"UTF-8"_s << false;
    QTest::newRow("ASCII") << QByteArray("plain") << u"plain"_s << u"UTF-8"_s << false;
    QTest::newRow("UTF-8") << western.toUtf8() << western << u"UTF-8"_s << false;
    QTest::newRow("UTF-8 marked") << encoded(Encoding::Utf8, western, marked) << western << u"UTF-8"_s << false;
    QTest::newRow("UTF-16LE marked") << encoded(Encoding::Utf16LE, western, marked) << western << u"UTF-16LE"_s
                                     << false;
    QTest::newRow("UTF-16BE marked") << encoded(Encoding::Utf16BE, western, marked) << western << u"UTF-16BE"_s
                                     << false;
    QTest::newRow("UTF-32LE marked") << encoded(Encoding::Utf32LE, western, marked) << western << u"UTF-32LE"_s
                                     << false;
    QTest::newRow("UTF-32BE marked") << encoded(Encoding::Utf32BE, western, marked) << western << u"UTF-32BE"_s
                                     << false;
    QTest::newRow("UTF-16LE bare") << encoded(Encoding::Utf16LE, western) << western << u"UTF-16LE"_s << true;
    QTest::newRow("UTF-16BE bare") << encoded(Encoding::Utf16BE, western) << western << u"UTF-16BE"_s << true;
    QTest::newRow("only a mark") << QByteArray("\xef\xbb\xbf") << QString() << u"UTF-8"_s << false;
}

void DecodingTest::reads()
{
    QFETCH(const QByteArray, bytes);
    const DecodedText result = decoded(bytes);
    QTEST(result.text, "text");
    QTEST(result.encoding, "encoding");
    QTEST(result.isGuess, "isGuess");
    QCOMPARE(result.replacedCharacters, qsizetype(0));
}

void DecodingTest::cutCharacterIsReplacedNotLost()
{
    const QByteArray whole = u"日本語の字幕はここまでです"_s.toUtf8();
    const DecodedText result = decoded(whole.chopped(1));
    QCOMPARE(result.encoding, u"UTF-8"_s);
    QVERIFY(result.isGuess);
    QVERIFY(result.replacedCharacters >= 1);
    QVERIFY(result.text.startsWith(u"日本語の字幕はここまでで"_s));
    QVERIFY(result.text.endsWith(QChar(QChar::ReplacementCharacter)));
}

void DecodingTest::mostlyUtf8StaysUtf8()
{
    QByteArray bytes = QString(u"größer "_s.repeated(20)).toUtf8();
    bytes.insert(8, '\xff');
    const DecodedText result = decoded(bytes);
    QCOMPARE(result.encoding, u"UTF-8"_s);
    QCOMPARE(result.text.count(u"größer"_s), qsizetype(20));
}

void DecodingTest::oneHighByteInAsciiIsWestern()
{
    QByteArray bytes = QByteArray("The price went up again last year. ").repeated(2000);
    bytes += "It cost \xa3"
             "5.";
    const DecodedText result = decoded(bytes);
    QCOMPARE(result.encoding, u"windows-1252"_s);
    QVERIFY(result.text.endsWith(u"It cost £5."_s));
}

void DecodingTest::latin1MeansWindows1252()
{
    const DecodedText result = decoded("C\x92"
                                       "est d\xe9j\xe0 fini\x85 \x93non\x94, voil\xe0 l\x92\xe9t\xe9 \x80");
    QCOMPARE(result.encoding, u"windows-1252"_s);
    QVERIFY(result.isGuess);
    QCOMPARE(result.text, u"C’est déjà fini… “non”, voilà l’été €"_s);
}

void DecodingTest::cyrillicIsDetected()
{
    const QString text = u"Мы открыли пекарню в марте, и никто не пришёл. Потом сорок дней шёл дождь."_s;
    QStringEncoder encoder("windows-1251");
    QVERIFY(encoder.isValid());
    const QByteArray bytes = encoder.encode(text);
    const DecodedText result = decoded(bytes);
    QCOMPARE(result.encoding.toLower(), u"windows-1251"_s);
    QVERIFY(result.isGuess);
    QCOMPARE(result.text, text);
}

#include "tst_decoding.moc"
