// WARC (ISO 28500), as crawls keep pages: the answers of servers, one record each.
//
// A record says how long it is. Where that is not true, which is how a crawl that was stopped
// looks, the next record is found by its first line, so that one that is cut off costs no other.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "reading/report_parts.h"
#include "reading/tolerant_bytes.h"
#include "record/text.h"

namespace volteface {
namespace {

constexpr std::size_t most_header_bytes = std::size_t{1} << 16;
constexpr std::uint64_t most_read_again = std::uint64_t{1} << 30;  // so that no file takes for ever
constexpr std::string_view record_mark = "WARC/1.";

// "Name: value" lines, to the empty one.
struct Headers {
  std::vector<std::pair<std::string, std::string>> fields;

  std::string_view of(std::string_view name) const {
    for (const auto& [field, value] : fields) {
      if (equal_ignoring_case(field, name)) return value;
    }
    return {};
  }

  void add(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == line.npos) return;
    const auto value = std::min(line.find_first_not_of(" \t", colon + 1), line.size());
    const auto last = line.find_last_not_of(" \t\r");
    fields.emplace_back(line.substr(0, colon),
                        value > last ? std::string_view() : line.substr(value, last + 1 - value));
  }
};

// A number in full; nothing for what is none.
std::optional<std::uint64_t> number_of(std::string_view text, int base) {
  std::uint64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [behind, failure] = std::from_chars(text.data(), end, value, base);
  if (failure != std::errc() || behind != end) return std::nullopt;
  return value;
}

struct MediaType {
  std::string type;  // "text/html", in lower case
  std::string charset;
};

MediaType media_type_of(std::string_view value) {
  MediaType media;
  const std::string_view type = value.substr(0, value.find_first_of("; \t"));
  for (const char c : type) media.type += ascii_lower(c);
  std::string lower;
  for (const char c : value) lower += ascii_lower(c);
  const auto at = lower.find("charset=");
  if (at != lower.npos) {
    media.charset = value.substr(at + 8);
    std::erase(media.charset, '"');
    media.charset.resize(std::min(media.charset.size(), media.charset.find_first_of("; \t")));
  }
  return media;
}

// Chunked transfer undone. A body that only says that it is chunked is left as it is: crawlers
// often keep the header and store what it held.
std::string unchunked(std::string_view body) {
  const std::string_view whole = body;
  std::string out;
  while (!body.empty()) {
    const auto end = body.find('\n');
    std::string_view size_text = body.substr(0, end);
    size_text = size_text.substr(0, size_text.find_first_of("; \r"));
    const auto size = number_of(size_text, 16);
    if (end == body.npos || !size) return out.empty() ? std::string(whole) : out;
    body.remove_prefix(end + 1);
    if (*size == 0) break;
    out += body.substr(0, *size);
    body.remove_prefix(std::min<std::uint64_t>(body.size(), *size));
    body.remove_prefix(std::min(body.size(), std::min(body.find('\n'), body.size()) + 1));
  }
  return out;
}

class WarcFile {
 public:
  WarcFile(ByteSource& source, std::string doc, ReportIntake& intake)
      : bytes_(source), name_(source.name()), doc_(std::move(doc)), intake_(intake) {}

  void read() {
    while (find_record()) {
      read_record();
      if (read_again_ <= most_read_again) continue;
      note("too many records are cut off; what is behind it was not read");
      return;
    }
    if (records_ == 0) intake_.note(here(), "holds no WARC record");
  }

 private:
  Position here() const { return {records_ == 0 ? name_ : fmt::format("{}#{}", name_, records_)}; }
  void note(const std::string& text) { intake_.note(here(), text); }

  // Goes behind the first line of the next record; false at the end.
  bool find_record() {
    std::string line;
    bool too_long = false;
    std::uint64_t lost = 0;
    while (bytes_.next_line(line, most_header_bytes, too_long)) {
      if (line.starts_with(record_mark)) {
        if (lost > 0) note(fmt::format("{} bytes behind it belong to no record", lost));
        ++records_;
        return true;
      }
      if (!line.empty()) lost += line.size();
    }
    if (lost > 0) note(fmt::format("{} bytes behind it belong to no record", lost));
    return false;
  }

  Headers read_headers() {
    Headers headers;
    std::string line;
    bool too_long = false;
    std::size_t used = 0;
    while (bytes_.next_line(line, most_header_bytes, too_long) && !line.empty()) {
      used += line.size();
      if (used < most_header_bytes) headers.add(line);
    }
    return headers;
  }

  void read_record() {
    const Headers headers = read_headers();
    const auto length = number_of(headers.of("Content-Length"), 10);
    if (!length) {
      note(fmt::format("says no length that can be read ('{}'), and was passed over",
                       shortened(headers.of("Content-Length"))));
      return;
    }
    if (*length > most_text_bytes) {
      const std::uint64_t skipped = bytes_.skip(*length);
      note(skipped < *length ? "is cut off, and larger than 64 MB; not read"
                             : "is larger than 64 MB, and was not read");
      return;
    }
    std::string block = bytes_.next_block(static_cast<std::size_t>(*length));
    if (block.size() < *length || !ends_well()) shorten(block, *length);
    take(headers, block);
  }

  // A record ends in two line ends, and then comes another one or nothing.
  bool ends_well() {
    std::string_view next = bytes_.peek(4 + record_mark.size());
    const auto first = next.substr(0, 8).find_first_not_of("\r\n");
    if (first == next.npos || next.size() == first) return true;
    return next.substr(first).starts_with(record_mark);
  }

  // Another record's first line within the block is where this one was cut off.
  void shorten(std::string& block, std::uint64_t length) {
    const auto at = block.find("\n" + std::string(record_mark));
    const auto kept = block.starts_with(record_mark) ? 0 : at == block.npos ? block.size() : at + 1;
    if (kept < block.size()) {
      read_again_ += block.size() - kept;
      bytes_.put_back(std::string_view(block).substr(kept));
    }
    block.resize(kept);
    if (kept < length) note(fmt::format("is cut off: {} of its {} bytes are there", kept, length));
  }

  void take(const Headers& headers, const std::string& block) {
    const std::string_view type = headers.of("WARC-Type");
    const MediaType media = media_type_of(headers.of("Content-Type"));
    Report report;
    report.doc = fmt::format("{}#{}", doc_, records_);
    report.position = here();
    report.url = headers.of("WARC-Target-URI");
    if (report.url.starts_with('<') && report.url.ends_with('>')) {
      report.url = report.url.substr(1, report.url.size() - 2);
    }
    if (type == "response" && media.type == "application/http") {
      take_response(block, std::move(report));
    } else if (type == "resource" || type == "conversion" || type == "response") {
      take_body(block, media, std::move(report));
    } else {
      intake_.pass_over();
    }
  }

  void take_response(std::string_view block, Report report) {
    Headers headers;
    std::string_view status;
    while (!block.empty()) {
      std::string_view line = block.substr(0, block.find('\n'));
      block.remove_prefix(std::min(block.size(), line.size() + 1));
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty()) break;
      if (status.empty()) status = line;
      headers.add(line);
    }
    const auto space = status.find(' ');
    const bool is_answer = status.starts_with("HTTP/") && space != status.npos;
    if (!is_answer || status.substr(space + 1, 3) != "200") {
      intake_.pass_over();  // moved, not found: no page
      return;
    }
    std::string body(block);
    if (equal_ignoring_case(headers.of("Transfer-Encoding"), "chunked")) body = unchunked(body);
    const MediaType media = media_type_of(headers.of("Content-Type"));
    if (decode(body, headers.of("Content-Encoding"))) take_body(body, media, std::move(report));
  }

  bool decode(std::string& body, std::string_view encoding) {
    const bool is_packed = body.starts_with("\x1F\x8B") || body.starts_with("\x78");
    if (equal_ignoring_case(encoding, "br") || equal_ignoring_case(encoding, "zstd")) {
      note(fmt::format("is compressed as '{}', which is not read", encoding));
      return false;
    }
    if (encoding.empty() || equal_ignoring_case(encoding, "identity") || !is_packed) return true;
    bool whole = false;
    body = unpacked(body, most_page_bytes + 1, whole);
    if (!whole) note("its compressed page is cut off or damaged; what came before it is read");
    return true;
  }

  void take_body(const std::string& body, const MediaType& media, Report report) {
    if (media.type == "text/html" || media.type == "application/xhtml+xml") {
      take_html(body, std::move(report), media.charset, intake_);
    } else if (media.type == "text/plain") {
      take_plain(body, std::move(report), intake_);
    } else if (media.type == "text/markdown") {
      take_markdown(body, std::move(report), intake_);
    } else {
      intake_.pass_over();
    }
  }

  BufferedBytes bytes_;
  std::string name_;
  std::string doc_;
  ReportIntake& intake_;
  std::uint64_t records_ = 0;
  std::uint64_t read_again_ = 0;  // bytes put back
};

}  // namespace

void take_warc(ByteSource& source, const std::string& doc, ReportIntake& intake) {
  WarcFile(source, doc, intake).read();
}

}  // namespace volteface
