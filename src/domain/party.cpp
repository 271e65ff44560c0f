#include "domain/party.h"

namespace domain {

bool Address::is_empty() const {
    return line1.empty() && line2.empty() && city.empty() && region.empty() && postal_code.empty();
}

} // namespace domain
