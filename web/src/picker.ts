// Chooses states by name, with what is chosen shown as buttons that take it away again. Where one
// state alone can be chosen, `verb` says what becomes of the one before.
import { ask } from "./api";
import { h } from "./dom";
import type { Head, StateRow } from "./types";

let lists = 0;

export function picker(label: string, chosen: string, own: string, changed: (codes: string) => void, verb = "Add"): HTMLElement {
  const codes = chosen.split(",").filter(Boolean);
  const options = h("datalist", { id: `states-${++lists}` });
  const input = h("input", { list: options.id, placeholder: "a state", "aria-label": `${label}: a state`, size: 18 });
  const form = h("form", { class: "picker" }, h("span", { class: "label" }, label, ":"), ...codes.map(taken), input, options, h("button", { type: "submit" }, verb));
  function taken(code: string): HTMLElement {
    return h("button", { type: "button", class: "taken", "aria-label": `Without ${code}`, click: () => changed(codes.filter((c) => c !== code).join(",")) }, code, " ✕");
  }
  const names = ask<Head & { rows: StateRow[] }>("/states").then(({ rows }) => {
    options.append(...rows.filter((s) => s.state !== own).map((s) => h("option", { value: s.name }, s.state)));
    return rows;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void names.then((rows) => {
      const typed = input.value.trim().toLowerCase();
      const found = rows.find((s) => s.name.toLowerCase() === typed || s.state.toLowerCase() === typed);
      input.setCustomValidity(found ? "" : "No such state in the record");
      if (!found) input.reportValidity();
      else if (!codes.includes(found.state) && found.state !== own) changed([...codes, found.state].join(","));
    });
  });
  input.addEventListener("input", () => input.setCustomValidity(""));
  return form;
}
