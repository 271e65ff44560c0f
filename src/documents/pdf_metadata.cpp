#include "documents/pdf_metadata.h"

#include "base/assert.h"
#include "base/date.h"
#include "base/text.h"
#include "documents/pdf_objects.h"

namespace documents {

namespace {

struct Moment {
    std::string year, month, day, hour, minute, second;
};

Moment moment(std::int64_t milliseconds) {
    const std::int64_t seconds = milliseconds / 1000;
    const std::int64_t in_day = seconds % 86400;
    const auto date = base::Date::from_days(seconds / 86400);
    ASSERT(date.has_value());
    const std::string day = base::iso_text(*date);
    return {day.substr(0, 4),
            day.substr(5, 2),
            day.substr(8, 2),
            base::integer_text(in_day / 3600, 2),
            base::integer_text(in_day / 60 % 60, 2),
            base::integer_text(in_day % 60, 2)};
}

std::string xml_escaped(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        switch (letter) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        default: out += letter;
        }
    }
    return out;
}

// PDF/A knows no property of PDF/UA, so the file describes the one it uses (ISO 19005-3, 6.6.2.3).
std::string extension_schema() {
    return "<rdf:Description rdf:about=\"\" "
           "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
           "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
           "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
           "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
           "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
           "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
           "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
           "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
           "<pdfaProperty:name>part</pdfaProperty:name>"
           "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
           "<pdfaProperty:category>internal</pdfaProperty:category>"
           "<pdfaProperty:description>Part of ISO 14289 that the file follows"
           "</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
           "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>";
}

} // namespace

std::string metadata(const Pages& pages) {
    const Moment at = moment(pages.created_ms);
    const std::string date = at.year + "-" + at.month + "-" + at.day + "T" + at.hour + ":" +
                             at.minute + ":" + at.second + "Z";
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
           "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
           "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
           "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           xml_escaped(pages.title) +
           "</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>" +
           xml_escaped(pages.author) +
           "</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>" +
           xml_escaped(pages.language) +
           "</rdf:li></rdf:Bag></dc:language><xmp:CreatorTool>Folio"
           "</xmp:CreatorTool><xmp:CreateDate>" +
           date + "</xmp:CreateDate><xmp:ModifyDate>" + date +
           "</xmp:ModifyDate><pdf:Producer>Folio</pdf:Producer><pdfaid:part>3</pdfaid:part>"
           "<pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
           "</rdf:Description>" +
           extension_schema() + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

std::string information(const Pages& pages) {
    const Moment at = moment(pages.created_ms);
    const std::string date =
        "(D:" + at.year + at.month + at.day + at.hour + at.minute + at.second + "Z)";
    return "<</Title" + text_string(pages.title) + "/Author" + text_string(pages.author) +
           "/Creator(Folio)/Producer(Folio)/CreationDate" + date + "/ModDate" + date + ">>";
}

} // namespace documents
