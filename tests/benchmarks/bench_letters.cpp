// SPDX-License-Identifier: GPL-3.0-or-later
// Letters per second on one core: the PDF writer alone, a whole run of the shipped templates (survey, checks, merge,
// hashes, journal and files), and beside them what Qt alone does: the same text through QTextDocument and QPdfWriter.
//
//   bench_letters [LETTERS] [BASELINE_LETTERS]
#include "models/notices/pdf/sample_documents.h"
#include "models/notices/sample_letters.h"
#include "notices/letter_run.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/pdf/pdf_writer.h"

#include <QAbstractTextDocumentLayout>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QTextStream>

#include <ctime>
#include <functional>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace tocsin::notices;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLettersPerPart = 500;

samples::Addressee addressee(int number)
{
    static const QStringList first{u"Maria"_s, u"Siân"_s, u"Nguyễn"_s, u"Łukasz"_s, u"Theodore"_s, u"محمد"_s, u"王"_s};
    static const QStringList last{u"Castellanos"_s, u"O'Connor"_s, u"Hương"_s, u"Wójcik"_s,
                                  u"Griffith"_s,    u"الأحمد"_s,   u"小明"_s};
    samples::Addressee made;
    const auto which = number % first.size();
    made.name = first[which] + u' ' + last[which];
    made.address[0] = u"%1 Juniper Hollow Road"_s.arg(100 + number);
    made.address[2] = u"Austin, TX %1"_s.arg(78700 + number % 99);
    made.data[1] = u"the dates of %1 laboratory tests"_s.arg(number % 40 + 1);
    return made;
}

struct Figures
{
    int letters = 0;
    double seconds = 0;
    qint64 bytes = 0;
};

/// Of this process's own time, so that what else the machine does stays out of the figures.
double secondsSince(std::clock_t start)
{
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

Figures ours(int letters, const QString &folder)
{
    Figures figures{letters, 0, 0};
    const std::clock_t start = std::clock();
    for (int first = 0; first < letters; first += kLettersPerPart) {
        const QString path = folder + u"/part-%1.pdf"_s.arg(first / kLettersPerPart);
        PdfWriter writer;
        bool good = writer.begin(path, samples::letter().metadata).has_value();
        for (int i = first; i < std::min(first + kLettersPerPart, letters); ++i)
            good = good && writer.addDocument(samples::letter(addressee(i)));
        if (!good || !writer.finish())
            qFatal("a part could not be written");
        figures.bytes += QFileInfo(path).size();
        QFile::remove(path);
    }
    figures.seconds = secondsSince(start);
    return figures;
}

/// What eight overlays and two languages take.
LetterInputs inputs()
{
    LetterInputs made = sample::inputs();
    made.incident.affected = 10'000;
    made.incident.offer = u"You can sign up for 24 months of credit monitoring at no cost."_s;
    made.incident.translated.insert(
        u"es"_s,
        {u"Un archivo de pedidos quedó en una carpeta en línea sin clave. Cualquiera que tuviera su dirección podía "
         "leerlo. No sabemos que alguien lo haya usado mal."_s,
         u"Cerramos la carpeta el mismo día. Ahora ponemos clave a cada archivo con información de salud."_s,
         u"Puede inscribirse gratis en 24 meses de vigilancia de crédito."_s,
         {}});
    return made;
}

/// People of the benchmark, made as they are asked for, so that the source adds nothing to the memory.
class MadeUpPeople final : public RecipientSource
{
public:
    explicit MadeUpPeople(int count) : m_count(count) { }
    tocsin::Result<> rewind() override
    {
        m_at = 0;
        return {};
    }
    tocsin::Result<> rewindTo(const std::vector<quint32> &) override { return rewind(); } // no run here is sorted
    tocsin::Result<bool> next(LetterRecipient &into) override
    {
        if (m_at == m_count)
            return false;
        const samples::Addressee made = addressee(m_at);
        into = sample::recipient();
        into.id = u"R%1"_s.arg(++m_at, 7, 10, QChar(u'0'));
        into.firstName = made.name;
        into.lastName.clear();
        into.address = {made.address[0]};
        static const QStringList states{u"CA"_s, u"MA"_s, u"NY"_s, u"MD"_s, u"NC"_s, u"RI"_s, u"OR"_s, u"CO"_s};
        into.state = states[m_at % states.size()];
        into.language = m_at % 4 == 0 ? u"es"_s : u"en"_s;
        if (m_at % 5 == 0)
            into.dataElements.append(u"ssn"_s);
        return true;
    }

private:
    int m_count;
    int m_at = 0;
};

Figures wholeRun(int letters, const QString &folder)
{
    MadeUpPeople people(letters);
    LetterRunOptions options;
    options.folder = folder + u"/run"_s;
    options.partSize = kLettersPerPart;
    const tocsin::FixedClock clock(tocsin::Instant::parse(u"2026-03-20T09:00:00-05:00"_s).value());
    const tocsin::Progress progress;
    const std::clock_t start = std::clock();
    const auto made = runLetters(inputs(), std::nullopt, people, options, clock, progress);
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    Figures figures{letters, secondsSince(start), 0};
    for (const LetterRunPart &part : made->parts)
        figures.bytes += part.bytes;
    return figures;
}

/// The same letters of the shipped template as Qt alone would make them.
Document templateLetter(const LetterComposer &composer, int number)
{
    LetterRecipient recipient = sample::recipient();
    recipient.firstName = addressee(number).name;
    recipient.lastName.clear();
    return composer.compose(recipient).value().document;
}

/// The same words without looks, as HTML for QTextDocument.
QString html(const Document &document)
{
    QString out;
    const auto add = [&](const Runs &runs, const QString &tag) {
        out += u'<' + tag + u'>' + textOf(runs).toHtmlEscaped() + u"</" + tag + u'>';
    };
    for (const Block &block : document.blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            add(paragraph->runs, u"p"_s);
        if (const auto *heading = std::get_if<Heading>(&block))
            add(heading->runs, u"h3"_s);
        if (const auto *address = std::get_if<AddressBlock>(&block))
            add(plain(address->lines.join(u", "_s)), u"p"_s);
        if (const auto *list = std::get_if<List>(&block)) {
            out += u"<ol>"_s;
            for (const ListItem &item : list->items)
                add(item.runs, u"li"_s);
            out += u"</ol>"_s;
        }
        if (const auto *table = std::get_if<Table>(&block)) {
            out += u"<table>"_s;
            for (const TableRow &row : table->rows) {
                out += u"<tr>"_s;
                for (const Runs &cell : row)
                    add(cell, u"td"_s);
                out += u"</tr>"_s;
            }
            out += u"</table>"_s;
        }
    }
    return out;
}

Figures baseline(int letters, const QString &folder, const std::function<Document(int)> &letterOf)
{
    Figures figures{letters, 0, 0};
    const QString path = folder + u"/baseline.pdf"_s;
    const std::clock_t start = std::clock();
    {
        QPdfWriter writer(path);
        writer.setPageSize(QPageSize(QPageSize::Letter));
        writer.setResolution(300);
        writer.setPageMargins(QMarginsF(25, 25, 25, 25));
        QPainter painter(&writer);
        for (int i = 0; i < letters; ++i) {
            QTextDocument document;
            document.documentLayout()->setPaintDevice(&writer);
            QFont font(u"Liberation Serif"_s);
            font.setPointSizeF(11);
            document.setDefaultFont(font);
            document.setHtml(html(letterOf(i)));
            document.setPageSize(QSizeF(writer.width(), writer.height()));
            for (int page = 0; page < document.pageCount(); ++page) {
                if (i > 0 || page > 0)
                    writer.newPage();
                painter.save();
                painter.translate(0, -page * writer.height());
                document.drawContents(&painter, QRectF(0, page * writer.height(), writer.width(), writer.height()));
                painter.restore();
            }
        }
    }
    figures.seconds = secondsSince(start);
    figures.bytes = QFileInfo(path).size();
    return figures;
}

QString row(const QString &name, const Figures &figures)
{
    return u"%1 %2 letters in %3 s of one core: %4 letters/s, %5 bytes/letter\n"_s.arg(name, -34)
        .arg(figures.letters)
        .arg(figures.seconds, 0, 'f', 2)
        .arg(figures.letters / figures.seconds, 0, 'f', 0)
        .arg(figures.bytes / std::max(figures.letters, 1));
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    if (!loadLetterFonts())
        qFatal("no fonts");
    const QStringList arguments = application.arguments();
    const int letters = arguments.value(1, u"25000"_s).toInt();
    const int baselineLetters = arguments.value(2, u"300"_s).toInt();
    QTemporaryDir folder;
    QTextStream out(stdout);

    const auto compare = [&](const QString &name, const Figures &own, const std::function<Document(int)> &letterOf) {
        out << row(name, own);
#ifdef Q_OS_LINUX
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        out << u"  peak memory so far: %1 MB\n"_s.arg(usage.ru_maxrss / 1024);
#endif
        const Figures qt = baseline(baselineLetters, folder.path(), letterOf);
        out << row(u"QTextDocument to QPdfWriter"_s, qt);
        out << u"  times as fast: %1\n"_s.arg((own.letters / own.seconds) / (qt.letters / qt.seconds), 0, 'f', 1);
    };
    compare(u"A run, eight overlays, two languages"_s, wholeRun(letters, folder.path()), [&](int number) {
        static const LetterComposer composer(sample::inputs());
        return templateLetter(composer, number);
    });
    compare(u"Writer alone (tagged, subset fonts)"_s, ours(letters, folder.path()),
            [](int number) { return samples::letter(addressee(number)); });
    return 0;
}
