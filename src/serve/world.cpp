#include "serve/world.h"

#include "volteface/bridging.h"

namespace volteface::serve {

World::World(Record record, ReportsRead reports, const std::function<void(int, int)>& progress)
    : record_(std::move(record)),
      reports_(std::move(reports)),
      roll_calls_(select_roll_calls(record_, {})),
      basis_(brief_basis(record_, progress)),
      actors_(Actors::embedded()),
      spans_(membership_spans(record_)),
      predictions_(record_.roll_calls.size()),
      text_of_(text_groups(record_, basis_.pairs)) {
  const auto& votes = basis_.predicted.votes;
  for (std::uint32_t i = 0; i < votes.size(); ++i) predictions_[votes[i].roll_call].push_back(i);
  for (RollCallIndex r = 0; r < text_of_.size(); ++r) {
    if (texts_.size() <= text_of_[r]) texts_.resize(text_of_[r] + 1);
    texts_[text_of_[r]].push_back(r);
  }
  for (const ReadReport& report : reports_.reports) readings_.push_back(report.reading);
  acts_ = merge_acts(readings_);
  finder_ = std::thread([this] { find_turns(); });
}

World::~World() {
  stopping_ = true;
  if (finder_.joinable()) finder_.join();
}

void World::find_turns() {
  for (StateIndex state = 0; state < record_.states.size() && !stopping_; ++state) {
    turns_of(state);
    ++states_done_;
  }
}

std::vector<PredictedVote> World::predicted_on(RollCallIndex roll_call) const {
  std::vector<PredictedVote> votes;
  for (const std::uint32_t place : predictions_[roll_call])
    votes.push_back(basis_.predicted.votes[place]);
  return votes;
}

std::vector<RollCallIndex> World::same_text(RollCallIndex roll_call) const {
  return texts_[text_of_[roll_call]];
}

const std::vector<Turn>& World::turns_of(StateIndex state) const {
  return basis_.turns.of(record_, basis_.fit, state);
}

double World::turns_share() const {
  return record_.states.empty()
             ? 1
             : static_cast<double>(states_done_) / static_cast<double>(record_.states.size());
}

}  // namespace volteface::serve
