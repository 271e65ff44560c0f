// Settings, History: every change of the book, newest first, each with the record it was made to.
#include "ui/screens/history_model.h"
#include "ui/screens/settings_part.h"

#include "app/messages.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"
#include "ui/widgets/table.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float card_row = 72;
constexpr int read_ahead = 20; // Rows before the last one.

enum Place : int { at_when, at_what, at_about, at_who };

class HistoryPart final : public SettingsPart {
  public:
    explicit HistoryPart(Desk& desk) : desk_(desk), model_(desk.app) {}

    void read(const app::PracticeSettings&) override {}
    [[nodiscard]] bool is_wide() const override { return true; }
    float draw(Frame& frame, const Rect& slot) override;

  private:
    void draw_head(Frame& frame, Rect& rest);
    void draw_nothing(Frame& frame, const Rect& place);
    void draw_table(Frame& frame, const Rect& place);
    static void draw_row(Frame& frame, TableRow& row, const HistoryRow& change);
    static void draw_card(Frame& frame, TableRow& row, const HistoryRow& change);

    Desk& desk_;
    HistoryModel model_;
};

float HistoryPart::draw(Frame& frame, const Rect& slot) {
    model_.update();
    Rect rest = slot;
    draw_head(frame, rest);
    if (model_.problem() || model_.count() == 0)
        draw_nothing(frame, rest);
    else
        draw_table(frame, rest);
    return slot.height;
}

void HistoryPart::draw_head(Frame& frame, Rect& rest) {
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const float gutter = frame.gutter();
    take_top(rest, is_narrow ? 0 : 24);
    const float field = field_box_height(frame, FieldSize::compact);
    Rect bar = take_top(rest, field, 4).inset(gutter, 0);
    const Rect search = is_narrow ? bar : take_right(bar, 240, 24);
    if (!is_narrow) heading(frame, bar, "History", 2);
    const FieldResult found =
        search_field(frame, search, model_.search(), "Name, number or action");
    if (found.focused && frame.input().take(Key::escape, {}, found.id)) model_.search().clear();
    if (found.changed) frame.want_at(frame.now_ms());
    take_top(rest,
             paragraph(frame, rest.inset(gutter, 0),
                       {.text = "Every change, newest first. Nothing is ever taken out.",
                        .color = Color::muted}),
             16);
}

void HistoryPart::draw_nothing(Frame& frame, const Rect& place) {
    if (!model_.problem() && model_.has_more()) {
        // The search reads on, a page a frame.
        label(frame, {place.x + frame.gutter(), place.y, place.width, 24},
              {.text = "Looking further back\u2026", .color = Color::muted, .role = Role::status});
        model_.read_more();
        return frame.want_at(frame.now_ms());
    }
    const std::string why = model_.problem() ? app::message(*model_.problem()) : std::string();
    const std::string title = model_.problem()
                                  ? std::string("The history can't be read")
                                  : "Nothing matches \u201c" + model_.search() + "\u201d.";
    const EmptyState state{.title = title,
                           .text = why,
                           .action = model_.problem() ? "Open data settings" : "Show all",
                           .action_icon = Icon::none,
                           .is_filtered = true};
    if (empty_state(frame, place, state) != EmptyAnswer::action) return;
    if (model_.problem())
        desk_.routes.go("#/settings/data");
    else
        model_.search().clear();
}

void HistoryPart::draw_table(Frame& frame, const Rect& place) {
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const std::vector<Column> columns = is_narrow
                                            ? std::vector<Column>{{.title = "Change"}}
                                            : std::vector<Column>{{.title = "When", .width = 136},
                                                                  {.title = "What", .width = 200},
                                                                  {.title = "Of"},
                                                                  {.title = "Who", .width = 168}};
    const auto count = static_cast<int>(model_.count());
    int last = 0;
    {
        Table table(frame, is_narrow ? place : place.inset(frame.gutter() - space::table_cell, 0),
                    {.name = "History",
                     .columns = columns,
                     .row_count = count,
                     .row_height = is_narrow ? card_row : 0,
                     .has_head = !is_narrow});
        for (const int index : table.rows()) {
            last = std::max(last, index);
            const HistoryRow& change = model_.row(static_cast<std::size_t>(index));
            TableRow row(table, index, {.key = change.key});
            if (is_narrow)
                draw_card(frame, row, change);
            else
                draw_row(frame, row, change);
            if (row.is_opened() && !change.address.empty()) desk_.routes.go(change.address);
        }
    }
    if (!model_.has_more() || last + read_ahead < count) return;
    model_.read_more();
    frame.want_at(frame.now_ms());
}

void HistoryPart::draw_row(Frame& frame, TableRow& row, const HistoryRow& change) {
    row.text(at_when, change.when, {.color = Color::muted});
    row.text(at_what, change.what, {.weight = Weight::medium});
    Rect cell = row.cell(at_about);
    const float width = label(frame, cell,
                              {.text = change.about,
                               .color = change.address.empty() ? Color::muted : Color::text,
                               .overflow = Overflow::ellipsis});
    take_left(cell, width, width > 0 ? 8 : 0);
    label(frame, cell,
          {.text = change.reason, .color = Color::muted, .overflow = Overflow::ellipsis});
    row.text(at_who, change.who, {.color = Color::muted});
}

void HistoryPart::draw_card(Frame& frame, TableRow& row, const HistoryRow& change) {
    const Rect cell = row.cell(0).inset(frame.gutter() - space::table_cell, 0);
    Rect lines = centered(cell, cell.width, 48);
    Rect first = take_top(lines, 24);
    const float width = frame.paint().width(change.when, font(Type::small));
    label(frame, take_right(first, width + 1, 12),
          {.text = change.when, .color = Color::muted, .align = HorizontalAlign::end});
    label(frame, first,
          {.text = change.what, .weight = Weight::medium, .overflow = Overflow::ellipsis});
    std::string detail = change.about;
    for (const std::string& part : {change.reason, change.who})
        if (!part.empty()) detail += (detail.empty() ? "" : ", ") + part;
    label(frame, lines, {.text = detail, .color = Color::muted, .overflow = Overflow::ellipsis});
}

} // namespace

std::unique_ptr<SettingsPart> make_history_part(Desk& desk, const app::PracticeSettings&) {
    return std::make_unique<HistoryPart>(desk);
}

} // namespace ui
