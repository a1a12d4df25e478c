// Runs the built program as users do, and gives what it wrote and returned.
#pragma once

#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace volteface {

struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

inline std::string read_all_of(FILE* stream) {
  std::string text;
  std::array<char, 4096> buffer;
  while (const std::size_t n = fread(buffer.data(), 1, buffer.size(), stream)) {
    text.append(buffer.data(), n);
  }
  return text;
}

// `arguments` as a shell reads them. Standard output and error are no terminal.
inline Outcome run_program(const std::string& arguments) {
  const std::string err_path = testing::TempDir() + "volteface-stderr-" + std::to_string(getpid());
  const std::string command =
      std::string(VOLTEFACE_PROGRAM) + " " + arguments + " 2>" + err_path + " </dev/null";
  Outcome outcome;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return outcome;
  outcome.out = read_all_of(pipe);
  outcome.exit_code = WEXITSTATUS(pclose(pipe));
  std::ostringstream err;
  err << std::ifstream(err_path).rdbuf();
  outcome.err = err.str();
  std::remove(err_path.c_str());
  return outcome;
}

// The same with standard output and error on a terminal of that many columns; both are in `out`,
// with the line ends of a terminal made plain.
inline Outcome run_on_terminal(const std::string& arguments, std::uint16_t columns,
                               const std::string& environment = "") {
  const std::string command = environment + " exec " + VOLTEFACE_PROGRAM + " " + arguments;
  winsize size{};
  size.ws_row = 24;
  size.ws_col = columns;
  int terminal = -1;
  Outcome outcome;
  const pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    setenv("TERM", "xterm", 1);
    execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  if (child < 0) return outcome;
  std::array<char, 4096> buffer;
  for (ssize_t n; (n = read(terminal, buffer.data(), buffer.size())) > 0;) {
    outcome.out.append(buffer.data(), static_cast<std::size_t>(n));
  }
  std::erase(outcome.out, '\r');
  int status = 0;
  waitpid(child, &status, 0);
  close(terminal);
  outcome.exit_code = WEXITSTATUS(status);
  return outcome;
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Code points, as a terminal counts columns.
inline std::size_t columns_of(const std::string& line) {
  std::size_t n = 0;
  for (char c : line) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

// The fields of CSV, by RFC 4180; fails the test where a quote stays open.
inline std::vector<std::vector<std::string>> parse_csv(const std::string& csv) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted) {
      if (c != '"') {
        rows.back().back() += c;
      } else if (i + 1 < csv.size() && csv[i + 1] == '"') {
        rows.back().back() += csv[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.push_back({""});
    } else {
      rows.back().back() += c;
    }
  }
  EXPECT_FALSE(quoted);
  rows.pop_back();  // behind the last line end
  return rows;
}

}  // namespace volteface
