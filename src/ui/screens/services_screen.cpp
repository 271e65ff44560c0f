#include "ui/screens/services_screen.h"

#include "app/messages.h"
#include "ui/screens/catalogue_model.h"
#include "ui/screens/catalogue_sheet.h"
#include "ui/shell_frame.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"
#include "ui/widgets/table.h"

#include <array>
#include <vector>

namespace ui {

namespace {

constexpr std::string_view own_address = "#/services";
constexpr float search_width = 240;
constexpr float narrow_row = 72;

class ServicesPanel final : public Panel {
  public:
    ServicesPanel(Desk& desk, std::string_view rest) : desk_(desk), model_(desk.app), sheet_(desk) {
        arrive(rest);
    }

    void arrive(std::string_view rest) override {
        if (rest.empty()) return;
        // Forms stand above the list and are no place to come back to.
        desk_.routes.replace(own_address);
        (void)model_.refresh();
        if (rest == "new-service")
            add(CatalogueKind::service);
        else if (rest == "new-product")
            add(CatalogueKind::product);
        else if (const auto id = base::parse_uuid(rest))
            edit(*id);
    }

    void draw(Frame& frame, const Rect& whole) override;
    [[nodiscard]] std::string title() const override { return "Services and products"; }
    [[nodiscard]] bool has_unsaved() const override { return sheet_.has_unsaved(); }

  private:
    void add(CatalogueKind kind);
    void edit(const base::Uuid& id);
    void draw_bar(Frame& frame, Rect& sheet);
    void draw_wide(Frame& frame, const Rect& rect);
    void draw_narrow(Frame& frame, const Rect& rect);
    void draw_nothing(Frame& frame, const Rect& rect);
    [[nodiscard]] bool shows_services() { return model_.question().kind == CatalogueKind::service; }
    [[nodiscard]] std::string_view new_words() {
        return shows_services() ? "New service" : "New product";
    }

    Desk& desk_;
    CatalogueModel model_;
    CatalogueSheet sheet_;
    bool is_new_ = false; // The rows are others than in the last frame.
};

void ServicesPanel::add(CatalogueKind kind) {
    model_.question().kind = kind;
    sheet_.open(std::make_unique<CatalogueForm>(desk_.app, kind));
}

void ServicesPanel::edit(const base::Uuid& id) {
    if (const domain::Service* const service = model_.service(id)) {
        model_.question().kind = CatalogueKind::service;
        sheet_.open(std::make_unique<CatalogueForm>(desk_.app, *service));
    } else if (const domain::Product* const product = model_.product(id)) {
        model_.question().kind = CatalogueKind::product;
        sheet_.open(std::make_unique<CatalogueForm>(desk_.app, *product));
    } else {
        desk_.notices.refused("This entry is no longer there. Choose another.");
    }
}

void ServicesPanel::draw(Frame& frame, const Rect& whole) {
    is_new_ |= model_.refresh();
    Rect sheet = whole;
    const bool has_any = model_.count(CatalogueState::in_use) > 0;
    const bool is_narrow = frame.breadth() == Breadth::narrow; // The tabs below name both.
    SheetHeaderAnswer head = sheet_header(
        frame, sheet, {.title = is_narrow ? "Services" : "Services and products", .reserve = 150});
    if (has_any &&
        button_from_right(
            frame, head.bar,
            {.label = new_words(), .kind = ButtonKind::primary, .icon = Icon::plus, .key = "new"}))
        add(model_.question().kind);
    draw_bar(frame, sheet);
    is_new_ |= model_.refresh();
    if (model_.error() || model_.lines().empty())
        draw_nothing(frame, sheet);
    else if (frame.breadth() == Breadth::narrow)
        draw_narrow(frame, sheet);
    else
        draw_wide(frame, sheet.inset(frame.gutter() - space::table_cell, 0));
    sheet_.draw(frame);
}

void ServicesPanel::draw_bar(Frame& frame, Rect& sheet) {
    const float gutter = frame.gutter();
    const std::string services = std::to_string(model_.count(CatalogueKind::service));
    const std::string products = std::to_string(model_.count(CatalogueKind::product));
    const std::array<Segment, 2> kinds{{{"Services", services}, {"Products", products}}};
    int kind = shows_services() ? 0 : 1;
    if (tabs(frame, take_top(sheet, frame.measure().tab, 8).inset(gutter, 0), kind,
             {.name = "Catalogue", .items = kinds})) {
        model_.question().kind = kind == 0 ? CatalogueKind::service : CatalogueKind::product;
        model_.question().state = CatalogueState::in_use;
    }
    Rect bar = take_top(sheet, frame_size::toolbar).inset(gutter, 0);
    const float height = field_box_height(frame, FieldSize::compact);
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const Rect search = is_narrow ? bar : take_right(bar, search_width, 16);
    (void)search_field(frame, {search.x, search.center_y() - height / 2, search.width, height},
                       model_.question().search, "Name or code");
    if (is_narrow) bar = take_top(sheet, 60).inset(gutter, 0);
    const std::string in_use = std::to_string(model_.count(CatalogueState::in_use));
    const std::string archived = std::to_string(model_.count(CatalogueState::archived));
    const std::array<Segment, 2> states{{{"In use", in_use}, {"Archived", archived}}};
    int state = model_.question().state == CatalogueState::archived ? 1 : 0;
    const float segment = frame.measure().segmented;
    if (segmented(frame, {bar.x, bar.center_y() - segment / 2, bar.width, segment}, state,
                  {.name = "Entries shown", .items = states}))
        model_.question().state = state == 1 ? CatalogueState::archived : CatalogueState::in_use;
}

void ServicesPanel::draw_wide(Frame& frame, const Rect& rect) {
    const std::string price = "Price, " + std::string(model_.local().currency.code());
    std::vector<Column> columns{{.title = "Name"}, {.title = "Code", .width = 120}};
    const bool has_duration = shows_services();
    if (has_duration) columns.push_back({"Duration", 96, HorizontalAlign::end});
    columns.push_back({.title = "Taxes", .width = 232});
    columns.push_back({price, 112, HorizontalAlign::end});
    columns.push_back({.title = "Price mode", .width = 112, .is_title_hidden = true});
    const int taxes = has_duration ? 3 : 2;
    Table table(frame, rect,
                {.name = "Entries",
                 .columns = columns,
                 .row_count = static_cast<int>(model_.lines().size()),
                 .bottom_room = 16,
                 .is_new = std::exchange(is_new_, false)});
    for (const int index : table.rows()) {
        const CatalogueModel::Line& line = model_.lines()[static_cast<std::size_t>(index)];
        TableRow row(table, index);
        row.text(0, line.name, {.weight = Weight::medium, .overflow = Overflow::ellipsis});
        row.text(1, line.code, {.color = Color::muted});
        if (has_duration) row.text(2, line.duration, {.color = Color::muted});
        row.text(taxes, line.taxes, {.color = Color::muted, .overflow = Overflow::ellipsis});
        row.text(taxes + 1, line.price, {.weight = Weight::medium});
        row.text(taxes + 2, line.price_mode, {.color = Color::muted});
        if (row.is_opened()) edit(line.id);
    }
}

void ServicesPanel::draw_narrow(Frame& frame, const Rect& rect) {
    divider(frame, rect.x, rect.right(), rect.y);
    constexpr std::array<Column, 1> columns{{{"Entry"}}};
    Table table(frame, rect,
                {.name = "Entries",
                 .columns = columns,
                 .row_count = static_cast<int>(model_.lines().size()),
                 .row_height = narrow_row,
                 .side_room = space::gutter_narrow - space::table_cell,
                 .has_head = false,
                 .is_new = std::exchange(is_new_, false)});
    for (const int index : table.rows()) {
        const CatalogueModel::Line& line = model_.lines()[static_cast<std::size_t>(index)];
        TableRow row(table, index);
        Rect place = row.cell(0);
        const float middle = place.center_y();
        const Rect end = take_right(place, 112, 12);
        label(frame, {place.x, middle - 24, place.width, 24},
              {.text = line.name,
               .type = Type::body,
               .weight = Weight::medium,
               .overflow = Overflow::ellipsis});
        label(frame, {place.x, middle + 2, place.width, 20},
              {.text = line.duration.empty() ? line.taxes : line.duration + ", " + line.taxes,
               .color = Color::muted,
               .overflow = Overflow::ellipsis});
        label(frame, {end.x, middle - 24, end.width, 24},
              {.text = line.price,
               .type = Type::body,
               .weight = Weight::semibold,
               .align = HorizontalAlign::end});
        label(frame, {end.x, middle + 2, end.width, 20},
              {.text = line.price_mode, .color = Color::muted, .align = HorizontalAlign::end});
        if (row.is_opened()) edit(line.id);
    }
}

void ServicesPanel::draw_nothing(Frame& frame, const Rect& rect) {
    if (model_.error()) {
        const std::string words = app::message(*model_.error());
        (void)empty_state(frame, rect,
                          {.title = "The catalogue can't be read",
                           .text = words,
                           .action = {},
                           .is_filtered = true});
        return;
    }
    CatalogueModel::Question& question = model_.question();
    if (!question.search.empty()) {
        if (empty_state(frame, rect,
                        {.title = "Nothing matches this search",
                         .text = {},
                         .action = "Clear search",
                         .is_filtered = true}) == EmptyAnswer::action)
            question.search.clear();
        return;
    }
    if (question.state == CatalogueState::archived) {
        if (empty_state(frame, rect,
                        {.title = "Nothing is archived",
                         .text = {},
                         .action = "Show what is in use",
                         .is_filtered = true}) == EmptyAnswer::action)
            question.state = CatalogueState::in_use;
        return;
    }
    const bool services = shows_services();
    if (empty_state(frame, rect,
                    {.title = services ? "No services yet" : "No products yet",
                     .text = services ? "A service fills a line of an invoice: its name, price "
                                        "and taxes. Changing it later changes no invoice."
                                      : "A product fills a line of an invoice: its name, price "
                                        "and taxes. Changing it later changes no invoice.",
                     .action = new_words()}) == EmptyAnswer::action)
        add(question.kind);
}

} // namespace

std::unique_ptr<Panel> make_services(Desk& desk, std::string_view rest) {
    return std::make_unique<ServicesPanel>(desk, rest);
}

} // namespace ui
