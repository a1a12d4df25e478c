// Runs a command and prints what it took: CPU seconds, wall seconds, peak memory.
//
//   measure COMMAND [ARGUMENT...]
//
// The figures go to standard output behind the command's own; the exit code is the command's. There
// is a tool for this since not every system has one that tells memory.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace {

double seconds(const timeval& t) {
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: measure COMMAND [ARGUMENT...]\n");
    return 2;
  }
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    execvp(argv[1], argv + 1);
    std::perror(argv[1]);
    _exit(127);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child) return 2;
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
  rusage used{};
  getrusage(RUSAGE_CHILDREN, &used);
  fmt::print("user {:.2f} s, system {:.2f} s, wall {:.2f} s, peak {:.0f} MB\n",
             seconds(used.ru_utime), seconds(used.ru_stime), wall.count(),
             static_cast<double>(used.ru_maxrss) * 1024 / 1e6);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}
