// How surprising a state's votes were, beside those of the others on the same roll calls.
import * as Plot from "@observablehq/plot";
import { chart } from "../chart";
import { command } from "../commands";
import { nothing } from "../common";
import { fixed, floor, signed } from "../format";
import { yearAxis } from "../axes";
import { frame } from "../plots";
import type { Head, PeerRow, StateAnswer } from "../types";

export interface Years { since: string | null; until: string | null }

export function peersChart(answer: StateAnswer, peers: Head & { rows: PeerRow[] }, window: Years): HTMLElement {
  const rows = peers.rows.filter((r) => r.n >= floor && r.peers !== null);
  if (rows.length === 0) return nothing(`No year in which it cast ${floor} contested votes: too few votes.`);
  const last = rows.at(-1)!;
  return chart({
    title: `Surprise of ${answer.name} beside its peers`,
    summary: `In ${last.period} its votes surprised by ${fixed(last.bits)} bits on average, those of others on the same roll calls by ${fixed(last.peers)}, a difference of ${signed(last.difference)} [${signed(last.lo)}, ${signed(last.hi)}] (n ${last.n})${last.rank ? `; of ${last.ranked} states it was number ${last.rank} in being hard to predict` : ""}.`,
    note: `Contested roll calls; years with fewer than ${floor} such votes are not drawn. The bar is the 95 % interval of the difference.`,
    head: peers,
    command: command("predictability", answer.state, { by: "year", since: window.since, until: window.until }) + " --csv",
    fields: (["period", "n", "days", "bits", "peers", "difference", "lo", "hi", "rank", "ranked"] as const).map((name) => ({ name, title: name, of: (r: PeerRow) => r[name] })),
    rows,
    draw: (width) =>
      Plot.plot({
        ...frame(width, 240),
        x: yearAxis({ first: Number(rows[0].period), last: Number(last.period) + 1, left: 44, right: 20, width }),
        y: { label: "bits a vote", grid: true, zero: true },
        marks: [
          Plot.ruleX(rows.filter((r) => r.lo !== null), { x: (r: PeerRow) => Number(r.period) + 0.5, y1: (r: PeerRow) => Math.max(0, r.peers! + r.lo!), y2: (r: PeerRow) => r.peers! + r.hi!, stroke: "var(--own)", strokeOpacity: 0.35, strokeWidth: 3 }),
          Plot.lineY(rows, { x: (r: PeerRow) => Number(r.period) + 0.5, y: "peers", stroke: "var(--faint)", strokeWidth: 2, strokeDasharray: "6 4" }),
          Plot.dot(rows, { x: (r: PeerRow) => Number(r.period) + 0.5, y: "bits", r: 3, fill: "var(--own)" }),
          Plot.text([last], { x: (r: PeerRow) => Number(r.period) + 0.5, y: "peers", text: () => "peers", textAnchor: "end", dy: 10, fill: "var(--faint)" }),
          Plot.tip(rows, Plot.pointerX({ x: (r: PeerRow) => Number(r.period) + 0.5, y: "bits", title: (r: PeerRow) => `${r.period}: ${fixed(r.bits)} bits, peers ${fixed(r.peers)}; ${r.n} votes`, fill: "var(--paper)" })),
        ],
      }),
  });
}
