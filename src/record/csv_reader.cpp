#include "record/csv_reader.h"

#include <algorithm>
#include <cstring>

#include "record/utf8.h"

namespace volteface {
namespace {

constexpr std::size_t read_ahead = 1 << 18;
constexpr auto too_long = "row is longer than 1 MiB (is a quote left open?)";

}  // namespace

CsvReader::CsvReader(ByteSource& source, char delimiter, Encoding encoding)
    : source_(&source), delimiter_(delimiter), encoding_(encoding) {
  while (filled_ < 3 && fill()) {
  }
  if (std::string_view(buffer_.data(), filled_).starts_with("\xEF\xBB\xBF")) next_ = 3;
}

Position CsvReader::position(std::size_t i) const {
  if (fault_) return fault_position_;
  if (i >= fields_.size()) return {source_->name(), line_, 0};
  return {source_->name(), fields_[i].line, fields_[i].column};
}

bool CsvReader::fill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, filled_ - begin_);
    filled_ -= begin_;
    next_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() < filled_ + read_ahead) buffer_.resize(filled_ + read_ahead);
  const std::size_t got = source_->read({buffer_.data() + filled_, buffer_.size() - filled_});
  filled_ += got;
  at_end_ = got == 0;
  return got > 0;
}

bool CsvReader::next() {
  begin_ = next_;
  line_ = next_line_;
  for (;;) {
    fault_.reset();
    row_.clear();
    switch (scan_row()) {
      case Scan::needs_more:
        if (filled_ - begin_ > max_row_bytes) {
          set_fault(too_long, line_, 1);
          skip_first_line();
          return true;
        }
        fill();
        break;
      case Scan::malformed:
        skip_first_line();
        return true;
      case Scan::complete:
        if (fields_.empty() && begin_ >= filled_) return false;
        if (fields_.size() == 1 && fields_[0].begin == fields_[0].end &&
            fields_[0].column == 1) {  // an empty line
          if (next_ >= filled_ && at_end_) return false;
          begin_ = next_;
          line_ = next_line_;
          break;
        }
        if (next_ - begin_ > max_row_bytes) {
          set_fault(too_long, line_, 1);
        } else if (check_encoding()) {
          unquote_fields();
        }
        return true;
    }
  }
}

// Finds the fields from begin_ on and the row's end, without changing the buffer, so that it can be
// done over when the row turns out to reach beyond what has been read.
CsvReader::Scan CsvReader::scan_row() {
  fields_.clear();
  const char* data = buffer_.data();
  std::size_t at = begin_;
  next_line_ = line_;
  std::size_t line_start = begin_;
  if (at >= filled_) return at_end_ ? Scan::complete : Scan::needs_more;
  for (;;) {
    Field field{at, at, next_line_, at - line_start + 1, false};
    if (at < filled_ && data[at] == '"') {
      const Scan scan = scan_quoted(at, field);
      if (scan != Scan::complete) return scan;
      if (field.line != next_line_) {  // the field held line breaks
        for (std::size_t k = field.end; k > field.begin; --k) {
          if (data[k - 1] == '\n') {
            line_start = k;
            break;
          }
        }
      }
    } else {
      while (at < filled_ && data[at] != delimiter_ && data[at] != '\n' && data[at] != '\r' &&
             data[at] != '"') {
        ++at;
      }
      if (at < filled_ && data[at] == '"') {
        set_fault("quote inside an unquoted field", next_line_, at - line_start + 1);
        return Scan::malformed;
      }
      field.end = at;
    }
    if (at >= filled_ && !at_end_) return Scan::needs_more;
    fields_.push_back(field);
    if (at >= filled_) {
      next_ = at;
      return Scan::complete;
    }
    if (data[at] == delimiter_) {
      ++at;
      if (at >= filled_ && !at_end_) return Scan::needs_more;
      continue;
    }
    if (data[at] == '\r') {
      if (at + 1 >= filled_ && !at_end_) return Scan::needs_more;
      if (at + 1 < filled_ && data[at + 1] == '\n') ++at;
    } else if (data[at] != '\n') {
      set_fault("text behind a closing quote, expected a delimiter", next_line_,
                at - line_start + 1);
      return Scan::malformed;
    }
    next_ = at + 1;
    ++next_line_;
    return Scan::complete;
  }
}

// `at` is on the opening quote; afterwards behind the closing one. Counts line breaks in
// next_line_.
CsvReader::Scan CsvReader::scan_quoted(std::size_t& at, Field& field) {
  const char* data = buffer_.data();
  field.begin = ++at;
  for (;;) {
    const auto* quote = static_cast<const char*>(std::memchr(data + at, '"', filled_ - at));
    if (quote == nullptr) {
      if (!at_end_) return Scan::needs_more;
      set_fault("quote is never closed", field.line, field.column);
      return Scan::malformed;
    }
    const auto close = static_cast<std::size_t>(quote - data);
    next_line_ += static_cast<std::uint64_t>(std::count(data + at, quote, '\n'));
    at = close + 1;
    if (at >= filled_ && !at_end_) return Scan::needs_more;
    if (at < filled_ && data[at] == '"') {
      field.doubled_quotes = true;
      ++at;
      continue;
    }
    field.end = close;
    return Scan::complete;
  }
}

// The row's end is known by then, so reading goes on behind it.
bool CsvReader::check_encoding() {
  if (encoding_ == Encoding::any) return true;
  const std::string_view row(buffer_.data() + begin_, next_ - begin_);
  const std::size_t bad = first_invalid_utf8(row);
  if (bad == std::string_view::npos) return true;
  const std::string_view before = row.substr(0, bad);
  const auto lines = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t newline = before.rfind('\n');
  const std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
  set_fault("not UTF-8; expected the file in that encoding", line_ + lines, bad - line_start + 1);
  return false;
}

void CsvReader::set_fault(std::string why, std::uint64_t line, std::uint64_t column) {
  fields_.clear();
  fault_ = std::move(why);
  fault_position_ = {source_->name(), line, column};
}

// After a fault: reading goes on behind the line on which the row began, however far that is.
void CsvReader::skip_first_line() {
  next_line_ = line_ + 1;
  for (;;) {
    const auto* data = buffer_.data();
    const auto* newline =
        static_cast<const char*>(std::memchr(data + begin_, '\n', filled_ - begin_));
    if (newline != nullptr) {
      next_ = static_cast<std::size_t>(newline - data) + 1;
      return;
    }
    begin_ = next_ = filled_;  // the whole buffer is one line: drop it
    if (!fill()) return;
  }
}

void CsvReader::unquote_fields() {
  for (Field& field : fields_) {
    char* begin = buffer_.data() + field.begin;
    if (field.doubled_quotes) {
      char* out = begin;
      for (std::size_t i = field.begin; i < field.end; ++i) {
        *out++ = buffer_[i];
        if (buffer_[i] == '"') ++i;
      }
      field.end = static_cast<std::size_t>(out - buffer_.data());
    }
    row_.emplace_back(begin, field.end - field.begin);
  }
}

}  // namespace volteface
