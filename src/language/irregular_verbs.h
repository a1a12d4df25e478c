// Lemmas of verbs whose past is not formed by an ending: "withdrew", "rung", "overthrown". Endings
// seen in training do not tell them, and each is too rare to have been seen.
#pragma once

#include <string_view>

namespace volteface::language {

// The lemma of a past form (tagged VBD or VBN) in lower case; empty where it is not irregular. Of a
// form that two verbs share ("lay", "found") that of the one whose past it is.
std::string_view irregular_lemma(std::string_view form);

// Whether such a form is the base form of another verb ("found", "saw"), so that only its tag
// tells.
bool is_base_form_too(std::string_view form);

}  // namespace volteface::language
