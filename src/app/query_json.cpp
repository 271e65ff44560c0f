#include "app/query_json.h"

#include "app/answer_shapes.h"

#include <algorithm>
#include <array>

namespace store {

template <>
struct Names<app::ClientState> {
    static constexpr std::array<std::string_view, 2> names{"in_use", "archived"};
};
template <>
struct Names<app::ClientSort> {
    static constexpr std::array<std::string_view, 2> names{"name", "owed"};
};
template <>
struct Names<app::InvoiceSort> {
    static constexpr std::array<std::string_view, 7> names{"newest", "number", "client", "issued",
                                                           "due",    "total",  "balance"};
};
template <>
struct Names<app::SortOrder> {
    static constexpr std::array<std::string_view, 2> names{"ascending", "descending"};
};

template <>
struct Shape<app::Period> {
    static void fields(auto& visit, auto& r) {
        visit("first", r.first);
        visit("last", r.last);
    }
};
template <>
struct Shape<app::ClientListQuery> {
    static void fields(auto& visit, auto& r) {
        visit("search", r.search);
        visit("state", r.state);
        visit("sort", r.sort);
        visit("order", r.order);
        visit("offset", r.offset);
        visit("count", r.count);
    }
};
template <>
struct Shape<app::PaymentListQuery> {
    static void fields(auto& visit, auto& r) {
        visit("filter", r.filter);
        visit("search", r.search);
        visit("period", r.period);
        visit("offset", r.offset);
        visit("count", r.count);
    }
};

namespace {

struct InvoicePage {
    app::InvoiceListQuery query;
    std::size_t offset = 0;
    std::size_t count = 50;
};
struct ById {
    base::Uuid id;
};
struct SearchParameters {
    std::string text;
    std::size_t count = 20;
};
struct AuditParameters {
    std::optional<std::int64_t> before;
    std::size_t count = 50;
};
struct NoParameters {};

} // namespace

template <>
struct Shape<InvoicePage> {
    static void fields(auto& visit, auto& r) {
        visit("filter", r.query.filter);
        visit("search", r.query.search);
        visit("period", r.query.period);
        visit("account", r.query.account);
        visit("sort", r.query.sort);
        visit("order", r.query.order);
        visit("offset", r.offset);
        visit("count", r.count);
    }
};
template <>
struct Shape<ById> {
    static void fields(auto& visit, auto& r) { visit("id", r.id); }
};
template <>
struct Shape<SearchParameters> {
    static void fields(auto& visit, auto& r) {
        visit("text", r.text);
        visit("count", r.count);
    }
};
template <>
struct Shape<AuditParameters> {
    static void fields(auto& visit, auto& r) {
        visit("before", r.before);
        visit("count", r.count);
    }
};
template <>
struct Shape<NoParameters> {
    static void fields(auto&, auto&) {}
};

} // namespace store

namespace app {

namespace {

using store::Json;

struct NamedQuery {
    std::string_view name;
    base::Result<Json> (*answer)(App& app, const Json& parameters);
    std::vector<store::FieldDescription> (*describe)();
};

// A query whose parameters are a P and whose answer is a plain value.
template <typename P, auto ask>
base::Result<Json> answer(App& app, const Json& parameters) {
    const P read = TRY(store::from_json<P>(parameters));
    return store::to_json(TRY(ask(app, read)));
}

template <typename P, auto ask>
constexpr NamedQuery named(std::string_view name) {
    return {name, answer<P, ask>, store::describe_fields<P>};
}

base::Result<Json> invoice_page(App& app, const Json& parameters) {
    const auto page = TRY(store::from_json<store::InvoicePage>(parameters));
    Json json = store::to_json(TRY(app.invoices(page.query)));
    json["rows"] = store::to_json(TRY(app.invoice_rows(page.query, page.offset, page.count)));
    return json;
}

constexpr auto ask_today = [](App& app, const store::NoParameters&) { return app.today_view(); };
constexpr auto ask_settings = [](App& app, const store::NoParameters&) { return app.settings(); };
constexpr auto ask_clients = [](App& app, const ClientListQuery& query) {
    return app.clients(query);
};
constexpr auto ask_client = [](App& app, const store::ById& by) { return app.client({by.id}); };
constexpr auto ask_contact = [](App& app, const store::ById& by) { return app.contact({by.id}); };
constexpr auto ask_invoice = [](App& app, const store::ById& by) { return app.invoice({by.id}); };
constexpr auto ask_draft = [](App& app, const store::ById& by) { return app.draft({by.id}); };
constexpr auto ask_payment = [](App& app, const store::ById& by) { return app.payment({by.id}); };
constexpr auto ask_payments = [](App& app, const PaymentListQuery& query) {
    return app.payments(query);
};
constexpr auto ask_payment_entry = [](App& app, const store::ById& by) {
    return app.payment_entry({by.id});
};
constexpr auto ask_search = [](App& app, const store::SearchParameters& search) {
    return app.search(search.text, search.count);
};
constexpr auto ask_audit = [](App& app, const store::AuditParameters& audit) {
    return app.audit_trail(audit.before ? std::optional(AuditKey{*audit.before}) : std::nullopt,
                           audit.count);
};

constexpr std::array queries{
    named<store::NoParameters, ask_today>("today"),
    named<store::NoParameters, ask_settings>("settings"),
    named<ClientListQuery, ask_clients>("clients"),
    named<store::ById, ask_client>("client"),
    named<store::ById, ask_contact>("contact"),
    NamedQuery{"invoices", invoice_page, store::describe_fields<store::InvoicePage>},
    named<store::ById, ask_invoice>("invoice"),
    named<store::ById, ask_draft>("draft"),
    named<PaymentListQuery, ask_payments>("payments"),
    named<store::ById, ask_payment>("payment"),
    named<store::ById, ask_payment_entry>("payment_entry"),
    named<store::SearchParameters, ask_search>("search"),
    named<store::AuditParameters, ask_audit>("audit_trail"),
};

} // namespace

std::vector<QueryDescription> describe_queries() {
    std::vector<QueryDescription> described;
    for (const NamedQuery& query : queries)
        described.push_back({.name = query.name, .parameters = query.describe()});
    return described;
}

base::Result<store::Json> query_json(App& app, std::string_view name, std::string_view parameters) {
    const auto query = std::ranges::find(queries, name, &NamedQuery::name);
    if (query == queries.end()) return base::fail(base::Code::unknown_query, {}, std::string(name));
    return query->answer(app, TRY(store::parse_json(parameters)));
}

} // namespace app
