// Names as keys: lower case, without accents, marks and hyphens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace volteface::language {

// "Abdel-Fattah el-Sisi" gives "abdel fattah el sisi".
std::string name_key(std::string_view name);

// The words of a key.
std::vector<std::string> words_of_key(std::string_view key);

// What a person is called by alone: the last word with its particles ("da silva", "silva"), and the
// first where the name is of the East ("Xi Jinping").
std::vector<std::string> surnames_of(std::string_view name);
std::vector<std::string> surnames_of_key(std::string_view key);

// The first word of a name of several; empty for one of a single word.
std::string given_name_of(std::string_view name);
std::string given_name_of_key(std::string_view key);

// "de", "al", "van": parts of names that are no names.
bool is_name_particle(std::string_view folded_word);

// "MP", "KC": said of somebody behind the name.
bool is_letters_behind_name(std::string_view word);

// "d'Ivoire": where the name begins behind a French article; 0 for most.
std::size_t article_in(std::string_view word);

}  // namespace volteface::language
