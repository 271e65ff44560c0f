// Finalizing a draft: what stands against it, how it is paid, and the one command.
//
// The command's id is made once, so that pressing twice issues once. A number is final only when it
// is saved: until then the stage is `saving`.
#pragma once

#include "app/app.h"
#include "ui/screens/editor_model.h"
#include "ui/screens/field_errors.h"
#include "ui/screens/typed.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

enum class FinalizePayment : std::uint8_t { ask, paid, credit };
enum class FinalizeStage : std::uint8_t { asking, saving, done };

// Where a reason is put right.
enum class ReasonPlace : std::uint8_t {
    nowhere,
    client,
    client_record, // The recipient's own data.
    issued,
    due,
    lines, // Add one.
    line,  // Of `line`.
    practice,
    numbering,
};

struct FinalizeReason {
    std::string sentence;
    std::string link; // "Show the line"; empty: nowhere to go.
    ReasonPlace place = ReasonPlace::nowhere;
    std::size_t line = 0;
};

class FinalizeModel {
  public:
    explicit FinalizeModel(EditorModel& editor);

    [[nodiscard]] EditorModel& editor() { return editor_; }
    // Everything that stands against it, each once, as of the editor's figures.
    [[nodiscard]] std::vector<FinalizeReason> reasons() const;

    [[nodiscard]] FinalizePayment payment() const { return payment_; }
    void choose(FinalizePayment payment);
    [[nodiscard]] bool has_credit() const;

    // Already paid.
    [[nodiscard]] Typed& amount() { return amount_; }
    [[nodiscard]] Typed& date() { return date_; }
    std::string reference;
    int method = -1; // Into methods().
    bool keeps_rest_as_credit = false;
    [[nodiscard]] const std::vector<domain::PaymentMethod>& methods() const { return methods_; }
    [[nodiscard]] domain::Money amount_read() const { return paid_; }
    [[nodiscard]] base::Date date_read() const { return paid_on_; }
    // What is more than is owed; nothing when it is not.
    [[nodiscard]] std::optional<domain::Money> rest() const;
    void read_amount();
    void read_date();
    void pay_on(base::Date date);
    void judge();

    // Carries it out, unless it was.
    void finalize();
    // Once a frame: whether the disk has it.
    void step();
    [[nodiscard]] FinalizeStage stage() const { return stage_; }
    [[nodiscard]] const std::string& number() const { return number_; }
    [[nodiscard]] FieldErrors& errors() { return errors_; }

  private:
    [[nodiscard]] app::FinalizeInvoice command() const;
    bool check_payment();

    EditorModel& editor_;
    base::Uuid command_;
    FinalizePayment payment_ = FinalizePayment::ask;
    FinalizeStage stage_ = FinalizeStage::asking;
    std::vector<domain::PaymentMethod> methods_; // In use.
    Typed amount_;
    Typed date_;
    domain::Money paid_;
    base::Date paid_on_;
    FieldErrors errors_;
    std::string number_;
    std::uint64_t revision_ = 0;
};

} // namespace ui
