// Paths to reports: folders walked, formats told apart, each file given to its parser.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "reading/report_parts.h"
#include "reading/text_kind.h"
#include "reading/tolerant_bytes.h"
#include "record/text.h"

namespace volteface {
namespace {

namespace fs = std::filesystem;

std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) out += ascii_lower(c);
  return out;
}

// A file's name without its endings, and what these say.
struct FileName {
  explicit FileName(const std::string& path) {
    stem = fs::path(path).filename().string();
    std::string ending = take_ending();
    if (ending == ".gz") ending = take_ending();
    if (ending == ".txt" || ending == ".text") format = ReportFormat::plain;
    if (ending == ".md" || ending == ".markdown") format = ReportFormat::markdown;
    if (ending == ".html" || ending == ".htm" || ending == ".xhtml") format = ReportFormat::html;
    if (ending == ".jsonl" || ending == ".ndjson") format = ReportFormat::json_lines;
    if (ending == ".warc" || ending == ".wet") format = ReportFormat::warc;
  }

  std::string stem;
  std::optional<ReportFormat> format;

 private:
  std::string take_ending() {
    const auto dot = stem.rfind('.');
    if (dot == stem.npos || dot == 0) return {};
    const std::string ending = lower(stem.substr(dot));
    stem.resize(dot);
    return ending;
  }
};

ReportFormat format_of(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (head.starts_with("WARC/")) return ReportFormat::warc;
  head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  if (head.starts_with('{')) return ReportFormat::json_lines;
  const std::string begin = lower(head.substr(0, 512));
  if (begin.starts_with("<!doctype html") || begin.find("<html") != begin.npos) {
    return ReportFormat::html;
  }
  return ReportFormat::plain;
}

// A source of which the first bytes were looked at already.
class WithHead final : public ByteSource {
 public:
  WithHead(std::string head, ByteSource& rest)
      : ByteSource(rest.name()), head_(std::move(head)), rest_(rest) {}

  std::size_t read(std::span<char> buffer) override {
    if (used_ == head_.size()) return rest_.read(buffer);
    const std::size_t n = std::min(buffer.size(), head_.size() - used_);
    std::copy_n(head_.begin() + static_cast<std::ptrdiff_t>(used_), n, buffer.begin());
    used_ += n;
    return n;
  }

 private:
  std::string head_;
  std::size_t used_ = 0;
  ByteSource& rest_;
};

// At most `limit` bytes, and whether there are more.
std::string read_to(ByteSource& source, std::size_t limit, bool& has_more) {
  std::string all;
  std::size_t used = 0, got = 0;
  do {
    all.resize(std::min(limit + 1, std::max<std::size_t>(used * 2, 1 << 16)));
    got = source.read({all.data() + used, all.size() - used});
    used += got;
  } while (got > 0 && used <= limit);
  has_more = used > limit;
  all.resize(std::min(used, limit));
  return all;
}

void take_whole(ByteSource& source, ReportFormat format, const std::string& doc,
                ReportIntake& intake) {
  Report report;
  report.doc = doc;
  report.position.file = source.name();
  bool has_more = false;
  const std::string bytes = read_to(source, most_text_bytes, has_more);
  if (has_more) {
    intake.note(report.position, "is larger than 64 MB, and was not read");
    return;
  }
  if (format == ReportFormat::html) take_html(bytes, std::move(report), {}, intake);
  if (format == ReportFormat::markdown) take_markdown(bytes, std::move(report), intake);
  if (format == ReportFormat::plain) take_plain(bytes, std::move(report), intake);
}

void take_source(TolerantBytes& source, const FileName& name, ReportIntake& intake) {
  source.on_loss = [&](const std::string& why) { intake.note({source.name()}, why); };
  intake.count_file();
  std::string head(1024, '\0');
  std::size_t used = 0;
  for (std::size_t got; used < head.size(); used += got) {
    got = source.read({head.data() + used, head.size() - used});
    if (got == 0) break;
  }
  head.resize(used);
  if (const std::string_view kind = kind_of_bytes(head); !kind.empty()) {
    intake.note({source.name()},
                fmt::format("is {}, and was not read; save its text as .txt or .html", kind));
    return;
  }
  const ReportFormat format = intake.options().format
                                  ? *intake.options().format
                                  : (name.format ? *name.format : format_of(head));
  WithHead whole(std::move(head), source);
  if (format == ReportFormat::warc) {
    take_warc(whole, name.stem, intake);
  } else if (format == ReportFormat::json_lines) {
    take_json_lines(whole, name.stem, intake);
  } else {
    take_whole(whole, format, name.stem, intake);
  }
}

// The files under a folder, by name. Links to folders are not followed, since they may lead back.
class Folder {
 public:
  Folder(const std::string& path, ReportIntake& intake) : intake_(intake) { walk(path); }

  std::vector<std::string> take() {
    std::ranges::sort(files_);
    if (others_ > 0) {
      intake_.note({path_},
                   fmt::format("{} files passed over, whose endings are none of a report's: {}",
                               others_, fmt::join(endings_, ", ")));
      intake_.pass_over(others_);
    }
    return std::move(files_);
  }

 private:
  static constexpr std::size_t most_endings_told = 6;

  void walk(const std::string& path) {
    path_ = path;
    std::error_code failed;
    fs::recursive_directory_iterator it(path, fs::directory_options::none, failed), end;
    if (failed) throw Error(fmt::format("cannot be opened: {}", failed.message()), {path});
    while (it != end) {
      look_at(*it, it);
      it.increment(failed);
      if (failed) {
        intake_.note({path}, fmt::format("was not read to its end: {}", failed.message()));
        break;
      }
    }
  }

  void look_at(const fs::directory_entry& entry, fs::recursive_directory_iterator& it) {
    std::error_code failed;
    const std::string file = entry.path().string();
    const bool is_hidden = entry.path().filename().string().starts_with('.');
    if (entry.is_directory(failed)) {
      if (is_hidden) it.disable_recursion_pending();
      const auto rights = fs::status(entry.path(), failed).permissions();
      if ((rights & fs::perms::owner_read) == fs::perms::none) {
        intake_.note({file}, "is a folder that may not be read");
        it.disable_recursion_pending();
      }
    } else if (entry.is_regular_file(failed) && !is_hidden && FileName(file).format) {
      files_.push_back(file);
    } else {
      ++others_;
      const std::string ending = entry.path().extension().string();
      if (endings_.size() < most_endings_told) endings_.insert(ending.empty() ? "none" : ending);
    }
  }

  ReportIntake& intake_;
  std::string path_;
  std::vector<std::string> files_;
  std::uint64_t others_ = 0;
  std::set<std::string> endings_;
};

}  // namespace

ReportCounts read_reports(const std::vector<std::string>& paths, const ReportOptions& options,
                          const ReportSink& sink) {
  ReportIntake intake(options, sink);
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code failed;
    if (path != "-" && fs::is_directory(path, failed)) {
      for (std::string& file : Folder(path, intake).take()) files.push_back(std::move(file));
    } else if (path != "-" && !fs::exists(path, failed)) {
      throw Error("there is no such file or folder", {path});
    } else {
      files.push_back(path);
    }
  }
  std::uint64_t all = 0, done = 0;
  for (const std::string& file : files) {
    std::error_code failed;
    const auto size = file == "-" ? 0 : fs::file_size(file, failed);
    if (!failed) all += size;
  }
  for (const std::string& file : files) {
    const auto on_read = [&](std::size_t bytes) {
      done += bytes;
      if (sink.progress) sink.progress(done, std::max(all, done));
    };
    try {
      const auto source = open_tolerant(file, on_read);
      take_source(*source, FileName(file == "-" ? "standard-input" : file), intake);
    } catch (const Error& error) {
      // Of many, one that cannot be read is told; alone, it is what was asked for.
      if (files.size() == 1) throw;
      intake.note(error.position(), error.message());
    }
  }
  return intake.counts();
}

ReportCounts parse_reports(std::string_view bytes, const std::string& name,
                           const ReportOptions& options, const ReportSink& sink) {
  ReportIntake intake(options, sink);
  std::string_view rest = bytes;
  TolerantBytes source(
      [&rest](std::span<char> buffer) {
        const std::size_t n = std::min(buffer.size(), rest.size());
        std::copy_n(rest.begin(), n, buffer.begin());
        rest.remove_prefix(n);
        return n;
      },
      name);
  take_source(source, FileName(name), intake);
  return intake.counts();
}

}  // namespace volteface
