#include "app/queries/invoice_page.h"

#include "app/finalize_facts.h"
#include "store/attachment_rows.h"
#include "store/invoice_rows.h"

#include <algorithm>

namespace app {

base::Result<std::optional<documents::Image>> load_logo(const QueryContext& context,
                                                        const store::Appearance& appearance) {
    if (!appearance.logo) return std::optional<documents::Image>();
    const auto row = TRY(store::load_attachment(context.database, *appearance.logo));
    if (!row) return base::fail(base::Code::not_found, "logo");
    documents::Image image{.format = row->media_type == "image/jpeg" ? documents::ImageFormat::jpeg
                                                                     : documents::ImageFormat::png,
                           .bytes = {}};
    image.bytes.resize(row->bytes.size());
    std::ranges::transform(row->bytes, image.bytes.begin(),
                           [](std::uint8_t byte) { return std::byte{byte}; });
    return std::optional(std::move(image));
}

base::Result<InvoicePage> query_invoice_page(const QueryContext& context, domain::InvoiceId id) {
    auto document = TRY(store::load_issued(context.database, id));
    if (!document) return base::fail(base::Code::not_found, "invoice");
    auto logo = TRY(load_logo(context, document->appearance));
    return InvoicePage{.invoice = std::move(document->invoice),
                       .stage = Stage::issued,
                       .appearance = document->appearance,
                       .logo = std::move(logo)};
}

base::Result<InvoicePage> query_draft_page(const QueryContext& context, base::IdSource& ids,
                                           const domain::Draft& draft) {
    const auto facts = TRY(load_finalize_facts(context.database, context.practice, draft));
    const store::Appearance& appearance = context.practice.appearance;
    auto invoice =
        TRY(domain::as_issued(facts, {.now = context.now, .today = context.today, .ids = ids}));
    auto logo = TRY(load_logo(context, appearance));
    return InvoicePage{.invoice = std::move(invoice),
                       .stage = Stage::draft,
                       .appearance = appearance,
                       .logo = std::move(logo)};
}

} // namespace app
