#include "app/app.h"

#include "app/command_json.h"
#include "app/command_names.h"
#include "app/commands/context.h"
#include "app/payment_facts.h"
#include "app/queries/invoice_list.h"
#include "app/queries/invoice_page.h"
#include "app/queries/payment_list_cache.h"
#include "app/queries/receipt_page.h"
#include "app/restore.h"
#include "app/rights.h"
#include "store/book_json.h"
#include "store/book_row.h"
#include "store/change_log.h"
#include "store/json_codec.h"
#include "store/schema.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

base::Random random_from(platform::Entropy& entropy) {
    std::array<std::uint8_t, 32> bytes{};
    entropy.fill(bytes);
    std::array<std::uint64_t, 4> seed{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        seed[i / 8] = seed[i / 8] << 8 | bytes[i];
    return base::Random(seed);
}

std::string receipt_text(const Receipt& receipt) {
    store::Json json = {{"revision", receipt.revision}, {"number", receipt.number}};
    if (receipt.record != base::Uuid{}) json["record"] = to_text(receipt.record);
    return store::canonical_text(json);
}

base::Result<Receipt> receipt_from(const std::string& text) {
    const store::Json json = TRY(store::parse_json(text));
    Receipt receipt;
    store::ReadErrors errors;
    store::FieldReader visit(json, {}, errors);
    std::int64_t revision = 0;
    visit("revision", revision);
    visit("number", receipt.number);
    if (json.contains("record")) visit("record", receipt.record);
    TRY_VOID(errors.result());
    receipt.revision = static_cast<std::uint64_t>(revision);
    return receipt;
}

store::Book::Work work_of(const Command& command) {
    const bool edits = std::holds_alternative<SaveDraft>(command) ||
                       std::holds_alternative<DeleteDraft>(command) ||
                       std::holds_alternative<Undo>(command);
    return edits ? store::Book::Work::draft : store::Book::Work::binding;
}

} // namespace

App::App(const Ports& ports)
    : ports_(ports),
      book_(
          {.disk = ports.disk, .clock = ports.clock, .entropy = ports.entropy, .keys = ports.keys}),
      ids_(random_from(ports.entropy)), invoice_list_(std::make_unique<InvoiceListCache>()),
      payment_list_(std::make_unique<PaymentListCache>()) {}

App::~App() = default;

base::Result<void> App::step() {
    book_.poll();
    auto done = bring_up_to_date();
    problem_ = done ? std::nullopt : std::optional(done.error());
    return done;
}

base::Result<void> App::bring_up_to_date() {
    if (book_.phase() != BookPhase::ready) {
        is_migrated_ = false;
        known_.reset(); // Nothing of a locked book stays.
        invoice_list_->clear();
        payment_list_->clear();
        return {};
    }
    if (is_migrated_ || book_.role() != platform::DiskRole::owner) return {};
    if (TRY(store::stored_version(book_.database())) != store::schema_version) {
        auto transaction = TRY(book_.begin());
        TRY_VOID(store::migrate(book_.database()));
        TRY(transaction.commit());
    }
    is_migrated_ = true;
    return {};
}

bool App::is_ready() { return book_.phase() == BookPhase::ready && known().practice.has_value(); }

// The practice is asked for several times a frame.
App::Known& App::known() {
    if (known_ && known_->generation == book_.generation() && known_->revision == book_.revision())
        return *known_;
    store::Connection& database = book_.database();
    Known& known =
        known_.emplace(Known{.generation = book_.generation(), .revision = book_.revision()});
    const auto version = store::stored_version(database);
    if (version && *version >= store::schema_version &&
        store::has_practice(database).value_or(false))
        known.practice = load_practice(database);
    return known;
}

base::Instant App::now() const { return ports_.clock.now(); }

base::Uuid App::new_id() { return ids_.next(now()); }

base::Date App::today() { return local_time(now()).date; }

LocalTime App::local_time(base::Instant instant) {
    const bool is_known = is_ready() && known().practice->has_value();
    const std::string_view zone =
        is_known ? std::string_view((*known().practice)->billing.time_zone) : "UTC";
    return local_time_in(ports_.time_zones, zone, instant);
}

base::Result<QueryContext> App::query_context() {
    if (!is_ready()) return base::fail(base::Code::not_set_up);
    const base::Result<store::PracticeRecord>& practice = *known().practice;
    if (!practice) return base::fail(practice.error());
    return QueryContext{.database = book_.database(),
                        .today = today(),
                        .now = now(),
                        .practice = *practice,
                        .revision = book_.revision()};
}

base::Result<Receipt> App::execute(const base::Uuid& id, const Command& command) {
    if (book_.phase() != BookPhase::ready) return base::fail(base::Code::not_set_up);
    if (book_.role() != platform::DiskRole::owner) return base::fail(base::Code::read_only);
    if (!is_migrated_) return base::fail(base::Code::not_set_up);
    const bool has_practice = TRY(store::has_practice(book_.database()));
    if (has_practice) {
        if (const auto earlier = TRY(store::find_receipt(book_.database(), id)))
            return receipt_from(*earlier);
        if (std::holds_alternative<SetUpPractice>(command))
            return base::fail(base::Code::already_set_up);
    } else if (!std::holds_alternative<SetUpPractice>(command)) {
        return base::fail(base::Code::not_set_up);
    }
    TRY_VOID(check_rights(session_, command));
    TRY_VOID(book_.allows(work_of(command)));
    return carry_out(id, command);
}

base::Result<Receipt> App::execute_json(std::string_view text) {
    const auto parsed = TRY(parse_command(text, ids_, now()));
    return execute(parsed.id ? *parsed.id : new_id(), parsed.command);
}

base::Result<Receipt> App::carry_out(const base::Uuid& id, const Command& command) {
    const base::Date day = today();
    auto transaction = TRY(book_.begin());
    const CommandContext context{.database = book_.database(),
                                 .domain = {.now = now(), .today = day, .ids = ids_}};
    Outcome outcome =
        TRY(std::visit([&](const auto& one) { return handle(context, one); }, command));
    Receipt receipt{
        .revision = book_.revision(), .record = outcome.record, .number = outcome.number};
    if (!outcome.operations.empty()) {
        receipt.revision = book_.revision() + 1;
        TRY(store::append_change(book_.database(), {.recorded = context.domain.now,
                                                    .author = session_.person,
                                                    .command_id = id,
                                                    .command = name_of(command),
                                                    .operations = std::move(outcome.operations),
                                                    .receipt = receipt_text(receipt),
                                                    .session = outcome.session,
                                                    .also_about = std::move(outcome.also_about)}));
    }
    receipt.revision = TRY(transaction.commit());
    return receipt;
}

base::Result<CopySummary> App::read_copy(base::ByteView file, const platform::BookKey* key) const {
    CopySummary summary;
    TRY_VOID(book_.inspect(
        file,
        [&summary](store::Connection& database) -> base::Result<void> {
            summary = TRY(summary_of_copy(database));
            return {};
        },
        key));
    return summary;
}

base::Result<std::uint64_t> App::restore_book(base::ByteView file, const platform::BookKey* key) {
    is_migrated_ = false;
    return book_.restore(
        file,
        [this](store::Connection& database) {
            return prepare_copy(database, now(), session_, ids_);
        },
        key);
}

base::Result<void> App::export_json(const std::function<void(std::string_view line)>& write) {
    return store::write_book_json(book_.database(), write);
}

base::Result<std::uint64_t> App::import_json(std::string_view text) {
    const bool is_empty = book_.phase() == BookPhase::empty ||
                          (is_ready() && !TRY(store::has_practice(book_.database())));
    if (!is_empty) return base::fail(base::Code::already_set_up, "book");
    is_migrated_ = false;
    return book_.fill_anew([&](store::Connection& database) -> base::Result<void> {
        TRY_VOID(store::migrate(database));
        TRY_VOID(store::read_book_json(database, text));
        return prepare_copy(database, now(), session_, ids_);
    });
}

base::Result<TodayView> App::today_view() { return query_today(TRY(query_context())); }

base::Result<ClientList> App::clients(const ClientListQuery& query) {
    const QueryContext context = TRY(query_context());
    std::optional<ClientCounts>& counts = known().client_counts;
    if (!counts) counts = TRY(count_clients(context.database));
    return query_clients(context, query, *counts);
}

base::Result<ClientProfile> App::client(domain::PartyId id) {
    return query_client(TRY(query_context()), id);
}

base::Result<ContactProfile> App::contact(domain::PartyId id) {
    return query_contact(TRY(query_context()), id);
}

base::Result<std::vector<domain::Contact>> App::contacts(std::string_view text,
                                                         std::size_t count_max) {
    return query_contacts(TRY(query_context()), text, count_max);
}

base::Result<InvoiceListSummary> App::invoices(const InvoiceListQuery& query) {
    return invoice_list_->summary(TRY(query_context()), query);
}

base::Result<std::vector<InvoiceRow>> App::invoice_rows(const InvoiceListQuery& query,
                                                        std::size_t offset, std::size_t count) {
    return invoice_list_->rows(TRY(query_context()), query, offset, count);
}

base::Result<InvoiceView> App::invoice(domain::InvoiceId id) {
    return query_invoice(TRY(query_context()), ids_, id);
}

base::Result<DraftView> App::draft(domain::InvoiceId id) {
    return query_draft(TRY(query_context()), ids_, id);
}

base::Result<DraftView> App::preview(const domain::Draft& edited) {
    return query_preview(TRY(query_context()), ids_, edited);
}

base::Result<domain::Draft> App::new_draft(std::optional<domain::PartyId> client) {
    return make_draft(TRY(query_context()), domain::InvoiceId{new_id()}, client);
}

base::Result<PaymentEntry> App::payment_entry(domain::PartyId payer,
                                              std::optional<domain::Currency> currency) {
    return query_payment_entry(TRY(query_context()), payer, currency);
}

base::Result<PaymentList> App::payments(const PaymentListQuery& query) {
    return payment_list_->list(TRY(query_context()), query);
}

base::Result<domain::AllocationPlan> App::payment_plan(const domain::RecordPayment& payment) {
    const auto context = TRY(query_context());
    return domain::plan_payment(
        TRY(load_payment_context(context.database, context.practice, payment)), payment);
}

base::Result<PaymentView> App::payment(domain::PaymentId id) {
    return query_payment(TRY(query_context()), ids_, id);
}

base::Result<PracticeSettings> App::settings() { return query_settings(TRY(query_context())); }

base::Result<std::optional<Attachment>> App::attachment(const base::Digest& hash) {
    return query_attachment(TRY(query_context()), hash);
}

base::Result<std::vector<SearchHit>> App::search(std::string_view text, std::size_t count_max) {
    return query_search(TRY(query_context()), text, count_max);
}

base::Result<InvoicePage> App::invoice_page(domain::InvoiceId id) {
    return query_invoice_page(TRY(query_context()), id);
}

base::Result<InvoicePage> App::draft_page(const domain::Draft& edited) {
    return query_draft_page(TRY(query_context()), ids_, edited);
}

base::Result<ReceiptPage> App::receipt_page(domain::PaymentId id) {
    ReceiptPage page = TRY(query_receipt_page(TRY(query_context()), ids_, id));
    page.recorded = local_time(page.payment.payment.received.recorded);
    return page;
}

base::Result<ImportPlan> App::plan_import(ImportKind kind, base::ByteView file,
                                          const ImportOptions& options) {
    return app::plan_import(TRY(query_context()), kind, file, options);
}

base::Result<std::string> App::accounting(AccountingFormat format) {
    return accounting_text(TRY(query_context()), format);
}

base::Result<std::vector<AuditEntry>> App::audit_trail(std::optional<AuditKey> before,
                                                       std::size_t count) {
    return query_audit_trail(TRY(query_context()), before, count);
}

base::Result<std::vector<ChangeRow>> App::changes(std::optional<AuditKey> before,
                                                  std::size_t count) {
    return query_changes(TRY(query_context()), before, count);
}

} // namespace app
