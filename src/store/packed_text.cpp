#include "store/packed_text.h"

#include "base/assert.h"

#include <zlib.h>

#include <algorithm>

namespace store {

namespace {

// Number 1. Bodies of every kind with their usual values, the rarest first: a nearer match is a
// shorter one. Canonical JSON (store/json_codec.h), so names of fields come in their order.
constexpr std::uint8_t words_number = 1;
constexpr std::string_view packed_words =
    R"({"group":"identity","id":"","record":"practice","value":{"id)"
    R"(entity":{"address":{"city":"","country":"","line1":"","line2":"","postal_code":"",)"
    R"("region":""},"bank_name":"","bic":"","email":"","iban":"","legal_name":"","name":"",)"
    R"("phone":"","registration_number":"","tax_number":"","website":")"
    R"({"group":"billing","id":"","record":"practice","value":{"bil)"
    R"(ling":{"auto_allocation":"oldest_first","cash_step_minor":,"country":"","currency":"",)"
    R"("default_footer":"","default_memo":"","default_taxes":["","document_step_minor":,)"
    R"("locale":"","lock_date":"","paper":"a4","price_mode":"net","tax_rounding":"per_rate",)"
    R"("terms":{"days":,"kind":"on_receipt"},"time_zone":")"
    R"({"group":"appearance","id":"","record":"practice","value":{")"
    R"(appearance":{"accent_rgb":,"hides_line_dates":true,"hides_practitioner":true,)"
    R"("logo":"","shows_location":true)"
    R"({"group":"main","id":"","record":"series","value":{"device":"","document":"invoice",)"
    R"("letter":"","pattern":"INV-{S}{NNNN}"}})"
    R"({"group":"main","id":"","record":"tax","value":{"category":"reverse_charge",)"
    R"("category":"reduced","code":"","exemption_reason":"","name":"","rates":[{"from":"",)"
    R"("rate":""}]}})"
    R"({"group":"main","id":"","record":"payment_method","value":{"kind":"bank_transfer",)"
    R"("kind":"cash","kind":"check","kind":"eftpos","name":""}})"
    R"({"group":"main","id":"","record":"practitioner","value":{"email":"","name":"",)"
    R"("registration_number":"","title":""}})"
    R"({"group":"main","id":"","record":"location","value":{"address":{"city":"",)"
    R"("country":"","line1":"","postal_code":""},"name":"","phone":""}})"
    R"({"group":"life","id":"","record":"draft","value":null}{"group":"life","id":"",)"
    R"("record":"client","value":{"is_archived":true}})"
    R"({"group":"main","id":"","record":"product","value":{"code":"","description":"",)"
    R"("name":""}},)"
    R"({"group":"main","id":"","record":"service","value":{"description":"",)"
    R"("duration_minutes":50,"kind":"class_session","kind":"appointment","name":""}},)"
    R"({"group":"price","id":"","record":"service","value":{"price_mode":"tax_inclusive",)"
    R"("price_mode":"net","taxes":[""],"unit":"session","unit_price":""}})"
    R"({"group":"main","id":"","record":"contact","value":{"kind":"organisation","name":"",)"
    R"("role":"plan_manager","role":"insurer","role":"parent"}})"
    R"({"group":"address","id":"","record":"client","value":{"address":{"city":"",)"
    R"("country":"","line1":"","line2":"","postal_code":"","region":""}}},{"group":"billing",)"
    R"("id":"","record":"client","value":{"language":"","reference":"","tax_number":"",)"
    R"("terms":{"days":30,"kind":"end_of_month"}}},{"group":"contact","id":"",)"
    R"("record":"client","value":{"email":"@gmail.com","email":"@example.com","phone":""}},)"
    R"({"group":"contacts","id":"","record":"client","value":{"contacts":[""],)"
    R"("invoice_to":""}},{"group":"main","id":"","record":"client","value":{"kind":"person",)"
    R"("latin_name":"","name":""}},{"group":"notes","id":"","record":"client",)"
    R"("value":{"notes":")"
    R"([{"fact":"number_skip","value":{"dated":{"effective":"","recorded":},"from":,)"
    R"("reason":"","series":"","to":,"year":0}}])"
    R"([{"fact":"invoice_left","value":{"invoice":"","version":1,"way":"exported",)"
    R"("way":"downloaded","way":"printed"}}])"
    R"([{"fact":"invoice_revert","value":{"dated":[{"fact":"invoice_void",)"
    R"("value":{"dated":{"effective":"","recorded":},"invoice":"","reason":"","version":1}}])"
    R"([{"fact":"release","value":{"allocation":"","amount":{"currency":"","minor":},)"
    R"("cash_rounding":{"currency":"","minor":0},"dated":{"effective":"","recorded":},)"
    R"("id":"","reason":""}},{"fact":"payment_void","value":{"dated":{"effective":"",)"
    R"("recorded":},"payment":"","reason":""}}])"
    R"([{"fact":"letterhead","value":{"appearance":{"accent_rgb":2040616},)"
    R"("sender":{"address":{"city":"","country":"","line1":")"
    R"("adjustments":[{"adjustment":{"kind":"charge","kind":"discount","reason":"",)"
    R"("size":{"amount":{"currency":"","minor":},"size":{"percent":""}},"taxes":[)"
    R"("currency":"USD","currency":"GBP","currency":"CHF","currency":"AUD","currency":"PLN",)"
    R"("country":"US","country":"GB","country":"FR","country":"DE","country":"IE")"
    R"([{"group":"header","id":"","record":"draft","value":{"adjustments":[],"client":"",)"
    R"("currency":"EUR","due_date":"20","footer":"","issue_date":"20","location":"",)"
    R"("memo":"","practitioner":"","price_mode":"net","rate_memo":"","recipient":"",)"
    R"("reference":"","reverted":{"number":"","terms":{"days":30,"kind":"on_receipt"},)"
    R"("terms":{"days":14,"kind":"net_days"},"wants_credit_applied":true}},{"group":"line/0",)"
    R"("id":"0","record":"draft","value":{"code":"","detail":"","kind":"write_in",)"
    R"("kind":"product","kind":"service","location":"","name":"","position":"000001",)"
    R"("practitioner":"","price_base_quantity":"1","quantity":"1","source":{"product":"",)"
    R"("source":{"service":"0"},"supply_date":"20","taxes":["0"],"unit":"hour",)"
    R"("unit":"session","unit_price":"0"}},{"group":"line/0","id":"0","record":"draft",)"
    R"("value":null}])"
    R"({"number":"","record":"0","revision":}{"number":"INV-0","record":"0","revision":})"
    R"([{"fact":"payment","value":{"amount":{"currency":"EUR","minor":000},"id":"0",)"
    R"("method":"0","note":"","payer":"0","received":{"effective":"20","recorded":1},)"
    R"("reference":"","tendered_memo":""}},{"fact":"allocation","va)"
    R"(lue":{"amount":{"currency":"EUR","minor":000},"cash_rounding":{"currency":"EUR",)"
    R"("minor":0},"dated":{"effective":"20","recorded":1},"id":"0","invoice":"0",)"
    R"("payment":"0"}}])"
    R"([{"fact":"invoice","value":{"invoice":{"adjustments":[],"cli)"
    R"(ent":{"address":{"city":"","country":"IE","line1":"","line2":"","postal_code":"",)"
    R"("region":""},"email":"","id":"0","name":"","reference":"","tax_number":""},)"
    R"("currency":"EUR","due_date":"20","footer":"","id":"0","issued":{"effective":"20",)"
    R"("recorded":1},"lines":[{"code":"","detail":"","id":"0","kind":"write_in",)"
    R"("kind":"product","kind":"service","location":"0","location_name":"","name":"",)"
    R"("practitioner":"0","practitioner_name":"","price_base_quantity":"1","quantity":"1",)"
    R"("source":{"product":"","source":{"service":"0"},"supply_date":"20",)"
    R"("taxes":[{"category":"zero","category":"reverse_charge","category":"exempt",)"
    R"("code":"VAT","definition":"0","exemption_reason":"Exempt from VAT: medical care,)"
    R"( Art. 132(1)(c) of Directive 2006/112/EC","rate":"0","retained":"no"}],)"
    R"("category":"standard","code":"VAT","definition":"0","rate":"20","retained":"no"}],)"
    R"("unit":"hour","unit":"session","unit_price":"00"}],"locale":"en-US","locale":"en-GB",)"
    R"("locale":"en-IE","location":"0","location_name":"","memo":"","number":{"counter":1,)"
    R"("series":"0","text":"INV-0","year":0},"paper":"letter","paper":"a4",)"
    R"("practitioner":"0","practitioner_name":"","price_mode":"tax_inclusive",)"
    R"("price_mode":"net","recipient":{"address":{"city":"","country":"IE","line1":"",)"
    R"("postal_code":""},"email":"","id":"0","name":""},"reference":"","tax_point":"20",)"
    R"("tax_rounding":"per_line","tax_rounding":"per_rate","totals":{"charges":0,)"
    R"("discounts":0,"document_adjustments":[],"gross":000,"groups":[{"amount":0,"base":000,)"
    R"("tax":{"category":"exempt","code":"VAT","exemption_reason":"","rate":"0",)"
    R"("retained":"no"}},{"amount":0,"base":000,"tax":{"category":"standard","code":"VAT",)"
    R"("rate":"20","retained":"no"}}],"lines":[{"adjustments":[],"amount":000,)"
    R"("document_share":0,"net_of_adjustments":000,"taxable":000},{"amount":000,)"
    R"("document_share":0,"net_of_adjustments":000,"taxable":000}],"net":000,"payable":000,)"
    R"("prepaid":0,"retained":0,"rounding":0,"sum_of_lines":000,"tax":0},"version":1},)"
    R"("letterhead":"0)";

constexpr int raw_window_bits = -15; // Without header and checksum of zlib.
constexpr int memory_level = 8;      // zlib's own choice.
constexpr std::size_t at_hand_size_max = 4096;
constexpr std::size_t first_room = 4096;

// All words are in sight: they fit the window of deflate, 32 KiB less what a match may need.
static_assert(packed_words.size() + std::max(at_hand_size_max, own_words_size_max) < 32'000);

std::string words_with(std::string_view more) {
    std::string words(packed_words);
    words += more;
    return words;
}

// zlib takes pointers to bytes that are not const and does not write through them.
Bytef* zlib_bytes(const void* bytes) { return static_cast<Bytef*>(const_cast<void*>(bytes)); }

class Deflater {
  public:
    Deflater() {
        is_ready_ = deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, raw_window_bits,
                                 memory_level, Z_DEFAULT_STRATEGY) == Z_OK;
    }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;
    ~Deflater() { deflateEnd(&stream); }
    [[nodiscard]] bool is_ready() const { return is_ready_; }

    z_stream stream{};

  private:
    bool is_ready_ = false;
};

class Inflater {
  public:
    Inflater() { is_ready_ = inflateInit2(&stream, raw_window_bits) == Z_OK; }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&stream); }
    [[nodiscard]] bool is_ready() const { return is_ready_; }

    z_stream stream{};

  private:
    bool is_ready_ = false;
};

base::Error damage() { return {.code = base::Code::damaged, .field = "packed_text"}; }

base::Result<base::Bytes> packed(std::string_view text, std::uint8_t number,
                                 const std::string& words) {
    if (text.size() > packed_text_size_max) return base::fail(base::Code::too_long, "packed_text");
    Deflater deflater;
    if (!deflater.is_ready()) return base::fail(base::Code::out_of_memory, "packed_text");
    z_stream& stream = deflater.stream;
    int result =
        deflateSetDictionary(&stream, zlib_bytes(words.data()), static_cast<uInt>(words.size()));
    ASSERT(result == Z_OK);

    base::Bytes bytes(1 + deflateBound(&stream, static_cast<uLong>(text.size())));
    bytes.front() = number;
    stream.next_in = zlib_bytes(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = bytes.data() + 1;
    stream.avail_out = static_cast<uInt>(bytes.size() - 1);
    result = deflate(&stream, Z_FINISH);
    ASSERT(result == Z_STREAM_END); // The room was its own bound.
    bytes.resize(bytes.size() - stream.avail_out);
    return bytes;
}

base::Result<std::string> unpacked(base::ByteView bytes, std::uint8_t number,
                                   const std::string& words) {
    if (bytes.empty() || bytes.front() != number) return base::fail(damage());
    Inflater inflater;
    if (!inflater.is_ready()) return base::fail(base::Code::out_of_memory, "packed_text");
    z_stream& stream = inflater.stream;
    int result =
        inflateSetDictionary(&stream, zlib_bytes(words.data()), static_cast<uInt>(words.size()));
    ASSERT(result == Z_OK);

    stream.next_in = zlib_bytes(bytes.data() + 1);
    stream.avail_in = static_cast<uInt>(bytes.size() - 1);
    std::string text;
    // One byte of room beyond the limit tells a text of just that size from a larger one.
    for (std::size_t room = first_room; result == Z_OK; room *= 2) {
        const std::size_t used = text.size();
        if (used > packed_text_size_max) return base::fail(damage());
        text.resize(std::min(used + room, packed_text_size_max + 1));
        stream.next_out = zlib_bytes(text.data() + used);
        stream.avail_out = static_cast<uInt>(text.size() - used);
        result = inflate(&stream, Z_NO_FLUSH);
        text.resize(text.size() - stream.avail_out);
        if (stream.avail_out != 0 && result == Z_OK) return base::fail(damage()); // Cut short.
    }
    const bool is_whole = result == Z_STREAM_END && stream.avail_in == 0;
    if (!is_whole || text.size() > packed_text_size_max) return base::fail(damage());
    return text;
}

} // namespace

base::Result<base::Bytes> pack_text(std::string_view text, std::string_view at_hand) {
    return packed(text, words_number, words_with(at_hand.substr(0, at_hand_size_max)));
}

base::Result<base::Bytes> pack_text(std::string_view text, const OwnWords& own) {
    ASSERT(own.number >= own_words_first);
    return packed(text, own.number, words_with(own.text));
}

std::optional<std::uint8_t> own_words_of(base::ByteView bytes) {
    if (bytes.empty() || bytes.front() < own_words_first) return std::nullopt;
    return bytes.front();
}

base::Result<std::string> unpack_text(base::ByteView bytes, std::string_view at_hand) {
    return unpacked(bytes, words_number, words_with(at_hand.substr(0, at_hand_size_max)));
}

base::Result<std::string> unpack_text(base::ByteView bytes, const OwnWords& own) {
    return unpacked(bytes, own.number, words_with(own.text));
}

} // namespace store
