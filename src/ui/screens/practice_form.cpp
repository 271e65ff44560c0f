#include "ui/screens/practice_form.h"

#include "app/app.h"
#include "base/hash.h"
#include "documents/image.h"
#include "domain/country.h"
#include "ui/screens/logo_file.h"

#include <algorithm>

namespace ui {

namespace {

// Whether documents can show it: a picture that only looks like one is refused now, not when an
// invoice is printed.
base::Result<std::string> media_type_of(std::span<const std::byte> file) {
    const auto format = documents::image_format(file);
    if (!format) return base::fail(base::Code::not_an_image);
    if (*format == documents::ImageFormat::jpeg) {
        TRY(documents::read_jpeg(file));
        return std::string("image/jpeg");
    }
    TRY(documents::read_png(file));
    return std::string("image/png");
}

base::Bytes bytes_of(std::span<const std::byte> file) {
    base::Bytes bytes(file.size());
    std::ranges::transform(file, bytes.begin(),
                           [](std::byte byte) { return std::to_integer<std::uint8_t>(byte); });
    return bytes;
}

} // namespace

void PracticeForm::read(const app::PracticeSettings& settings) {
    identity_.read(settings.practice.identity);
    appearance_ = settings.practice.appearance;
    const auto profile = domain::country_profile(settings.practice.billing.country);
    tax_number_name_ = profile ? std::string((*profile)->tax_number_name) : "Tax number";
    if (appearance_.logo != shown_logo_) read_logo(appearance_.logo);
}

void PracticeForm::read_logo(const std::optional<base::Digest>& logo) {
    shown_logo_ = logo;
    ++logo_version_;
    logo_ = kept_logo(app_, logo);
}

std::optional<base::Uuid> PracticeForm::save() {
    return carry_out(app_, app::EditPractice{.identity = identity_.now}, errors_);
}

void PracticeForm::discard() {
    identity_.discard();
    errors_.clear();
}

std::optional<base::Uuid> PracticeForm::set_logo(std::span<const std::byte> file) {
    const auto media_type = media_type_of(file);
    if (!media_type) {
        base::Error error = media_type.error();
        error.field = "logo";
        errors_.set(error);
        return std::nullopt;
    }
    const base::Bytes bytes = bytes_of(file);
    const auto kept = app_.execute(app::AddAttachment{.media_type = *media_type, .bytes = bytes});
    if (!kept) {
        base::Error error = kept.error();
        if (error.field == "bytes") error.field = "logo";
        errors_.set(error);
        return std::nullopt;
    }
    return show_logo(base::sha256(bytes));
}

std::optional<base::Uuid> PracticeForm::remove_logo() { return show_logo(std::nullopt); }

std::optional<base::Uuid> PracticeForm::show_logo(std::optional<base::Digest> logo) {
    store::Appearance appearance = appearance_;
    appearance.logo = logo;
    return carry_out(app_, app::EditAppearance{.appearance = appearance}, errors_);
}

} // namespace ui
