#include "volteface/bridging.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "ideal/symbol_parts.h"
#include "ideal/title_similarity.h"
#include "ideal/title_table.h"

namespace volteface {
namespace {

// These were chosen by reading the pairs that each lets in (docs/bridging.md), not by how states
// voted.
constexpr int longest_gap = 10;         // sessions, for the same title
constexpr std::size_t short_title = 3;  // words

// "Question of Cyprus": the text of later years is another one. (A title of three words may still
// come back within longest_gap_of_changed_title, as one that is similar to itself, where no other
// text is as near: "Missing persons in Cyprus". One of two words is too short for that.)
constexpr int longest_gap_of_short_title = 2;
constexpr int longest_gap_of_changed_title = 4;
constexpr double least_similarity = 0.60;
constexpr double cost_of_gap = 0.04;    // similarity, for each session between
constexpr double least_lead = 0.08;     // over the next best candidate of either roll call
constexpr std::size_t least_parts = 3;  // A, B, C of one title; two are as often exchanged as not

// All roll calls of one title in one session.
struct Occurrence {
  std::uint32_t title = 0;
  int session = 0;
  std::vector<RollCallIndex> roll_calls;
  bool continued = false;  // by a later one
};

using Session = std::map<std::uint32_t, Occurrence>;  // by title

struct Candidate {
  double similarity = 0;
  Occurrence* before = nullptr;
  Occurrence* now = nullptr;
};

// Special sessions meet once, on one matter.
bool is_special(const RollCall& roll_call) {
  return !roll_call.session.empty() && (roll_call.session[0] == 'S' || roll_call.session[0] == 'E');
}

std::map<int, Session> occurrences_by_session(const Record& record, const TitleTable& titles) {
  std::map<int, Session> sessions;
  for (RollCallIndex r = 0; r < record.roll_calls.size(); ++r) {
    const std::uint32_t title = titles.title_of(r);
    if (title == TitleTable::none || is_special(record.roll_calls[r])) continue;
    const int session = session_number(record.roll_calls[r]);
    Occurrence& occurrence = sessions[session][title];
    occurrence.title = title;
    occurrence.session = session;
    occurrence.roll_calls.push_back(r);
  }
  return sessions;
}

// Goes through the sessions and continues the texts of earlier ones, the same title first.
class Finder {
 public:
  explicit Finder(const Record& record)
      : record_(record), titles_(record), last_(titles_.size()), goes_by_(titles_.size()) {
    std::iota(goes_by_.begin(), goes_by_.end(), 0U);
  }

  std::vector<TextPair> run() {
    for (auto& [number, session] : occurrences_by_session(record_, titles_)) {
      continue_changed_titles(number, continue_same_titles(session));
      remember(session);
    }
    std::sort(pairs_.begin(), pairs_.end(), [](const TextPair& a, const TextPair& b) {
      return a.later != b.later ? a.later < b.later : a.earlier < b.earlier;
    });
    return std::move(pairs_);
  }

 private:
  // Gives back those whose title was not there before.
  std::vector<Occurrence*> continue_same_titles(Session& session) {
    std::vector<Occurrence*> open;
    for (auto& [title, now] : session) {
      if (goes_by_[title] == title && !continue_title(last_[title], now)) open.push_back(&now);
    }
    // Titles that a text once had come second: the text may go on under its newer title.
    for (auto& [title, now] : session) {
      if (goes_by_[title] != title && !continue_title(last_[text_name(title)], now))
        open.push_back(&now);
    }
    return open;
  }

  // True where `now` may be nothing else than a successor of `before`, even if it cannot be told
  // which.
  bool continue_title(Occurrence& before, Occurrence& now) {
    const bool is_short = titles_.title(now.title).all.words.size() <= short_title;
    const int gap = now.session - before.session;
    if (before.roll_calls.empty() || before.continued) return false;
    if (gap > (is_short ? longest_gap_of_short_title : longest_gap)) return false;
    link(before, now);
    return true;
  }

  void continue_changed_titles(int session, const std::vector<Occurrence*>& open) {
    std::vector<std::uint32_t> past;
    for (const Occurrence& before : last_) {
      const bool recent = session - before.session <= longest_gap_of_changed_title;
      if (recent && !before.roll_calls.empty() && !before.continued) past.push_back(before.title);
    }
    const TitleSimilarity similarity(titles_, past);
    std::vector<Candidate> candidates;
    for (Occurrence* now : open) {
      for (const SimilarTitle& similar :
           similarity.find(now->title, least_similarity - least_lead)) {
        Occurrence& before = last_[similar.title];
        if (!comparable(before, *now)) continue;
        const double gap = session - before.session - 1;
        candidates.push_back({similar.similarity - cost_of_gap * gap, &before, now});
      }
    }
    accept(candidates);
  }

  // Motions ("unspecified") are on whether to take up an item, and resolutions on what it says.
  bool comparable(const Occurrence& before, const Occurrence& now) const {
    const auto is_motion = [&](const Occurrence& occurrence) {
      return record_.roll_calls[occurrence.roll_calls[0]].kind == Kind::unspecified;
    };
    return before.roll_calls.size() == now.roll_calls.size() && is_motion(before) == is_motion(now);
  }

  // Best first, each text once, and none that leads another by too little.
  void accept(std::vector<Candidate>& candidates) {
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      if (a.similarity != b.similarity) return a.similarity > b.similarity;
      if (a.now != b.now) return a.now->roll_calls < b.now->roll_calls;
      return a.before->roll_calls < b.before->roll_calls;
    });
    std::vector<const Occurrence*> taken;
    const auto is_free = [&](const Candidate& candidate) {
      return !candidate.before->continued &&
             std::find(taken.begin(), taken.end(), candidate.now) == taken.end();
    };
    for (const Candidate& candidate : candidates) {
      if (candidate.similarity < least_similarity) break;
      if (!is_free(candidate)) continue;
      const bool rivalled =
          std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
            return (other.before == candidate.before) != (other.now == candidate.now) &&
                   other.similarity > candidate.similarity - least_lead && is_free(other);
          });
      if (rivalled) continue;
      taken.push_back(candidate.now);
      link(*candidate.before, *candidate.now);
    }
  }

  void link(Occurrence& before, const Occurrence& now) {
    before.continued = true;
    if (before.title != now.title) renamed_.push_back({before.title, now.title});
    if (before.roll_calls.size() == 1 && now.roll_calls.size() == 1) {
      pairs_.push_back({before.roll_calls[0], now.roll_calls[0]});
    } else if (now.session - before.session == 1) {
      link_parts(before, now);
    }
  }

  // Parts of one resolution share a title, and which is which is told by their letters alone: they
  // hold from one session to the next if there are the same letters, and enough of them.
  void link_parts(const Occurrence& before, const Occurrence& now) {
    const auto old_parts = by_part(record_, before.roll_calls);
    const auto new_parts = by_part(record_, now.roll_calls);
    if (!old_parts || !new_parts || new_parts->size() < least_parts) return;
    const bool same_letters =
        std::equal(old_parts->begin(), old_parts->end(), new_parts->begin(), new_parts->end(),
                   [](const auto& a, const auto& b) { return a.first == b.first; });
    if (!same_letters) return;
    for (const auto& [part, roll_call] : *new_parts)
      pairs_.push_back({old_parts->at(part), roll_call});
  }

  void remember(Session& session) {
    for (auto& [title, now] : session) {
      last_[title] = std::move(now);
      goes_by_[title] = title;
    }
    for (const auto& [old_title, new_title] : renamed_) goes_by_[old_title] = new_title;
    renamed_.clear();
  }

  // The newest title of the text that once had this one.
  std::uint32_t text_name(std::uint32_t title) const {
    while (goes_by_[title] != title) title = goes_by_[title];
    return title;
  }

  struct Renamed {
    std::uint32_t from;
    std::uint32_t to;
  };

  const Record& record_;
  TitleTable titles_;
  std::vector<Occurrence> last_;        // of each title
  std::vector<std::uint32_t> goes_by_;  // of each title: itself, or the title that its text took on
  std::vector<Renamed> renamed_;        // in the session at hand
  std::vector<TextPair> pairs_;
};

}  // namespace

std::vector<TextPair> find_recurring_texts(const Record& record) { return Finder(record).run(); }

std::vector<TextPair> bridging_pairs(const Record& record) {
  std::vector<TextPair> pairs = record.known_pairs;
  std::vector<bool> has_next(record.roll_calls.size());
  std::vector<bool> has_previous(record.roll_calls.size());
  for (const TextPair& pair : pairs) {
    has_next[pair.earlier] = true;
    has_previous[pair.later] = true;
  }
  for (const TextPair& pair : find_recurring_texts(record)) {
    if (!has_next[pair.earlier] && !has_previous[pair.later]) pairs.push_back(pair);
  }
  return pairs;
}

}  // namespace volteface
