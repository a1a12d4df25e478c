#include "serve/api.h"

#include <fmt/format.h>
#include <xxhash.h>
#include <zlib.h>

#include <list>
#include <unordered_map>

#include "serve/endpoint.h"
#include "serve/openapi.h"
#include "serve/rows.h"
#include "volteface/version.h"

namespace volteface::serve {
namespace {

constexpr std::size_t worth_packing = 1024;
constexpr int wait_for_turns = 2;  // seconds

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

// gzip, as Content-Encoding has it; empty where it fails, which costs speed alone.
std::string gzipped(const std::string& body) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;
  if (deflateInit2(&stream, 6, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, body.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

void finish(Answer& answer) {
  answer.tag = fmt::format("\"{:016x}\"", XXH3_64bits(answer.body.data(), answer.body.size()));
  if (answer.body.size() >= worth_packing) answer.packed = gzipped(answer.body);
}

std::string_view content_type_of(Form form) {
  switch (form) {
    case Form::csv:
      return "text/csv; charset=utf-8";
    case Form::html:
      return "text/html; charset=utf-8";
    case Form::markdown:
      return "text/markdown; charset=utf-8";
    case Form::text:
      return "text/plain; charset=utf-8";
    default:
      return "application/json; charset=utf-8";
  }
}

std::string_view ending_of(Form form) {
  switch (form) {
    case Form::csv:
      return "csv";
    case Form::html:
      return "html";
    case Form::markdown:
      return "md";
    case Form::text:
      return "txt";
    default:
      return "json";
  }
}

Json head_of(const Record& record) {
  return {{"volteface", version()},
          {"record", {{"last_date", format_date(record.last_date())}, {"hash", record.hash}}}};
}

Answer in_form(const World& world, const Endpoint& endpoint, const Arguments& arguments,
               const Request& request) {
  Answer answer;
  answer.content_type = content_type_of(request.form);
  if (endpoint.written != nullptr) {
    answer.body = endpoint.written(world, arguments, request.form);
    if (arguments.flag("download"))
      answer.file_name =
          fmt::format("volteface-{}.{}", request.path.back(), ending_of(request.form));
    return answer;
  }
  const Json fields = endpoint.answer(world, arguments);
  if (request.form == Form::csv) {
    if (!fields.contains("rows"))
      throw Refusal(404, "this has no rows, so no CSV", "the address without .csv");
    answer.body = csv_of(columns_of(endpoint.shape), fields["rows"]);
    return answer;
  }
  if (request.form != Form::plain && request.form != Form::json)
    throw Refusal(404, "not in this form", "the address with .json or .csv, or without an ending");
  Json json = head_of(world.record());
  add_fields(json, fields);
  answer.body = dumped(json);
  return answer;
}

bool is_description(const Request& request) {
  return request.path == std::vector<std::string>{"openapi"} &&
         (request.form == Form::plain || request.form == Form::json);
}

}  // namespace

// The answers asked for last. An entry is made by the first that asks for it, behind its own lock,
// while others that ask for the same wait and those that ask for something else do not.
class Api::Cache {
 public:
  explicit Cache(std::size_t bytes) : most_bytes_(bytes) {}

  template <typename Make>
  std::shared_ptr<const Answer> get(const std::string& key, Make make) {
    const std::shared_ptr<Slot> slot = slot_of(key);
    const std::lock_guard making(slot->making);
    if (!slot->answer) {
      auto answer = std::make_shared<const Answer>(make());
      if (answer->status != 200) {
        drop(key, slot);
        return answer;
      }
      slot->answer = answer;
      count(key, slot);
    }
    return slot->answer;
  }

 private:
  struct Slot {
    std::mutex making;
    std::shared_ptr<const Answer> answer;
    std::size_t bytes = 0;
  };
  using Order = std::list<std::string>;
  struct Place {
    std::shared_ptr<Slot> slot;
    Order::iterator order;
  };

  std::shared_ptr<Slot> slot_of(const std::string& key) {
    const std::lock_guard lock(lock_);
    const auto found = places_.find(key);
    if (found != places_.end()) {
      order_.splice(order_.begin(), order_, found->second.order);
      return found->second.slot;
    }
    order_.push_front(key);
    return places_.emplace(key, Place{std::make_shared<Slot>(), order_.begin()}).first->second.slot;
  }

  void drop(const std::string& key, const std::shared_ptr<Slot>& slot) {
    const std::lock_guard lock(lock_);
    const auto found = places_.find(key);
    if (found == places_.end() || found->second.slot != slot) return;
    bytes_ -= slot->bytes;
    order_.erase(found->second.order);
    places_.erase(found);
  }

  void count(const std::string& key, const std::shared_ptr<Slot>& slot) {
    const std::lock_guard lock(lock_);
    if (const auto found = places_.find(key); found == places_.end() || found->second.slot != slot)
      return;
    slot->bytes = key.size() + slot->answer->body.size() + slot->answer->packed.size();
    bytes_ += slot->bytes;
    while (bytes_ > most_bytes_ && order_.size() > 1) {
      const auto oldest = places_.find(order_.back());
      bytes_ -= oldest->second.slot->bytes;
      places_.erase(oldest);
      order_.pop_back();
    }
  }

  const std::size_t most_bytes_;
  std::mutex lock_;
  Order order_;  // asked for last first
  std::unordered_map<std::string, Place> places_;
  std::size_t bytes_ = 0;
};

Api::Api(const World& world, std::size_t kept_bytes)
    : world_(world), cache_(std::make_unique<Cache>(kept_bytes)) {}

Api::~Api() = default;

Answer refusal_answer(const Refusal& refusal) {
  Answer answer;
  answer.status = refusal.status();
  answer.content_type = content_type_of(Form::json);
  Json error = {{"status", refusal.status()}, {"message", refusal.what()}};
  if (!refusal.expected().empty()) error["expected"] = refusal.expected();
  answer.body = dumped({{"error", error}});
  return answer;
}

Answer Api::made(const Request& request) const {
  Answer answer;
  if (is_description(request)) {
    answer.content_type = content_type_of(Form::json);
    answer.body = dumped(openapi_description());
  } else {
    const auto match = find_endpoint(request.path);
    if (!match) throw Refusal(404, "nothing is at this address", "see /api/v1/openapi");
    const Arguments arguments(match->endpoint->parameters, request, match->in_path);
    answer = in_form(world_, *match->endpoint, arguments, request);
  }
  finish(answer);
  return answer;
}

std::shared_ptr<const Answer> Api::answer(const Request& request) {
  const auto make = [&] {
    try {
      return made(request);
    } catch (const Refusal& refusal) {
      return refusal_answer(refusal);
    } catch (const Error& error) {
      return refusal_answer({400, error.what()});
    } catch (const std::exception&) {
      return refusal_answer({500, "a fault of the program", "a report of it to its makers"});
    }
  };
  const auto match = find_endpoint(request.path);
  if (match && !world_.turns_ready()) {
    if (match->endpoint->needs_all_turns) {
      Answer wait = refusal_answer({503, "the turns of all states are still being found",
                                    "the same question some seconds later"});
      wait.body = dumped({{"error",
                           {{"status", 503},
                            {"message", "the turns of all states are still being found"},
                            {"expected", "the same question some seconds later"},
                            {"share", world_.turns_share()}}}});
      wait.retry_after = wait_for_turns;
      return std::make_shared<const Answer>(std::move(wait));
    }
    if (match->endpoint->changes) return std::make_shared<const Answer>(make());
  }
  return cache_->get(canonical(request), make);
}

std::shared_ptr<const Answer> Api::answer(std::string_view target) {
  try {
    return answer(parse_target(target));
  } catch (const Refusal& refusal) {
    return std::make_shared<const Answer>(refusal_answer(refusal));
  }
}

}  // namespace volteface::serve
