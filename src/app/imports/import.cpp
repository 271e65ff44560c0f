#include "app/imports/import.h"

#include "app/imports/planner.h"
#include "base/assert.h"
#include "domain/limits.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace app {

namespace {

// So that a file that can be read is one command.
static_assert(base::csv_rows_max <= domain::imported_records_max);

DecimalMark mark_of(const Locale& locale) {
    return locale.decimal_mark == ',' ? DecimalMark::comma : DecimalMark::point;
}

// The practice's locale, with the marks of the file's numbers.
Locale locale_of(const Locale& own, std::optional<DecimalMark> mark) {
    Locale locale = own;
    if (!mark || *mark == mark_of(own)) return locale;
    locale.decimal_mark = *mark == DecimalMark::comma ? ',' : '.';
    locale.group_mark = *mark == DecimalMark::comma ? "." : ",";
    locale.grouping = Grouping::thousands;
    return locale;
}

bool is_within(std::string_view field, std::string_view path) {
    if (!field.starts_with(path)) return false;
    const std::string_view rest = field.substr(path.size());
    return rest.empty() || rest.starts_with('.') || rest.starts_with('[');
}

bool holds(const ImportColumn& column, const FieldName& field) {
    return column.field == field.name;
}

// The heading of the first column whose field has the path.
std::string column_of(std::string_view path, std::span<const FieldName> fields,
                      std::span<const ImportColumn> columns) {
    for (const FieldName& field : fields) {
        if (!is_within(path, field.path)) continue;
        for (const ImportColumn& column : columns)
            if (holds(column, field)) return column.heading;
    }
    return {};
}

base::Result<void> plan_kind(ImportKind kind, const ImportSource& source, ImportPlan& plan) {
    switch (kind) {
    case ImportKind::clients: return plan_clients(source, plan);
    case ImportKind::services: return plan_services(source, plan);
    case ImportKind::products: return plan_products(source, plan);
    }
    UNREACHABLE();
}

base::Result<ImportPlan> plan_table(const QueryContext& context, ImportKind kind,
                                    const base::CsvTable& table, const ImportOptions& options) {
    const domain::BillingSettings& billing = context.practice.billing;
    const Locale locale = locale_of(*TRY(find_locale(billing.locale)), options.decimal_mark);
    auto taxes = TRY(store::load_all<domain::TaxDefinition>(context.database));
    std::erase_if(taxes, [](const domain::TaxDefinition& tax) { return tax.is_archived; });
    const CellContext cells{.locale = locale, .currency = billing.currency, .taxes = taxes};
    ImportPlan plan{.encoding = table.encoding,
                    .separator = table.separator,
                    .decimal_mark = mark_of(locale),
                    .repeated = options.repeated,
                    .row_count = table.rows.size()};
    const ImportSource source{.query = context, .table = table, .options = options, .cells = cells};
    TRY_VOID(plan_kind(kind, source, plan));
    return plan;
}

bool has_unclear_numbers(const ImportPlan& plan) {
    return std::ranges::any_of(plan.faults, [](const ImportFault& fault) {
        return fault.error.code == base::Code::ambiguous_number;
    });
}

std::string place_of(const ImportFault& fault) {
    if (fault.line == 0) return fault.column;
    const std::string line = "line " + std::to_string(fault.line);
    return fault.column.empty() ? line : line + ", " + fault.column;
}

} // namespace

void require_columns(std::span<const FieldName> fields, ImportPlan& plan) {
    for (const FieldName& field : fields) {
        if (field.needed == Needed::no || !column_of(field.path, fields, plan.columns).empty())
            continue;
        plan.faults.push_back({.line = 0,
                               .column = {},
                               .error = {.code = base::Code::no_column,
                                         .field = std::string(field.path),
                                         .detail = std::string(field.name),
                                         .also = {}}});
    }
}

void add_faults(const base::Error& error, std::size_t line, std::span<const FieldName> fields,
                std::span<const std::string_view> told, ImportPlan& plan) {
    const auto add = [&](const base::Error& one) {
        const auto is_told = [&](std::string_view path) { return is_within(one.field, path); };
        if (std::ranges::any_of(told, is_told)) return;
        plan.faults.push_back(
            {.line = line,
             .column = column_of(one.field, fields, plan.columns),
             .error = {.code = one.code, .field = one.field, .detail = one.detail, .also = {}}});
    };
    add(error);
    std::ranges::for_each(error.also, add);
}

base::Result<ImportPlan> plan_import(const QueryContext& context, ImportKind kind,
                                     base::ByteView file, const ImportOptions& options) {
    const base::CsvTable table = TRY(base::read_csv(file));
    ImportPlan plan = TRY(plan_table(context, kind, table, options));
    if (options.decimal_mark || !has_unclear_numbers(plan)) return plan;
    ImportOptions other = options;
    other.decimal_mark =
        plan.decimal_mark == DecimalMark::comma ? DecimalMark::point : DecimalMark::comma;
    if (!has_unclear_numbers(TRY(plan_table(context, kind, table, other))))
        plan.better_mark = other.decimal_mark;
    return plan;
}

base::Result<Command> import_command(const ImportPlan& plan) {
    if (!plan.faults.empty()) {
        std::vector<base::Error> errors;
        for (const ImportFault& fault : plan.faults) {
            errors.push_back(fault.error);
            errors.back().field = place_of(fault);
        }
        return base::fail_all(std::move(errors));
    }
    if (plan.repeated == RepeatedRows::refuse && !plan.repeated_rows.empty())
        return base::fail(base::Code::repeated_rows, "repeated",
                          std::to_string(plan.repeated_rows.size()));
    return std::visit(
        []<typename Record>(const std::vector<Record>& records) -> base::Result<Command> {
            if (records.empty()) return base::fail(base::Code::nothing_new);
            return Command(Import<Record>{.records = records});
        },
        plan.records);
}

} // namespace app
