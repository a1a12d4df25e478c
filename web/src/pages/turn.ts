import * as Plot from "@observablehq/plot";
import { ask } from "../api";
import { chart } from "../chart";
import { command } from "../commands";
import { nothing, stateLink, statesList, turnAddress, votesTable } from "../common";
import { h, link, section } from "../dom";
import { choice, fixed, interval, plural, probability, sentenceCase, share, signed, switchFloor, voteAddress, wholeDays } from "../format";
import { namedRows, yearAxis, yearFraction, type YearScale } from "../axes";
import { bars, frame, fromTo } from "../plots";
import type { MakePage } from "../router";
import { table } from "../table";
import type { Account, TurnAnswer } from "../types";

export const turn: MakePage = async ({ path }) => {
  const answer = await ask<TurnAnswer>(`/turns/${encodeURIComponent(path[1])}/${encodeURIComponent(path[2])}`);
  const t = answer.turn;
  const body = h(
    "div",
    {},
    h("h1", {}, ...wholeDays(`The turn of ${t.name}, ${t.date}`)),
    h("p", { class: "lead" }, ...told(answer)),
    h("p", {}, stateLink(t), "; ", link(`/briefs/${t.state}`, "its brief"), "."),
    h("p", { class: "remark" }, "Here ideal points are those of years. ", h("code", {}, "volteface turns"), " takes those of sessions, and tells other sizes and days, unless it is given ", h("code", {}, "--by year"), "."),
    section("Towards whom", toward(answer)),
    section("What changed", subjects(answer), h("h3", {}, "First votes that show it"), firstVotes(answer)),
    section("Rival accounts", ...answer.stretches.map((s) => stretch(answer, s))),
    section("The switch test", ...switches(answer)),
    section("When others turned", others(answer)),
  );
  return { title: `${t.name}, ${t.date}`, body };
};

function told({ turn: t }: TurnAnswer) {
  const size = t.size === null ? "" : ` It went ${signed(t.size)} (sd ${fixed(t.sd)}) ideal points.`;
  return [
    `With the vote of ${t.date} (90 %: ${t.from} to ${t.to}; probability ${probability(t.probability)}) ${t.name} came to vote otherwise`,
    t.toward.length ? [", towards ", ...statesList(t.toward)] : ", towards nobody beyond doubt",
    `.${size} Predicted from where it stood before, a vote behind the turn costs ${fixed(t.bits)} bits more (${plural(t.votes_before, "vote")} before, ${t.votes_after} behind).`,
  ];
}

function toward(answer: TurnAnswer): HTMLElement {
  const rows = answer.toward;
  if (rows.length === 0) return nothing("Its agreement rose with no state beyond doubt.");
  return chart({
    title: `Towards whom ${answer.turn.name} turned`,
    summary: rows.map((r) => `${r.name}: ${share(r.before)} before (n ${r.n_before}), ${share(r.after)} behind (n ${r.n_after}), a change of ${signed(r.change)} [${signed(r.lo)}, ${signed(r.hi)}]`).join("; ") + ".",
    note: "Hollow: agreement before; full: behind the turn, with the simultaneous 95 % interval of the change. “Beyond” is the change less what the general move predicts.",
    head: answer,
    command: command("turns", answer.turn.state, { by: "year", since: answer.turn.date, until: answer.turn.date }) + " --toward --csv",
    fields: [{ name: "state", title: "code", of: (r) => r.state }, { name: "name", title: "state", of: (r) => r.name }, ...(["before", "after", "n_before", "n_after", "change", "lo", "hi", "beyond", "beyond_lo", "beyond_hi"] as const).map((name) => ({ name, title: name.replace("_", " "), of: (r: TurnAnswer["toward"][number]) => r[name] }))],
    rows,
    draw: (width) => fromTo(width, rows.map((r) => ({ name: r.name, from: r.before, to: r.after, lo: r.before + r.lo, hi: Math.min(1, r.before + r.hi), note: `${share(r.before)} to ${share(r.after)}, change ${signed(r.change)} [${signed(r.lo)}, ${signed(r.hi)}]` })), "agreement"),
  });
}

function subjects(answer: TurnAnswer): HTMLElement {
  return h("p", {}, answer.subjects.length ? `On ${answer.subjects.map((s) => `${s.subject} (${Math.round(100 * s.share)} % of what the new position predicts better, ${plural(s.n, "vote")})`).join(", ")}.` : "On no subject in particular.");
}

const firstVotes = (answer: TurnAnswer) =>
  votesTable("First votes that show the turn", answer.first_votes, [
    { title: "chose", of: (v) => choice(v.choice) },
    { title: "expected before", of: (v) => share(v.expected_before), right: true },
    { title: "behind", of: (v) => share(v.expected_after), right: true },
  ], { hidden: true });

function accountName(a: Account): string {
  const who = a.reference?.name ?? "";
  if (a.kind === "follows") return `it follows ${who}`;
  if (a.kind === "reference moved") return `${who} moved`;
  if (a.kind === "one subject") return `one subject: ${a.subject}`;
  if (a.kind === "stays") return who ? `it stays, following ${who}` : "it stays as before";
  return "a move of its own";
}

function stretch(answer: TurnAnswer, s: TurnAnswer["stretches"][number]): HTMLElement {
  const rows = s.accounts;
  return h(
    "div",
    {},
    chart({
      title: `Accounts of ${s.from} to ${s.until}`,
      summary: `Of ${plural(s.votes, "vote")}, ${s.telling_votes} of which tell accounts apart: ${s.verdict}.`,
      note: "The weights of all accounts sum to 1. What predicts best need not be the cause.",
      head: answer,
      command: command("attribute", answer.turn.state, { since: s.from, until: s.until }) + " --csv",
      fields: [
        { name: "account", title: "account", of: (a) => accountName(a) },
        { name: "kind", title: "kind", of: (a) => a.kind },
        { name: "reference", title: "reference", of: (a) => a.reference?.state ?? null },
        { name: "subject", title: "subject", of: (a) => a.subject || null },
        { name: "weight", title: "weight", of: (a) => a.weight },
        { name: "first", title: "comes first", of: (a) => a.first },
        { name: "behind", title: "bits behind", of: (a) => a.behind.value },
        { name: "behind_lo", title: "lo", of: (a) => a.behind.lo },
        { name: "behind_hi", title: "hi", of: (a) => a.behind.hi },
      ],
      rows,
      draw: (width) => bars(width, rows.map((a, i) => ({ name: sentenceCase(accountName(a)), value: a.weight, on: i === 0, note: share(a.weight) })), "weight", 1),
    }),
  );
}

function switches(answer: TurnAnswer): HTMLElement[] {
  if (answer.switches.length === 0) return [nothing("No power, nor any state that it turned towards, turned within three years.")];
  return answer.switches.map((s) =>
    h(
      "div",
      {},
      h("h3", {}, `${s.reference.name}, ${s.from} to ${s.to}`),
      h("p", {}, `Of ${plural(s.texts, "text")} on which both voted in both years, ${s.reference.name} changed its vote on ${s.reference_switched}, ${answer.turn.name} on ${s.state_switched}. ${answer.turn.name} switched the same way on ${s.alike} of ${s.reference_switched}${s.reference_switched < switchFloor ? `: too few texts for a share (${switchFloor} at least);` : ` (${share(s.share.value)} [${interval(s.share.lo, s.share.hi)}]);`} the ${s.nearest} states that had voted most like it, on ${s.nearest_alike} of ${s.nearest_switched}.${s.rank ? ` Rank ${s.rank} of ${s.ranked} states.` : ""}`),
      table(
        `Texts on which ${s.reference.name} switched`,
        [
          { title: "vote", of: (r: TurnAnswer["switches"][number]["rows"][number]) => link(voteAddress(r.after), r.after.symbol || r.after.rollcall) },
          { title: s.reference.name, of: (r) => [choice(r.reference_before), " → ", choice(r.reference_after)] },
          { title: answer.turn.name, of: (r) => [choice(r.state_before), " → ", choice(r.state_after)] },
          { title: "alike", of: (r) => (r.alike ? "yes" : "no") },
          { title: "title", of: (r) => r.title, words: true },
        ],
        s.rows,
        { most: 10, hidden: true },
      ),
    ),
  );
}

function others(answer: TurnAnswer): HTMLElement {
  const rows = [{ ...answer.turn, after: null as number | null, own: true }, ...answer.others.map((o) => ({ ...o, own: false }))];
  if (rows.length === 1) return nothing("No power, nor any state that it turned towards, turned within three years of it.");
  const rowsAt = (width: number) => namedRows(rows.map((r) => r.name), width);
  // Wide enough for the days above the first and the last dot.
  const axis = (width: number): YearScale => ({ first: Math.floor(Math.min(...rows.map((r) => yearFraction(r.from)))), last: Math.ceil(Math.max(...rows.map((r) => yearFraction(r.to)))), left: Math.max(34, rowsAt(width).left), right: 44, width });
  return h(
    "div",
    {},
    chart({
      title: `Turns near that of ${answer.turn.name}`,
      summary: answer.others.map((o) => `${o.name} ${o.date} (probability that it came later ${probability(o.after)})`).join("; ") + ".",
      note: "Each with the 90 % interval of its day.",
      commandNote: "All turns of these states; which of two came later the command does not tell.",
      head: answer,
      command: [...new Set(rows.map((r) => r.state))].map((state) => command("turns", state, { by: "year" }) + " --csv").join(" && "),
      fields: [{ name: "state", title: "code", of: (r: (typeof rows)[number]) => r.state }, { name: "name", title: "state", of: (r: (typeof rows)[number]) => r.name }, ...(["date", "from", "to", "probability", "size", "after"] as const).map((name) => ({ name, title: name, of: (r: (typeof rows)[number]) => r[name] }))],
      rows,
      draw: (width) =>
        Plot.plot({
          ...frame(width, 60 + (rowsAt(width).height + 4) * rows.length),
          marginTop: 28,
          marginLeft: axis(width).left,
          marginRight: axis(width).right,
          x: { ...yearAxis(axis(width)), grid: true },
          y: { ...rowsAt(width).axis, type: "point" },
          marks: [
            ...rowsAt(width).marks,
            Plot.link(rows, { x1: (r: (typeof rows)[number]) => yearFraction(r.from), x2: (r) => yearFraction(r.to), y1: (r) => r.name, y2: (r) => r.name, stroke: (r) => (r.own ? "var(--turn)" : "var(--own)"), strokeOpacity: 0.35, strokeWidth: 7 }),
            Plot.dot(rows, { x: (r) => yearFraction(r.date), y: (r) => r.name, r: 5, symbol: (r: (typeof rows)[number]) => (r.own ? "diamond" : "circle"), fill: (r) => (r.own ? "var(--turn)" : "var(--own)") }),
            Plot.text(rows, { x: (r) => yearFraction(r.date), y: (r) => r.name, text: "date", dy: rowsAt(width).marks.length ? 13 : -11, fontSize: 11 }),
          ],
        }),
    }),
    h("p", {}, ...answer.others.flatMap((o, i) => [i > 0 ? ", " : "See ", link(turnAddress(o), `${o.name}, ${o.date}`)]), "."),
  );
}
