// The page's scripting interface, window.folio: the same commands and queries as the command line.
//
//   await folio.execute({command: "add_client", name: "Siobhán Ó Briain"})  the receipt, once saved
//   await folio.query("invoices", {filter: "open"})
//   await folio.restore(bytes)                        a copy in the place of the open book
//
// All reject with the error as app/command_json writes it. The signed-in person's rights hold.
#pragma once

#include "app/app.h"
#include "base/bytes.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace web {

class Script {
  public:
    explicit Script(app::App& app);
    Script(const Script&) = delete;
    Script& operator=(const Script&) = delete;

    // Lets those promises go on that waited for the disk to be read, and those end whose revision
    // is saved now, or will not be because another tab took the book.
    void tell_saved();

    // Called by web/script.library.js. JSON that lives until the next call.
    const std::string& execute(std::string_view command);
    const std::string& query(std::string_view name, std::string_view parameters);
    const std::string& restore(base::ByteView file);

  private:
    app::App& app_;
    std::string answer_;
    std::uint64_t told_revision_ = 0;
    bool is_opened_told_ = false;
    bool is_loss_told_ = false;
};

} // namespace web
