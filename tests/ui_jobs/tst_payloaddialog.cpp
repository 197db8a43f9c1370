// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/payloaddialog.h"

#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/jobs/optionsform.h"
#include "ui/jobs/quotedialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// Everything in a request before it is sent.
class PayloadDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void chunksByNumber_data();
    void chunksByNumber();
    void whatIsChosenIsPlanned();
    void aWrongFieldIsNamed();
    void onlyAStretch();
    void someChunksAgain();
    void whatCannotBeChosenDoesNotCount();
    void thePreviewIsThePayload();
    void theKeyIsNotShown();
    void aModelFromTheQuote();

private:
    void make(const QList<RunStretch> &stretches = {});
    QLineEdit *field(const QString &name) const;
    QPushButton *ok() const { return m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok); }

    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<PayloadDialog> m_dialog;
};

VIRAL_TEST(PayloadDialogTest)

void PayloadDialogTest::init()
{
    m_bench = std::make_unique<DeskBench>([](int, const ReceivedRequest &request) { return goodReply(request); });
    QVERIFY(m_bench->waitForLibrary());
}

void PayloadDialogTest::cleanup()
{
    m_dialog.reset();
    m_bench.reset();
}

void PayloadDialogTest::make(const QList<RunStretch> &stretches)
{
    m_dialog = std::make_unique<PayloadDialog>(m_bench->desk(), PayloadDialog::Subject{m_bench->plan(4), stretches, 4});
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

QLineEdit *PayloadDialogTest::field(const QString &name) const
{
    for (QLineEdit *field : m_dialog->findChildren<QLineEdit *>()) {
        if (field->accessibleName() == name)
            return field;
    }
    return nullptr;
}

void PayloadDialogTest::chunksByNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QSet<int>>("chunks");
    QTest::newRow("one") << u"3"_s << QSet<int>{2};
    QTest::newRow("several") << u" 1, 4-6 ,9"_s << QSet<int>{0, 3, 4, 5, 8};
    QTest::newRow("all") << u"1-9"_s << QSet<int>{0, 1, 2, 3, 4, 5, 6, 7, 8};
    QTest::newRow("none") << QString() << QSet<int>{};
    QTest::newRow("from nought") << u"0"_s << QSet<int>{};
    QTest::newRow("beyond") << u"10"_s << QSet<int>{};
    QTest::newRow("backwards") << u"5-3"_s << QSet<int>{};
    QTest::newRow("words") << u"two"_s << QSet<int>{};
    QTest::newRow("two dashes") << u"1-2-3"_s << QSet<int>{};
    QTest::newRow("huge") << u"1-999999999999"_s << QSet<int>{};
}

void PayloadDialogTest::chunksByNumber()
{
    QFETCH(QString, text);
    QFETCH(QSet<int>, chunks);
    const Result<QSet<int>> read = chunkNumbers(text, 9);
    QCOMPARE(read.has_value(), !chunks.isEmpty());
    QCOMPARE(read.value_or(QSet<int>()), chunks);
}

void PayloadDialogTest::whatIsChosenIsPlanned()
{
    make();
    field(u"Chunks at once"_s)->setText(u"7"_s);
    field(u"Result webhook"_s)->setText(u"https://example.org/hook"_s);
    m_dialog->findChildren<QCheckBox *>().constFirst()->setChecked(true);
    QVERIFY(ok()->isEnabled());
    QTest::mouseClick(ok(), Qt::LeftButton);
    QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(m_dialog->plan().request.options.maxConcurrency, std::optional(7));
    QCOMPARE(m_dialog->plan().request.webhooks.resultUrl, u"https://example.org/hook"_s);
    QVERIFY(m_dialog->plan().keepGoing);
    QVERIFY(!m_dialog->plan().range);
}

void PayloadDialogTest::aWrongFieldIsNamed()
{
    make();
    for (const auto &[name, wrong, right] :
         {std::tuple{u"Chunks at once"_s, u"0"_s, u"1"_s}, std::tuple{u"Temperature"_s, u"hot"_s, u"0.5"_s},
          std::tuple{u"Chunk length (ms)"_s, u"-5"_s, u"600000"_s},
          std::tuple{u"Overlap of chunks (ms)"_s, u"99999999"_s, u"1000"_s},
          std::tuple{u"Result webhook"_s, u"http://example.org/"_s, u"https://example.org/"_s}}) {
        field(name)->setText(wrong);
        QVERIFY2(!ok()->isEnabled(), qPrintable(name));
        field(name)->setText(right);
        QVERIFY2(ok()->isEnabled(), qPrintable(name));
    }
}

void PayloadDialogTest::onlyAStretch()
{
    const TimeSpan span{Milliseconds{60'000}, Milliseconds{150'000}};
    make({{u"The selection"_s, span}});
    for (QComboBox *box : m_dialog->findChildren<QComboBox *>()) {
        if (box->itemText(0) == u"The whole source"_s)
            box->setCurrentIndex(1);
    }
    QTest::mouseClick(ok(), Qt::LeftButton);
    QCOMPARE(m_dialog->plan().range, std::optional(span));
}

void PayloadDialogTest::someChunksAgain()
{
    make();
    for (QComboBox *box : m_dialog->findChildren<QComboBox *>()) {
        if (box->itemText(0) == u"Only what is missing"_s)
            box->setCurrentIndex(1);
    }
    QVERIFY(!ok()->isEnabled());
    field(u"Chunks to ask again"_s)->setText(u"2-3"_s);
    QVERIFY(ok()->isEnabled());
    QTest::mouseClick(ok(), Qt::LeftButton);
    QCOMPARE(m_dialog->plan().freshChunks, (QSet<int>{1, 2}));
}

void PayloadDialogTest::whatCannotBeChosenDoesNotCount()
{
    make({{u"The selection"_s, TimeSpan{Milliseconds{60'000}, Milliseconds{150'000}}}});
    const auto box = [this](const QString &first) {
        const QList<QComboBox *> boxes = m_dialog->findChildren<QComboBox *>();
        return *std::find_if(boxes.begin(), boxes.end(),
                             [&](const QComboBox *one) { return one->itemText(0) == first; });
    };
    QComboBox *again = box(u"Only what is missing"_s);
    again->setCurrentIndex(1);
    QVERIFY(!ok()->isEnabled());
    // RunPod is not asked chunk by chunk.
    QComboBox *engine = box(u"OpenAI"_s);
    engine->setCurrentIndex(1);
    QVERIFY(!again->isEnabled());
    QVERIFY(ok()->isEnabled());
    engine->setCurrentIndex(0);
    QVERIFY(!ok()->isEnabled());
    // Chunks are numbered over the whole source.
    box(u"The whole source"_s)->setCurrentIndex(1);
    QCOMPARE(again->currentIndex(), 0);
    QVERIFY(ok()->isEnabled());
}

void PayloadDialogTest::thePreviewIsThePayload()
{
    make();
    field(u"Temperature"_s)->setText(u"0.5"_s);
    const QString preview = m_dialog->findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY2(preview.contains(u"\"openai_temperature\": 0.5"_s), qPrintable(preview));
}

void PayloadDialogTest::theKeyIsNotShown()
{
    make();
    const QString key = m_bench->desk().settings().openAiKey.reveal();
    QVERIFY(!key.isEmpty());
    QVERIFY(!m_dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(key));
}

void PayloadDialogTest::aModelFromTheQuote()
{
    QuoteWatch quotes(m_bench->desk());
    quotes.watch(m_bench->plan(3));
    QTRY_VERIFY(quotes.quote());
    QuoteDialog dialog(quotes);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *table = dialog.findChild<QTableView *>();
    QVERIFY(table->model()->rowCount() > 5);
    table->selectRow(1);
    const QString model = table->model()->index(1, QuoteModel::ModelColumn).data().toString();
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(dialog.chosenModel(), model);
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
}

#include "tst_payloaddialog.moc"
