#include "store/shapes.h"

#include <algorithm>

namespace store {

using Size = std::variant<domain::Percent, domain::Money>;

Json Form<Size>::write(const Size& value, const Scope& scope) {
    if (const auto* percent = std::get_if<domain::Percent>(&value))
        return {{"percent", write_value(*percent, scope)}};
    return {{"amount", write_value(std::get<domain::Money>(value), scope)}};
}

bool Form<Size>::read(const Json& json, Size& to, const Scope& scope, ReadErrors& errors) {
    if (!codec::is_object(json, scope, errors)) return false;
    if (json.contains("percent") == json.contains("amount")) {
        errors.add(base::Code::missing, scope.member("percent").path);
        return false;
    }
    FieldReader visit(json, scope, errors);
    if (json.contains("percent")) {
        domain::Percent percent;
        visit("percent", percent);
        to = percent;
    } else {
        auto amount = Blank<domain::Money>::make();
        visit("amount", amount);
        to = amount;
    }
    visit.finish();
    return errors.is_empty();
}

Json Form<domain::LineSource>::write(const domain::LineSource& value, const Scope& scope) {
    if (const auto* service = std::get_if<domain::ServiceId>(&value))
        return {{"service", write_value(*service, scope)}};
    if (const auto* product = std::get_if<domain::ProductId>(&value))
        return {{"product", write_value(*product, scope)}};
    return nullptr;
}

bool Form<domain::LineSource>::read(const Json& json, domain::LineSource& to, const Scope& scope,
                                    ReadErrors& errors) {
    to = std::monostate{};
    if (json.is_null()) return true;
    if (!codec::is_object(json, scope, errors)) return false;
    FieldReader visit(json, scope, errors);
    if (json.contains("service")) {
        domain::ServiceId service;
        visit("service", service);
        to = service;
    } else {
        domain::ProductId product;
        visit("product", product);
        to = product;
    }
    visit.finish();
    return errors.is_empty();
}

Json Form<domain::DocumentRounding>::write(const domain::DocumentRounding& value,
                                           const Scope& scope) {
    if (const auto* step = std::get_if<domain::RoundToStep>(&value))
        return {{"step", step->step_minor}};
    if (const auto* stated = std::get_if<domain::StatedRounding>(&value))
        return {{"amount", write_value(stated->amount, scope)}};
    return nullptr;
}

bool Form<domain::DocumentRounding>::read(const Json& json, domain::DocumentRounding& to,
                                          const Scope& scope, ReadErrors& errors) {
    to = std::monostate{};
    if (json.is_null()) return true;
    if (!codec::is_object(json, scope, errors)) return false;
    FieldReader visit(json, scope, errors);
    if (json.contains("step")) {
        domain::RoundToStep step{.step_minor = 1};
        visit("step", step.step_minor);
        to = step;
    } else {
        domain::StatedRounding stated{.amount = Blank<domain::Money>::make()};
        visit("amount", stated.amount);
        to = stated;
    }
    visit.finish();
    return errors.is_empty();
}

bool Form<base::Digest>::read(const Json& json, base::Digest& to, const Scope& scope,
                              ReadErrors& errors) {
    base::Bytes bytes;
    if (!codec::read_parsed(json, bytes, scope, errors, base::parse_hex)) return false;
    if (bytes.size() != to.size()) {
        errors.add(base::Code::out_of_range, scope.path);
        return false;
    }
    std::ranges::copy(bytes, to.begin());
    return true;
}

} // namespace store
