// MARC-XML, record by record, of which only the fields that tell of votes are kept.
//
// Streams: holds one record, of bounded size; the depth of elements and the number of different
// names are bounded, too, since expat keeps those. Prefixes of names ("marc:record") are passed
// over, and so is whatever stands around the records.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "record/byte_source.h"

namespace volteface {

struct MarcSubfield {
  char code = 0;
  std::string text;  // without spaces around it
  std::uint64_t line = 0;
  std::uint64_t column = 0;
};

struct MarcField {
  std::string tag;
  std::vector<MarcSubfield> subfields;  // a control field has one, of code 0
  std::uint64_t line = 0;
  std::uint64_t column = 0;

  // The first subfield of that code, or null.
  const MarcSubfield* find(char code) const;
};

struct MarcRecord {
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  std::vector<MarcField> fields;
  bool too_large = false;  // beyond what a voting record can need; fields are then cut

  // The first field of that tag, or null.
  const MarcField* find(std::string_view tag) const;
};

// Calls `use` with each record. Throws Error, with line and column, for XML that is not well-formed
// or that declares entities or attributes, nests its elements more than 20 deep or has more than
// 300 names of elements and attributes, and for a file without any record. Returns the number of
// records.
std::uint64_t read_marc(ByteSource& source, const std::function<void(const MarcRecord&)>& use);

}  // namespace volteface
