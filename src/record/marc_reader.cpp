#include "record/marc_reader.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <functional>
#include <memory>
#include <set>
#include <string>

#include "record/catalogue_text.h"
#include "volteface/error.h"

namespace volteface {
namespace {

constexpr int piece = 1 << 16;
constexpr XML_Index longest_token = 1 << 20;  // a tag, with all its attributes
constexpr std::size_t longest_subfield = 1 << 14;
constexpr std::size_t most_fields = 2000;  // of those kept; a voting record has about 200
constexpr std::size_t most_subfields = 50;
constexpr std::size_t most_text = 1 << 22;  // of one record, in bytes; beyond it, only short
constexpr std::size_t short_subfield = 64;  // subfields are kept, which tell whether it has votes
constexpr std::size_t deepest = 20;         // a record within an answer of OAI-PMH has 7
// Expat keeps what is open, and the name of every element and attribute that it has met until the
// end of the file. The elements and attributes of MARC-XML have about ten.
constexpr std::size_t most_names = 300;
constexpr std::size_t longest_name = 100;

// docs/import.md tells what each is for.
constexpr std::array<std::string_view, 14> kept_tags = {"001", "035", "245", "269", "591",
                                                        "650", "653", "791", "967", "968",
                                                        "969", "991", "992", "996"};

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view attribute(const XML_Char** attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2) {
    if (name == attributes[0]) return attributes[1];
  }
  return "";
}

// The state of one reading. Expat is C: no exception may pass through it, so one is held until it
// returns.
class Reading {
 public:
  Reading(ByteSource& source, const std::function<void(const MarcRecord&)>& use)
      : source_(source), use_(use), parser_(XML_ParserCreate(nullptr), &XML_ParserFree) {
    if (!parser_) throw Error("no memory for reading XML", {source.name()});
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, const XML_Char* name, const XML_Char** attributes) {
          static_cast<Reading*>(self)->guarded([&](Reading& r) { r.begin(name, attributes); });
        },
        [](void* self, const XML_Char* name) {
          static_cast<Reading*>(self)->guarded([&](Reading& r) { r.end(name); });
        });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const XML_Char* text, int length) {
      static_cast<Reading*>(self)->guarded([&](Reading& r) {
        r.text({text, static_cast<std::size_t>(length)});
      });
    });
    XML_SetEntityDeclHandler(
        parser_.get(), [](void* self, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                          const XML_Char*, const XML_Char*, const XML_Char*) {
          static_cast<Reading*>(self)->guarded([](Reading& r) {
            throw Error("declares entities, which no catalogue needs; refused", r.here());
          });
        });
    // Expat keeps declared attributes, and gives every element those that it lacks.
    XML_SetAttlistDeclHandler(parser_.get(), [](void* self, const XML_Char*, const XML_Char*,
                                                const XML_Char*, const XML_Char*, int) {
      static_cast<Reading*>(self)->guarded([](Reading& r) {
        throw Error("declares attributes, which no catalogue needs; refused", r.here());
      });
    });
  }

  std::uint64_t read() {
    for (;;) {
      void* buffer = XML_GetBuffer(parser_.get(), piece);
      if (buffer == nullptr) throw Error("no memory for reading XML", here());
      const std::size_t got = source_.read({static_cast<char*>(buffer), piece});
      const auto status = XML_ParseBuffer(parser_.get(), static_cast<int>(got), got == 0);
      if (failure_) std::rethrow_exception(failure_);
      if (status != XML_STATUS_OK) fail();
      read_ += static_cast<XML_Index>(got);
      // Expat holds a tag until it is complete, and looks through it anew with each piece.
      if (read_ - XML_GetCurrentByteIndex(parser_.get()) > longest_token && got > 0) {
        throw Error("a tag is longer than 1 MiB", here());
      }
      if (names_.empty() && read_ > longest_token) {
        throw Error("the first element is not within the first MiB", here());
      }
      if (got == 0) break;
    }
    if (records_ == 0) throw Error("holds no MARC record", {source_.name()});
    return records_;
  }

 private:
  template <typename Do>
  void guarded(Do what) {
    if (failure_) return;
    try {
      what(*this);
    } catch (...) {
      failure_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  Position here() const {
    return {source_.name(), XML_GetCurrentLineNumber(parser_.get()),
            XML_GetCurrentColumnNumber(parser_.get()) + 1};
  }

  [[noreturn]] void fail() const {
    throw Error(fmt::format("is not well-formed XML, or cut off: {}",
                            XML_ErrorString(XML_GetErrorCode(parser_.get()))),
                here());
  }

  void count_name(std::string_view name) {
    if (names_.find(name) != names_.end()) return;
    if (name.size() > longest_name) throw Error("a name is longer than 100 bytes", here());
    if (names_.size() >= most_names) {
      throw Error(fmt::format("more than {} different names of elements and attributes; is it "
                              "MARC-XML?",
                              most_names),
                  here());
    }
    names_.emplace(name);
  }

  void check_bounds(std::string_view name, const XML_Char** attributes) {
    if (++depth_ > deepest) {
      throw Error(fmt::format("elements are nested more than {} deep", deepest), here());
    }
    count_name(name);
    for (; *attributes != nullptr; attributes += 2) count_name(*attributes);
  }

  void begin(const XML_Char* name, const XML_Char** attributes) {
    check_bounds(name, attributes);
    const auto element = without_prefix(name);
    const Position at = here();
    if (element == "record") {
      record_ = MarcRecord{at.line, at.column, {}, false};
      in_record_ = true;
      text_bytes_ = 0;
      in_field_ = in_subfield_ = false;  // a record within a field begins anew
    } else if (in_record_ && (element == "datafield" || element == "controlfield")) {
      begin_field(attribute(attributes, "tag"), at);
      if (element == "controlfield") begin_subfield(0, at);
    } else if (in_field_ && element == "subfield") {
      const auto code = attribute(attributes, "code");
      begin_subfield(code.size() == 1 ? code[0] : '?', at);
    }
  }

  void begin_field(std::string_view tag, const Position& at) {
    in_field_ = std::find(kept_tags.begin(), kept_tags.end(), tag) != kept_tags.end();
    in_subfield_ = false;
    if (!in_field_) return;
    if (record_.fields.size() >= most_fields) {
      record_.too_large = true;
      in_field_ = false;
      return;
    }
    record_.fields.push_back({std::string(tag), {}, at.line, at.column});
  }

  void begin_subfield(char code, const Position& at) {
    if (!in_field_) return;
    auto& subfields = record_.fields.back().subfields;
    if (subfields.size() >= most_subfields) {
      record_.too_large = true;
      return;
    }
    subfields.push_back({code, "", at.line, at.column});
    in_subfield_ = true;
  }

  void text(std::string_view text) {
    if (!in_subfield_) return;
    std::string& whole = record_.fields.back().subfields.back().text;
    text_bytes_ += text.size();
    const std::size_t room = text_bytes_ <= most_text ? longest_subfield : short_subfield;
    if (whole.size() + text.size() > room) {
      record_.too_large = true;
      return;
    }
    whole += text;
  }

  void end(const XML_Char* name) {
    --depth_;
    const auto element = without_prefix(name);
    if (in_subfield_ && (element == "subfield" || element == "controlfield")) {
      std::string& text = record_.fields.back().subfields.back().text;
      text = clean_text(text);
      in_subfield_ = false;
    }
    if (element == "datafield" || element == "controlfield") in_field_ = false;
    if (element == "record" && in_record_) {
      in_record_ = in_field_ = in_subfield_ = false;
      ++records_;
      use_(record_);
    }
  }

  ByteSource& source_;
  const std::function<void(const MarcRecord&)>& use_;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
  std::exception_ptr failure_;
  XML_Index read_ = 0;
  MarcRecord record_;
  bool in_record_ = false;
  bool in_field_ = false;
  bool in_subfield_ = false;
  std::uint64_t records_ = 0;
  std::size_t depth_ = 0;
  std::size_t text_bytes_ = 0;                // of the record, so far
  std::set<std::string, std::less<>> names_;  // of elements and attributes, so far
};

}  // namespace

const MarcSubfield* MarcField::find(char code) const {
  for (const MarcSubfield& s : subfields) {
    if (s.code == code) return &s;
  }
  return nullptr;
}

const MarcField* MarcRecord::find(std::string_view tag) const {
  for (const MarcField& f : fields) {
    if (f.tag == tag) return &f;
  }
  return nullptr;
}

std::uint64_t read_marc(ByteSource& source, const std::function<void(const MarcRecord&)>& use) {
  return Reading(source, use).read();
}

}  // namespace volteface
