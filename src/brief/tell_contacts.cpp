// Contacts in order, what the record has otherwise, and the reports themselves.
#include <fmt/format.h>

#include <set>

#include "brief/called_by.h"
#include "brief/page.h"
#include "brief/words.h"
#include "record/text.h"

namespace volteface {
namespace {

std::string act_text(const Contact& contact) {
  std::string text(text_of(contact.mode));
  if (text.empty()) {
    for (const char c : text_of(contact.type)) text += ascii_lower(c);
  }
  std::vector<std::string> remarks;
  if (contact.modality != Modality::asserted) remarks.emplace_back(text_of(contact.modality));
  if (contact.disputed) remarks.emplace_back("disputed");
  return remarks.empty() ? text : fmt::format("{} ({})", text, fmt::join(remarks, ", "));
}

std::string side(const Actor& actor) {
  const std::string& code = actor.state.empty() ? actor.org : actor.state;
  const std::string name = called_by(actor);
  return name.empty() ? code : fmt::format("{} ({})", name, code);
}

std::string sides(const Contact& contact) {
  return fmt::format("{} {} {}", side(contact.source), contact.symmetric ? "–" : "→",
                     side(contact.target));
}

PageTable table_of(const ContactsWith& with) {
  PageTable table;
  table.columns = {{"days"}, {"act"}, {"who"}};
  table.below_head = "words";
  for (const Contact& contact : with.contacts) {
    PageRow row{
        {{days_text(contact.date), ""}, {act_text(contact), ""}, {sides(contact), ""}}, {}, {}};
    if (!contact.citations.empty()) row.below = "“" + contact.citations.front().words + "”";
    std::set<std::size_t> sources;
    for (const Citation& citation : contact.citations) sources.insert(citation.source);
    row.sources.assign(sources.begin(), sources.end());
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string recorded(const ContradictedClaim& claim) {
  std::string text = fmt::format("On {} ({}, “{}”) the record has: {}",
                                 claim.symbol.empty() ? claim.roll_call : claim.symbol,
                                 format_date(claim.date), claim.title, claim.recorded);
  std::vector<std::string> names;
  for (const State& state : claim.also) names.push_back(name_in_text(state));
  if (!names.empty()) text += fmt::format(", as did {}", listed(names));
  return text + ".";
}

std::string cited_text(const CitedReport& report) {
  std::vector<std::string> parts;
  if (!report.title.empty()) parts.push_back(report.title);
  if (!report.outlet.empty()) parts.push_back(report.outlet);
  if (report.date) parts.push_back(format_date(*report.date));
  const std::string more = fmt::format("{}", fmt::join(parts, ", "));
  return more.empty() ? report.doc : fmt::format("{}: {}", report.doc, more);
}

}  // namespace

PageSection tell_contacts(const Brief& brief) {
  PageSection section{"Contacts", {}};
  if (brief.press->contacts.empty()) {
    section.say(fmt::format("The reports tell of no act between {} and {}.",
                            name_in_text(brief.state),
                            brief.on ? name_in_text(*brief.on) : "another state"));
    return section;
  }
  section.add(Picture::time_line);
  for (const ContactsWith& with : brief.press->contacts) {
    section.say(fmt::format("With {}:", name_in_text(with.other)));
    section.add(table_of(with));
  }
  return section;
}

PageSection tell_contradicted(const Brief& brief) {
  PageSection section{"The record says otherwise", {}};
  for (const ContradictedClaim& claim : brief.press->contradicted) {
    section.add_item(fmt::format("Claimed: {}. {}", claim.claim, recorded(claim)));
    section.quote(claim.citation.words, claim.citation.source);
  }
  if (brief.press->contradicted.empty())
    section.say("Nothing that the reports say of recorded votes and tallies is contradicted.");
  return section;
}

PageSection tell_sources(const Brief& brief) {
  PageSection section{"Sources", {}};
  for (std::size_t k = 0; k < brief.press->sources.size(); ++k) {
    const CitedReport& report = brief.press->sources[k];
    section.add(BlockKind::source, cited_text(report), {k});
    section.blocks.back().address = report.url;
  }
  section.say(
      "What reports say was read by rules; the words stand beside each claim, to be read in their "
      "place.");
  return section;
}

}  // namespace volteface
