#include "documents/pdf.h"

#include "base/text.h"
#include "documents/icc_profile.h"
#include "documents/image.h"
#include "documents/pdf_content.h"
#include "documents/pdf_metadata.h"
#include "documents/pdf_structure.h"

namespace documents {

namespace {

std::string number_text(std::int64_t value) { return base::integer_text(value); }

std::string image_head(ImageSize size, std::string_view colours) {
    return "/Type/XObject/Subtype/Image/Width " + number_text(size.width) + "/Height " +
           number_text(size.height) + "/BitsPerComponent 8/ColorSpace/" + std::string(colours);
}

base::Result<ObjectNumber> write_image(PdfObjects& objects, const Image& image) {
    if (image.format == ImageFormat::jpeg) {
        const JpegHead head = TRY(read_jpeg(image.bytes));
        const std::string_view colours = head.channels == 1   ? "DeviceGray"
                                         : head.channels == 3 ? "DeviceRGB"
                                                              : "DeviceCMYK";
        std::string entries = image_head(head.size, colours) + "/Filter/DCTDecode";
        if (head.channels == 4 && head.is_adobe) entries += "/Decode[1 0 1 0 1 0 1 0]";
        return objects.add_filtered(
            entries, {reinterpret_cast<const char*>(image.bytes.data()), image.bytes.size()});
    }
    const PngPixels pixels = TRY(read_png(image.bytes));
    std::string entries =
        image_head(pixels.size, pixels.channels == 1 ? "DeviceGray" : "DeviceRGB");
    if (!pixels.alpha.empty()) {
        const ObjectNumber mask =
            objects.add_stream(image_head(pixels.size, "DeviceGray"), pixels.alpha);
        entries += "/SMask " + reference(mask);
    }
    return objects.add_stream(entries, pixels.colour);
}

base::Result<std::string> write_images(PdfObjects& objects, const Pages& pages) {
    std::string entries;
    for (std::size_t index = 0; index < pages.images.size(); ++index) {
        const ObjectNumber number = TRY(write_image(objects, pages.images[index]));
        entries += "/I" + number_text(static_cast<std::int64_t>(index)) + " " + reference(number);
    }
    return entries;
}

// The annotation of a link; its place in the parent tree ties it to its element (PDF/UA, 7.18).
std::string annotation(const Page& page, const Link& link, std::int64_t parent_key) {
    const Box& box = link.box;
    return "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[" + thousandths(box.x) + " " +
           thousandths(page.height - box.y - box.height) + " " + thousandths(box.x + box.width) +
           " " + thousandths(page.height - box.y) + "]/Contents" + text_string(link.address) +
           "/StructParent " + number_text(parent_key) + "/A<</S/URI/URI" +
           address_string(link.address) + ">>>>";
}

std::string catalog(const Pages& pages, PdfObjects& objects, ObjectNumber tree,
                    ObjectNumber structure) {
    const ObjectNumber xmp = objects.add_filtered("/Type/Metadata/Subtype/XML", metadata(pages));
    const ObjectNumber profile = objects.add_stream("/N 3", srgb_profile());
    return "<</Type/Catalog/Pages " + reference(tree) + "/Metadata " + reference(xmp) +
           "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
           "/Info(sRGB IEC61966-2.1)/DestOutputProfile " +
           reference(profile) + ">>]/StructTreeRoot " + reference(structure) +
           "/MarkInfo<</Marked true>>/Lang" + text_string(pages.language) +
           "/ViewerPreferences<</DisplayDocTitle true>>>>";
}

} // namespace

base::Result<std::string> pdf(const Pages& pages, const FontSet& fonts) {
    PdfObjects objects;
    PdfFonts used(fonts);
    PdfStructure structure(pages, objects);
    const ObjectNumber tree = objects.reserve();
    const ObjectNumber resources = objects.reserve();
    std::string kids;
    for (const Page& page : pages.pages) {
        const PageContent content = page_content(page, used);
        const ObjectNumber number = objects.reserve();
        const ObjectNumber stream = objects.add_stream("", content.stream);
        const std::int64_t key = structure.add_page(number, content.marked);
        std::string annotations;
        for (const std::size_t index : content.links) {
            const Item& item = page.items[index];
            const ObjectNumber link = objects.reserve();
            const std::int64_t link_key = structure.add_link(number, link, item.element);
            objects.set(link, annotation(page, std::get<Link>(item.shape), link_key));
            annotations += reference(link) + " ";
        }
        objects.set(number, "<</Type/Page/Parent " + reference(tree) + "/MediaBox[0 0 " +
                                thousandths(page.width) + " " + thousandths(page.height) +
                                "]/Resources " + reference(resources) + "/Contents " +
                                reference(stream) + "/Tabs/S/StructParents " + number_text(key) +
                                (annotations.empty() ? "" : "/Annots[" + annotations + "]") + ">>");
        kids += reference(number) + " ";
    }
    const std::string images = TRY(write_images(objects, pages));
    objects.set(resources,
                "<</Font<<" + TRY(used.write(objects)) + ">>/XObject<<" + images + ">>>>");
    objects.set(tree, "<</Type/Pages/Count " +
                          number_text(static_cast<std::int64_t>(pages.pages.size())) + "/Kids[" +
                          kids + "]>>");
    const ObjectNumber root = objects.reserve();
    objects.set(root, catalog(pages, objects, tree, structure.write()));
    const ObjectNumber facts = objects.add(information(pages));
    return objects.file(root, facts);
}

} // namespace documents
