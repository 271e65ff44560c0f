// How answers of queries are written as JSON: the fields of each, in the order they are written.
//
// For app/query_json alone, which adds the parameters; scripts and the page's tests read by these
// names, so a name stays.
#pragma once

#include "app/app.h"
#include "app/command_json.h"
#include "store/shapes.h"

#include <array>
#include <string_view>
#include <vector>

namespace store {

template <>
struct Names<domain::Status> {
    static constexpr std::array<std::string_view, 9> names{
        "voided",   "draft",    "overdue", "partially_paid", "open", "written_off",
        "refunded", "credited", "paid"};
};
template <>
struct Names<app::AccountLineKind> {
    static constexpr std::array<std::string_view, 10> names{
        "invoice",       "invoice_voided", "invoice_reverted", "payment",     "payment_voided",
        "paid_by_other", "paid_for_other", "cash_rounding",    "written_off", "write_off_reversed"};
};
template <>
struct Names<app::HitKind> {
    static constexpr std::array<std::string_view, 5> names{"client", "contact", "service",
                                                           "product", "invoice"};
};
template <>
struct Names<app::InvoiceFilter> {
    static constexpr std::array<std::string_view, 6> names{"all",     "drafts", "open",
                                                           "overdue", "paid",   "other"};
};
template <>
struct Names<app::PaymentFilter> {
    static constexpr std::array<std::string_view, 3> names{"all", "with_credit", "voided"};
};

template <>
struct Form<base::Error> {
    static constexpr bool is_own = true;
    static Json write(const base::Error& error, const Scope&) {
        return app::error_json(error)["error"];
    }
};

template <>
struct Shape<app::Owed> {
    static void fields(auto& visit, auto& r) {
        visit("total", r.total);
        visit("invoice_count", r.invoice_count);
        visit("buckets", std::vector(r.buckets.begin(), r.buckets.end()));
        visit("overdue", r.overdue);
        visit("overdue_count", r.overdue_count);
        visit("credit", r.credit);
    }
};
template <>
struct Shape<app::OldestOverdue> {
    static void fields(auto& visit, auto& r) {
        visit("invoice", r.invoice);
        visit("number", r.number);
        visit("client_name", r.client_name);
        visit("days_late", r.days_late);
    }
};
template <>
struct Shape<app::DraftToFinish> {
    static void fields(auto& visit, auto& r) {
        visit("invoice", r.invoice);
        visit("client_name", r.client_name);
        visit("total", r.total);
    }
};
template <>
struct Shape<app::TakenByMethod> {
    static void fields(auto& visit, auto& r) {
        visit("method", r.method);
        visit("name", r.name);
        visit("total", r.total);
    }
};
template <>
struct Shape<app::TakenPayment> {
    static void fields(auto& visit, auto& r) {
        visit("payment", r.payment);
        visit("payer_name", r.payer_name);
        visit("first_number", r.first_number);
        visit("invoice_count", r.invoice_count);
        visit("amount", r.amount);
    }
};
template <>
struct Shape<app::TodayView> {
    static void fields(auto& visit, auto& r) {
        visit("date", r.date);
        visit("owed", r.owed);
        visit("oldest_overdue", r.oldest_overdue);
        visit("draft_count", r.draft_count);
        visit("drafts", r.drafts);
        visit("draft_totals", r.draft_totals);
        visit("taken", r.taken);
        visit("taken_by_method", r.taken_by_method);
        visit("payments", r.payments);
    }
};
template <>
struct Shape<app::ClientRow> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("name", r.name);
        visit("latin_name", r.latin_name);
        visit("email", r.email);
        visit("phone", r.phone);
        visit("owed", r.owed);
        visit("overdue", r.overdue);
        visit("credit", r.credit);
        visit("has_other_currencies", r.has_other_currencies);
    }
};
template <>
struct Shape<app::ClientList> {
    static void fields(auto& visit, auto& r) {
        visit("in_use_count", r.in_use_count);
        visit("archived_count", r.archived_count);
        visit("found_count", r.found_count);
        visit("rows", r.rows);
    }
};
template <>
struct Shape<app::AccountFigures> {
    static void fields(auto& visit, auto& r) {
        visit("owed", r.owed);
        visit("overdue", r.overdue);
        visit("credit", r.credit);
    }
};
template <>
struct Shape<app::AccountLine> {
    static void fields(auto& visit, auto& r) {
        visit("kind", r.kind);
        visit("date", r.date);
        visit("record", r.record);
        visit("number", r.number);
        visit("detail", r.detail);
        visit("line_count", r.line_count);
        visit("due_date", r.due_date);
        visit("status", r.status);
        visit("amount", r.amount);
        visit("still_owed", r.still_owed);
        visit("balance", r.balance);
    }
};
template <>
struct Shape<app::PaymentRow> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("date", r.date);
        visit("method_name", r.method_name);
        visit("reference", r.reference);
        visit("amount", r.amount);
        visit("left", r.left);
        visit("is_voided", r.is_voided);
    }
};
void account_fields(auto& visit, auto& account) {
    visit("figures", account.figures);
    visit("invoice_count", account.invoice_count);
    visit("draft_count", account.draft_count);
    visit("account", account.lines);
    visit("payments", account.payments);
}
template <>
struct Shape<app::ContactProfile> {
    static void fields(auto& visit, auto& r) {
        visit("contact", r.contact);
        visit("clients", r.clients);
        account_fields(visit, r.account);
    }
};
template <>
struct Shape<app::LinkedClient> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("name", r.name);
        visit("is_invoiced", r.is_invoiced);
    }
};
template <>
struct Shape<app::ClientProfile> {
    static void fields(auto& visit, auto& r) {
        visit("client", r.client);
        visit("contacts", r.contacts);
        visit("terms", r.terms);
        account_fields(visit, r.account);
    }
};
template <>
struct Shape<app::InvoiceListSummary> {
    static void fields(auto& visit, auto& r) {
        for (std::size_t i = 0; i < r.counts.size(); ++i)
            visit(Names<app::InvoiceFilter>::names[i], r.counts[i]);
        visit("row_count", r.row_count);
        visit("total", r.total);
        visit("settled", r.settled);
        visit("balance", r.balance);
        visit("others", r.others);
    }
};
template <>
struct Shape<app::InvoiceRow> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("number", r.number);
        visit("client_name", r.client_name);
        visit("client_latin_name", r.client_latin_name);
        visit("issue_date", r.issue_date);
        visit("due_date", r.due_date);
        visit("edited", r.edited);
        visit("status", r.status);
        visit("total", r.total);
        visit("balance", r.balance);
        visit("left_way", r.left_way);
    }
};
template <>
struct Shape<app::InvoiceMoney> {
    static void fields(auto& visit, auto& r) {
        visit("allocation", r.allocation);
        visit("payment", r.payment);
        visit("date", r.date);
        visit("method_name", r.method_name);
        visit("payer_name", r.payer_name);
        visit("amount", r.amount);
        visit("cash_rounding", r.cash_rounding);
        visit("released_on", r.released_on);
    }
};
template <>
struct Shape<app::InvoiceWriteOff> {
    static void fields(auto& visit, auto& r) {
        visit("write_off", r.write_off);
        visit("date", r.date);
        visit("reason", r.reason);
        visit("amount", r.amount);
    }
};
template <>
struct Shape<app::HistoryEntry> {
    static void fields(auto& visit, auto& r) {
        visit("at", r.at);
        visit("author", r.author);
        visit("command", r.command);
    }
};
template <>
struct Shape<app::InvoiceView> {
    static void fields(auto& visit, auto& r) {
        visit("sender", r.document.invoice.sender);
        visit("appearance", r.document.appearance);
        visit("invoice", r.document.invoice);
        visit("status", r.status);
        visit("balance", r.balance);
        visit("settled", r.settled);
        visit("money", r.money);
        visit("write_offs", r.write_offs);
        visit("history", r.history);
        visit("void_reasons", r.void_reasons);
        visit("revert_reasons", r.revert_reasons);
        visit("void_reason", r.void_reason);
        visit("credit_available", r.credit_available);
        visit("has_left", r.has_left);
    }
};
template <>
struct Shape<app::DraftView> {
    static void fields(auto& visit, auto& r) {
        visit("draft", r.draft);
        visit("saved_at", r.saved_at);
        visit("issue_date", r.issue_date);
        visit("due_date", r.due_date);
        visit("client_name", r.client_name);
        visit("recipient_name", r.recipient_name);
        visit("recipient_email", r.recipient_email);
        visit("totals", r.totals);
        visit("totals_error", r.totals_error);
        visit("expected_number", r.expected_number);
        visit("finalize_reasons", r.finalize_reasons);
        visit("credit_available", r.credit_available);
    }
};
template <>
struct Shape<app::PaymentListRow> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("date", r.date);
        visit("payer", r.payer);
        visit("payer_name", r.payer_name);
        visit("payer_latin_name", r.payer_latin_name);
        visit("method_name", r.method_name);
        visit("reference", r.reference);
        visit("amount", r.amount);
        visit("left", r.left);
        visit("is_voided", r.is_voided);
    }
};
template <>
struct Shape<app::PaymentList> {
    static void fields(auto& visit, auto& r) {
        for (std::size_t i = 0; i < r.counts.size(); ++i)
            visit(Names<app::PaymentFilter>::names[i], r.counts[i]);
        visit("found_count", r.found_count);
        visit("taken", r.taken);
        visit("left", r.left);
        visit("rows", r.rows);
    }
};
template <>
struct Shape<app::PaymentPart> {
    static void fields(auto& visit, auto& r) {
        visit("allocation", r.allocation);
        visit("invoice", r.invoice);
        visit("number", r.number);
        visit("date", r.date);
        visit("amount", r.amount);
        visit("released_on", r.released_on);
    }
};
template <>
struct Shape<app::PaymentView> {
    static void fields(auto& visit, auto& r) {
        visit("payment", r.payment);
        visit("payer_name", r.payer_name);
        visit("method_name", r.method_name);
        visit("parts", r.parts);
        visit("left", r.left);
        visit("voided", r.voided);
        visit("void_reasons", r.void_reasons);
    }
};
template <>
struct Shape<domain::OpenInvoice> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("account", r.account);
        visit("issue_date", r.issue_date);
        visit("due_date", r.due_date);
        visit("number", r.number);
        visit("balance", r.balance);
    }
};
template <>
struct Shape<app::PaymentEntry> {
    static void fields(auto& visit, auto& r) {
        visit("payer", r.payer);
        visit("payer_name", r.payer_name);
        visit("owed", r.owed);
        visit("credit", r.credit);
        visit("open_invoices", r.open_invoices);
        visit("methods", r.methods);
        visit("auto_allocation", r.auto_allocation);
    }
};
template <>
struct Shape<app::SeriesView> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.series.id);
        visit("document", r.series.kind);
        visit("device", r.series.device);
        visit("letter", r.series.letter);
        visit("pattern", r.series.pattern);
        visit("next_counter", r.series.next_counter);
        visit("is_closed", r.series.is_closed);
        visit("is_own", r.is_own);
        visit("next_number", r.next_number);
    }
};
template <>
struct Shape<app::PracticeSettings> {
    static void fields(auto& visit, auto& r) {
        visit("practice", r.practice);
        visit("locations", r.locations);
        visit("practitioners", r.practitioners);
        visit("taxes", r.taxes);
        visit("methods", r.methods);
        visit("services", r.services);
        visit("products", r.products);
        visit("series", r.series);
    }
};
template <>
struct Shape<app::SearchHit> {
    static void fields(auto& visit, auto& r) {
        visit("kind", r.kind);
        visit("id", r.id);
        visit("title", r.title);
        visit("detail", r.detail);
    }
};
template <>
struct Shape<app::AuditEntry> {
    static void fields(auto& visit, auto& r) {
        visit("key", r.key.dot);
        visit("at", r.at);
        visit("author", r.author);
        visit("device", r.device);
        visit("sequence", r.sequence);
        visit("command_id", r.command_id);
        visit("command", r.command);
        visit("body", r.body);
    }
};

} // namespace store
