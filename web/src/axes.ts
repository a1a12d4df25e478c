// Axes and words of pictures, that fit into the width there is.
import * as Plot from "@observablehq/plot";

const day = (text: string) => new Date(text + "T00:00:00Z");
export const yearFraction = (text: string): number => {
  const date = day(text);
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  return date.getUTCFullYear() + (date.getTime() - start) / (365.25 * 86400e3);
};

// --- Words, whose room is measured, since fonts differ from machine to machine

const pen = document.createElement("canvas").getContext("2d");

export function textWidth(text: string, size = 12): number {
  if (!pen) return 7 * text.length;
  pen.font = `${size}px ${getComputedStyle(document.documentElement).getPropertyValue("--sans") || "sans-serif"}`;
  return pen.measureText(text).width;
}

// Whole, or with its end left out.
export function fitted(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let end = text.length - 1;
  while (end > 1 && textWidth(text.slice(0, end) + "…") > room) --end;
  return text.slice(0, end).trimEnd() + "…";
}

// Names of rows stand beside them, or, where they would take half the picture, above them.
export interface NamedRows { left: number; height: number; axis: Plot.ScaleOptions; marks: Plot.Markish[] }

export function namedRows(names: string[], width: number): NamedRows {
  const gap = 16;
  const left = gap + 4 + Math.max(28, ...names.map((name) => textWidth(name)));
  const domain = names.filter((name, i) => names.indexOf(name) === i);
  const axis = { label: null, domain };
  if (left <= width * 0.45) return { left, height: 24, axis, marks: [] };
  const edge = 12;
  const above = Plot.text(domain, { y: (name: string) => name, frameAnchor: "left", textAnchor: "start", lineAnchor: "bottom", dy: -8, text: (name: string) => fitted(name, width - 2 * edge), fontSize: 12 });
  return { left: edge, height: 42, axis: { ...axis, axis: null }, marks: [above] };
}

// --- Values. The label stands below the ticks, within the picture.

export const valueAxis = (label: string, room: number): Plot.ScaleOptions => ({ label, labelOffset: 38, grid: true, ticks: room < 260 ? 3 : room < 420 ? 5 : 10 });

// --- Years

export interface YearScale { first: number; last: number; left: number; right: number; width: number }

const inPixels = (x: YearScale, year: number): number => x.left + ((year - x.first) / Math.max(x.last - x.first, 1e-9)) * (x.width - x.left - x.right);

// As many whole years as can be read beside each other, at the beginnings of years.
export function yearAxis(x: YearScale): Plot.ScaleOptions {
  const room = Math.max(1, (x.width - x.left - x.right) / (textWidth("2000") + 16));
  const step = [1, 2, 5, 10, 20, 50].find((s) => (x.last - x.first) / s <= room) ?? 100;
  const ticks: number[] = [];
  for (let year = Math.ceil(x.first / step) * step; year <= x.last; year += step) ticks.push(year);
  return { label: null, domain: [x.first, x.last], ticks, tickFormat: (y: number) => String(y), grid: false };
}

// Days of turns above the frame, in as many lines as they need; those that find no room in three
// are in the list of turns alone.
export function turnLabels(x: YearScale, turns: { date: string }[]): { marks: Plot.Markish[]; lines: number } {
  const ends: number[] = [];
  const placed = [...turns].sort((a, b) => a.date.localeCompare(b.date)).flatMap((turn) => {
    const text = turn.date.slice(0, 7);
    const half = textWidth(text, 11) / 2;
    const wanted = inPixels(x, yearFraction(turn.date));
    const at = Math.min(Math.max(wanted, half + 1), x.width - half - 1);
    const line = [0, 1, 2].find((n) => at - half > (ends[n] ?? -Infinity) + 6);
    if (line === undefined) return [];
    ends[line] = at + half;
    return [{ turn, text, shift: at - wanted, line }];
  });
  const marks = placed.map(({ turn, text, shift, line }) => Plot.text([turn], { x: (t: { date: string }) => yearFraction(t.date), frameAnchor: "top", lineAnchor: "bottom", dx: shift, dy: -4 - 14 * line, text: () => text, fill: "var(--turn)", fontSize: 11 }));
  return { marks, lines: Math.max(0, ...placed.map((p) => p.line + 1)) };
}
