// A parsed report with all that the readers of votes, acts, words and reasons look things up in.
#pragma once

#include <string>

#include "language/interviews.h"
#include "reading/actors.h"
#include "reading/clause.h"
#include "reading/sentence_tree.h"
#include "reading/when.h"
#include "reading/word_lists.h"
#include "volteface/reading.h"

namespace volteface {

class ReportView {
 public:
  explicit ReportView(const Document& document);

  const Document& document() const { return tree.document(); }

  SentenceTree tree;
  ActorFinder actors;
  Calendar calendar;

  // The words of a clause: what hangs on its head, without what is joined to it or put beside it.
  Evidence evidence(std::uint32_t head) const;
  // Tokens first .. last.
  Evidence evidence(std::uint32_t first, std::uint32_t last) const;
  // The sentence in lower case.
  std::string lower_sentence(std::uint32_t sentence) const;
  // Whether the United Nations or one of their bodies is named anywhere.
  bool names_united_nations() const;
  // Whether votes or texts that are voted on are spoken of anywhere.
  bool speaks_of_votes() const { return speaks_of_votes_; }
  // The court named last before a token, a dozen sentences back; empty if none was.
  std::string court_before(std::uint32_t token) const;
  // The quotation that a token stands in; nowhere if none.
  std::uint32_t quote_of(std::uint32_t token) const;
  // The actors that a noun names; "we" and "I" in a quotation are its speaker.
  std::vector<Actor> actors_in_words(std::uint32_t noun) const;
  // The state of "we" outside of quotations, as columnists have it: that of "our prime minister,
  // Ana Ruiz", else of the place that the report is dated from. Empty where no "we" stands there.
  const std::string& writers_state() const { return writers_state_; }
  const language::Interview& interview() const { return interview_; }
  // Who is asked in an interview, where he is first quoted (Document::mentions); nowhere if it is
  // none.
  std::uint32_t interviewee() const { return interviewee_; }
  // The state of the interviewee, as "you" means it in the questions; may be empty.
  const std::string& interviewed_state() const { return interviewed_state_; }
  // The state of the town that the report is dated from ("HANOI, July 12"); empty if there is none.
  const std::string& dateline_state() const { return dateline_state_; }
  Speaker speaker_of(const Mention& mention) const;
  // Who is said to say the clause that a token stands in: of its quotation, else the subject of the
  // verb of saying above it or beside it. All empty: the reporter.
  Speaker speaker_of_token(std::uint32_t token) const;
  // "left out of fear, and as Ana Ruiz said, the text": whether another clause begins between two
  // tokens of a sentence, behind ";", ", and as" or "the latter".
  bool begins_clause(std::uint32_t from, std::uint32_t to) const;
  // Somebody told of by a noun: by name, else in the words of the text. Empty for nowhere.
  Speaker speaker_of_noun(std::uint32_t noun) const;

 private:
  bool is_ours(std::uint32_t noun) const;
  std::uint32_t unnamed_before(std::uint32_t pronoun) const;
  std::uint32_t person_right_before(std::uint32_t verb) const;
  std::uint32_t own_subject(std::uint32_t verb) const;
  std::string name_in_words(std::uint32_t noun) const;
  std::uint32_t sayer_above(std::uint32_t token) const;
  std::uint32_t sayer_beside(std::uint32_t token) const;
  bool is_behind_a_comma(std::uint32_t first, std::uint32_t at) const;
  std::string find_writers_state() const;
  std::string find_dateline_state() const;
  std::uint32_t find_interviewee() const;
  bool is_ours_outside(std::uint32_t noun) const;

  language::Interview interview_;
  std::uint32_t interviewee_ = nowhere;
  std::vector<std::uint32_t> quote_of_token_;
  std::string writers_state_;
  std::string dateline_state_;
  std::string interviewed_state_;
  bool speaks_of_votes_ = false;
};

}  // namespace volteface
