// What the fuzzers feed: one function for each, shared with the test that feeds them every seed.
//
// A failure is an abort: by a sanitizer, by an exception other than Error, or by a broken promise
// below.
#pragma once

#include <xxhash.h>
#include <zstd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "promise.h"
#include "record/utf8.h"
#include "volteface/import.h"

namespace volteface::fuzz {

// Two states and two roll calls, so that files can agree with it and contradict it.
inline Record base_record() {
  Record record;
  record.states = {{"ARG", "Argentina"}, {"USA", "United States"}};
  RollCall r;
  r.id = "u1";
  r.date = *parse_date("2015-10-01");
  r.symbol = "A/RES/70/1";
  r.kind = Kind::resolution;
  record.roll_calls.push_back(r);
  r.id = "v7";
  r.rcid = 7;
  r.symbol.clear();
  r.date_exact = false;
  record.roll_calls.push_back(r);
  record.votes = VoteMatrix(2, 2);
  record.votes.set(0, 0, Choice::yes);
  record.votes.set(1, 1, Choice::absent);
  finish_record(record);
  return record;
}

inline bool same_cells(const Record& a, const Record& b) {
  if (a.states.size() != b.states.size() || a.roll_calls.size() != b.roll_calls.size())
    return false;
  for (StateIndex s = 0; s < a.states.size(); ++s) {
    for (RollCallIndex r = 0; r < a.roll_calls.size(); ++r) {
      if (a.votes.at(s, r) != b.votes.at(s, r)) return false;
    }
  }
  return true;
}

// Nothing that is shown may command a terminal.
inline void promise_showable(const Record& record) {
  const auto shown = [](const std::string& text) {
    promise(first_unshowable(text) == std::string_view::npos, "texts are UTF-8 without controls");
  };
  for (const State& s : record.states) {
    for (const auto* text : {&s.code, &s.name}) shown(*text);
  }
  for (const RollCall& r : record.roll_calls) {
    for (const auto* text :
         {&r.id, &r.session, &r.symbol, &r.title, &r.duplicate_of, &r.note, &r.source}) {
      shown(*text);
    }
    for (const auto& text : r.subjects) shown(text);
    for (const auto& text : r.issues) shown(text);
  }
  for (const Source& s : record.sources) {
    for (const auto* text : {&s.name, &s.terms, &s.url}) shown(*text);
  }
}

inline void import_as(ImportFormat format, const std::uint8_t* data, std::size_t size) {
  static const Record base = base_record();
  Record record = base;
  ImportOptions options;
  options.format = format;
  options.most_told = 2;  // suggestions cost more than all else
  options.replace = size % 2 == 1;
  const std::span<const char> bytes(reinterpret_cast<const char*>(data), size);
  ImportReport report;
  try {
    report = import_bytes(record, bytes, "seed", options);
  } catch (const Error&) {
    promise(record.hash == base.hash && same_cells(record, base),
            "a failed import changes nothing");
    return;
  }
  const std::uint64_t taken = report.cells_added + report.cells_changed + report.cells_same +
                              report.cells_repeated + report.not_member;
  promise(taken <= report.rows, "no row is counted twice");
  // A record of MARC-XML may be refused whole, which is no row.
  promise(report.rows <= taken + report.refused, "no row is lost");
  promise(format == ImportFormat::marc || report.rows == taken + report.refused,
          "each row is counted");
  promise(report.refusals.size() <= options.most_told, "what is told is bounded");
  promise(record.votes.states() == record.states.size(), "a row of cells for each state");
  promise(record.votes.roll_calls() == record.roll_calls.size(), "a cell for each roll call");
  promise_showable(record);
  for (const Refusal& refusal : report.refusals) {
    promise(first_unshowable(refusal.reason) == std::string_view::npos, "messages are shown as is");
  }
  if (!options.replace) {
    promise(record.votes.at(record.state("ARG"), record.roll_call("u1")) == Choice::yes,
            "no cell is replaced unless asked");
  }
  // A second time, nothing is new.
  const std::string hash = record.hash;
  const ImportReport again = import_bytes(record, bytes, "seed", options);
  promise(again.cells_added == 0 && again.roll_calls_added == 0, "nothing is new a second time");
  promise(options.replace || record.hash == hash, "a second time nothing changes");
}

inline void undl(const std::uint8_t* data, std::size_t size) {
  import_as(ImportFormat::undl, data, size);
}
inline void marc(const std::uint8_t* data, std::size_t size) {
  import_as(ImportFormat::marc, data, size);
}
inline void voeten(const std::uint8_t* data, std::size_t size) {
  import_as(ImportFormat::voeten, data, size);
}
inline void long_table(const std::uint8_t* data, std::size_t size) {
  import_as(ImportFormat::long_table, data, size);
}

inline void append_u64(std::string& out, std::uint64_t value) {
  for (int i = 0; i < 8; ++i) out += static_cast<char>(value >> (8 * i));
}

// A record file with this content and a header that is right, since behind a wrong hash nothing is
// read.
inline std::string framed(const std::string& content) {
  std::string packed(ZSTD_compressBound(content.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), content.data(), content.size(), 1));
  std::string file("VFREC\x01\r\n");
  append_u64(file, content.size());
  append_u64(file, packed.size());
  append_u64(file, XXH3_64bits(content.data(), content.size()));
  return file + packed;
}

inline void decode(const std::string& file) {
  Record record;
  try {
    record = decode_record(std::as_bytes(std::span(file)), "seed");
  } catch (const Error&) {
    return;
  }
  promise(record.votes.states() == record.states.size(), "a row of cells for each state");
  promise(record.votes.roll_calls() == record.roll_calls.size(), "a cell for each roll call");
  promise_showable(record);
  // What was read can be used and written.
  for (const TextPair& pair : record.known_pairs) {
    promise(pair.earlier < pair.later && pair.later < record.roll_calls.size(),
            "pairs are of roll calls of the record, the earlier first");
  }
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) (void)record.tally(r);
  // And is in its places already.
  Record finished = record;
  finish_record(finished);
  for (std::size_t i = 0; i < record.roll_calls.size(); ++i) {
    promise(finished.roll_calls[i].id == record.roll_calls[i].id, "roll calls are in order");
  }
}

// The bytes as a file, as the content of one, and that one merged into a record.
inline void record_file(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  decode(bytes);
  const std::string file = framed(bytes);
  decode(file);
  import_as(ImportFormat::record, reinterpret_cast<const std::uint8_t*>(file.data()), file.size());
}

}  // namespace volteface::fuzz
