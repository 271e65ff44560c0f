// What the practice sells: services and products with their usual price and taxes.
//
// A catalogue entry only fills a line; changing it later changes no line.
#pragma once

#include "base/decimal.h"
#include "domain/ids.h"
#include "domain/totals.h"

#include <cstdint>
#include <string>
#include <vector>

namespace domain {

enum class ServiceKind : std::uint8_t { appointment, class_session, activity };

struct Service {
    ServiceId id;
    ServiceKind kind = ServiceKind::appointment;
    std::string name;
    std::string code;        // The practice's or a fee schedule's code, typed by the user.
    std::string description; // Printed under the name.
    std::string unit;        // "session", "hour"; empty = none printed.
    base::Decimal unit_price;
    PriceMode price_mode = PriceMode::net; // Whether unit_price holds the taxes.
    int duration_minutes = 0;              // 0 = not stated.
    std::vector<TaxId> taxes;
    bool is_archived = false;

    friend bool operator==(const Service&, const Service&) = default;
};

struct Product {
    ProductId id;
    std::string name;
    std::string code;
    std::string description;
    std::string unit;
    base::Decimal unit_price;
    PriceMode price_mode = PriceMode::net;
    std::vector<TaxId> taxes;
    bool is_archived = false;

    friend bool operator==(const Product&, const Product&) = default;
};

} // namespace domain
