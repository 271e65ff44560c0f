// The page's scripting interface, window.folio: the same commands and queries as the command line.
//
//   await folio.execute({command: "add_client", name: "Siobhán Ó Briain"})  the receipt, once saved
//   await folio.query("invoices", {filter: "open"})
//
// Both reject with the error as app/command_json writes it. The signed-in person's rights hold.
#pragma once

#include "app/app.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace web {

class Script {
  public:
    explicit Script(app::App& app);
    Script(const Script&) = delete;
    Script& operator=(const Script&) = delete;

    // Lets those promises end whose revision is on the disk now.
    void tell_saved();

    // Called by web/script.library.js. JSON that lives until the next call.
    const std::string& execute(std::string_view command);
    const std::string& query(std::string_view name, std::string_view parameters);

  private:
    app::App& app_;
    std::string answer_;
    std::uint64_t told_revision_ = 0;
};

} // namespace web
