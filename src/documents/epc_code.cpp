#include "documents/epc_code.h"

#include "base/text.h"

namespace documents {

namespace {

constexpr std::size_t name_length_max = 70;
constexpr std::size_t text_length_max = 140;
constexpr std::int64_t amount_max = 99'999'999'999;

std::string_view cut(std::string_view text, std::size_t code_points_max) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < code_points_max; ++count) {
        (void)base::next_code_point(text, at);
    }
    return text.substr(0, at);
}

std::string without_spaces(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        if (letter != ' ') out += letter;
    }
    return out;
}

} // namespace

std::optional<std::string> epc_code(const EpcPayment& payment) {
    const bool fits = payment.amount_cents >= 1 && payment.amount_cents <= amount_max;
    if (payment.name.empty() || payment.iban.empty() || !fits) return std::nullopt;
    // Lines: service tag, version, UTF-8, SEPA credit transfer, BIC, name, IBAN, amount, purpose,
    // structured reference, text.
    std::string code = "BCD\n002\n1\nSCT\n";
    code += without_spaces(payment.bic) + "\n";
    code += std::string(cut(payment.name, name_length_max)) + "\n";
    code += without_spaces(payment.iban) + "\n";
    code += "EUR" + base::integer_text(payment.amount_cents / 100) + "." +
            base::integer_text(payment.amount_cents % 100, 2) + "\n\n\n";
    code += cut(payment.remittance, text_length_max);
    return code;
}

} // namespace documents
