// Which rows of a file are there already: in the book, or before in the file.
//
// Two records are the same if their numbers are (a client's reference, a code of the catalogue), or
// their names where not both have a number; the name of a client counts with the email. Names are
// compared as they are searched: "Wójcik" is "WOJCIK".
#pragma once

#include "domain/catalog.h"
#include "domain/party.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace app {

struct Likeness {
    std::string number; // Folded; empty where there is none.
    std::string name;   // Folded.
};

[[nodiscard]] Likeness likeness_of(const domain::Client& client);
[[nodiscard]] Likeness likeness_of(const domain::Service& service);
[[nodiscard]] Likeness likeness_of(const domain::Product& product);

// Where a record stands that a row repeats.
struct Place {
    std::size_t line = 0; // 0: in the book.
    std::string name;
};

class KnownRecords {
  public:
    // The first that is the same, if any.
    [[nodiscard]] std::optional<Place> find(const Likeness& likeness) const;
    void add(const Likeness& likeness, Place place);

  private:
    struct Known {
        std::string number;
        Place place;
    };
    std::map<std::string, Place, std::less<>> by_number_;
    std::multimap<std::string, Known, std::less<>> by_name_;
};

} // namespace app
