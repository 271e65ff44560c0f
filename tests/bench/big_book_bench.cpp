// A practice of 100,000 invoices and 20,000 clients: what it weighs, what a save costs in it, and
// how long the queries of its screens take. One JSON object a line.
//
//   big_book_bench [FILE]   FILE keeps the book (build/bench/big_book_v<schema>.sqlite), so that
//                           only the first run makes it. Delete it after a change of the store.
#include "bench/big_book.h"
#include "folders.h"
#include "store/schema.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace {

constexpr std::uint64_t seed = 1;
constexpr std::size_t invoices = 100'000;
constexpr std::size_t clients = 20'000;
constexpr std::size_t small_invoices = 1'000;
constexpr std::size_t small_clients = 200;
constexpr std::size_t saves = 200;
constexpr int query_runs = 15;

double ms_of(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Costs {
    double draft_ms;
    double finalize_ms;
    double finalize_bytes; // Of the record that goes to the disk.
};

Costs measure_saves(bench::BigBook& book) {
    std::vector<double> draft_ms;
    std::vector<double> finalize_ms;
    std::vector<double> bytes;
    for (std::size_t i = 0; i < saves; ++i) {
        domain::InvoiceId draft;
        draft_ms.push_back(ms_of([&] { draft = book.save_draft(); }));
        const std::uint64_t before = book.disk().log_bytes();
        finalize_ms.push_back(ms_of([&] { book.finalize(draft); }));
        bytes.push_back(static_cast<double>(book.disk().log_bytes() - before));
    }
    return {median(draft_ms), median(finalize_ms), median(bytes)};
}

void print_saves(const char* name, const Costs& costs) {
    std::printf("{\"bench\":\"%s\",\"save_draft_ms\":%.3f,\"finalize_ms\":%.3f,"
                "\"finalize_record_bytes\":%.0f}\n",
                name, costs.draft_ms, costs.finalize_ms, costs.finalize_bytes);
}

// The first letters of some client's name, another one each time.
std::string typed_name(std::size_t& index, std::size_t letters) {
    std::string name = bench::BigBook::client_name(index += 997);
    const auto is_letter_begin = [](char c) { return (c & 0xc0) != 0x80; };
    std::size_t size = 0;
    for (std::size_t count = 0; size < name.size(); ++size)
        if (is_letter_begin(name[size]) && count++ == letters) break;
    name.resize(size);
    return name;
}

// The first answer, and the usual one of several. `before` is not counted.
void print_query(
    const char* name, const std::function<void()>& query,
    const std::function<void()>& before = [] {}) {
    before();
    const double first_ms = ms_of(query);
    std::vector<double> ms;
    for (int run = 0; run < query_runs; ++run) {
        before();
        ms.push_back(ms_of(query));
    }
    std::printf("{\"bench\":\"big_book_%s\",\"first_ms\":%.3f,\"median_ms\":%.3f}\n", name,
                first_ms, median(ms));
}

template <typename T>
void need(const base::Result<T>& result) {
    if (result.has_value()) return;
    std::fprintf(stderr, "refused: %d\n", static_cast<int>(result.error().code));
    std::exit(1);
}

void measure_queries(bench::BigBook& book) {
    app::App& app = book.app();
    print_query("today", [&] { need(app.today_view()); });
    // Another filter each time, so that the list's own cache has nothing to give.
    bool is_open = false;
    print_query("invoice_summary", [&] {
        is_open = !is_open;
        need(
            app.invoices({.filter = is_open ? app::InvoiceFilter::open : app::InvoiceFilter::all}));
    });
    need(app.invoices({}));
    std::size_t offset = 0;
    print_query("invoice_rows", [&] { need(app.invoice_rows({}, offset += 5'000, 40)); });
    std::size_t typed = 0;
    print_query("invoice_search", [&] { need(app.invoices({.search = typed_name(typed, 4)})); });
    for (const std::size_t length : {1UZ, 2UZ}) {
        const std::string name = "invoice_search_" + std::to_string(length);
        print_query(name.c_str(),
                    [&] { need(app.invoices({.search = typed_name(typed, length)})); });
    }
    std::size_t number = 0;
    print_query("invoice_search_number",
                [&] { need(app.invoices({.search = std::to_string(100 + ++number)})); });
    print_query(
        "invoices_after_a_save", [&] { need(app.invoices({})); },
        [&] { book.finalize(book.save_draft()); });
    for (const auto& [name, sort] : {std::pair("invoices_by_client", app::InvoiceSort::client),
                                     std::pair("invoices_by_number", app::InvoiceSort::number),
                                     std::pair("invoices_by_total", app::InvoiceSort::total)})
        print_query(
            name, [&, asked = sort] { need(app.invoices({.sort = asked})); },
            [&] { need(app.invoices({})); });
    print_query("payments", [&] { need(app.payments({.offset = offset += 777})); });
    print_query("payment_search", [&] { need(app.payments({.search = typed_name(typed, 4)})); });
    print_query(
        "payments_after_a_save", [&] { need(app.payments({})); },
        [&] { book.finalize(book.save_draft()); });
    print_query("clients",
                [&] { need(app.clients({.offset = offset = (offset + 777) % clients})); });
    print_query("clients_by_owed", [&] { need(app.clients({.sort = app::ClientSort::owed})); });
    for (const std::size_t length : {1UZ, 2UZ, 4UZ}) {
        const std::string name = "client_search_" + std::to_string(length);
        print_query(name.c_str(),
                    [&] { need(app.clients({.search = typed_name(typed, length)})); });
    }
    print_query("search", [&] { need(app.search(typed_name(typed, 3), 20)); });
    const auto list = app.clients({.search = "Murphy"});
    need(list);
    print_query("client", [&] { need(app.client(list->rows.front().id)); });
    const auto rows = app.invoice_rows({}, 1'000, 1);
    need(rows);
    print_query("invoice", [&] { need(app.invoice(rows->front().id)); });
    print_query("audit_trail", [&] { need(app.audit_trail(std::nullopt, 100)); });
}

void write_file(const std::string& path, base::ByteView bytes) {
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) return;
    std::fwrite(bytes.data(), 1, bytes.size(), file);
    std::fclose(file);
}

base::Bytes read_file(const std::string& path) {
    base::Bytes bytes(std::filesystem::exists(path) ? std::filesystem::file_size(path) : 0);
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return {};
    const std::size_t count = std::fread(bytes.data(), 1, bytes.size(), file);
    std::fclose(file);
    return count == bytes.size() ? bytes : base::Bytes();
}

void make_book(const std::string& path) {
    bench::BigBook book(seed);
    const double clients_ms = ms_of([&] { book.add_clients(clients); });
    const std::uint64_t client_pages = book.app().book().file_page_count();
    const double invoices_ms = ms_of([&] { book.add_invoices(invoices); });
    std::fprintf(stderr, "made: %.1f s for clients (%lu pages), %.1f s for invoices\n",
                 clients_ms / 1000, static_cast<unsigned long>(client_pages), invoices_ms / 1000);
    write_file(path, book.app().book().file_bytes());
}

} // namespace

int main(int argc, char** argv) {
    const std::string folder = folders::in_checkout("build/bench");
    std::filesystem::create_directories(folder);
    const std::string path =
        argc > 1 ? argv[1]
                 : folder + "/big_book_v" + std::to_string(store::schema_version) + ".sqlite";
    if (!std::filesystem::exists(path)) make_book(path);

    bench::BigBook small(seed);
    small.add_clients(small_clients);
    small.add_invoices(small_invoices);
    const Costs at_small = measure_saves(small);
    print_saves("saves_at_1000_invoices", at_small);

    const base::Bytes file = read_file(path);
    std::printf("{\"bench\":\"big_book\",\"bytes\":%zu,\"bytes_an_invoice\":%zu}\n", file.size(),
                file.size() / invoices);
    bench::BigBook book(seed, file);
    const Costs at_large = measure_saves(book);
    print_saves("saves_at_100000_invoices", at_large);
    std::printf("{\"bench\":\"saves_by_size\",\"draft_ratio\":%.2f,\"finalize_ratio\":%.2f}\n",
                at_large.draft_ms / at_small.draft_ms, at_large.finalize_ms / at_small.finalize_ms);
    measure_queries(book);
    return 0;
}
