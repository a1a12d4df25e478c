// Closed lists of what speaks beside the verbs of saying: nouns of what is said, verbs that tell a
// view, and things that have a voice.
#pragma once

#include <string_view>

namespace volteface::language {

// "fear", "threaten", "invite": verbs that do not say, but whose subject's words those are that
// stand quoted in their clause.
bool is_view_verb(std::string_view lemma);

// "say", "complain", "warn": verbs that nothing but a clause is the object of.
bool tells_a_clause(std::string_view lemma);

// "join", "arrive": verbs whose clause quotes nobody, but has a word in marks.
bool is_deed(std::string_view lemma);

// "warning", "claim", "verdict": words of whoever owns them.
bool is_speech_noun(std::string_view lemma);

// "statement", "communique": what is read out; speaks for its owner, and for itself where it has
// none.
bool is_text_noun(std::string_view lemma);

// "ministry", "crowd", "newspaper": what has a voice and is no person.
bool is_body_with_voice(std::string_view lemma);

// "deal", "step", "resolution": what is spoken of, and does not speak.
bool is_mute(std::string_view lemma);

}  // namespace volteface::language
