#include "main_cli_book.h"

#include "app/app.h"
#include "app/command_json.h"
#include "app/query_json.h"
#include "app/typesetter.h"
#include "documents/einvoice_issued.h"
#include "main_cli_session.h"
#include "platform/native/assets.h"
#include "store/verify.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace cli {

namespace {

int write_file(const std::string& path, base::ByteView bytes) {
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) return usage("the file can't be written");
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    const bool closed = std::fclose(file) == 0;
    return written && closed ? exit_done : exit_refused;
}

// The page of an issued invoice or, by its id, of a draft.
base::Result<app::InvoicePage> page_of(app::App& app, const std::string& name) {
    if (const auto id = base::parse_uuid(name)) {
        if (auto issued = app.invoice_page({*id})) return issued;
        return app.draft_page(TRY(app.draft({*id})).draft);
    }
    const app::InvoiceListQuery query{.search = name};
    const std::size_t count = TRY(app.invoices(query)).row_count;
    for (const app::InvoiceRow& row : TRY(app.invoice_rows(query, 0, count)))
        if (row.number == name) return app.invoice_page(row.id);
    return base::fail(base::Code::not_found, "invoice");
}

base::Result<std::string> pdf_of(app::App& app, const std::string& name,
                                 const std::string& folder) {
    platform::FileAssets assets(folder);
    app::Typesetter typesetter(assets);
    const auto document = TRY(app::invoice_document(TRY(page_of(app, name))));
    // Asks for the faces of its text, which step then takes.
    (void)TRY(typesetter.set(document));
    typesetter.step();
    const app::SetDocument set = TRY(typesetter.set(document));
    if (set.faces != app::Faces::complete) return base::fail(base::Code::not_found, "fonts");
    return typesetter.pdf(set);
}

std::optional<documents::EInvoiceSyntax> syntax_of(std::string_view format) {
    if (format.empty() || format == "ubl") return documents::EInvoiceSyntax::ubl;
    if (format == "cii") return documents::EInvoiceSyntax::cii;
    return std::nullopt;
}

// Only what is finalized and stands is an invoice to others.
base::Result<std::string> einvoice_of(app::App& app, const std::string& name,
                                      documents::EInvoiceSyntax syntax) {
    const app::InvoicePage page = TRY(page_of(app, name));
    if (page.stage == app::Stage::draft)
        return base::fail(base::Code::legal_field_missing, "number",
                          "EN 16931 BR-02, BT-1: a draft has no number until it is finalized");
    if (TRY(app.invoice(page.invoice.id)).status == domain::Status::voided)
        return base::fail(base::Code::already_voided, "invoice");
    return documents::einvoice_file(page.invoice, syntax);
}

} // namespace

int new_book(Arguments arguments) {
    const auto options = options_of(arguments);
    if (!options || options->words.size() != 1)
        return usage("folio new BOOK [--today=DATE] [--seed=N]");
    Session session(*options);
    const auto phase = session.open(options->words[0]);
    if (!phase || *phase != store::Book::Phase::empty) {
        session.report(phase ? base::Error{.code = base::Code::already_exists} : phase.error());
        return exit_refused;
    }
    auto made = session.app().book().create();
    if (made) made = session.app().step();
    if (made) made = session.save();
    if (!made) {
        session.report(made.error());
        return exit_refused;
    }
    return exit_done;
}

int execute(Arguments arguments) {
    const auto options = options_of(arguments);
    if (!options || options->words.size() != 2)
        return usage("folio execute BOOK COMMANDS.jsonl [--stop-on-error] [--today=] [--seed=]");
    const auto content = read_file(options->words[1].c_str());
    if (!content) return usage("folio execute: the file of commands can't be read");
    Session session(*options);
    if (!session.open_ready(options->words[0])) return exit_refused;
    int status = exit_done;
    for (std::string_view rest = *content; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (base::trimmed(line).empty()) continue;
        const auto receipt = session.app().execute_json(line);
        if (receipt) {
            std::printf("%s\n", text_of(app::receipt_json(*receipt)).c_str());
            continue;
        }
        session.report(receipt.error());
        status = exit_refused;
        if (options->stops_on_error) break;
    }
    if (const auto saved = session.save(); !saved) {
        session.report(saved.error());
        return exit_refused;
    }
    return status;
}

int query(Arguments arguments) {
    const auto options = options_of(arguments);
    if (!options || options->words.size() < 2 || options->words.size() > 3)
        return usage("folio query BOOK NAME ['{...}'] [--today=DATE]");
    Session session(*options);
    if (!session.open_ready(options->words[0])) return exit_refused;
    const auto answer =
        app::query_json(session.app(), options->words[1],
                        options->words.size() == 3 ? options->words[2] : std::string("{}"));
    if (!answer) {
        session.report(answer.error());
        return exit_refused;
    }
    std::printf("%s\n", text_of(*answer).c_str());
    return exit_done;
}

int verify(Arguments arguments) {
    const auto options = options_of(arguments);
    if (!options || options->words.size() != 1) return usage("folio verify BOOK");
    Session session(*options);
    if (!session.open_ready(options->words[0])) return exit_refused;
    const auto findings = store::verify_book(session.app().book().database());
    if (!findings) {
        session.report(findings.error());
        return exit_refused;
    }
    for (const std::string& finding : *findings)
        std::printf("%s\n", finding.c_str());
    return findings->empty() ? exit_done : exit_refused;
}

// Line by line: a large book does not stand in memory a second time.
int export_json(Session& session, const std::string& path) {
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) return usage("folio export: the file can't be written");
    bool is_written = true;
    const auto done = session.app().export_json([&](std::string_view line) {
        is_written &= std::fwrite(line.data(), 1, line.size(), file) == line.size() &&
                      std::fputc('\n', file) != EOF;
    });
    is_written &= std::fclose(file) == 0;
    if (!done) session.report(done.error());
    if (done && !is_written) return usage("folio export: the file can't be written");
    return done ? exit_done : exit_refused;
}

int export_file(Arguments arguments) {
    constexpr const char* text = "folio export BOOK FILE [--format=sqlite|json|ledger|beancount]";
    const auto options = options_of(arguments);
    if (!options || options->words.size() != 2) return usage(text);
    const auto accounting = app::accounting_format(options->format);
    const bool is_json = options->format == "json";
    const bool is_book = options->format.empty() || options->format == "sqlite";
    if (!accounting && !is_json && !is_book) return usage(text);
    Session session(*options);
    if (!session.open_ready(options->words[0])) return exit_refused;
    if (is_json) return export_json(session, options->words[1]);
    if (!accounting) return write_file(options->words[1], session.app().book().file_bytes());
    const auto file = session.app().accounting(*accounting);
    if (!file) {
        session.report(file.error());
        return exit_refused;
    }
    return write_file(options->words[1], base::as_bytes(*file));
}

int write_pdf(Arguments arguments) {
    const auto options = options_of(arguments);
    if (!options || options->words.size() != 3)
        return usage("folio pdf BOOK INVOICE FILE [--assets=DIR] [--today=DATE]");
    Session session(*options);
    if (!session.open_ready(options->words[0])) return exit_refused;
    const auto file = pdf_of(session.app(), options->words[1], options->assets);
    if (!file) {
        session.report(file.error());
        return exit_refused;
    }
    return write_file(options->words[2], base::as_bytes(*file));
}

int write_einvoice(Arguments arguments) {
    constexpr const char* text = "folio einvoice BOOK INVOICE FILE.xml [--format=ubl|cii]";
    const auto options = options_of(arguments);
    if (!options || options->words.size() != 3) return usage(text);
    const auto syntax = syntax_of(options->format);
    if (!syntax) return usage(text);
    Session session(*options);
    if (!session.open_ready(options->words[0])) return exit_refused;
    const auto file = einvoice_of(session.app(), options->words[1], *syntax);
    if (!file) {
        session.report(file.error());
        return exit_refused;
    }
    return write_file(options->words[2], base::as_bytes(*file));
}

} // namespace cli
