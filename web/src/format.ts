// Numbers, days and choices as people read them.
import { h, type Child } from "./dom";

export const floor = 20; // votes below which nothing is compared
export const switchFloor = 8; // texts below which no share of switches is told (switches.h)

// Stands beside a number that rests on fewer.
export const tooFew = (n: number): string => (n < floor ? "too few votes" : "");

const isNumber = (x: unknown): x is number => typeof x === "number" && Number.isFinite(x);

// ".76", "1.00", "−.12": shares and probabilities. Never "-.00".
export function share(x: number | null | undefined, digits = 2): string {
  if (!isNumber(x)) return "–";
  const text = Math.abs(x).toFixed(digits);
  const sign = x < 0 && Number(text) !== 0 ? "−" : "";
  return sign + (text.startsWith("0.") ? text.slice(1) : text);
}

// ".999" is not certainty.
export function probability(x: number | null | undefined): string {
  if (!isNumber(x)) return "–";
  if (x > 0.999) return "above .999";
  if (x < 0.001) return "below .001";
  return share(x, 3);
}

export function signed(x: number | null | undefined, digits = 2): string {
  if (!isNumber(x)) return "–";
  const text = Math.abs(x).toFixed(digits);
  return (Number(text) === 0 ? "" : x > 0 ? "+" : "−") + text;
}

export function fixed(x: number | null | undefined, digits = 2): string {
  return isNumber(x) ? (x < 0 && Number(x.toFixed(digits)) !== 0 ? "−" : "") + Math.abs(x).toFixed(digits) : "–";
}

export const count = (x: number): string => x.toLocaleString("en-US");

export const plural = (n: number, one: string, many = one + "s"): string => `${count(n)} ${n === 1 ? one : many}`;

export function interval(lo: number | null, hi: number | null, digits = 2): string {
  return isNumber(lo) && isNumber(hi) ? `${share(lo, digits)} to ${share(hi, digits)}` : "–";
}

// A stretch of days: "2025-02-17 to 24" would be read wrongly, so both are whole.
export const days = (from: string, to: string): string => (from === to ? from : `${from} to ${to}`);

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

// A choice never stands by its colour alone.
const signs: Record<string, string> = { yes: "●", abstain: "◐", no: "✕", absent: "○", not_yes: "◌" };

export function choice(name: string | null | undefined): HTMLElement {
  if (!name) return h("span", { class: "choice" }, "–");
  const words = name === "not_yes" ? "not yes" : name;
  return h("span", { class: `choice choice-${name.replace(" ", "-")}` }, h("span", { "aria-hidden": "true" }, signs[name] ?? "", " "), words);
}

export function tally(of: { yes: number; no: number; abstain: number }): string {
  return `${of.yes} yes, ${of.no} no, ${of.abstain} abstaining`;
}

export const symbolOf = (vote: { symbol: string; rollcall: string }): string => vote.symbol || vote.rollcall;
export const voteAddress = (vote: { rollcall: string }): string => `/votes/${encodeURIComponent(vote.rollcall)}`;
export const reportAddress = (doc: string): string => `/reports/${doc.split("/").map(encodeURIComponent).join("/")}`;

// Subjects stand in the record in capitals, which are hard to read: "Human Rights – Iran". Names in
// them keep a capital, since every word gets one.
const abbreviations = new Set("UN UNRWA UNESCO UNICEF UNCTAD UNEP UNDP UNHCR UNITAR UNIFIL UNEF IAEA ICC ICJ ILO IMF NATO NPT CTBT PLO SWAPO ANC USSR USA UK AIDS HIV GUAM NGO NGOS COVID".split(" "));
const littleWords = new Set("a an and as at by for from in of on or the to with".split(" "));

export function subjectName(text: string): string {
  if (text !== text.toUpperCase()) return text;
  const cased = (word: string, at: number): string => {
    const low = word.toLowerCase();
    if (abbreviations.has(word)) return word;
    return at > 0 && littleWords.has(low) ? low : low.charAt(0).toUpperCase() + low.slice(1);
  };
  return text
    .split("--")
    .map((part) => part.trim().replace(/[\p{L}']+/gu, (word, at: number) => cased(word, at)))
    .join(" – ");
}

// Whole days within a text, so that no line ends at their hyphens.
export const wholeDays = (text: string): Child[] =>
  text.split(/(\d{4}-\d\d(?:-\d\d)?)/).map((part, i) => (i % 2 ? h("span", { class: "day" }, part) : part));
