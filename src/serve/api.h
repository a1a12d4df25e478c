// Answers to addresses, without a socket: what the server sends, what tests and the fuzzer ask.
//
//   volteface::serve::Api api(world);
//   volteface::serve::Answer answer = api.answer("/states/ARG/agreement.csv?with=USA");
//
// Answers are kept, as many as fit into `kept_bytes`, those asked for last; several that ask for
// the same at once wait for one computation.
//
// Threads: answer() may be called from any number of threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "serve/request.h"
#include "serve/world.h"

namespace volteface::serve {

struct Answer {
  int status = 200;
  std::string content_type;
  std::string body;
  std::string packed;     // the body as gzip; empty where that would not save much
  std::string tag;        // names this very body, for If-None-Match; empty for refusals
  std::string file_name;  // to be kept under; empty: to be shown
  int retry_after = 0;    // seconds; 0: not told
};

class Api {
 public:
  // The world is looked up, not copied, and must outlive the Api.
  explicit Api(const World& world, std::size_t kept_bytes = std::size_t{128} << 20);
  ~Api();
  Api(const Api&) = delete;
  Api& operator=(const Api&) = delete;

  // `target`: a path below /api/v1 with its query. Never throws but std::bad_alloc: what is wrong
  // is told in the answer.
  std::shared_ptr<const Answer> answer(std::string_view target);
  std::shared_ptr<const Answer> answer(const Request& request);

 private:
  class Cache;
  Answer made(const Request& request) const;

  const World& world_;
  std::unique_ptr<Cache> cache_;
};

// {"error": {"status", "message", "expected"}}.
Answer refusal_answer(const Refusal& refusal);

}  // namespace volteface::serve
