// The program without its screens: one book, its commands and its queries.
//
// The only coordinator of domain, store and documents. Ports come in by reference; `step` lets them
// speak and never blocks. Commands change the book and are told apart as committed (the receipt)
// and saved (`saved_revision`); queries read it and return plain values. Draws nothing.
#pragma once

#include "app/accounting.h"
#include "app/command.h"
#include "app/imports/import.h"
#include "app/invoice_document.h"
#include "app/local_time.h"
#include "app/queries/clients.h"
#include "app/queries/contacts.h"
#include "app/queries/drafts.h"
#include "app/queries/history.h"
#include "app/queries/invoices.h"
#include "app/queries/payment_list.h"
#include "app/queries/payments.h"
#include "app/queries/search.h"
#include "app/queries/settings.h"
#include "app/queries/today.h"
#include "app/receipt_document.h"
#include "app/restore.h"
#include "app/session.h"
#include "base/id.h"
#include "base/instant.h"
#include "platform/ports/time_zones.h"
#include "store/book.h"
#include "store/practice_record.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace app {

struct Ports {
    platform::Disk& disk;
    platform::Clock& clock;
    platform::Entropy& entropy;
    platform::KeyDerivation& keys;
    platform::TimeZones& time_zones;
};

using BookPhase = store::Book::Phase;

class App {
  public:
    explicit App(const Ports& ports);
    App(const App&) = delete;
    App& operator=(const App&) = delete;
    ~App();

    // The book's life: opening, creating, unlocking, saving, copies out (store/book.h). A new book
    // is `create`d or `create_sealed` and then set up by SetUpPractice.
    [[nodiscard]] store::Book& book() { return book_; }
    [[nodiscard]] const store::Book& book() const { return book_; }

    // Lets disk and timers speak. Brings a book that has just opened to the newest schema. An error
    // is why the open book cannot be used (too_new); it stays as it is.
    [[nodiscard]] base::Result<void> step();
    // Why the open book cannot be used, as `step` last said.
    [[nodiscard]] const std::optional<base::Error>& problem() const { return problem_; }
    // When `step` next has something to do, on the monotonic clock.
    [[nodiscard]] std::optional<std::int64_t> next_step_ms() const { return book_.next_poll_ms(); }

    // Whether the book is open with its practice set up: commands and queries work.
    [[nodiscard]] bool is_ready();
    [[nodiscard]] std::uint64_t revision() const { return book_.revision(); }
    [[nodiscard]] std::uint64_t saved_revision() const { return book_.saved_revision(); }

    [[nodiscard]] const Session& session() const { return session_; }
    // Today in the practice's time zone; in UTC before there is a practice.
    [[nodiscard]] base::Date today();
    // When something was recorded, in the same zone.
    [[nodiscard]] LocalTime local_time(base::Instant instant);
    [[nodiscard]] base::Instant now() const;
    [[nodiscard]] base::Uuid new_id();

    // Carries a command out, once for each `id`. On an error nothing has changed. While the last
    // change is not saved only drafts may change (not_saved).
    [[nodiscard]] base::Result<Receipt> execute(const base::Uuid& id, const Command& command);
    [[nodiscard]] base::Result<Receipt> execute(const Command& command) {
        return execute(new_id(), command);
    }
    // A command as JSON (app/command_json.h).
    [[nodiscard]] base::Result<Receipt> execute_json(std::string_view text);

    // What a copy holds; nothing changes. Fails as `restore_book` would.
    [[nodiscard]] base::Result<CopySummary> read_copy(base::ByteView file,
                                                      const platform::BookKey* key = nullptr) const;
    // Puts a copy in the place of the open book, or of none: it gets a new device id and new series
    // here, and the series of the device that wrote it are closed in it. `key` for a sealed copy.
    [[nodiscard]] base::Result<std::uint64_t> restore_book(base::ByteView file,
                                                           const platform::BookKey* key = nullptr);

    // The whole book as lines of JSON (store/book_json.h).
    [[nodiscard]] base::Result<void>
    export_json(const std::function<void(std::string_view line)>& write);
    // Makes the book of such lines where none is set up yet (already_set_up). Like a restored copy
    // it gets a new device id and new series.
    [[nodiscard]] base::Result<std::uint64_t> import_json(std::string_view text);

    // Queries. Each returns what stands in the book now; `revision` tells when to ask again.
    [[nodiscard]] base::Result<TodayView> today_view();
    [[nodiscard]] base::Result<ClientList> clients(const ClientListQuery& query);
    [[nodiscard]] base::Result<ClientProfile> client(domain::PartyId id);
    [[nodiscard]] base::Result<ContactProfile> contact(domain::PartyId id);
    [[nodiscard]] base::Result<std::vector<domain::Contact>> contacts(std::string_view text,
                                                                      std::size_t count_max);
    [[nodiscard]] base::Result<InvoiceListSummary> invoices(const InvoiceListQuery& query);
    [[nodiscard]] base::Result<std::vector<InvoiceRow>>
    invoice_rows(const InvoiceListQuery& query, std::size_t offset, std::size_t count);
    [[nodiscard]] base::Result<InvoiceView> invoice(domain::InvoiceId id);
    // A draft in work. `edited` is the editor's unsaved state of it, else what is saved.
    [[nodiscard]] base::Result<DraftView> draft(domain::InvoiceId id);
    [[nodiscard]] base::Result<DraftView> preview(const domain::Draft& edited);
    // A new draft for the editor: settings, terms and texts filled in, not yet saved.
    [[nodiscard]] base::Result<domain::Draft> new_draft(std::optional<domain::PartyId> client);
    // What paying would meet: in the practice's currency unless another is given.
    [[nodiscard]] base::Result<PaymentEntry>
    payment_entry(domain::PartyId payer, std::optional<domain::Currency> currency = std::nullopt);
    [[nodiscard]] base::Result<domain::AllocationPlan>
    payment_plan(const domain::RecordPayment& payment);
    [[nodiscard]] base::Result<PaymentList> payments(const PaymentListQuery& query);
    [[nodiscard]] base::Result<PaymentView> payment(domain::PaymentId id);
    [[nodiscard]] base::Result<PracticeSettings> settings();
    [[nodiscard]] base::Result<std::optional<Attachment>> attachment(const base::Digest& hash);
    [[nodiscard]] base::Result<std::vector<SearchHit>> search(std::string_view text,
                                                              std::size_t count_max);
    // What the page of an invoice shows: as it was frozen, or as the draft would be issued now.
    [[nodiscard]] base::Result<InvoicePage> invoice_page(domain::InvoiceId id);
    [[nodiscard]] base::Result<InvoicePage> draft_page(const domain::Draft& edited);
    [[nodiscard]] base::Result<ReceiptPage> receipt_page(domain::PaymentId id);
    // What importing the file would do; nothing changes. `import_command` of it does it.
    [[nodiscard]] base::Result<ImportPlan> plan_import(ImportKind kind, base::ByteView file,
                                                       const ImportOptions& options);
    // Every money fact as double entry, for the programs that read plain text.
    [[nodiscard]] base::Result<std::string> accounting(AccountingFormat format);
    // Newest first. `before` is the last entry of the page before.
    [[nodiscard]] base::Result<std::vector<AuditEntry>> audit_trail(std::optional<AuditKey> before,
                                                                    std::size_t count);
    // The same, read and named for people.
    [[nodiscard]] base::Result<std::vector<ChangeRow>> changes(std::optional<AuditKey> before,
                                                               std::size_t count);

  private:
    // What is read once for each of the book's contents, and which contents they were.
    struct Known {
        std::uint64_t generation = 0;
        std::uint64_t revision = 0;
        std::optional<base::Result<store::PracticeRecord>> practice; // Without: not set up.
        std::optional<ClientCounts> client_counts;                   // Once asked for.
    };

    [[nodiscard]] Known& known();
    [[nodiscard]] base::Result<Receipt> carry_out(const base::Uuid& id, const Command& command);
    [[nodiscard]] base::Result<QueryContext> query_context();

    Ports ports_;
    store::Book book_;
    base::IdSource ids_;
    Session session_;
    [[nodiscard]] base::Result<void> bring_up_to_date();
    bool is_migrated_ = false;
    std::optional<base::Error> problem_;
    std::optional<Known> known_;
    std::unique_ptr<InvoiceListCache> invoice_list_;
    std::unique_ptr<PaymentListCache> payment_list_;
};

} // namespace app
