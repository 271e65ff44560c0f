// From the rows of a table to records: the part of a plan that is the same for every kind.
//
// A row with a fault makes no record and its faults are all told; a record that validation refuses
// is told at the column that its field came from.
#pragma once

#include "app/imports/columns.h"
#include "app/imports/field.h"
#include "app/imports/import.h"
#include "app/imports/repeated.h"
#include "base/csv.h"
#include "base/text.h"
#include "domain/validate.h"
#include "store/records.h"

#include <algorithm>
#include <ranges>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace app {

template <typename Record>
[[nodiscard]] std::vector<FieldName> names_of(std::span<const ImportField<Record>> fields) {
    std::vector<FieldName> names;
    for (const ImportField<Record>& field : fields)
        names.push_back(field.is);
    return names;
}

// A fault for each field that needs a column and has none.
void require_columns(std::span<const FieldName> fields, ImportPlan& plan);

// Adds the errors of a row, `error` with those in its `also`, each at the column of its field;
// those of a field in `told` were added before.
void add_faults(const base::Error& error, std::size_t line, std::span<const FieldName> fields,
                std::span<const std::string_view> told, ImportPlan& plan);

// What a kind of import makes its part of a plan from.
struct ImportSource {
    const QueryContext& query;
    const base::CsvTable& table;
    const ImportOptions& options;
    const CellContext& cells;
};
[[nodiscard]] base::Result<void> plan_clients(const ImportSource& source, ImportPlan& plan);
[[nodiscard]] base::Result<void> plan_services(const ImportSource& source, ImportPlan& plan);
[[nodiscard]] base::Result<void> plan_products(const ImportSource& source, ImportPlan& plan);

template <typename Record>
class Planner {
  public:
    // `usual` has what a record is where the file says nothing.
    Planner(std::span<const ImportField<Record>> fields, const ImportSource& source, Record usual)
        : fields_(fields), names_(names_of(fields)), source_(source), usual_(std::move(usual)) {}

    // The columns of `plan` are assigned.
    base::Result<void> plan_rows(ImportPlan& plan) {
        for (const ImportColumn& column : plan.columns) {
            const auto found = std::ranges::find(fields_, column.field,
                                                 [](const auto& field) { return field.is.name; });
            by_column_.push_back(found == fields_.end() ? nullptr : &*found);
        }
        require_columns(names_, plan);
        for (const Record& record : TRY(store::load_all<Record>(source_.query.database)))
            known_.add(likeness_of(record), {.line = 0, .name = record.name});
        auto& records = plan.records.template emplace<std::vector<Record>>();
        for (const base::CsvRow& row : source_.table.rows)
            plan_row(row, plan, records);
        return {};
    }

  private:
    void plan_row(const base::CsvRow& row, ImportPlan& plan, std::vector<Record>& records) {
        if (row.fault) return add_faults(*row.fault, row.line, {}, {}, plan);
        const std::size_t faults_before = plan.faults.size();
        Record record = usual_;
        UnderstoodRow understood{.line = row.line, .values = {}};
        std::vector<std::string_view> told;
        for (std::size_t column = 0; column < by_column_.size(); ++column) {
            auto value = read_cell(row.cells[column], column, record);
            if (!value) {
                value.error().field = by_column_[column]->is.path;
                plan.faults.push_back({.line = row.line,
                                       .column = plan.columns[column].heading,
                                       .error = value.error()});
                told.push_back(by_column_[column]->is.path);
            }
            understood.values.push_back(value ? *std::move(value) : std::string());
        }
        if (const auto valid = domain::validate(record); !valid)
            add_faults(valid.error(), row.line, names_, told, plan);
        if (plan.faults.size() > faults_before || is_left_out(record, row.line, plan)) return;
        plan.rows.push_back(std::move(understood));
        records.push_back(std::move(record));
    }

    base::Result<std::string> read_cell(std::string_view text, std::size_t column,
                                        Record& record) const {
        const ImportField<Record>* const field = by_column_[column];
        if (field == nullptr) return std::string();
        const std::string_view cell = base::trimmed(text);
        if (!cell.empty()) return field->read(source_.cells, cell, record);
        if (field->is.needed == Needed::yes) return base::fail(base::Code::missing);
        return std::string();
    }

    bool is_left_out(const Record& record, std::size_t line, ImportPlan& plan) {
        const Likeness likeness = likeness_of(record);
        const auto place = known_.find(likeness);
        if (!place) {
            known_.add(likeness, {.line = line, .name = record.name});
            return false;
        }
        const bool is_in_book = place->line == 0;
        plan.repeated_rows.push_back(
            {.line = line,
             .name = record.name,
             .error = {.code = is_in_book ? base::Code::already_in_book : base::Code::twice_in_file,
                       .field = {},
                       .detail = is_in_book ? place->name : std::to_string(place->line),
                       .also = {}}});
        return plan.repeated != RepeatedRows::add;
    }

    std::span<const ImportField<Record>> fields_;
    std::vector<FieldName> names_;
    ImportSource source_;
    Record usual_;
    std::vector<const ImportField<Record>*> by_column_; // Null: not imported.
    KnownRecords known_;
};

} // namespace app
