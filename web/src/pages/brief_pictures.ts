// The pictures of a brief, with all that charts of other pages have. The program draws them, so
// that the page and the one file show the same; their numbers are taken from the brief as JSON.
import { chart, type ChartOptions, type Field } from "../chart";
import { fixed, floor, plural, share, symbolOf, tooFew } from "../format";
import type { BriefAnswer, BriefContact, Estimate } from "../types";

type Told = Pick<ChartOptions, "summary" | "note" | "fields" | "rows">;

const field = <Row>(name: string, title: string, of: (row: Row) => string | number | null): Field => ({ name, title, of });

const estimateFields = <Row extends { point: Estimate }>(): Field[] => [
  field<Row>("value", "value", (r) => r.point.value),
  field<Row>("lo", "lo", (r) => r.point.lo),
  field<Row>("hi", "hi", (r) => r.point.hi),
  field<Row>("n", "votes", (r) => r.point.n),
  field<Row>("note", "note", (r) => tooFew(r.point.n)),
];

function idealPoints({ brief }: BriefAnswer): Told {
  const own = brief.standing.years.map((y) => ({ ...y, state: brief.state, name: brief.name }));
  const others = brief.standing.united_states.map((y) => ({ ...y, state: "USA", name: "United States" }));
  const first = own[0], last = own.at(-1)!;
  const { turns } = brief.turning;
  return {
    summary: `From ${fixed(first.point.value)} (n ${first.point.n}) in ${first.year} to ${fixed(last.point.value)} [${fixed(last.point.lo)}, ${fixed(last.point.hi)}] (n ${last.point.n}) in ${last.year}; ${turns.length ? `turns of ${turns.map((t) => t.date).join(", ")}` : "no turn"} marked.`,
    note: `Ribbon: 90 % intervals. Small dots: fewer than ${floor} votes.`,
    fields: [field<(typeof own)[0]>("state", "code", (r) => r.state), field<(typeof own)[0]>("name", "state", (r) => r.name), field<(typeof own)[0]>("year", "year", (r) => r.year), ...estimateFields<(typeof own)[0]>()],
    rows: [...own, ...others],
  };
}

function agreement({ brief }: BriefAnswer): Told {
  const { columns, years } = brief.company;
  const rows = columns.flatMap((state, i) => years.map((y) => ({ ...state, year: y.year, point: y.agreement[i] })));
  const ends = columns.map((state) => {
    const last = rows.filter((r) => r.state === state.state && r.point.n >= floor).at(-1);
    return last ? `${state.name} ${share(last.point.value)} [${share(last.point.lo)}, ${share(last.point.hi)}] in ${last.year} (n ${last.point.n})` : `${state.name} too few votes`;
  });
  return {
    summary: `By year: ${ends.join("; ")}.`,
    note: `Years with fewer than ${floor} common votes are not drawn.`,
    fields: [field<(typeof rows)[0]>("state", "code", (r) => r.state), field<(typeof rows)[0]>("name", "state", (r) => r.name), field<(typeof rows)[0]>("year", "year", (r) => r.year), ...estimateFields<(typeof rows)[0]>()],
    rows,
  };
}

function surprises({ brief }: BriefAnswer): Told {
  const rows = brief.unusual.votes;
  const most = rows[0];
  type Row = (typeof rows)[0];
  return {
    summary: `The most unusual of ${plural(rows.length, "vote")}: ${symbolOf(most)} of ${most.date}, ${most.vote} where ${most.likeliest} was expected (${fixed(most.bits, 1)} bits).`,
    note: brief.on ? `In another colour, and bold: on matters of ${brief.on.name}.` : undefined,
    fields: [
      field<Row>("symbol", "vote", symbolOf),
      field<Row>("date", "date", (r) => r.date),
      field<Row>("choice", "chose", (r) => r.vote),
      field<Row>("likeliest", "expected", (r) => r.likeliest),
      field<Row>("probability", "probability", (r) => r.probability),
      field<Row>("bits", "bits", (r) => r.bits),
      field<Row>("title", "title", (r) => r.title),
    ],
    rows,
  };
}

const widest = 370; // days: of what has a place on the line, as the program has it
const hasPlace = (c: BriefContact): boolean => Date.parse(c.to) - Date.parse(c.from) <= widest * 86400e3;

function timeLine({ brief }: BriefAnswer): Told {
  const contacts = brief.press!.contacts.flatMap((w) => w.contacts.filter(hasPlace).map((c) => ({ kind: "contact", with: w.name, from: c.from, to: c.to, what: c.mode || c.type.toLowerCase(), told: c.disputed ? "disputed" : c.modality })));
  const years = [...contacts, ...brief.press!.happened.map((v) => ({ from: v.date }))].map((c) => Number(c.from.slice(0, 4)));
  const isShown = (date: string) => Number(date.slice(0, 4)) >= Math.min(...years) && Number(date.slice(0, 4)) <= Math.max(...years);
  const votes = (brief.votes_on?.votes ?? []).filter((v) => isShown(v.date)).map((v) => ({ kind: "vote", with: brief.votes_on!.name, from: v.date, to: v.date, what: v.vote, told: symbolOf(v) }));
  const rows = [...contacts, ...votes];
  type Row = (typeof rows)[0];
  const names: [keyof Row, string][] = [["kind", "kind"], ["with", "with, or on matters of"], ["from", "from"], ["to", "to"], ["what", "what"], ["told", "how told, or symbol"]];
  return {
    summary: `${plural(contacts.length, "contact")} with ${[...new Set(contacts.map((c) => c.with))].join(", ")}${votes.length ? `, and ${plural(votes.length, "vote")} on matters of ${votes[0].with}` : ""}, in order of time.`,
    note: "Full dots: told as done; hollow: planned, denied or disputed. Y yes, A abstain, N no, X absent.",
    fields: names.map(([name, title]) => field<Row>(name, title, (r) => r[name])),
    rows,
  };
}

// By what the titles of the program's pictures begin with.
const kinds: [string, (answer: BriefAnswer) => Told][] = [
  ["Ideal point", idealPoints],
  ["Agreement", agreement],
  ["Surprise", surprises],
  ["Contacts", timeLine],
];

// In place of a figure of the brief: the same picture, with its tools.
export function withTools(figure: Element, answer: BriefAnswer, command: string): void {
  const svg = figure.querySelector("svg");
  const title = svg?.querySelector("title")?.textContent ?? "";
  const kind = kinds.find(([beginning]) => title.startsWith(beginning));
  if (!svg || !kind) return;
  figure.replaceWith(chart({ title, ...kind[1](answer), head: answer, command, scrolls: true, commandNote: command.includes("--news PATH") ? "PATH: the reports with which this page was started." : undefined, draw: () => svg }));
}
