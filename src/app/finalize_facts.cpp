#include "app/finalize_facts.h"

#include "store/book_row.h"
#include "store/invoice_rows.h"
#include "store/payment_rows.h"
#include "store/records.h"
#include "store/series_rows.h"

#include <algorithm>

namespace app {

namespace {

template <typename T>
domain::PartySnapshot snapshot_of(const T& party) {
    return {.id = party.id,
            .name = party.name,
            .address = party.address,
            .email = party.email,
            .tax_number = party.tax_number,
            .reference = party.reference};
}

template <typename Record, typename Id>
std::string name_in(const std::vector<Record>& records, const std::optional<Id>& id) {
    if (!id) return {};
    const auto found = std::ranges::find(records, *id, &Record::id);
    return found == records.end() ? std::string() : found->name;
}

} // namespace

const domain::CountryProfile& profile_of(const store::PracticeRecord& practice) {
    static constexpr domain::CountryProfile nowhere{
        .name = "Other country",
        .currency = "EUR",
        .locale = "en",
        .paper = domain::Paper::a4,
        .price_mode = domain::PriceMode::net,
        .tax_name = "Tax",
        .tax_number_name = "Tax number",
        .strictness = domain::Strictness::open,
        .issue_order = domain::IssueOrder::any,
        .tax_point = domain::TaxPointRule::issue_date,
        .cash_step_minor = 1,
    };
    const auto profile = domain::country_profile(practice.billing.country);
    return profile ? **profile : nowhere;
}

base::Result<std::optional<domain::PartySnapshot>> load_party(store::Connection& database,
                                                              domain::PartyId id) {
    auto kind =
        TRY(database.prepare("SELECT kind FROM master WHERE id = ? AND state < 2 ORDER BY id"));
    TRY_VOID(kind.bind(base::ByteView(id.uuid.bytes)));
    if (!TRY(kind.step())) return std::optional<domain::PartySnapshot>();
    if (kind.text(0) == store::name_of(store::RecordKind::client)) {
        const auto client = TRY(store::load_record<domain::Client>(database, id.uuid));
        return client ? std::optional(snapshot_of(*client)) : std::nullopt;
    }
    if (kind.text(0) != store::name_of(store::RecordKind::contact))
        return std::optional<domain::PartySnapshot>();
    const auto contact = TRY(store::load_record<domain::Contact>(database, id.uuid));
    return contact ? std::optional(snapshot_of(*contact)) : std::nullopt;
}

base::Result<domain::FinalizeFacts> load_finalize_facts(store::Connection& database,
                                                        const store::PracticeRecord& practice,
                                                        const domain::Draft& draft) {
    const auto device = TRY(store::own_device(database));
    const auto series = TRY(store::load_series_of(database, device, domain::DocumentKind::invoice));
    if (!series) return base::fail(base::Code::damaged, "series");
    domain::FinalizeFacts facts{
        .draft = draft,
        .client = std::nullopt,
        .recipient = std::nullopt,
        .practitioners = TRY(store::load_all<domain::Practitioner>(database)),
        .locations = TRY(store::load_all<domain::Location>(database)),
        .practice = practice.identity,
        .settings = practice.billing,
        .taxes = TRY(store::load_all<domain::TaxDefinition>(database)),
        .profile = &profile_of(practice),
        .series = *series,
        .credit = {},
    };
    if (draft.client) facts.client = TRY(load_party(database, *draft.client));
    facts.recipient = draft.recipient ? TRY(load_party(database, *draft.recipient)) : facts.client;
    facts.practitioner_name = name_in(facts.practitioners, draft.practitioner);
    facts.location_name = name_in(facts.locations, draft.location);
    if (facts.recipient)
        facts.credit = TRY(store::load_credit(database, facts.recipient->id, draft.currency));
    return facts;
}

base::Result<std::optional<domain::TakeBackFacts>>
load_take_back_facts(store::Connection& database, const store::PracticeRecord& practice,
                     domain::InvoiceId id) {
    auto document = TRY(store::load_issued(database, id));
    auto money = TRY(store::load_invoice_facts(database, id));
    if (!document || !money) return std::optional<domain::TakeBackFacts>();
    const bool left = TRY(store::has_left(database, id));
    return std::optional<domain::TakeBackFacts>(
        {.invoice = std::move(document->invoice),
         .money = *std::move(money),
         .left = left ? domain::LeftProgram::sent_or_taken_out : domain::LeftProgram::never,
         .strictness = profile_of(practice).strictness,
         .lock_date = practice.billing.lock_date});
}

} // namespace app
