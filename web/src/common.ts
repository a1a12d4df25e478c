// Pieces that several pages are made of.
import { h, link, type Child } from "./dom";
import { choice, days, probability, reportAddress, sentenceCase, signed, symbolOf, tally, voteAddress } from "./format";
import { table, type Column } from "./table";
import type { Citation, Contact, RollCall, State, Turn } from "./types";

export const stateLink = (state: State): HTMLElement => link(`/states/${state.state}`, state.name);

export function statesList(states: State[]): Child[] {
  return states.flatMap((state, i): Child[] => (i === 0 ? [stateLink(state)] : [", ", stateLink(state)]));
}

export const turnAddress = (turn: { state: string; date: string }): string => `/turns/${turn.state}/${turn.date}`;

export const voteLink = (vote: RollCall): HTMLElement => link(voteAddress(vote), symbolOf(vote));

export function turnsTable(caption: string, turns: Turn[], options: { most?: number; hidden?: boolean } = {}): HTMLElement {
  return table<Turn>(
    caption,
    [
      { title: "state", of: (t) => stateLink(t) },
      { title: "turned", of: (t) => link(turnAddress(t), t.date) },
      { title: "90 % interval", of: (t) => days(t.from, t.to) },
      { title: "probability", of: (t) => probability(t.probability), right: true },
      { title: "size (sd)", of: (t) => (t.size === null ? "not known" : `${signed(t.size)} (${t.sd?.toFixed(2)})`), right: true },
      { title: "bits a vote", of: (t) => t.bits.toFixed(2), right: true },
      { title: "votes before, behind", of: (t) => `${t.votes_before}, ${t.votes_after}`, right: true },
      { title: "towards", of: (t) => (t.toward.length ? statesList(t.toward) : "nobody beyond doubt"), words: true },
    ],
    turns,
    options,
  );
}

export function votesTable<Row extends RollCall>(caption: string, rows: Row[], more: Column<Row>[] = [], options: { most?: number; hidden?: boolean } = {}): HTMLElement {
  return table<Row>(
    caption,
    [
      { title: "vote", of: (v) => voteLink(v) },
      { title: "date", of: (v) => v.date },
      ...more,
      { title: "tally", of: (v) => tally(v) },
      { title: "title", of: (v) => v.title, words: true },
    ],
    rows,
    options,
  );
}

export const sourceName = (source: { title: string; outlet: string; doc: string }): string => source.title || source.outlet || source.doc;

export function cited(citation: Citation): HTMLElement {
  return h(
    "blockquote",
    {},
    `“${citation.words}” `,
    link(`${reportAddress(citation.doc)}?at=${citation.begin}`, sourceName(citation)),
    citation.date ? `, ${citation.date}` : "",
  );
}

function actWords(act: Contact): Child {
  const name = act.mode || act.type.toLowerCase();
  const marks = [act.modality === "asserted" ? "" : act.modality, act.disputed ? "disputed" : ""].filter(Boolean);
  return [name, marks.length ? ` (${marks.join(", ")})` : ""];
}

const side = (name: string, person: string): string => (person ? `${name} (${person})` : name);

export function contactsList(contacts: Contact[]): HTMLElement {
  return h(
    "ol",
    { class: "contacts" },
    ...contacts.map((act) =>
      h(
        "li",
        {},
        h("span", { class: "day" }, days(act.from, act.to)),
        " ",
        side(act.source_name, act.source_person),
        act.symmetric ? " – " : " → ",
        side(act.target_name, act.target_person),
        ": ",
        actWords(act),
        ...act.citations.map(cited),
      ),
    ),
  );
}

// Whose vote reports tell of, beside what the record has.
export function verdict(text: string, recorded: string | null): HTMLElement {
  return h("span", { class: text === "contradicts" ? "verdict contradicts" : "verdict" }, sentenceCase(text === "contradicts" ? "the record contradicts it" : text === "agrees" ? "as in the record" : text), recorded && text === "contradicts" ? [": ", choice(recorded)] : null);
}

export const nothing = (text: string): HTMLElement => h("p", { class: "remark" }, text);
