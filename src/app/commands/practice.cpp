// Setting up the practice, and its settings.
#include "app/commands/context.h"

#include "domain/validate.h"
#include "store/attachment_rows.h"
#include "store/book_row.h"
#include "store/records.h"
#include "store/series_rows.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr std::size_t attachment_bytes_max = 512 * 1024;

// Adds the errors of one part of a command under its name.
void collect(store::ReadErrors& errors, const std::string& part, const base::Result<void>& result) {
    if (result) return;
    const auto add = [&](const base::Error& error) {
        errors.add(error.code, error.field.empty() ? part : part + "." + error.field, error.detail);
    };
    add(result.error());
    std::ranges::for_each(result.error().also, add);
}

template <typename T>
void collect_all(store::ReadErrors& errors, const std::string& part,
                 const std::vector<T>& records) {
    for (std::size_t i = 0; i < records.size(); ++i)
        collect(errors, part + "[" + base::integer_text(static_cast<std::int64_t>(i)) + "]",
                domain::validate(records[i]));
}

template <typename T>
base::Result<void> append_records(const CommandContext& context, store::Operations& operations,
                                  const std::vector<T>& records) {
    for (T record : records) {
        if (record.id.is_none()) record.id.uuid = context.domain.ids.next(context.domain.now);
        append(operations, TRY(store::changes_to(context.database, record)));
    }
    return {};
}

base::Result<Outcome> write_practice(const CommandContext& context,
                                     const store::PracticeRecord& practice) {
    const base::Uuid id = TRY(store::practice_id(context.database));
    Outcome outcome{.record = id};
    append(outcome.operations,
           TRY(store::changed_groups(context.database, store::RecordKind::practice, id,
                                     store::to_json(practice))));
    return outcome;
}

base::Result<domain::Series> own_series(const CommandContext& context, domain::DocumentKind kind) {
    const auto device = TRY(store::own_device(context.database));
    auto series = TRY(store::load_series_of(context.database, device, kind));
    if (!series) return base::fail(base::Code::not_found, "document");
    return *std::move(series);
}

// The first bytes of the formats that documents can show.
bool is_image_of(std::string_view media_type, base::ByteView bytes) {
    constexpr std::array<std::uint8_t, 8> png{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    constexpr std::array<std::uint8_t, 3> jpeg{0xFF, 0xD8, 0xFF};
    const auto starts_with = [&](base::ByteView magic) {
        return bytes.size() > magic.size() && std::ranges::equal(bytes.first(magic.size()), magic);
    };
    return (media_type == "image/png" && starts_with(png)) ||
           (media_type == "image/jpeg" && starts_with(jpeg));
}

} // namespace

base::Result<void> validate(const SetUpPractice& command) {
    store::ReadErrors errors;
    collect(errors, "identity", domain::validate(command.identity));
    collect(errors, "billing", domain::validate(command.billing));
    collect_all(errors, "taxes", command.taxes);
    collect_all(errors, "methods", command.methods);
    collect_all(errors, "practitioners", command.practitioners);
    collect_all(errors, "locations", command.locations);
    return errors.result();
}

base::Result<Outcome> handle(const CommandContext& context, const SetUpPractice& command) {
    TRY_VOID(validate(command));
    const base::Uuid practice = context.domain.ids.next(context.domain.now);
    const auto device = context.domain.new_id<domain::DeviceId>();
    TRY_VOID(store::write_book_row(context.database, practice, device));
    Outcome outcome = TRY(write_practice(context, {.identity = command.identity,
                                                   .billing = command.billing,
                                                   .appearance = command.appearance}));
    const store::SeriesRecord series{.id = context.domain.new_id<domain::SeriesId>(),
                                     .document = domain::DocumentKind::invoice,
                                     .device = device,
                                     .letter = domain::next_series_letter({}),
                                     .pattern = command.invoice_pattern};
    TRY_VOID(append_records<store::SeriesRecord>(context, outcome.operations, {series}));
    TRY_VOID(append_records(context, outcome.operations, command.taxes));
    TRY_VOID(append_records(context, outcome.operations, command.methods));
    TRY_VOID(append_records(context, outcome.operations, command.practitioners));
    TRY_VOID(append_records(context, outcome.operations, command.locations));
    return outcome;
}

base::Result<Outcome> handle(const CommandContext& context, const EditPractice& command) {
    TRY_VOID(domain::validate(command.identity));
    auto practice = TRY(load_practice(context.database));
    practice.identity = command.identity;
    return write_practice(context, practice);
}

base::Result<Outcome> handle(const CommandContext& context, const EditBilling& command) {
    TRY_VOID(domain::validate(command.billing));
    auto practice = TRY(load_practice(context.database));
    practice.billing = command.billing;
    return write_practice(context, practice);
}

base::Result<Outcome> handle(const CommandContext& context, const EditAppearance& command) {
    if (command.appearance.logo &&
        !TRY(store::has_attachment(context.database, *command.appearance.logo)))
        return base::fail(base::Code::not_found, "logo");
    if (command.appearance.accent_rgb < 0 || command.appearance.accent_rgb > 0xFFFFFF)
        return base::fail(base::Code::out_of_range, "accent_rgb");
    auto practice = TRY(load_practice(context.database));
    practice.appearance = command.appearance;
    return write_practice(context, practice);
}

base::Result<Outcome> handle(const CommandContext& context, const AddAttachment& command) {
    if (command.bytes.empty()) return base::fail(base::Code::missing, "bytes");
    if (command.bytes.size() > attachment_bytes_max)
        return base::fail(base::Code::too_long, "bytes",
                          base::integer_text(attachment_bytes_max / 1024) + " kB");
    if (!is_image_of(command.media_type, command.bytes))
        return base::fail(base::Code::not_an_image, "bytes");
    TRY_VOID(store::insert_attachment(context.database, command.media_type, command.bytes));
    return Outcome{};
}

base::Result<Outcome> handle(const CommandContext& context, const EditNumbering& command) {
    const auto series = TRY(own_series(context, command.document));
    // A later device has a letter; without it in the pattern two devices would mint one number.
    if (!series.letter.empty() && !command.pattern.text().contains("{S}"))
        return base::fail(base::Code::bad_pattern, "pattern", "{S}");
    const store::SeriesRecord record{.id = series.id,
                                     .document = series.kind,
                                     .device = series.device,
                                     .letter = series.letter,
                                     .pattern = command.pattern,
                                     .is_closed = series.is_closed};
    Outcome outcome{.record = series.id.uuid};
    append(outcome.operations, TRY(store::changes_to(context.database, record)));
    return outcome;
}

base::Result<Outcome> handle(const CommandContext& context, const MoveNextNumber& command) {
    const domain::MoveNextNumber move{.next_counter = command.next_counter,
                                      .reason = command.reason};
    if (command.closed_series) {
        const auto closed = TRY(store::load_series(context.database, *command.closed_series));
        if (!closed) return base::fail(base::Code::not_found, "closed_series");
        const auto given = TRY(domain::decide_note_given_numbers(*closed, move, context.domain));
        return Outcome{.operations = {given}, .record = closed->id.uuid};
    }
    const auto series = TRY(own_series(context, command.document));
    const auto skipped = TRY(domain::decide_move_next_number(series, move, context.domain));
    return Outcome{.operations = {skipped}, .record = series.id.uuid};
}

} // namespace app
