// The file format of a record; docs/record-format.md describes it byte by byte.
#include <fmt/format.h>
#include <xxhash.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>
#include <unordered_set>

#include "record/byte_source.h"
#include "record/text.h"
#include "record/utf8.h"
#include "volteface/record.h"

extern "C" {
extern const char volteface_embedded_record_begin[];
extern const char volteface_embedded_record_end[];
}

namespace volteface {
namespace {

constexpr std::array<unsigned char, 8> magic = {'V', 'F', 'R', 'E', 'C', 1, '\r', '\n'};
constexpr std::size_t header_bytes = magic.size() + 3 * sizeof(std::uint64_t);
constexpr std::size_t largest_content = std::size_t{1} << 30;

// Appends values to the content. Numbers are LEB128, strings a length and bytes.
class Writer {
 public:
  void number(std::uint64_t value) {
    while (value >= 0x80) {
      out_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    out_ += static_cast<char>(value);
  }
  void text(const std::string& value) {
    number(value.size());
    out_ += value;
  }
  void texts(const std::vector<std::string>& values) {
    number(values.size());
    for (const auto& value : values) text(value);
  }
  const std::string& content() const { return out_; }

 private:
  std::string out_;
};

// The reverse of Writer. Every read is checked: content that ends early or holds a value out of its
// range is an Error with the offset.
class Reader {
 public:
  Reader(std::string_view content, const std::string& name) : content_(content), name_(name) {}

  std::uint64_t number(std::uint64_t at_most) {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<std::uint64_t>(static_cast<unsigned char>(take(1)[0]));
      value |= (byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) {
        if (value > at_most) fail("value out of range");
        return value;
      }
    }
    fail("number too long");
  }
  // A count of things that take at least one byte each.
  std::size_t count() { return number(content_.size() - at_); }
  // Texts are shown on terminals, which they must not command.
  std::string text() {
    const auto text = take(count());
    const std::size_t wrong = first_unshowable(text);
    if (wrong != std::string_view::npos) {
      at_ -= text.size() - wrong;
      fail(first_invalid_utf8(text) == wrong ? "text that is not UTF-8" : "control character");
    }
    return std::string(text);
  }
  std::vector<std::string> texts() {
    std::vector<std::string> values(count());
    for (auto& value : values) value = text();
    return values;
  }
  std::string_view take(std::size_t n) {
    if (n > content_.size() - at_) fail("content ends early");
    const auto part = content_.substr(at_, n);
    at_ += n;
    return part;
  }
  bool done() const { return at_ == content_.size(); }
  [[noreturn]] void fail(std::string_view why) const {
    throw Error(fmt::format("damaged record: {} at byte {} of the content", why, at_), {name_});
  }

 private:
  std::string_view content_;
  std::size_t at_ = 0;
  const std::string& name_;
};

// Days are written from 1900-01-01 on.
constexpr Date first_day{std::chrono::year{1900} / 1 / 1};
constexpr std::uint64_t most_days = 200'000;

void write_roll_call(Writer& out, const RollCall& r) {
  out.text(r.id);
  out.number(static_cast<std::uint64_t>((r.date - first_day).count()));
  out.number(r.date_exact);
  out.text(r.session);
  out.text(r.symbol);
  out.text(r.title);
  out.number(static_cast<std::uint64_t>(r.kind));
  out.texts(r.subjects);
  out.texts(r.issues);
  out.number(r.published.has_value());
  const Tally t = r.published.value_or(Tally{});
  for (std::uint32_t n : {t.yes, t.no, t.abstain, t.absent}) out.number(n);
  out.number(r.important);
  out.number(r.rcid);
  out.text(r.duplicate_of);
  out.text(r.note);
  out.text(r.source);
}

RollCall read_roll_call(Reader& in) {
  constexpr std::uint64_t any32 = 0xFFFFFFFF;
  RollCall r;
  r.id = in.text();
  r.date = first_day + std::chrono::days{in.number(most_days)};
  r.date_exact = in.number(1) != 0;
  r.session = in.text();
  r.symbol = in.text();
  r.title = in.text();
  r.kind = static_cast<Kind>(in.number(static_cast<std::uint64_t>(Kind::unspecified)));
  r.subjects = in.texts();
  r.issues = in.texts();
  const bool published = in.number(1) != 0;
  Tally t;
  for (std::uint32_t* n : {&t.yes, &t.no, &t.abstain, &t.absent}) {
    *n = static_cast<std::uint32_t>(in.number(any32));
  }
  if (published) r.published = t;
  r.important = in.number(1) != 0;
  r.rcid = static_cast<std::uint32_t>(in.number(any32));
  r.duplicate_of = in.text();
  r.note = in.text();
  r.source = in.text();
  return r;
}

// Roll-call-major, so that the run of states not yet members compresses away.
void write_cells(Writer& out, const VoteMatrix& votes) {
  std::string cells(votes.states() * votes.roll_calls(), '\0');
  std::size_t at = 0;
  for (RollCallIndex r = 0; r < votes.roll_calls(); ++r) {
    for (StateIndex s = 0; s < votes.states(); ++s) cells[at++] = static_cast<char>(votes.at(s, r));
  }
  out.text(cells);
}

VoteMatrix read_cells(Reader& in, std::size_t states, std::size_t roll_calls) {
  const std::size_t n = in.count();
  if (n != states * roll_calls) in.fail("number of cells is not states times roll calls");
  const auto cells = in.take(n);
  VoteMatrix votes(states, roll_calls);
  std::size_t at = 0;
  for (RollCallIndex r = 0; r < roll_calls; ++r) {
    for (StateIndex s = 0; s < states; ++s) {
      const auto cell = static_cast<unsigned char>(cells[at++]);
      if (cell > static_cast<unsigned char>(Choice::not_listed)) in.fail("unknown choice");
      votes.set(s, r, static_cast<Choice>(cell));
    }
  }
  return votes;
}

std::string content_of(const Record& record) {
  Writer out;
  out.number(record.states.size());
  for (const State& s : record.states) {
    out.text(s.code);
    out.text(s.name);
  }
  out.number(record.roll_calls.size());
  for (const RollCall& r : record.roll_calls) write_roll_call(out, r);
  write_cells(out, record.votes);
  out.number(record.known_pairs.size());
  for (const TextPair& pair : record.known_pairs) {
    out.number(pair.earlier);
    out.number(pair.later);
  }
  out.number(record.sources.size());
  for (const Source& s : record.sources) {
    out.text(s.name);
    out.text(s.terms);
    out.text(s.url);
  }
  return out.content();
}

// What the library takes for granted of a record is checked as it is read: order, and names that
// name one thing.
std::vector<State> read_states(Reader& in) {
  std::vector<State> states(in.count());
  for (std::size_t i = 0; i < states.size(); ++i) {
    states[i].code = in.text();
    states[i].name = in.text();
    if (i > 0 && states[i].code <= states[i - 1].code) {
      in.fail(
          fmt::format("state '{}' is repeated, or not sorted by code,", shortened(states[i].code)));
    }
  }
  return states;
}

std::vector<RollCall> read_roll_calls(Reader& in) {
  std::vector<RollCall> roll_calls;
  std::unordered_set<std::string> ids;
  const std::size_t n = in.count();
  for (std::size_t i = 0; i < n; ++i) {
    roll_calls.push_back(read_roll_call(in));
    const RollCall& r = roll_calls.back();
    if (i > 0 && r.date < roll_calls[i - 1].date) {
      in.fail(fmt::format("roll call '{}' is not sorted by date,", shortened(r.id)));
    }
    if (!ids.insert(r.id).second) {
      in.fail(fmt::format("id '{}' is that of two roll calls,", shortened(r.id)));
    }
  }
  return roll_calls;
}

Record record_of(std::string_view content, const std::string& name) {
  Reader in(content, name);
  Record record;
  record.states = read_states(in);
  record.roll_calls = read_roll_calls(in);
  const std::size_t roll_calls = record.roll_calls.size();
  record.votes = read_cells(in, record.states.size(), roll_calls);
  record.known_pairs.resize(in.count());
  if (!record.known_pairs.empty() && roll_calls == 0) in.fail("pairs without roll calls");
  for (TextPair& pair : record.known_pairs) {
    pair.earlier = static_cast<RollCallIndex>(in.number(roll_calls - 1));
    pair.later = static_cast<RollCallIndex>(in.number(roll_calls - 1));
    if (pair.later <= pair.earlier) in.fail("pair whose later roll call is not behind the earlier");
  }
  record.sources.resize(in.count());
  for (Source& s : record.sources) {
    s.name = in.text();
    s.terms = in.text();
    s.url = in.text();
  }
  if (!in.done()) in.fail("content goes on behind its end");
  return record;
}

void append_u64(std::vector<std::byte>& out, std::uint64_t value) {
  for (int i = 0; i < 8; ++i) out.push_back(static_cast<std::byte>(value >> (8 * i)));
}

std::uint64_t read_u64(std::span<const std::byte> bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value |= static_cast<std::uint64_t>(bytes[i]) << (8 * i);
  return value;
}

std::string hash_text(std::uint64_t hash) { return fmt::format("{:016x}", hash); }

}  // namespace

std::vector<std::byte> encode_record(const Record& record) {
  const std::string content = content_of(record);
  std::string packed(ZSTD_compressBound(content.size()), '\0');
  const std::size_t size =
      ZSTD_compress(packed.data(), packed.size(), content.data(), content.size(), 19);
  if (ZSTD_isError(size)) throw Error(fmt::format("cannot compress: {}", ZSTD_getErrorName(size)));
  std::vector<std::byte> out;
  out.reserve(header_bytes + size);
  for (unsigned char c : magic) out.push_back(static_cast<std::byte>(c));
  append_u64(out, content.size());
  append_u64(out, size);
  append_u64(out, XXH3_64bits(content.data(), content.size()));
  const auto* data = reinterpret_cast<const std::byte*>(packed.data());
  out.insert(out.end(), data, data + size);
  return out;
}

Record decode_record(std::span<const std::byte> bytes, const std::string& name) {
  if (bytes.size() < header_bytes || std::memcmp(bytes.data(), magic.data(), magic.size()) != 0) {
    throw Error("not a volteface record, or cut off: expected it to begin with VFREC", {name});
  }
  const std::uint64_t content_size = read_u64(bytes.subspan(8));
  const std::uint64_t packed_size = read_u64(bytes.subspan(16));
  const std::uint64_t hash = read_u64(bytes.subspan(24));
  const auto packed = bytes.subspan(header_bytes);
  if (packed.size() != packed_size) {
    throw Error(fmt::format("damaged record: {} bytes of content, expected {}; was it cut off?",
                            packed.size(), packed_size),
                {name});
  }
  // Else a file of a few bytes could ask for a gigabyte of memory.
  if (content_size > largest_content ||
      ZSTD_getFrameContentSize(packed.data(), packed.size()) != content_size) {
    throw Error("damaged record: impossible length", {name});
  }
  std::string content(content_size, '\0');
  const std::size_t got =
      ZSTD_decompress(content.data(), content.size(), packed.data(), packed.size());
  if (ZSTD_isError(got) || got != content_size) {
    throw Error(fmt::format("damaged record: {}",
                            ZSTD_isError(got) ? ZSTD_getErrorName(got) : "content ends early"),
                {name});
  }
  if (XXH3_64bits(content.data(), content.size()) != hash) {
    throw Error("damaged record: its content does not have the hash that it states", {name});
  }
  Record record = record_of(content, name);
  record.hash = hash_text(hash);
  return record;
}

Record read_record(const std::string& path) {
  const auto source = open_bytes(path);
  const std::string bytes = read_all(*source, largest_content);
  return decode_record(std::as_bytes(std::span(bytes)), path);
}

Record embedded_record() {
  const auto* begin = reinterpret_cast<const std::byte*>(volteface_embedded_record_begin);
  const auto* end = reinterpret_cast<const std::byte*>(volteface_embedded_record_end);
  return decode_record({begin, end}, "embedded record");
}

void finish_record(Record& record) {
  std::vector<StateIndex> states(record.states.size());
  std::iota(states.begin(), states.end(), StateIndex{0});
  std::stable_sort(states.begin(), states.end(), [&](StateIndex a, StateIndex b) {
    return record.states[a].code < record.states[b].code;
  });
  std::vector<RollCallIndex> order(record.roll_calls.size());
  std::iota(order.begin(), order.end(), RollCallIndex{0});
  std::stable_sort(order.begin(), order.end(), [&](RollCallIndex a, RollCallIndex b) {
    return record.roll_calls[a].date < record.roll_calls[b].date;
  });

  Record sorted;
  sorted.votes = VoteMatrix(states.size(), order.size());
  for (StateIndex to = 0; to < states.size(); ++to) {
    sorted.states.push_back(record.states[states[to]]);
    for (RollCallIndex r = 0; r < order.size(); ++r) {
      sorted.votes.set(to, r, record.votes.at(states[to], order[r]));
    }
  }
  std::vector<RollCallIndex> place(order.size());
  for (RollCallIndex to = 0; to < order.size(); ++to) {
    place[order[to]] = to;
    sorted.roll_calls.push_back(std::move(record.roll_calls[order[to]]));
  }
  for (TextPair pair : record.known_pairs) {
    sorted.known_pairs.push_back({place[pair.earlier], place[pair.later]});
  }
  sorted.sources = std::move(record.sources);
  const std::string content = content_of(sorted);
  sorted.hash = hash_text(XXH3_64bits(content.data(), content.size()));
  record = std::move(sorted);
}

}  // namespace volteface
