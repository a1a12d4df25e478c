import { ask, query } from "../api";
import { nothing, votesTable } from "../common";
import { h, link } from "../dom";
import { choice, count, plural } from "../format";
import { go, withQuery, type MakePage } from "../router";
import type { Head, RollCall } from "../types";

const shown = 50;

export const votes: MakePage = async ({ query: asked }) => {
  const values = Object.fromEntries(["q", "state", "choice", "since", "until"].map((name) => [name, asked.get(name)]));
  const offset = Number(asked.get("offset") ?? 0);
  const answer = await ask<Head & { total: number; rows: (RollCall & { choice: string | null })[] }>("/votes" + query({ ...values, offset: offset || null, limit: shown }));
  const step = (by: number) => withQuery({ offset: offset + by > 0 ? String(offset + by) : null });
  const body = h(
    "div",
    {},
    h("h1", {}, "Votes"),
    form(values),
    h("p", { role: "status" }, `${plural(answer.total, "roll call")}, the latest first.`, " ", link("/votes.csv" + query({ ...values, limit: 1000 }), "As CSV"), "."),
    answer.rows.length
      ? votesTable("Roll calls", answer.rows, values.state ? [{ title: values.state, of: (v) => choice(v.choice) }] : [], { most: shown, hidden: true })
      : nothing("None has these words in these years. Try fewer words, or the symbol, such as ES-11/7."),
    h("p", { class: "steps" }, offset > 0 ? link(step(-shown), "Later") : null, " ", answer.total > offset + shown ? link(step(shown), `Earlier (${count(answer.total - offset - shown)})`) : null),
  );
  return { title: "Votes", body };
};

function form(values: Record<string, string | null>): HTMLElement {
  const field = (name: string, label: string, size: number) => h("label", {}, label, " ", h("input", { name, value: values[name] ?? "", size }));
  const choices = h("select", { name: "choice" }, ...["", "yes", "no", "abstain", "absent"].map((c) => h("option", { value: c, selected: (values.choice ?? "") === c }, c || "any")));
  const made = h("form", { class: "window", role: "search", "aria-label": "Votes" }, field("q", "Words", 22), field("state", "State", 6), h("label", {}, "chose ", choices), field("since", "From", 8), field("until", "to", 8), h("button", { type: "submit" }, "Show"));
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = new FormData(made);
    const changes = Object.fromEntries(["q", "state", "choice", "since", "until"].map((name) => [name, String(given.get(name) ?? "")]));
    go(withQuery({ ...changes, choice: changes.state ? changes.choice : "", offset: null }));
  });
  return made;
}
