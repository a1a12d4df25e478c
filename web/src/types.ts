// The shapes of answers (src/serve/shapes.json; the interface describes them at /api/v1/openapi).
export interface Head { volteface: string; record: { last_date: string; hash: string } }
export interface State { state: string; name: string }
export interface Estimate { value: number | null; lo: number | null; hi: number | null; n: number }
export interface RollCall { rollcall: string; symbol: string; date: string; title: string; yes: number; no: number; abstain: number; absent: number }
export interface Prediction { p_yes: number | null; p_abstain: number | null; p_no: number | null; bits: number | null; likeliest: string | null }
export interface Turn extends State {
  date: string; from: string; to: string; size: number | null; sd: number | null; probability: number; bits: number;
  direction: "west" | "east" | ""; toward: State[]; subjects: string[]; votes_before: number; votes_after: number;
}
export interface Source { doc: string; title: string; outlet: string; date: string | null }
export interface Citation extends Source { words: string; begin: number; end: number }
export interface Act {
  from: string; to: string; type: string; mode: string; modality: string; symmetric: boolean;
  source: string; source_name: string; source_person: string; target: string; target_name: string; target_person: string;
}
export interface Contact extends Act { disputed: boolean; reports: number; citations: Citation[] }
export interface Measures { n: number; coincidence_n: number; [measure: string]: number | null }
export type AgreementRow = { period: string; state: string; name: string; n: number; agreement: number | null; agreement_lo: number | null; agreement_hi: number | null };

export interface Status extends Head { ready: boolean; share: number; doing: string; first_date: string; roll_calls: number; states: number; reports: number }
export interface Home extends Head {
  turns_ready: boolean; turns_share: number; rows: Turn[]; largest: Turn[]; reports: number;
  latest_votes: (RollCall & { mean_bits: number | null; unexpected: (State & Prediction & { choice: string; probability: number })[] })[];
}
export interface SearchRow { kind: string; label: string; note: string; address: string }
export interface StateRow extends State { first: string | null; last: string | null; current: boolean; votes: number }
export interface Point { year: number; mean: number; lo: number; hi: number; sd: number; n: number }
export interface StateAnswer extends Head, State {
  spans: { first: string; last: string }[]; votes: number; absent: number;
  latest: { year: number; point: Estimate; higher: number | null; states: number } | null; turns: Turn[]; rows: Point[];
}
export interface Neighbour extends State {
  then: number | null; then_lo: number | null; then_hi: number | null; then_n: number;
  now: number | null; now_lo: number | null; now_hi: number | null; now_n: number; change: number | null;
}
export interface Neighbours extends Head { now: number; then: number; rows: Neighbour[] }
export type Surprise = RollCall & Prediction & { choice: string };
export interface PeerRow { period: string; n: number; days: number; bits: number; peers: number | null; difference: number | null; lo: number | null; hi: number | null; rank: number | null; ranked: number }
export interface Press extends Head {
  contacts: Contact[];
  statements: (Source & { begin: number; end: number; speaker: string; state: string; role: string; quote: string; via: string })[];
  votes: (Citation & { choice: string; status: string; verdict: string; rollcall: string; symbol: string; recorded: string | null })[];
  explanations: (Citation & { speaker: string; speaker_state: string; role: string; theme: string; cause: string; cause_name: string })[];
}
export interface Pair extends Head {
  a: State; b: State; table: number[][]; measures: Measures; rows: AgreementRow[]; parted_total: number;
  parted: (RollCall & { a: string; b: string })[]; contacts: Contact[];
  words: { year: number; warm: number; cold: number; acts: string[]; agreement: number | null; lo: number | null; hi: number | null; n: number }[];
}
export interface Vote extends Head {
  roll_call: RollCall & { date_exact: boolean; session: string; kind: string; subjects: string[]; issues: string[]; important: boolean; duplicate_of: string; note: string; source: string };
  rows: (State & Prediction & { choice: string })[]; same_text: RollCall[]; same_symbol: RollCall[];
  told: (Citation & State & { choice: string; status: string; verdict: string; recorded: string | null })[];
}
export interface TellingVote extends RollCall { choice: string; expected_before: number | null; expected_after: number | null }
export interface Account { kind: string; reference: State | null; subject: string; weight: number; first: number | null; behind: Estimate }
export interface TurnAnswer extends Head {
  turn: Turn & { when: { first: string; last: string; probability: number }[] };
  toward: (State & { before: number; after: number; n_before: number; n_after: number; change: number; lo: number; hi: number; beyond: number | null; beyond_lo: number | null; beyond_hi: number | null })[];
  subjects: { subject: string; n: number; share: number }[];
  first_votes: TellingVote[]; votes: TellingVote[];
  stretches: { from: string; until: string; votes: number; telling_votes: number; verdict: string; accounts: Account[] }[];
  switches: {
    reference: State; from: number; to: number; texts: number; state_switched: number; reference_switched: number; alike: number;
    share: Estimate; nearest: number; nearest_alike: number; nearest_switched: number; rank: number; ranked: number;
    rows: { title: string; after: { rollcall: string; symbol: string; date: string }; state_before: string; state_after: string; reference_before: string; reference_after: string; alike: boolean }[];
  }[];
  others: (State & { date: string; from: string; to: string; probability: number; size: number | null; after: number | null })[];
}
export interface ReportRow extends Source { url: string; votes: number; events: number; statements: number; explanations: number; contradicted: number }
export interface ReadRecord extends Partial<Act> {
  id: string; kind: "vote" | "event" | "statement" | "explanation"; begin: number; end: number; words: string;
  state?: string; name?: string; choice?: string; status?: string; body?: string;
  check?: { rollcall: string; symbol: string; title: string; probability: number | null; recorded: string | null; verdict: string };
  speaker?: string; speaker_state?: string; speaker_state_name?: string; role?: string; quote?: string; via?: string;
  theme?: string; cause?: string; cause_name?: string;
}
export interface Report extends Head, Source {
  url: string; text: string; records: ReadRecord[];
  tallies: { choice: string; count: number; bound: string; begin: number; end: number; words: string; rollcall: string; symbol: string; title: string; recorded: number | null; verdict: string }[];
}

// The parts of a brief that its pictures show (src/brief/json.cpp).
interface BriefVote { rollcall: string; symbol: string; date: string; title: string; vote: string }
interface BriefYear { year: number; point: Estimate }
export interface BriefContact { from: string; to: string; type: string; mode: string; modality: string; disputed: boolean }
export interface BriefAnswer extends Head {
  brief: State & {
    on: State | null;
    turning: { turns: { date: string }[] };
    standing: { years: BriefYear[]; united_states: BriefYear[] };
    company: { columns: State[]; years: { year: number; agreement: Estimate[] }[] };
    unusual: { votes: (BriefVote & { probability: number; bits: number; likeliest: string })[] };
    votes_on: (State & { votes: BriefVote[] }) | null;
    press: { sources: Source[]; happened: BriefVote[]; contacts: (State & { contacts: BriefContact[] })[] } | null;
  };
}
