#include "ui/screens/set_up_screen.h"

#include "app/app.h"
#include "app/formats.h"
#include "documents/page.h"
#include "domain/country.h"
#include "domain/currency.h"
#include "platform/ports/files.h"
#include "platform/ports/site.h"
#include "ui/screens/form_row.h"
#include "ui/screens/gate_sheet.h"
#include "ui/screens/passphrase_group.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr std::uint32_t logo_request = 0x5e700001;
constexpr float form_width = 640;

constexpr std::array<std::string_view, set_up_step_count> step_names{"Practice", "Billing",
                                                                     "Invoices", "Safety"};
constexpr std::array<std::string_view, set_up_step_count> step_leads{
    "Who bills. All of it can be changed later in Settings.",
    "What your country uses is filled in already.",
    "How invoices are numbered, and how you are paid.",
    "Your book is kept in this browser, on this device, and nowhere else.",
};

constexpr std::array<Option, 2> price_modes{
    {{.label = "Tax is added to them"}, {.label = "They include tax"}}};
constexpr std::array<Option, 2> papers{{{.label = "A4"}, {.label = "Letter"}}};

void note(Frame& frame, Stack& form, std::string_view words) {
    form.advance(paragraph(frame, form.slot(), {.text = words, .color = Color::muted}));
}

void part(Frame& frame, Stack& form, std::string_view words) {
    form.skip(8);
    heading(frame, form.next(24), words, 2);
}

void tick(Frame& frame, Stack& form, bool& is_on, std::string_view words) {
    checkbox(frame, form.slot(std::max(24.0F, frame.measure().nav_item)), is_on, {.label = words});
    form.skip(std::max(24.0F, frame.measure().nav_item) + 4);
}

} // namespace

SetUpScreen::SetUpScreen(Desk& desk, const Environment& environment)
    : desk_(desk), model_(desk.app, desk.site,
                          {.locale = environment.locale, .time_zone = environment.time_zone}),
      logo_(desk.images) {
    for (const domain::CountryProfile& profile : domain::country_profiles())
        countries_.push_back({.label = profile.name});
    for (const domain::CurrencyRecord& currency : domain::currency_records())
        currencies_.push_back({.label = currency.code, .detail = currency.name});
    const auto amount = domain::Currency::from_code("EUR");
    for (const app::Locale& locale : app::locales())
        locale_examples_.push_back(
            app::money_text({123'456, *amount}, app::MoneyStyle::bare, locale) + "   " +
            app::date_text(desk.app.today(), app::DateStyle::numeric, desk.app.today(), locale));
    for (std::size_t i = 0; i < locale_examples_.size(); ++i)
        locales_.push_back({.label = locale_examples_[i], .detail = app::locales()[i].code});
}

bool SetUpScreen::draw(Frame& frame, const Rect& window) {
    model_.poll();
    take_files(frame);
    wants_on_ = false;
    bool leaves = false;
    const auto step = static_cast<std::size_t>(model_.step());
    const std::string key = "set-up-" + std::string(step_names[step]);
    GateSheet sheet(frame, {.key = key,
                            .window = window,
                            .width = form_width,
                            .place = GateSheet::Place::top,
                            .foot = frame_size::sheet_foot});
    draw_steps(frame, sheet);
    Stack& form = sheet.column();
    switch (model_.step()) {
    case SetUpStep::practice: draw_practice(frame, form); break;
    case SetUpStep::billing: draw_billing(frame, form); break;
    case SetUpStep::invoices: draw_invoices(frame, form); break;
    case SetUpStep::safety: draw_safety(frame, form); break;
    }
    Rect foot = sheet.foot();
    const bool is_last = model_.step() == SetUpStep::safety;
    const bool is_busy = model_.state() == SetUpModel::State::sealing;
    wants_on_ |= button_from_right(frame, foot,
                                   {.label = is_last ? "Open the book" : "Continue",
                                    .kind = ButtonKind::primary,
                                    .busy = is_busy ? Busy::yes : Busy::no,
                                    .key = "on"});
    if (!is_busy && button_from_left(frame, foot, {.label = "Back", .kind = ButtonKind::quiet})) {
        leaves = model_.step() == SetUpStep::practice;
        model_.go_back();
    } else if (wants_on_ && !is_busy) {
        model_.go_on();
    }
    model_.errors().show(frame);
    return leaves;
}

void SetUpScreen::draw_steps(Frame& frame, GateSheet& sheet) {
    Stack& form = sheet.column();
    const auto now = static_cast<int>(model_.step());
    const Rect row = form.next(24);
    const std::string count =
        "Step " + std::to_string(now + 1) + " of " + std::to_string(set_up_step_count);
    label(frame, row, {.text = count, .color = Color::muted});
    // A bar a step: those behind are filled.
    const Rect bars = form.next(4);
    const auto places = columns(bars, 8, {0, 0, 0, 0});
    for (int i = 0; i < set_up_step_count; ++i)
        frame.paint().fill(places[static_cast<std::size_t>(i)],
                           frame.color(i <= now ? Color::accent : Color::neutral_tint), 2);
    form.skip(8);
    const auto step = static_cast<std::size_t>(now);
    form.skip(32);
    heading(frame, {row.x, form.y() - 32, row.width, 32}, step_names[step], 1);
    form.skip(paragraph(frame, form.slot(),
                        {.text = step_leads[step], .type = Type::body, .color = Color::muted}) +
              24);
}

void SetUpScreen::text(Frame& frame, FormRow& row, std::string& words, std::string_view field,
                       TextField spec) {
    spec.error = model_.errors().at(field);
    const FieldResult result = text_field(frame, row.next(), words, spec);
    row.took(result.height);
    if (result.changed) model_.errors().clear(field);
    wants_on_ |= result.submitted;
}

void SetUpScreen::select(Frame& frame, FormRow& row, int& chosen, std::string_view field,
                         SelectBox spec) {
    spec.error = model_.errors().at(field);
    const SelectBoxResult result = select_box(frame, row.next(), chosen, spec);
    row.took(result.height);
    if (result.changed) model_.errors().clear(field);
}

void SetUpScreen::draw_practice(Frame& frame, Stack& form) {
    SetUpForm& typed = model_.form;
    {
        FormRow row(frame, form, {0, 0});
        text(frame, row, typed.name, "identity.name",
             {.label = "Practice name",
              .capitals = Capitals::words,
              .autocomplete = "organization",
              .is_required = true});
        int chosen = typed.country;
        select(frame, row, chosen, "billing.country",
               {.label = "Country", .options = countries_, .placeholder = "Choose a country"});
        if (chosen != typed.country) model_.choose_country(chosen);
    }
    {
        FormRow row(frame, form, {0, 0});
        text(frame, row, typed.line1, "identity.address.line1",
             {.label = "Street", .capitals = Capitals::words, .autocomplete = "address-line1"});
        text(frame, row, typed.line2, "identity.address.line2",
             {.label = "Second line",
              .aside = "optional",
              .capitals = Capitals::words,
              .autocomplete = "address-line2"});
    }
    {
        FormRow row(frame, form, {136, 0, 0});
        text(frame, row, typed.postal_code, "identity.address.postal_code",
             {.label = "Postal code",
              .capitals = Capitals::characters,
              .autocomplete = "postal-code"});
        text(frame, row, typed.city, "identity.address.city",
             {.label = "City", .capitals = Capitals::words, .autocomplete = "address-level2"});
        text(frame, row, typed.region, "identity.address.region",
             {.label = "Region",
              .aside = "optional",
              .capitals = Capitals::words,
              .autocomplete = "address-level1"});
    }
    {
        FormRow row(frame, form, {0, 0});
        text(frame, row, typed.email, "identity.email",
             {.label = "Email", .keyboard = Keyboard::email, .autocomplete = "email"});
        text(frame, row, typed.phone, "identity.phone",
             {.label = "Phone",
              .aside = "optional",
              .keyboard = Keyboard::telephone,
              .autocomplete = "tel"});
    }
    {
        FormRow row(frame, form, {0, 0});
        text(frame, row, typed.tax_number, "identity.tax_number",
             {.label = model_.tax_number_name(),
              .aside = "if you have one",
              .key = "tax-number",
              .capitals = Capitals::characters});
    }
    draw_logo(frame, form);
}

void SetUpScreen::draw_logo(Frame& frame, Stack& form) {
    constexpr float side = 56;
    label(frame, form.next(20), {.text = "Logo", .weight = Weight::medium});
    form.skip(-10);
    Rect row = form.next(side);
    const Rect box = take_left(row, side, 16);
    frame.paint().box(box, {.fill = frame.color(Color::surface),
                            .border = frame.color(Color::border),
                            .border_width = 1,
                            .radius = radius::control});
    const auto& logo = model_.logo();
    if (logo_.has_picture()) {
        logo_.draw(frame, box.inset(4));
    } else {
        frame.paint().icon(Icon::image, {box.center_x(), box.center_y()}, 22,
                           frame.color(Color::faint));
    }
    if (button_from_left(frame, row,
                         {.label = logo ? "Change logo" : "Choose a logo", .key = "logo"}))
        desk_.files.open(logo_request, logo_accept);
    if (!logo) {
        label(frame, row, {.text = "PNG or JPEG, for the head of invoices", .color = Color::muted});
    } else if (button_from_left(frame, row, {.label = "Remove", .kind = ButtonKind::quiet})) {
        model_.drop_logo();
        show_logo();
    } else {
        label(frame, row,
              {.text = logo->name, .color = Color::muted, .overflow = Overflow::ellipsis});
    }
    const std::string_view error = model_.errors().at("logo");
    if (!error.empty())
        form.advance(paragraph(frame, form.slot(), {.text = error, .color = Color::danger_text}));
}

void SetUpScreen::draw_billing(Frame& frame, Stack& form) {
    SetUpForm& chosen = model_.form;
    {
        FormRow row(frame, form, {0, 0});
        select(frame, row, chosen.currency, "billing.currency",
               {.label = "Currency", .options = currencies_});
        select(frame, row, chosen.locale, "billing.locale",
               {.label = "Numbers and dates", .options = locales_});
    }
    std::vector<Option> terms;
    for (const TermsChoice& choice : set_up_terms())
        terms.push_back({.label = choice.label});
    {
        FormRow row(frame, form, {0, 0});
        select(frame, row, chosen.terms, "billing.terms", {.label = "Due", .options = terms});
        select(frame, row, chosen.paper, "billing.paper", {.label = "Paper", .options = papers});
    }
    draw_taxes(frame, form);
    const std::string zone =
        "Days begin and end as in " + model_.time_zone() + ", the time zone of this device.";
    form.skip(8);
    note(frame, form, zone);
}

void SetUpScreen::draw_taxes(Frame& frame, Stack& form) {
    const domain::CountryProfile* const profile = model_.country();
    if (profile == nullptr) return;
    SetUpForm& chosen = model_.form;
    part(frame, form, profile->tax_name);
    note(frame, form, "Keep the taxes you charge, and those you need to say why you charge none.");
    std::vector<Option> kept{{.label = "None until I choose"}};
    std::vector<int> taxes{0};
    for (std::size_t i = 0; i < profile->taxes.size(); ++i) {
        bool is_kept = chosen.keeps_tax[i];
        tick(frame, form, is_kept, profile->taxes[i].name);
        chosen.keeps_tax[i] = is_kept;
        if (!is_kept) continue;
        kept.push_back({.label = profile->taxes[i].name});
        taxes.push_back(static_cast<int>(i) + 1);
    }
    form.skip(space::field_gap);
    FormRow row(frame, form, {0, 0});
    const auto found = std::ranges::find(taxes, chosen.line_tax);
    int line_tax = found == taxes.end() ? 0 : static_cast<int>(found - taxes.begin());
    select(frame, row, line_tax, "billing.default_taxes",
           {.label = "Tax of a new line", .options = kept});
    chosen.line_tax = taxes[static_cast<std::size_t>(line_tax)];
    select(frame, row, chosen.price_mode, "billing.price_mode",
           {.label = "Your prices", .options = price_modes});
}

void SetUpScreen::draw_invoices(Frame& frame, Stack& form) {
    SetUpForm& typed = model_.form;
    {
        FormRow row(frame, form, {0, 0});
        text(frame, row, typed.prefix, "invoice_pattern",
             {.label = "Numbers begin with", .capitals = Capitals::characters});
        text(frame, row, typed.first_number, "first_number",
             {.label = "First number",
              .help = "Go on from your last invoice, or start at 1.",
              .keyboard = Keyboard::numeric});
    }
    tick(frame, form, typed.has_year, "The year in the number, from 1 each year");
    form.skip(12);
    const std::string example = model_.number_example();
    if (!example.empty()) {
        const Rect line = form.next(24);
        const float end =
            label(frame, line, {.text = "Your first invoice:", .color = Color::muted});
        label(frame, {line.x + end + 8, line.y, line.width, line.height},
              {.text = example, .type = Type::body, .weight = Weight::semibold});
    }

    part(frame, form, "Who works here");
    {
        FormRow row(frame, form, {0, 0});
        text(frame, row, typed.practitioner, "practitioners[0].name",
             {.label = "Practitioner",
              .aside = "more later",
              .capitals = Capitals::words,
              .autocomplete = "name"});
        text(frame, row, typed.practitioner_title, "practitioners[0].title",
             {.label = "Profession",
              .aside = "optional",
              .placeholder = "Physiotherapist",
              .capitals = Capitals::sentences});
    }

    part(frame, form, "How you are paid");
    tick(frame, form, typed.takes_card, "Card");
    tick(frame, form, typed.takes_cash, "Cash");
    tick(frame, form, typed.takes_transfer, "Bank transfer");
    form.skip(12);
    if (!typed.takes_transfer) return;
    {
        FormRow row(frame, form, {0, 136});
        text(frame, row, typed.iban, "identity.iban",
             {.label = "IBAN or account number",
              .aside = "printed on invoices",
              .help = model_.iban_doubt(),
              .capitals = Capitals::characters});
        text(frame, row, typed.bic, "identity.bic",
             {.label = "BIC", .aside = "optional", .capitals = Capitals::characters});
    }
    FormRow row(frame, form, {0});
    text(frame, row, typed.bank_name, "identity.bank_name",
         {.label = "Account holder", .aside = "if it is not the practice"});
}

void SetUpScreen::draw_safety(Frame& frame, Stack& form) {
    SetUpForm& typed = model_.form;
    for (const std::string_view error : model_.general_errors()) {
        const Banner said{.kind = BannerKind::danger,
                          .icon = Icon::circle_alert,
                          .strong = "The book was not made.",
                          .text = error};
        banner(frame, form.next(banner_height(frame, form.slot().width, said)), said);
    }
    const auto promise = desk_.site.persistence();
    const bool is_granted = promise == platform::Site::Persistence::granted;
    note(frame, form,
         is_granted ? "This browser has promised not to clear it by itself."
                    : "Browsers may clear what a page keeps when the device runs out of room. This "
                      "one was asked not to, and has not promised. Download a copy now and then: "
                      "Settings, Data shows how old the last one is.");
    part(frame, form, "Passphrase");
    if (!model_.can_seal()) {
        note(frame, form, "A passphrase can be set later in Settings, Data.");
        return;
    }
    note(frame, form,
         "With a passphrase the book is encrypted and opens only with it, here and in every copy. "
         "Nobody can recover it: without the passphrase the book is lost. Leave this empty if the "
         "device itself is locked and encrypted.");
    const PassphraseGroup group(frame, form.slot(60));
    FormRow row(frame, form, {0, 0});
    text(frame, row, typed.passphrase, "passphrase",
         {.label = "Passphrase",
          .aside = "optional",
          .kind = FieldKind::password,
          .autocomplete = "new-password"});
    text(frame, row, typed.passphrase_again, "passphrase_again",
         {.label = "The same again",
          .kind = FieldKind::password,
          .enter_key = EnterKey::go,
          .autocomplete = "new-password"});
}

void SetUpScreen::take_files(Frame& frame) {
    for (OpenedFile& file : frame.input().take_files(logo_request)) {
        model_.take_logo(std::move(file.name), file.bytes);
        show_logo();
    }
}

void SetUpScreen::show_logo() {
    if (!model_.logo()) return logo_.set(std::nullopt);
    const bool is_png = model_.logo()->media_type == "image/png";
    documents::Image image{
        .format = is_png ? documents::ImageFormat::png : documents::ImageFormat::jpeg, .bytes = {}};
    for (const std::uint8_t byte : model_.logo()->bytes)
        image.bytes.push_back(std::byte{byte});
    logo_.set(std::move(image));
}

} // namespace ui
