#include "ui/screens/edited.h"

#include "app/app.h"

namespace ui {

std::optional<base::Uuid> carry_out(app::App& app, const app::Command& command,
                                    FieldErrors& errors) {
    const base::Uuid id = app.new_id();
    const auto receipt = app.execute(id, command);
    if (receipt) {
        errors.clear();
        return id;
    }
    errors.set(receipt.error());
    return std::nullopt;
}

base::Result<std::int64_t> read_whole_number(std::string_view text, const app::Locale& locale) {
    const auto number = app::read_quantity(text, locale);
    const std::int64_t one = base::Decimal::whole(1).scaled;
    if (!number && number.error().code != base::Code::not_a_number)
        return base::fail(number.error());
    if (!number || number->scaled % one != 0) return base::fail(base::Code::not_a_number, {}, "14");
    return number->scaled / one;
}

} // namespace ui
