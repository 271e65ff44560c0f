// Settings, the plain lists: locations, practitioners, payment methods.
#include "ui/screens/record_list.h"

#include "base/assert.h"

#include <array>

namespace ui {

namespace {

// The parts that are there, joined by commas.
std::string joined(std::initializer_list<std::string_view> parts) {
    std::string words;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!words.empty()) words += ", ";
        words += part;
    }
    return words;
}

class LocationsPart final : public RecordListPart<domain::Location> {
  public:
    explicit LocationsPart(Desk& desk)
        : RecordListPart(desk, {.kind = app::MasterKind::location,
                                .title = "Locations",
                                .lead = "Where you work. A line can name one, and invoices show it "
                                        "if Appearance says so.",
                                .add = "Add location",
                                .save = "Save location",
                                .none = "No locations yet."}) {}

    void read(const app::PracticeSettings& settings) override { set_records(settings.locations); }

  protected:
    [[nodiscard]] RecordRow row_of(const domain::Location& location) const override {
        return {.id = location.id.uuid,
                .title = location.name,
                .detail = joined({location.address.line1, location.address.line2,
                                  location.address.postal_code, location.address.city}),
                .aside = location.phone,
                .is_archived = location.is_archived};
    }

    void draw_fields(FormGrid& grid, domain::Location& location) override {
        grid.text("name", location.name,
                  {.label = "Name", .capitals = Capitals::words, .is_required = true}, Span::whole);
        grid.text("address.line1", location.address.line1, {.label = "Street and number"});
        grid.text("address.line2", location.address.line2,
                  {.label = "Second line", .aside = "optional"});
        grid.text("address.city", location.address.city, {.label = "Town or city"});
        grid.text("address.postal_code", location.address.postal_code, {.label = "Postal code"});
        grid.text("phone", location.phone,
                  {.label = "Phone", .aside = "optional", .keyboard = Keyboard::telephone});
    }
};

class PractitionersPart final : public RecordListPart<domain::Practitioner> {
  public:
    explicit PractitionersPart(Desk& desk)
        : RecordListPart(desk,
                         {.kind = app::MasterKind::practitioner,
                          .title = "Practitioners",
                          .lead = "Who gives the sessions. Who works alone is on every invoice.",
                          .add = "Add practitioner",
                          .save = "Save practitioner",
                          .none = "No practitioners yet."}) {}

    void read(const app::PracticeSettings& settings) override {
        set_records(settings.practitioners);
    }

  protected:
    [[nodiscard]] RecordRow row_of(const domain::Practitioner& practitioner) const override {
        return {.id = practitioner.id.uuid,
                .title = practitioner.name,
                .detail = joined({practitioner.title, practitioner.registration_number}),
                .aside = practitioner.email,
                .is_archived = practitioner.is_archived};
    }

    void draw_fields(FormGrid& grid, domain::Practitioner& practitioner) override {
        grid.text("name", practitioner.name,
                  {.label = "Name", .capitals = Capitals::words, .is_required = true}, Span::whole);
        grid.text("title", practitioner.title,
                  {.label = "Title", .aside = "as printed", .placeholder = "Physiotherapist"});
        grid.text("registration_number", practitioner.registration_number,
                  {.label = "Registration number", .aside = "optional"});
        grid.text("email", practitioner.email,
                  {.label = "Email", .aside = "optional", .keyboard = Keyboard::email});
    }
};

constexpr std::array<Option, 7> kinds{
    {{"Cash"}, {"Card"}, {"Card on file"}, {"Check"}, {"Bank transfer"}, {"EFTPOS"}, {"Other"}}};

class MethodsPart final : public RecordListPart<domain::PaymentMethod> {
  public:
    explicit MethodsPart(Desk& desk)
        : RecordListPart(desk, {.kind = app::MasterKind::payment_method,
                                .title = "Payment methods",
                                .lead = "How you are paid. Cash is rounded to coins and counted in "
                                        "the till.",
                                .add = "Add payment method",
                                .save = "Save payment method",
                                .none = "No payment methods yet. Add one to record payments."}) {}

    void read(const app::PracticeSettings& settings) override { set_records(settings.methods); }

  protected:
    [[nodiscard]] RecordRow row_of(const domain::PaymentMethod& method) const override {
        const std::string_view kind = kinds[static_cast<std::size_t>(method.kind)].label;
        return {.id = method.id.uuid,
                .title = method.name,
                .detail = {},
                .aside = kind == method.name ? std::string() : std::string(kind),
                .is_archived = method.is_archived};
    }

    void draw_fields(FormGrid& grid, domain::PaymentMethod& method) override {
        grid.text("name", method.name,
                  {.label = "Name", .capitals = Capitals::sentences, .is_required = true});
        auto kind = static_cast<int>(method.kind);
        if (grid.choice("kind", kind, {.label = "Kind", .options = kinds}))
            method.kind = static_cast<domain::MethodKind>(kind);
    }
};

} // namespace

std::unique_ptr<SettingsPart> make_locations_part(Desk& desk, const app::PracticeSettings&) {
    return std::make_unique<LocationsPart>(desk);
}

std::unique_ptr<SettingsPart> make_practitioners_part(Desk& desk, const app::PracticeSettings&) {
    return std::make_unique<PractitionersPart>(desk);
}

std::unique_ptr<SettingsPart> make_methods_part(Desk& desk, const app::PracticeSettings&) {
    return std::make_unique<MethodsPart>(desk);
}

} // namespace ui
