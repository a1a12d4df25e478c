// The pictures that several pages share. Colours are those of the stylesheet, told apart by people
// who see few colours; lines differ by dashes and carry their name at their end.
import * as Plot from "@observablehq/plot";
import { floor } from "./format";
import type { AgreementRow, Point, Turn } from "./types";

// Six series, then again: Okabe and Ito's colours, darkened for paper.
export const series = (i: number) => ({ stroke: `var(--c${i % 6})`, dash: ["", "7 3", "2 3", "9 3 2 3", "4 2", "1 4"][i % 6] });

export const frame = (width: number, height: number): Plot.PlotOptions => ({
  width,
  height,
  className: "plot",
  marginLeft: 44,
  marginRight: 20,
  marginTop: 22,
  marginBottom: 28,
});

const day = (text: string) => new Date(text + "T00:00:00Z");
export const yearFraction = (text: string): number => {
  const date = day(text);
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  return date.getUTCFullYear() + (date.getTime() - start) / (365.25 * 86400e3);
};

const years = (): Plot.ScaleOptions => ({ label: null, tickFormat: (y: number) => String(y), ticks: 8, grid: false });

// Of turns whose names would stand in each other's way, the later ones.
function apart(turns: Turn[], yearsPerPixel: number): Turn[] {
  const least = 36 * yearsPerPixel;
  return turns.filter((t, i) => i + 1 === turns.length || yearFraction(turns[i + 1].date) - yearFraction(t.date) > least);
}

// Where a state stood, with the 90 % ribbon and its turns. A point of a year is drawn in its middle.
export function idealPoints(width: number, points: Point[], turns: Turn[]): Element {
  const middle = (p: Point) => p.year + 0.5;
  const few = (p: Point) => p.n < floor;
  return Plot.plot({
    ...frame(width, 300),
    marginTop: 40,
    marginRight: 44,
    x: years(),
    y: { label: null, grid: true, nice: true },
    marks: [
      Plot.ruleY([0], { stroke: "var(--rule)" }),
      Plot.rectX(turns, { x1: (t: Turn) => yearFraction(t.from), x2: (t: Turn) => yearFraction(t.to), fill: "var(--turn-days)" }),
      Plot.ruleX(turns, { x: (t: Turn) => yearFraction(t.date), stroke: "var(--turn)", strokeWidth: 1.5 }),
      Plot.areaY(points, { x: middle, y1: "lo", y2: "hi", fill: "var(--ribbon)" }),
      Plot.lineY(points, { x: middle, y: "mean", stroke: "var(--own)", strokeWidth: 2 }),
      Plot.dot(points, { x: middle, y: "mean", r: 3, fill: (p: Point) => (few(p) ? "var(--paper)" : "var(--own)"), stroke: "var(--own)" }),
      Plot.text(apart(turns, points.length / width), { x: (t: Turn) => yearFraction(t.date), frameAnchor: "top", dy: -12, dx: 2, rotate: -25, textAnchor: "start", text: (t: Turn) => t.date.slice(0, 7), fill: "var(--turn)", fontSize: 11 }),
      Plot.tip(points, Plot.pointerX({ x: middle, y: "mean", title: (p: Point) => `${p.year}: ${p.mean.toFixed(2)} [${p.lo.toFixed(2)}, ${p.hi.toFixed(2)}], ${p.n} votes`, fill: "var(--paper)" })),
    ],
  });
}

// Agreement by period, one line a state, intervals as ribbons, names at the ends.
export function agreementLines(width: number, rows: AgreementRow[], turns: Turn[] = []): Element {
  const names = [...new Set(rows.map((r) => r.name))];
  const at = (r: AgreementRow) => Number(r.period) + (Number(r.period) > 1900 ? 0.5 : 0);
  const own = (name: string) => rows.filter((r) => r.name === name && r.n >= floor && r.agreement !== null);
  const last = names.map((name) => own(name).at(-1)).filter((r): r is AgreementRow => r !== undefined);
  const ends = spread(last, width);
  const marks: Plot.Markish[] = [
    Plot.ruleX(turns, { x: (t: Turn) => yearFraction(t.date), stroke: "var(--turn)", strokeWidth: 1.5 }),
  ];
  names.forEach((name, i) => {
    const style = series(i);
    const drawn = own(name);
    marks.push(
      Plot.areaY(drawn, { x: at, y1: "agreement_lo", y2: "agreement_hi", fill: style.stroke, fillOpacity: names.length > 3 ? 0.06 : 0.12 }),
      Plot.lineY(drawn, { x: at, y: "agreement", stroke: style.stroke, strokeWidth: 2, strokeDasharray: style.dash || undefined }),
      Plot.dot(drawn, { x: at, y: "agreement", r: 2.2, fill: style.stroke }),
    );
  });
  ends.forEach(({ row, y }) =>
    marks.push(Plot.text([row], { x: at, y: () => y, text: () => row.name, textAnchor: "start", dx: 7, fill: series(names.indexOf(row.name)).stroke, fontSize: 12 })),
  );
  marks.push(
    Plot.tip(rows.filter((r) => r.n >= floor), Plot.pointer({ x: at, y: "agreement", title: (r: AgreementRow) => `${r.name}, ${r.period}: ${r.agreement?.toFixed(2)} [${r.agreement_lo?.toFixed(2)}, ${r.agreement_hi?.toFixed(2)}], ${r.n} votes`, fill: "var(--paper)" })),
  );
  return Plot.plot({
    ...frame(width, 320),
    marginRight: Math.min(170, 20 + 7 * Math.max(0, ...names.map((n) => n.length))),
    x: years(),
    y: { label: null, domain: [0, 1], grid: true },
    marks,
  });
}

// The heights of the names at the ends of lines, moved apart as far as needed to be read.
function spread(last: AgreementRow[], width: number): { row: AgreementRow; y: number }[] {
  const least = width > 0 ? 0.055 : 0;
  const sorted = [...last].sort((a, b) => (a.agreement ?? 0) - (b.agreement ?? 0)).map((row) => ({ row, y: row.agreement ?? 0 }));
  for (let i = 1; i < sorted.length; ++i) sorted[i].y = Math.max(sorted[i].y, sorted[i - 1].y + least);
  const over = Math.max(0, (sorted.at(-1)?.y ?? 0) - 1);
  for (const one of sorted) one.y -= over;
  return sorted;
}

export interface Span { name: string; from: number | null; to: number | null; lo?: number | null; hi?: number | null; note: string }

// From one value to another, a row a name: a hollow dot before, a full one after, and, where it is
// given, the interval of the later.
export function fromTo(width: number, rows: Span[], label: string): Element {
  const left = Math.min(190, 16 + 6.6 * Math.max(...rows.map((r) => r.name.length), 4));
  return Plot.plot({
    ...frame(width, 58 + 24 * rows.length),
    marginBottom: 40,
    marginLeft: left,
    x: { label, domain: [0, 1], grid: true },
    y: { label: null, domain: rows.map((r) => r.name), type: "point" },
    marks: [
      Plot.link(rows, { x1: (r: Span) => r.from ?? r.to, x2: (r: Span) => r.to ?? r.from, y1: "name", y2: "name", stroke: "var(--faint)", strokeWidth: 1.5 }),
      Plot.link(rows.filter((r) => r.lo != null && r.hi != null), { x1: "lo", x2: "hi", y1: "name", y2: "name", stroke: "var(--own)", strokeOpacity: 0.3, strokeWidth: 7 }),
      Plot.dot(rows.filter((r) => r.from !== null), { x: "from", y: "name", r: 4, fill: "var(--paper)", stroke: "var(--faint)", strokeWidth: 1.5 }),
      Plot.dot(rows.filter((r) => r.to !== null), { x: "to", y: "name", r: 4.5, fill: "var(--own)" }),
      Plot.tip(rows, Plot.pointerY({ x: (r: Span) => r.to ?? r.from, y: "name", title: (r: Span) => `${r.name}: ${r.note}`, fill: "var(--paper)" })),
    ],
  });
}

export interface Bar { name: string; value: number; on: boolean; note: string }

export function bars(width: number, rows: Bar[], label: string, most?: number): Element {
  const left = Math.min(Math.round(width * 0.45), 16 + 6.6 * Math.max(...rows.map((r) => r.name.length), 4));
  const limit = Math.floor(left / 6.4);
  const short = (name: string) => (name.length > limit ? name.slice(0, limit - 1) + "…" : name);
  return Plot.plot({
    ...frame(width, 58 + 24 * rows.length),
    marginBottom: 40,
    marginLeft: left,
    marginRight: 60,
    x: { label, domain: [0, most ?? Math.max(...rows.map((r) => r.value)) * 1.02], grid: true },
    y: { label: null, domain: rows.map((r) => r.name), tickFormat: short },
    marks: [
      Plot.barX(rows, { x: "value", y: "name", fill: (r: Bar) => (r.on ? "var(--own)" : "var(--bar)"), insetTop: 3, insetBottom: 3 }),
      Plot.text(rows, { x: "value", y: "name", text: "note", textAnchor: "start", dx: 5, fontSize: 11.5 }),
      Plot.ruleX([0], { stroke: "var(--faint)" }),
    ],
  });
}
