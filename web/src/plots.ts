// The pictures that several pages share. Colours are those of the stylesheet, told apart by people
// who see few colours; lines differ by dashes and carry their name at their end.
import * as Plot from "@observablehq/plot";
import { fitted, namedRows, textWidth, turnLabels, valueAxis, yearAxis, yearFraction, type YearScale } from "./axes";
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

// Where a state stood, with the 90 % ribbon and its turns. A point of a year is drawn in its middle.
export function idealPoints(width: number, points: Point[], turns: Turn[]): Element {
  const middle = (p: Point) => p.year + 0.5;
  const few = (p: Point) => p.n < floor;
  const x: YearScale = { first: points[0].year, last: points.at(-1)!.year + 1, left: 44, right: 20, width };
  const labels = turnLabels(x, turns);
  const inside = (text: string) => Math.min(Math.max(yearFraction(text), x.first), x.last);
  return Plot.plot({
    ...frame(width, 285 + 14 * labels.lines),
    marginTop: 14 + 14 * labels.lines,
    marginLeft: x.left,
    marginRight: x.right,
    x: yearAxis(x),
    y: { label: null, grid: true, nice: true },
    marks: [
      Plot.ruleY([0], { stroke: "var(--rule)" }),
      Plot.rectX(turns, { x1: (t: Turn) => inside(t.from), x2: (t: Turn) => inside(t.to), fill: "var(--turn-days)" }),
      Plot.ruleX(turns, { x: (t: Turn) => yearFraction(t.date), stroke: "var(--turn)", strokeWidth: 1.5 }),
      Plot.areaY(points, { x: middle, y1: "lo", y2: "hi", fill: "var(--ribbon)" }),
      Plot.lineY(points, { x: middle, y: "mean", stroke: "var(--own)", strokeWidth: 2 }),
      Plot.dot(points, { x: middle, y: "mean", r: 3, fill: (p: Point) => (few(p) ? "var(--paper)" : "var(--own)"), stroke: "var(--own)" }),
      ...labels.marks,
      Plot.tip(points, Plot.pointerX({ x: middle, y: "mean", title: (p: Point) => `${p.year}: ${p.mean.toFixed(2)} [${p.lo.toFixed(2)}, ${p.hi.toFixed(2)}], ${p.n} votes`, fill: "var(--paper)" })),
    ],
  });
}

// Agreement by period, one line a state, intervals as ribbons, names at the ends.
export function agreementLines(width: number, rows: AgreementRow[], turns: Turn[] = []): Element {
  const names = [...new Set(rows.map((r) => r.name))];
  // A year is drawn in its middle; sessions have numbers below, and stand at them.
  const isYear = (r: AgreementRow) => Number(r.period) > 1900;
  const at = (r: AgreementRow) => Number(r.period) + (isYear(r) ? 0.5 : 0);
  const own = (name: string) => rows.filter((r) => r.name === name && r.n >= floor && r.agreement !== null && Number.isFinite(at(r)));
  const last = names.map((name) => own(name).at(-1)).filter((r): r is AgreementRow => r !== undefined);
  const right = Math.min(Math.round(width * 0.36), 14 + Math.max(10, ...names.map((name) => textWidth(name))));
  const periods = rows.map((r) => Number(r.period)).filter(Number.isFinite);
  const x: YearScale = { first: Math.min(...periods), last: Math.max(...periods) + (rows.some(isYear) ? 1 : 0), left: 44, right, width };
  const labels = turnLabels(x, turns);
  const ends = spread(last);
  const marks: Plot.Markish[] = [
    Plot.ruleX(turns, { x: (t: Turn) => yearFraction(t.date), stroke: "var(--turn)", strokeWidth: 1.5 }),
    ...labels.marks,
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
    marks.push(Plot.text([row], { x: at, y: () => y, text: () => fitted(row.name, right - 9), textAnchor: "start", dx: 7, fill: series(names.indexOf(row.name)).stroke, fontSize: 12 })),
  );
  marks.push(
    Plot.tip(names.flatMap(own), Plot.pointer({ x: at, y: "agreement", title: (r: AgreementRow) => `${r.name}, ${r.period}: ${r.agreement?.toFixed(2)} [${r.agreement_lo?.toFixed(2)}, ${r.agreement_hi?.toFixed(2)}], ${r.n} votes`, fill: "var(--paper)" })),
  );
  return Plot.plot({
    ...frame(width, 305 + 14 * labels.lines),
    marginTop: 14 + 14 * labels.lines,
    marginLeft: x.left,
    marginRight: right,
    x: yearAxis(x),
    y: { label: null, domain: [0, 1], grid: true },
    marks,
  });
}

// The heights of the names at the ends of lines, moved apart as far as needed to be read.
function spread(last: AgreementRow[]): { row: AgreementRow; y: number }[] {
  const least = 0.055;
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
  const named = namedRows(rows.map((r) => r.name), width);
  return Plot.plot({
    ...frame(width, 68 + named.height * rows.length),
    marginBottom: 46,
    marginLeft: named.left,
    x: { ...valueAxis(label, width - named.left), domain: [0, 1] },
    y: { ...named.axis, type: "point" },
    marks: [
      ...named.marks,
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
  const named = namedRows(rows.map((r) => r.name), width);
  return Plot.plot({
    ...frame(width, 68 + named.height * rows.length),
    marginBottom: 46,
    marginLeft: named.left,
    marginRight: 60,
    x: { ...valueAxis(label, width - named.left), domain: [0, most ?? Math.max(...rows.map((r) => r.value)) * 1.02] },
    y: { ...named.axis },
    marks: [
      ...named.marks,
      Plot.barX(rows, { x: "value", y: "name", fill: (r: Bar) => (r.on ? "var(--own)" : "var(--bar)"), insetTop: named.marks.length ? 14 : 3, insetBottom: named.marks.length ? 6 : 3 }),
      Plot.text(rows, { x: "value", y: "name", text: "note", textAnchor: "start", dx: 5, dy: named.marks.length ? 4 : 0, fontSize: 11.5 }),
      Plot.ruleX([0], { stroke: "var(--faint)" }),
    ],
  });
}
