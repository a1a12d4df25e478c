// Learns which words of a report tell of an act, and of whom towards whom (learned_acts.h).
//
//   train_acts REPORTS ACTS
//
// REPORTS is JSON Lines, a report a line: `text`, and `acts`, each with the `words` that state it,
// its `type`, `mode` (or null), `source` and `target` ({"state", "org"}, one of them null) and
// whether it is `symmetric`. ACTS is written: data/acts.vfw. The same input gives the same file.
//
// Both models are logistic regressions by LIBLINEAR (Fan, Chang, Hsieh, Wang and Lin 2008, Journal
// of Machine Learning Research 9: 1871-1874). Of the words that state an act, the one that tells it
// is not marked: all are taken for it at first, then the one that the first model finds likeliest.
// The second model is taught with scores of words by models that had not seen the report.
#include <fmt/format.h>
#include <linear.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_map>

#include "reading/iso_states.h"
#include "reading/learned_acts.h"
#include "reading/report_view.h"
#include "reading/ruled_reading.h"
#include "volteface/error.h"
#include "volteface/language.h"

namespace volteface {
namespace {

using language::FeatureKey;
using language::LinearModel;
using nlohmann::json;

constexpr std::size_t classes = ActWeights::types + ActWeights::modes;
constexpr std::size_t folds = 3;
constexpr double words_cost = 0.5, sides_cost = 0.3;  // C of LIBLINEAR: the less, the smoother
constexpr std::uint32_t least_seen = 3;
constexpr double smallest_word = 0.05, smallest_side = 0.03;  // weights below are left out

// ---- reports

struct MarkedAct {
  std::size_t type = 0;
  std::optional<std::size_t> mode;
  Actor source, target;
  bool symmetric = false;
  std::uint32_t begin = 0, end = 0;  // bytes of the text
  std::vector<std::size_t> words;    // that may tell it: places in the report's words
  std::size_t told_by = 0;           // the likeliest
};

struct Word {
  std::uint32_t sentence = 0;
  ToldWord told;
  std::vector<FeatureKey> features;
  WordScores scores{};
};

struct Report {
  Document document;
  std::unique_ptr<ReportView> view;
  Reading ruled;
  std::unique_ptr<ActScene> scene;
  std::vector<MarkedAct> acts;
  std::vector<Word> words;
};

std::string text_or_empty(const json& of, const char* name) {
  const auto found = of.find(name);
  return found == of.end() || found->is_null() ? std::string() : found->get<std::string>();
}

template <class Kind>
std::size_t number_of(std::string_view text, std::size_t kinds) {
  for (std::size_t k = 0; k < kinds; ++k) {
    if (text_of(static_cast<Kind>(k)) == text) return k;
  }
  throw Error(fmt::format("no type or mode is called '{}'", text));
}

// Where words stand in a text, white space folded.
std::optional<std::pair<std::uint32_t, std::uint32_t>> find_words(std::string_view text,
                                                                  std::string_view words) {
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t t = at, w = 0;
    while (t < text.size() && w < words.size()) {
      if (blank(words[w]) && blank(text[t])) {
        while (w < words.size() && blank(words[w])) ++w;
        while (t < text.size() && blank(text[t])) ++t;
      } else if (words[w] == text[t]) {
        ++w, ++t;
      } else {
        break;
      }
    }
    if (w == words.size())
      return std::pair(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(t));
  }
  return std::nullopt;
}

MarkedAct marked_act(const json& record, std::string_view text) {
  MarkedAct act;
  act.type = number_of<EventType>(record.at("type").get<std::string>(), ActWeights::types);
  if (const std::string mode = text_or_empty(record, "mode"); !mode.empty())
    act.mode = number_of<EventMode>(mode, ActWeights::modes + 1) - 1;
  const auto actor = [&](const char* name) {
    return Actor{text_or_empty(record.at(name), "state"), text_or_empty(record.at(name), "org"),
                 ""};
  };
  act.source = actor("source");
  act.target = actor("target");
  act.symmetric = record.value("symmetric", false);
  const std::string words = record.at("words");
  const auto found = find_words(text, words);
  if (!found) throw Error(fmt::format("'{}' does not stand in the text", words));
  std::tie(act.begin, act.end) = *found;
  return act;
}

void find_words_of_acts(Report& report) {
  const SentenceTree& tree = report.view->tree;
  for (MarkedAct& act : report.acts) {
    std::uint32_t sentence = nowhere;
    for (std::uint32_t s = 0; s < report.document.sentences.size(); ++s) {
      const Sentence& span = report.document.sentences[s];
      if (span.begin <= act.begin && act.begin < span.end) sentence = s;
    }
    std::vector<std::size_t> in_sentence;
    for (std::size_t w = 0; w < report.words.size(); ++w) {
      const Token& token = tree.token(report.words[w].told.token);
      if (act.begin <= token.begin && token.begin < act.end) act.words.push_back(w);
      if (report.words[w].sentence == sentence) in_sentence.push_back(w);
    }
    if (act.words.empty()) act.words = std::move(in_sentence);
  }
  std::erase_if(report.acts, [](const MarkedAct& act) { return act.words.empty(); });
}

std::unique_ptr<Report> read_report(const Language& language, const json& line) {
  auto report = std::make_unique<Report>();
  report->document = language.read(line.at("text").get<std::string>());
  for (const json& record : line.at("acts"))
    report->acts.push_back(marked_act(record, report->document.text));
  if (names_former_seat(report->document)) name_by_iso(report->document);
  report->view = std::make_unique<ReportView>(report->document);
  report->ruled = read_by_rules("", *report->view);
  report->scene =
      std::make_unique<ActScene>(*report->view, report->ruled.votes, report->ruled.events);
  ActFeatures features;
  for (std::uint32_t s = 0; s < report->scene->sentences(); ++s) {
    for (ToldWord& told : told_words(*report->scene, s)) {
      see_word(*report->scene, told, features);
      report->words.push_back({s, std::move(told), features.keys(), {}});
    }
  }
  find_words_of_acts(*report);
  return report;
}

std::vector<std::unique_ptr<Report>> read_reports(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw Error("cannot be read; expected a file of annotated reports", {path});
  const Language language;
  std::vector<std::unique_ptr<Report>> reports;
  std::string line;
  for (std::uint32_t number = 1; std::getline(file, line); ++number) {
    try {
      reports.push_back(read_report(language, json::parse(line)));
    } catch (const std::exception& error) {
      throw Error(error.what(), {path, number});
    }
    if (number % 50 == 0) fmt::print(stderr, "{} reports read\n", number);
  }
  fmt::print(stderr, "\n");
  return reports;
}

// ---- logistic regression

// Rows of features, numbered by how they were met; those seen less often than asked are left out.
class Table {
 public:
  void count(const std::vector<FeatureKey>& features) {
    for (const FeatureKey key : features) ++seen_[key];
  }
  void number_features() {
    for (const auto& [key, times] : seen_) {
      if (times >= least_seen) keys_.push_back(key);
    }
    std::ranges::sort(keys_);
    for (std::size_t k = 0; k < keys_.size(); ++k) number_[keys_[k]] = static_cast<int>(k) + 1;
  }
  void add(const std::vector<FeatureKey>& features) {
    std::map<int, double> row;
    for (const FeatureKey key : features) {
      if (const auto found = number_.find(key); found != number_.end()) row[found->second] += 1;
    }
    rows_.emplace_back();
    for (const auto& [number, value] : row) rows_.back().push_back({number, value});
    rows_.back().push_back({-1, 0});
  }
  const std::vector<FeatureKey>& keys() const { return keys_; }
  std::size_t rows() const { return rows_.size(); }

  // Weights of keys(). `chosen`: the rows to learn from; empty for all.
  std::vector<double> fit(const std::vector<bool>& right, const std::vector<bool>& chosen,
                          double cost) const {
    std::vector<feature_node*> x;
    std::vector<double> y;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (!chosen.empty() && !chosen[r]) continue;
      x.push_back(const_cast<feature_node*>(rows_[r].data()));  // LIBLINEAR only reads it
      y.push_back(right[r] ? 1 : -1);
    }
    std::vector<double> weights(keys_.size(), 0);
    const bool both = std::ranges::find(y, 1.0) != y.end() && std::ranges::find(y, -1.0) != y.end();
    if (!both) return weights;
    problem task{};
    task.l = static_cast<int>(x.size());
    task.n = static_cast<int>(keys_.size());
    task.y = y.data();
    task.x = x.data();
    task.bias = -1;  // a feature of its own
    parameter how{};
    how.solver_type = L2R_LR;
    how.C = cost;
    how.eps = 0.001;
    model* fitted = train(&task, &how);
    const double sign = fitted->label[0] == 1 ? 1 : -1;
    for (std::size_t k = 0; k < weights.size(); ++k) weights[k] = sign * fitted->w[k];
    free_and_destroy_model(&fitted);
    return weights;
  }

  double score(std::size_t row, const std::vector<double>& weights) const {
    double sum = 0;
    for (const feature_node& node : rows_[row]) {
      if (node.index > 0) sum += node.value * weights[static_cast<std::size_t>(node.index) - 1];
    }
    return sum;
  }

 private:
  std::unordered_map<FeatureKey, std::uint32_t> seen_;
  std::vector<FeatureKey> keys_;
  std::unordered_map<FeatureKey, int> number_;
  std::vector<std::vector<feature_node>> rows_;
};

LinearModel model_of(const Table& table, const std::vector<std::vector<double>>& weights,
                     double smallest) {
  std::vector<LinearModel::Weights> rows;
  for (std::size_t k = 0; k < table.keys().size(); ++k) {
    LinearModel::Weights row;
    row.key = table.keys()[k];
    for (std::size_t c = 0; c < weights.size(); ++c) {
      if (std::abs(weights[c][k]) < smallest) continue;
      const std::int16_t weight = LinearModel::storable(weights[c][k] * ActWeights::unit);
      if (weight != 0) row.of.emplace_back(static_cast<std::uint8_t>(c), weight);
    }
    if (!row.of.empty()) rows.push_back(std::move(row));
  }
  return LinearModel(weights.size(), rows);
}

// ---- words

bool is_side(const Actor& marked, const Actor& side) {
  const auto same = [](const std::string& a, const std::string& b) {
    return std::ranges::equal(
        a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
  };
  return same(marked.state, side.state) && same(marked.org, side.org);
}

struct WordPlace {
  std::size_t report = 0, word = 0;
};

class WordLessons {
 public:
  explicit WordLessons(std::vector<std::unique_ptr<Report>>& reports) : reports_(reports) {
    for (const auto& report : reports) {
      for (const Word& word : report->words) table_.count(word.features);
    }
    table_.number_features();
    for (std::size_t r = 0; r < reports.size(); ++r) {
      first_.push_back(places_.size());
      for (std::size_t w = 0; w < reports[r]->words.size(); ++w) {
        places_.push_back({r, w});
        table_.add(reports[r]->words[w].features);
      }
    }
  }

  // Leaves with each word its scores by models that did not see its report.
  LinearModel learn() {
    for (const auto& report : reports_) {
      for (MarkedAct& act : report->acts) act.told_by = act.words.front();
    }
    std::vector<std::vector<double>> weights = fit(true, {});
    find_tellers(weights);
    for (std::size_t fold = 0; fold < folds; ++fold) {
      std::vector<bool> chosen;
      for (const WordPlace& place : places_) chosen.push_back(place.report % folds != fold);
      score(fit(false, chosen), chosen);
    }
    weights = fit(false, {});
    return model_of(table_, weights, smallest_word);
  }

 private:
  // `all`: every word that states an act is taken to tell it.
  std::vector<std::vector<double>> fit(bool all, const std::vector<bool>& chosen) const {
    std::vector<std::vector<double>> weights;
    for (std::size_t c = 0; c < classes; ++c) {
      std::vector<bool> right(table_.rows(), false);
      for (std::size_t r = 0; r < reports_.size(); ++r) {
        for (const MarkedAct& act : reports_[r]->acts) {
          if (c < ActWeights::types ? act.type != c : act.mode != c - ActWeights::types) continue;
          if (!all) right[first_[r] + act.told_by] = true;
          for (const std::size_t w : all ? act.words : std::vector<std::size_t>())
            right[first_[r] + w] = true;
        }
      }
      weights.push_back(table_.fit(right, chosen, words_cost));
    }
    return weights;
  }

  void find_tellers(const std::vector<std::vector<double>>& weights) {
    for (std::size_t r = 0; r < reports_.size(); ++r) {
      for (MarkedAct& act : reports_[r]->acts) {
        act.told_by = *std::ranges::max_element(act.words, {}, [&](std::size_t w) {
          return table_.score(first_[r] + w, weights[act.type]);
        });
      }
    }
  }

  void score(const std::vector<std::vector<double>>& weights, const std::vector<bool>& seen) {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (seen[i]) continue;
      WordScores& scores = reports_[places_[i].report]->words[places_[i].word].scores;
      for (std::size_t c = 0; c < classes; ++c)
        scores[c] = static_cast<float>(table_.score(i, weights[c]));
    }
  }

  std::vector<std::unique_ptr<Report>>& reports_;
  std::vector<WordPlace> places_;
  std::vector<std::size_t> first_;  // of each report
  Table table_;
};

// ---- sides

enum class Answer { wrong, right, unclear };

// Unclear: told of these sides, but by another word.
Answer answer_of(const Report& report, std::size_t word, const Actor& source, const Actor& target,
                 std::size_t type) {
  Answer answer = Answer::wrong;
  for (const MarkedAct& act : report.acts) {
    if (act.type != type) continue;
    const bool same = is_side(act.source, source) && is_side(act.target, target);
    const bool swapped =
        act.symmetric && is_side(act.source, target) && is_side(act.target, source);
    if (!same && !swapped) continue;
    if (act.told_by == word) return Answer::right;
    answer = Answer::unclear;
  }
  return answer;
}

// For each candidate of all reports its features, and whether it is right.
template <class Each>
void for_each_candidate(const Report& report, Each each) {
  std::map<std::uint32_t, WordScores> best;  // by sentence
  for (const Word& word : report.words) {
    const auto [at, is_new] = best.try_emplace(word.sentence, word.scores);
    for (std::size_t k = 0; k < classes; ++k)
      at->second[k] = std::max(at->second[k], word.scores[k]);
  }
  ActFeatures features;
  for (std::size_t w = 0; w < report.words.size(); ++w) {
    const Word& word = report.words[w];
    const auto candidates = candidates_of(*report.scene, word.told, word.scores);
    if (candidates.empty()) continue;
    const auto roles = roles_of_sides(*report.scene, word.told);
    const auto& sides = report.scene->of(word.sentence).sides;
    for (const ActCandidate& candidate : candidates) {
      const Answer answer =
          answer_of(report, w, report.scene->sides()[sides[candidate.source]],
                    report.scene->sides()[sides[candidate.target]], candidate.type);
      if (answer == Answer::unclear) continue;
      see_sides(*report.scene, word.told, word.scores, best[word.sentence][candidate.type], roles,
                candidate, features);
      each(features.keys(), answer == Answer::right);
    }
  }
}

LinearModel learn_sides(const std::vector<std::unique_ptr<Report>>& reports) {
  Table table;
  std::vector<bool> right;
  for (const auto& report : reports)
    for_each_candidate(*report, [&](const auto& features, bool) { table.count(features); });
  table.number_features();
  for (const auto& report : reports) {
    for_each_candidate(*report, [&](const auto& features, bool is_right) {
      table.add(features);
      right.push_back(is_right);
    });
  }
  fmt::print(stderr, "{} pairs of sides, {} of them right\n", right.size(),
             std::ranges::count(right, true));
  return model_of(table, {table.fit(right, {}, sides_cost)}, smallest_side);
}

int learn(const std::string& from, const std::string& to) {
  set_print_string_function([](const char*) {});
  std::vector<std::unique_ptr<Report>> reports = read_reports(from);
  ActWeights weights;
  weights.words = WordLessons(reports).learn();
  fmt::print(stderr, "words: {} features\n", weights.words.features());
  weights.sides = learn_sides(reports);
  fmt::print(stderr, "sides: {} features\n", weights.sides.features());
  const std::string content = weights.encoded();
  std::ofstream file(to, std::ios::binary);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  if (!file.flush()) throw Error("cannot be written", {to});
  fmt::print(stderr, "{}: {} bytes\n", to, content.size());
  return 0;
}

}  // namespace
}  // namespace volteface

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: train_acts REPORTS ACTS\n");
    return 2;
  }
  try {
    return volteface::learn(argv[1], argv[2]);
  } catch (const std::exception& error) {
    fmt::print(stderr, "train_acts: {}\n", error.what());
    return 1;
  }
}
