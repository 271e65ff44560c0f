// Settings, Practice: who stands at the head of documents, and the logo beside it.
#include "ui/picture_texture.h"
#include "ui/screens/form_grid.h"
#include "ui/screens/practice_form.h"
#include "ui/screens/settings_part.h"

#include "domain/country.h"
#include "platform/ports/files.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <algorithm>

namespace ui {

namespace {

constexpr std::uint32_t logo_request = 0x4C4F474F; // "LOGO".

class PracticePart final : public SettingsPart {
  public:
    explicit PracticePart(Desk& desk) : desk_(desk), form_(desk.app), logo_(desk.images) {}

    void read(const app::PracticeSettings& settings) override {
        form_.read(settings);
        if (logo_version_ == form_.logo_version()) return;
        logo_version_ = form_.logo_version();
        logo_.set(form_.logo());
    }
    [[nodiscard]] bool is_changed() const override { return form_.is_changed(); }
    void save() override {
        if (const auto id = form_.save()) desk_.notices.done("Practice saved", *id);
    }
    void discard() override { form_.discard(); }

    float draw(Frame& frame, const Rect& slot) override {
        FormGrid grid(frame, slot, form_.errors());
        draw_identity(grid);
        draw_address(grid);
        draw_bank(grid);
        grid.group("Logo", "At the top of documents. PNG or JPEG, 512 kB at most.");
        grid.advance(draw_logo(frame, grid.slot()));
        const float height = grid.finish();
        if (grid.was_submitted() && is_changed()) save();
        return height;
    }

  private:
    void draw_identity(FormGrid& grid);
    void draw_address(FormGrid& grid);
    void draw_bank(FormGrid& grid);
    float draw_logo(Frame& frame, const Rect& slot);

    Desk& desk_;
    PracticeForm form_;
    PictureTexture logo_;
    int logo_version_ = -1;
};

void PracticePart::draw_identity(FormGrid& grid) {
    domain::PracticeIdentity& practice = form_.identity();
    grid.group("Identity", "As it stands at the head of invoices and receipts.");
    grid.text("name", practice.name,
              {.label = "Name", .capitals = Capitals::words, .is_required = true});
    grid.text("legal_name", practice.legal_name,
              {.label = "Legal name", .aside = "where it differs", .capitals = Capitals::words});
    grid.text("tax_number", practice.tax_number,
              {.label = form_.tax_number_name(), .capitals = Capitals::characters});
    grid.text("registration_number", practice.registration_number,
              {.label = "Registration number", .aside = "optional"});
    grid.text("email", practice.email,
              {.label = "Email", .keyboard = Keyboard::email, .autocomplete = "email"});
    grid.text("phone", practice.phone,
              {.label = "Phone", .keyboard = Keyboard::telephone, .autocomplete = "tel"});
    grid.text("website", practice.website,
              {.label = "Website", .aside = "optional", .keyboard = Keyboard::url});
}

void PracticePart::draw_address(FormGrid& grid) {
    domain::Address& address = form_.identity().address;
    grid.group("Address");
    grid.text("address.line1", address.line1,
              {.label = "Street and number", .autocomplete = "address-line1"});
    grid.text("address.line2", address.line2,
              {.label = "Second line", .aside = "optional", .autocomplete = "address-line2"});
    grid.text("address.city", address.city,
              {.label = "Town or city", .autocomplete = "address-level2"});
    grid.text("address.postal_code", address.postal_code,
              {.label = "Postal code", .autocomplete = "postal-code"});
    grid.text("address.region", address.region, {.label = "Region or state", .aside = "optional"});
    const auto countries = domain::country_profiles();
    std::vector<Option> options;
    for (const domain::CountryProfile& country : countries)
        options.push_back({.label = country.name});
    const auto found = std::ranges::find(countries, address.country, &domain::CountryProfile::code);
    // A country that we have no profile for keeps its letters.
    if (found == countries.end() && !address.country.empty())
        options.push_back({.label = address.country});
    int chosen = static_cast<int>(found - countries.begin());
    if (address.country.empty()) chosen = -1;
    if (grid.choice("address.country", chosen, {.label = "Country", .options = options}) &&
        static_cast<std::size_t>(chosen) < countries.size())
        address.country = countries[static_cast<std::size_t>(chosen)].code;
}

void PracticePart::draw_bank(FormGrid& grid) {
    domain::PracticeIdentity& practice = form_.identity();
    grid.group("Bank account", "In the payment box of invoices, with a QR code where banks read "
                               "one.");
    grid.text("iban", practice.iban,
              {.label = "IBAN", .aside = "or account number", .capitals = Capitals::characters});
    grid.text("bic", practice.bic,
              {.label = "BIC", .aside = "optional", .capitals = Capitals::characters});
    grid.text("bank_name", practice.bank_name,
              {.label = "Account holder or bank", .aside = "optional"});
}

float PracticePart::draw_logo(Frame& frame, const Rect& slot) {
    const Scope scope(frame, "logo");
    for (const OpenedFile& file : frame.input().take_files(logo_request))
        if (const auto id = form_.set_logo(file.bytes)) desk_.notices.done("Logo saved", *id);
    constexpr float box_height = 96;
    Rect rest = slot;
    const bool has_logo = form_.logo().has_value();
    if (has_logo) {
        const Rect box = take_left(rest, 192, 16);
        frame.paint().box({box.x, box.y, box.width, box_height},
                          {.fill = frame.color(Color::paper),
                           .border = frame.color(Color::border),
                           .border_width = 1,
                           .radius = radius::control});
        const Rect room = Rect{box.x, box.y, box.width, box_height}.inset(12);
        frame.add({.id = frame.id("picture"),
                   .role = Role::image,
                   .name = "Logo",
                   .rect = room,
                   .name_is_drawn = false});
        logo_.draw(frame, room);
    }
    Rect bar{rest.x, rest.y, rest.width, button_height(frame)};
    if (button_from_left(
            frame, bar,
            {.label = has_logo ? "Replace logo" : "Choose a picture", .icon = Icon::upload}))
        desk_.files.open(logo_request, ".png,.jpg,.jpeg,image/png,image/jpeg");
    if (has_logo && button_from_left(frame, bar, {.label = "Remove", .kind = ButtonKind::quiet}))
        if (const auto id = form_.remove_logo()) desk_.notices.done("Logo removed", *id);
    float height = has_logo ? box_height : bar.height;
    const std::string_view wrong = form_.errors().at("logo");
    if (!wrong.empty())
        height = std::max(
            height,
            bar.height + 8 +
                paragraph(frame, {rest.x, bar.bottom() + 8, rest.width, 0},
                          {.text = wrong, .color = Color::danger_text, .role = Role::alert}));
    return height;
}

} // namespace

std::unique_ptr<SettingsPart> make_practice_part(Desk& desk, const app::PracticeSettings&) {
    return std::make_unique<PracticePart>(desk);
}

} // namespace ui
