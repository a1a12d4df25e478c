// The search that every page has: "/" goes to it, arrows go through what is found (the combobox of
// the ARIA Authoring Practices), Enter opens it.
import { ask, query } from "./api";
import { h } from "./dom";
import { go } from "./router";
import type { Head, SearchRow } from "./types";

export function searchBox(): HTMLElement {
  const list = h("ul", { id: "found", role: "listbox", "aria-label": "Found", hidden: true });
  const input = h("input", { type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list", "aria-label": "Search states, votes, people", placeholder: "Search  ( / )", autocomplete: "off", spellcheck: "false" });
  let rows: SearchRow[] = [];
  let at = -1;
  let asked = 0;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    at = -1;
  };
  const open = (address: string) => {
    close();
    input.value = "";
    input.blur();
    go(address);
  };
  const choose = (i: number) => {
    at = i;
    [...list.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === at)));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", `found-${at}`);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  const show = async () => {
    const q = input.value.trim();
    const mine = ++asked;
    if (!q) return close();
    const answer = await ask<Head & { rows: SearchRow[] }>("/search" + query({ q, limit: 12 })).catch(() => null);
    if (mine !== asked) return;
    const chosen = rows[at]?.address;
    rows = answer?.rows ?? [];
    list.replaceChildren(...rows.map((row, i) => h("li", { id: `found-${i}`, role: "option", "aria-selected": "false", mousedown: (event: MouseEvent) => { event.preventDefault(); open(row.address); } }, h("span", { class: "label" }, row.label), " ", h("span", { class: "remark" }, `${row.kind}, ${row.note}`))));
    list.hidden = rows.length === 0;
    input.setAttribute("aria-expanded", String(rows.length > 0));
    input.removeAttribute("aria-activedescendant");
    // An arrow may be pressed before the answer to the last letter is here: what was chosen stays so.
    choose(rows.findIndex((row) => row.address === chosen));
  };
  input.addEventListener("input", () => void show());
  input.addEventListener("blur", () => setTimeout(close, 100));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(rows.length ? (at + 1) % rows.length : -1);
    else if (event.key === "ArrowUp") choose((at > 0 ? at : rows.length) - 1);
    else if (event.key === "Escape") input.value ? (input.value = "") : input.blur(), close();
    else if (event.key === "Enter") open(at >= 0 ? rows[at].address : "/search" + query({ q: input.value.trim() }));
    else return;
    event.preventDefault();
  });
  addEventListener("keydown", (event) => {
    const writing = (event.target as Element).closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
  return h("div", { class: "search" }, input, list);
}
