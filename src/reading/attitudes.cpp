#include "reading/attitudes.h"

#include <algorithm>
#include <optional>

#include "reading/tables.h"

namespace volteface {
namespace {

int count_of(std::string_view text, const std::vector<std::string>& words) {
  int out = 0;
  for (const std::string& word : words) {
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos) continue;
    const bool starts = at == 0 || !(text[at - 1] >= 'a' && text[at - 1] <= 'z');
    if (starts) ++out;
  }
  return out;
}

class AttitudeReader {
 public:
  explicit AttitudeReader(const ReportView& view) : view_(view) {}

  std::vector<ReportedEvent> read() {
    const Document& d = view_.document();
    for (const Quote& quote : d.quotes) {
      if (quote.speaker == nowhere) continue;
      const std::string words = lower_case(d.text_of(quote));
      const int ill = count_of(words, reading_tables().list("negative"));
      const int well = count_of(words, reading_tables().list("positive"));
      if (ill == well) continue;
      tell(quote, ill > well);
    }
    return std::move(out_);
  }

 private:
  void tell(const Quote& quote, bool ill) {
    const Document& d = view_.document();
    const Mention& mention = d.mentions[quote.speaker];
    const std::vector<Actor> speakers = view_.actors.actors_of(mention.head);
    if (speakers.empty()) return;
    const std::optional<Actor> target = target_of(quote, speakers.front());
    if (!target) return;
    ReportedEvent event;
    event.source = speakers.front();
    event.target = *target;
    event.type = ill ? EventType::accuse : EventType::support;
    event.mode = ill ? EventMode::none : EventMode::praise;
    const std::uint32_t at = quote.cue != nowhere ? quote.cue : mention.head;
    const DateWindow window = view_.calendar.window_of(at, ClauseTime::past, Modality::asserted);
    event.date = window;
    event.evidence.begin = quote.begin;
    event.evidence.end = quote.end;
    event.evidence.text = d.text_of(quote);
    event.evidence.sentence = view_.tree.sentence(at);
    const bool again = std::ranges::any_of(out_, [&](const ReportedEvent& e) {
      return same_side(e.source, event.source) && same_side(e.target, event.target) &&
             e.type == event.type && e.date == event.date;
    });
    if (!again) out_.push_back(event);
  }

  std::optional<Actor> target_of(const Quote& quote, const Actor& speaker) const {
    const Document& d = view_.document();
    std::optional<Actor> before;
    const Sentence& sentence = d.sentences[view_.tree.sentence(d.mentions[quote.speaker].head)];
    const auto first = std::ranges::lower_bound(d.mentions, std::min(quote.begin, sentence.begin),
                                                {}, &Mention::begin);
    for (auto at = first; at != d.mentions.end() && at->begin < quote.end; ++at) {
      const Mention& mention = *at;
      const bool inside = mention.begin >= quote.begin && mention.end <= quote.end;
      const bool ahead = mention.begin >= sentence.begin && mention.end <= quote.begin;
      if (!inside && !ahead) continue;
      for (const Actor& actor : view_.actors.actors_of(mention.head)) {
        if (same_side(actor, speaker)) continue;
        if (inside) return actor;
        before = actor;
      }
    }
    return before;
  }

  const ReportView& view_;
  std::vector<ReportedEvent> out_;
};

}  // namespace

std::vector<ReportedEvent> read_attitudes(const ReportView& view) {
  return AttitudeReader(view).read();
}

}  // namespace volteface
