// Settings, Taxes: each with its rates from date to date.
#include "ui/screens/record_list.h"
#include "ui/screens/tax_form.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <array>

namespace ui {

namespace {

constexpr int categories = static_cast<int>(domain::TaxCategory::split_payment) + 1;

class TaxesPart final : public SettingsPart {
  public:
    explicit TaxesPart(Desk& desk) : desk_(desk), local_(local_of(desk.app)) {}

    void read(const app::PracticeSettings& settings) override {
        local_ = local_of(desk_.app);
        taxes_ = settings.taxes;
    }
    float draw(Frame& frame, const Rect& slot) override;

  private:
    [[nodiscard]] const domain::TaxDefinition* find(const base::Uuid& id) const;
    void draw_dialog(Frame& frame);
    void draw_fields(Frame& frame, FormGrid& grid);
    void draw_rates(Frame& frame, FormGrid& grid);
    // One dated rate; true when it was removed.
    bool draw_rate(Frame& frame, FormGrid& grid, std::size_t index);
    void save_tax();

    Desk& desk_;
    Local local_;
    std::vector<domain::TaxDefinition> taxes_;
    std::optional<TaxForm> form_; // While its dialog is open.
};

const domain::TaxDefinition* TaxesPart::find(const base::Uuid& id) const {
    const auto found = std::ranges::find(taxes_, id, [](const auto& tax) { return tax.id.uuid; });
    return found == taxes_.end() ? nullptr : &*found;
}

float TaxesPart::draw(Frame& frame, const Rect& slot) {
    std::vector<RecordRow> rows;
    for (const domain::TaxDefinition& tax : taxes_) {
        std::string detail = tax.code + ", " + std::string(category_words(tax.category));
        if (tax.retained == domain::Retained::yes) detail += ", withheld";
        rows.push_back({.id = tax.id.uuid,
                        .title = tax.name,
                        .detail = std::move(detail),
                        .aside = rate_words(tax, local_),
                        .is_archived = tax.is_archived});
    }
    const RecordRowsAnswer answer =
        record_rows(frame, slot,
                    {.title = "Taxes",
                     .lead = "The supply date of a line decides which rate it gets. Issued "
                             "invoices keep theirs.",
                     .add = "Add tax",
                     .none = "No taxes yet. Lines without one are printed without tax.",
                     .rows = rows});
    if (answer.adds) form_.emplace(desk_.app, std::nullopt);
    if (answer.opened)
        if (const auto* const tax = find(*answer.opened)) form_.emplace(desk_.app, *tax);
    if (answer.restored)
        if (const auto* const tax = find(*answer.restored))
            restore_record(desk_, app::MasterKind::tax, tax->id.uuid, tax->name);
    if (form_) draw_dialog(frame);
    return answer.height;
}

void TaxesPart::draw_dialog(Frame& frame) {
    const bool is_new = form_->is_new();
    const auto* const saved = is_new ? nullptr : find(form_->tax().id.uuid);
    const RecordAnswer answer = record_dialog(
        frame,
        {.title = saved != nullptr ? std::string_view(saved->name) : std::string_view("Add tax"),
         .key = "tax",
         .save = is_new ? "Add tax" : "Save tax",
         .is_new = is_new,
         .can_archive = !is_new},
        form_->errors(), [this, &frame](FormGrid& grid) { draw_fields(frame, grid); });
    switch (answer) {
    case RecordAnswer::none: break;
    case RecordAnswer::keep: form_.reset(); break;
    case RecordAnswer::save: save_tax(); break;
    case RecordAnswer::archive:
        archive_record(desk_, app::MasterKind::tax, form_->tax().id.uuid, form_->tax().name);
        form_.reset();
        break;
    }
}

void TaxesPart::draw_fields(Frame& frame, FormGrid& grid) {
    domain::TaxDefinition& tax = form_->tax();
    grid.text("name", tax.name,
              {.label = "Name",
               .placeholder = "VAT 23%",
               .help = "As chosen in lists.",
               .is_required = true});
    grid.text("code", tax.code,
              {.label = "Tax",
               .placeholder = "VAT",
               .help = "One name for all rates of one tax.",
               .capitals = Capitals::characters,
               .is_required = true});
    std::array<Option, categories> options;
    for (int at = 0; at < categories; ++at)
        options[static_cast<std::size_t>(at)].label =
            category_words(static_cast<domain::TaxCategory>(at));
    auto category = static_cast<int>(tax.category);
    if (grid.choice("category", category, {.label = "Category", .options = options}, Span::whole))
        tax.category = static_cast<domain::TaxCategory>(category);
    if (domain::needs_exemption_reason(tax.category) || !tax.exemption_reason.empty())
        grid.text("exemption_reason", tax.exemption_reason,
                  {.label = "Reason why no tax is charged",
                   .aside = "printed",
                   .help = "With the paragraph of the law.",
                   .kind = FieldKind::multi_line,
                   .enter_key = EnterKey::enter,
                   .capitals = Capitals::sentences},
                  Span::whole);
    draw_rates(frame, grid);
    bool is_retained = tax.retained == domain::Retained::yes;
    if (grid.tick(is_retained, "Withheld by the payer",
                  "Lowers what is to be paid and is no part of the total."))
        tax.retained = is_retained ? domain::Retained::yes : domain::Retained::no;
}

void TaxesPart::draw_rates(Frame& frame, FormGrid& grid) {
    grid.group("Rates", "To change a rate, add the new one with its first day.");
    std::optional<std::size_t> removed;
    for (std::size_t index = 0; index < form_->rates().size(); ++index)
        if (draw_rate(frame, grid, index)) removed = index;
    if (removed) form_->remove_rate(*removed);
    Rect bar = grid.slot();
    bar.height = button_height(frame);
    if (button_from_left(frame, bar, {.label = "Add a rate", .icon = Icon::plus}))
        form_->add_rate();
    grid.advance(bar.height);
}

bool TaxesPart::draw_rate(Frame& frame, FormGrid& grid, std::size_t index) {
    const std::string row = "rates[" + std::to_string(index) + "]";
    const Scope scope(frame, row);
    TaxForm::Rate& rate = form_->rates()[index];
    FieldErrors& errors = form_->errors();
    const Rect slot = grid.slot();
    const float cross = frame.theme().is_touch() ? space::target_min : 36;
    Rect line = slot;
    const Rect end = take_right(line, cross, 4);
    const auto halves = columns(line, space::field_gap, {0, 0});
    // Numbered, so that each field has a name of its own.
    const std::string number =
        form_->rates().size() > 1 ? " " + std::to_string(index + 1) : std::string();
    const std::string rate_label = "Rate" + number;
    const std::string from_label = "From" + number;
    const FieldResult percent =
        percent_field(frame, halves[0], rate.percent,
                      {.label = rate_label, .error = errors.at(row + ".rate"), .key = "rate"});
    if (percent.changed) errors.clear(row + ".rate");
    const DateResult from = date_field(frame, halves[1], rate.from,
                                       {.label = from_label,
                                        .date = form_->from_of(index),
                                        .today = form_->local().today,
                                        .error = errors.at(row + ".from"),
                                        .key = "from"});
    if (from.changed || from.picked) errors.clear(row + ".from");
    grid.shows(row + ".rate");
    grid.shows(row + ".from");
    if (from.picked) rate.from = form_->local().numeric(*from.picked);
    grid.advance(std::max(percent.height, from.height));
    if (form_->rates().size() == 1) return false;
    const std::string remove = "Remove rate" + number;
    return icon_button(frame, {end.x, slot.y + 26, cross, cross},
                       {.label = remove, .kind = ButtonKind::quiet, .icon = Icon::x});
}

void TaxesPart::save_tax() {
    const bool is_new = form_->is_new();
    const auto id = form_->save();
    if (!id) return;
    if (is_new)
        desk_.notices.say(form_->tax().name + " added");
    else
        desk_.notices.done(form_->tax().name + " saved", *id);
    form_.reset();
}

} // namespace

std::unique_ptr<SettingsPart> make_taxes_part(Desk& desk, const app::PracticeSettings&) {
    return std::make_unique<TaxesPart>(desk);
}

} // namespace ui
