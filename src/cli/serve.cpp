// The local page and its interface.
#include <fmt/format.h>

#include <csignal>
#include <thread>

#include "cli/program.h"
#include "cli/progress.h"
#include "cli/readings.h"
#include "cli/table.h"
#include "serve/http_server.h"

namespace volteface::cli {
namespace {

struct ServeArguments {
  explicit ServeArguments(CLI::App& command) : readings(command, ReadingOptions::Reports::option) {}
  serve::HttpOptions http;
  ReadingOptions readings;
};

serve::ReportsRead read_all(const Record& record, const ServeArguments& arguments) {
  serve::ReportsRead out;
  if (!arguments.readings.given()) return out;
  const Checker checker(record);
  arguments.readings.for_each(record, [&](Reading&& reading, const Report& report) {
    Check check = checker.check(reading, report.text);
    out.reports.push_back({std::move(reading), std::move(check), report.title, report.url});
    out.texts.push_back(report.text);
  });
  return out;
}

// Signals wait for this thread alone: a handler could do next to nothing.
class UntilInterrupted {
 public:
  UntilInterrupted() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  void wait() const {
    int signal = 0;
    sigwait(&signals_, &signal);
  }

 private:
  sigset_t signals_{};
};

std::string address_text(const serve::HttpOptions& http, std::uint16_t port) {
  const bool is_v6 = http.address.find(':') != std::string::npos;
  return is_v6 ? fmt::format("http://[{}]:{}/", http.address, port)
               : fmt::format("http://{}:{}/", http.address, port);
}

int run_server(const Program& program, const ServeArguments& arguments) {
  const UntilInterrupted interrupted;
  const Record record = program.load_record();
  serve::ReportsRead reports = read_all(record, arguments);
  const std::size_t n = reports.reports.size();
  const auto world = [&] {
    ProgressBar bar("fitting");
    return std::make_unique<serve::World>(record, std::move(reports), [&bar](int done, int all) {
      bar.show(static_cast<double>(done) / all);
    });
  }();
  serve::Api api(*world);
  serve::HttpServer server(api, arguments.http);
  const std::uint16_t port = server.bind();
  std::thread answering([&] { server.run(); });
  print_out(address_text(arguments.http, port) + "\n");
  std::fflush(stdout);
  fmt::print(stderr, "volteface: the page is at the address above, with {} {}; Ctrl-C ends it\n", n,
             n == 1 ? "report" : "reports");
  print_provenance(record);
  interrupted.wait();
  server.stop();
  answering.join();
  return found;
}

}  // namespace

void add_serve_command(Program& program) {
  CLI::App* command =
      program.add_command("serve", "A local page to look, compare and follow evidence");
  auto arguments = std::make_shared<ServeArguments>(*command);
  command
      ->add_option(
          "--port", arguments->http.port,
          fmt::format("The port, {} if not given; 0 takes one that is free", arguments->http.port))
      ->type_name("PORT")
      ->group("Server");
  command
      ->add_option("--address", arguments->http.address,
                   "Where it listens; others than this machine's own need --token")
      ->type_name("ADDRESS")
      ->group("Server");
  command->add_option("--token", arguments->http.token, "Asked of all that look")
      ->type_name("TEXT")
      ->group("Server");
  command
      ->add_option("--host", arguments->http.hosts,
                   "A name of this machine that browsers may ask for; may be repeated")
      ->allow_extra_args(false)
      ->type_name("NAME")
      ->group("Server");
  command->footer(
      "The address is written to standard output. The page, and an interface for programs under\n"
      "/api/v1 (described at /api/v1/openapi), can be reached from this machine alone, unless\n"
      "--address and --token say otherwise. Nothing that it shows comes from elsewhere.\n\n"
      "Examples:\n"
      "  volteface serve\n"
      "  volteface serve --news samples/news --port 9000\n"
      "  volteface serve --address 0.0.0.0 --token a-long-word --host desk.example");
  command->callback(
      [&program, arguments] { program.set_exit_code(run_server(program, *arguments)); });
}

}  // namespace volteface::cli
