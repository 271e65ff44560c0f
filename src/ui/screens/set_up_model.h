// The first run: what a practice is asked before its book is made, and the making of it.
//
// A country proposes currency, forms, taxes and terms; each can be changed. Nothing is written
// before the end: a set-up that is left half done leaves nothing behind. At the end the book is
// made (sealed if a passphrase was given), then SetUpPractice, the logo and the first number.
#pragma once

#include "app/command.h"
#include "ui/screens/field_errors.h"
#include "ui/screens/logo_file.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {
class App;
}

namespace platform {
class Site;
}

namespace ui {

enum class SetUpStep : std::uint8_t { practice, billing, invoices, safety };
inline constexpr int set_up_step_count = 4;

// What is typed and chosen; indices are of the lists that the form offers, -1 for none.
struct SetUpForm {
    int country = -1; // domain::country_profiles()
    std::string name;
    std::string line1, line2, city, region, postal_code;
    std::string email, phone, tax_number;

    int currency = -1;           // domain::currency_records()
    int locale = -1;             // app::locales()
    std::vector<bool> keeps_tax; // By the country's usual taxes.
    int line_tax = 0;            // 0: none; else 1 + index of a usual tax that is kept.
    int price_mode = 0;          // 0 net, 1 tax inclusive.
    int terms = 2;               // set_up_terms()
    int paper = 0;               // 0 A4, 1 Letter.

    std::string prefix = "INV-";
    bool has_year = false;
    std::string first_number = "1";
    std::string practitioner, practitioner_title;
    std::string bank_name, iban, bic;
    bool takes_card = true;
    bool takes_cash = true;
    bool takes_transfer = true;

    std::string passphrase, passphrase_again;
};

struct TermsChoice {
    std::string_view label;
    domain::Terms terms;
};
[[nodiscard]] std::span<const TermsChoice> set_up_terms();

class SetUpModel {
  public:
    struct Place {
        std::string locale;
        std::string time_zone;
    };
    SetUpModel(app::App& app, platform::Site& site, Place place);

    SetUpForm form;
    [[nodiscard]] const std::string& time_zone() const { return place_.time_zone; }
    // Proposes anew what follows from the country.
    void choose_country(int index);
    [[nodiscard]] const domain::CountryProfile* country() const;
    // "VAT number", or what the country calls it.
    [[nodiscard]] std::string_view tax_number_name() const;

    [[nodiscard]] SetUpStep step() const { return step_; }
    // On to the next step, unless something in this one must be mended first.
    void go_on();
    void go_back();
    // To a step already passed.
    void go_to(SetUpStep step);
    // Something was typed that leaving would lose.
    [[nodiscard]] bool has_input() const;

    // "INV-2026-0001", or empty while it cannot be said.
    [[nodiscard]] std::string number_example() const;
    // A doubt about the IBAN that does not stop anyone; empty for none.
    [[nodiscard]] std::string_view iban_doubt() const;
    void take_logo(std::string name, std::span<const std::byte> file);
    void drop_logo() { logo_.reset(); }
    [[nodiscard]] const std::optional<LogoFile>& logo() const { return logo_; }

    // A book that was made in an earlier try keeps its seal or goes without.
    [[nodiscard]] bool can_seal() const;

    // Makes the book; `poll` goes on with it, once a frame.
    void finish();
    void poll();
    enum class State : std::uint8_t { editing, sealing, done };
    [[nodiscard]] State state() const { return state_; }

    [[nodiscard]] FieldErrors& errors() { return errors_; }
    // Sentences for the last step that belong to none of its fields.
    [[nodiscard]] std::vector<std::string_view> general_errors() const;

  private:
    [[nodiscard]] app::SetUpPractice command() const;
    [[nodiscard]] std::vector<base::Error> mistakes() const;
    [[nodiscard]] std::optional<std::int64_t> first_counter() const;
    void show(std::vector<base::Error> errors);
    void write();

    app::App& app_;
    platform::Site& site_;
    Place place_;
    SetUpStep step_ = SetUpStep::practice;
    State state_ = State::editing;
    std::optional<LogoFile> logo_;
    FieldErrors errors_;
};

// The step in which a field of SetUpPractice stands.
[[nodiscard]] SetUpStep step_of(std::string_view field);

} // namespace ui
