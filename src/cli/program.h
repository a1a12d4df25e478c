// What every command of the program shares: the record it works on, the form of its output, its
// exit codes.
//
// A command is one file: it adds its options to the program and a function that runs it, which
// returns the exit code. Data goes to standard output through a Table (table.h) or print_out; notes
// and progress go to standard error. Errors are thrown; main() turns them into a message and exit
// code 2.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "volteface/record.h"

namespace volteface::cli {

enum ExitCode : int { found = 0, nothing_found = 1, failed = 2 };

enum class Format { text, csv, json };

// Options that every command takes.
struct Settings {
  Format format = Format::text;
  std::vector<std::string> record_files;  // --record: extend the embedded record, in order
  std::string record_only;                // --record-only: used in place of the embedded record
  std::optional<Date> as_of;              // --as-of: nothing later than this day is looked at
  std::uint64_t seed = 1;                 // --seed
};

class Program {
 public:
  Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // A new command with the options of every command.
  CLI::App* add_command(const std::string& name, const std::string& description);

  const Settings& settings() const { return settings_; }

  // The record that the settings ask for, with notes on standard error about files that were added.
  // With --as-of, what lies behind that day is not in it.
  Record load_record() const;

  // For commands that tell themselves what lies behind --as-of.
  Record load_whole_record() const;

  // Parses the arguments, runs the command chosen, returns the exit code.
  int run(int argc, char** argv);

  // To be called in a command's callback: what it returns becomes the exit code.
  void set_exit_code(int code) { exit_code_ = code; }

 private:
  void group_commands();  // for the help
  std::string commands() const;
  void check_words(int argc, char** argv);

  CLI::App app_;
  Settings settings_;
  int exit_code_ = found;
};

// One for each command, each in the file of that name.
void add_agree_command(Program& program);
void add_attribute_command(Program& program);
void add_brief_command(Program& program);
void add_check_command(Program& program);
void add_contacts_command(Program& program);
void add_exposure_command(Program& program);
void add_ideal_command(Program& program);
void add_import_command(Program& program);
void add_parse_command(Program& program);
void add_predictability_command(Program& program);
void add_read_command(Program& program);
void add_record_command(Program& program);
void add_rollcall_command(Program& program);
void add_serve_command(Program& program);
void add_states_command(Program& program);
void add_surprise_command(Program& program);
void add_switches_command(Program& program);
void add_turns_command(Program& program);
void add_votes_command(Program& program);

// Dates as options: "2024", "2024-05" or "2024-05-31". Throw Error where the text is none of these.
Date date_from_option(const std::string& text, const std::string& option);   // first day of it
Date date_until_option(const std::string& text, const std::string& option);  // last day of it

// Throws Error where --until ends before --since begins. Either may not be given.
void check_span(const std::optional<Date>& since, const std::optional<Date>& until);

// The options --since, --until, --subject, --title, --kind, --contested, as far as `which` names
// them
// ("since until subject"), and the filter that they make. --as-of is folded into `until`.
class FilterOptions {
 public:
  FilterOptions(CLI::App& command, const std::string& which);
  Filter filter(const Settings& settings) const;

 private:
  std::string since_, until_, subject_, title_, kind_;
  bool contested_ = false;
};

}  // namespace volteface::cli
