import { ask, query } from "../api";
import { nothing, turnsTable } from "../common";
import { h, link } from "../dom";
import { plural } from "../format";
import { go, withQuery, type MakePage } from "../router";
import type { Head, Turn } from "../types";

export const turns: MakePage = async ({ query: asked }) => {
  const values = Object.fromEntries(["state", "since", "until", "order"].map((name) => [name, asked.get(name)]));
  const answer = await ask<Head & { total: number; rows: Turn[] }>("/turns" + query({ ...values, limit: 1000 }));
  const field = (name: string, label: string, size: number) => h("label", {}, label, " ", h("input", { name, value: values[name] ?? "", size }));
  const order = h("select", { name: "order" }, h("option", { value: "" }, "latest first"), h("option", { value: "bits", selected: values.order === "bits" }, "largest first"));
  const form = h("form", { class: "window", role: "search", "aria-label": "Turns" }, field("state", "State", 8), field("since", "From", 8), field("until", "to", 8), h("label", {}, "order ", order), h("button", { type: "submit" }, "Show"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = new FormData(form);
    go(withQuery(Object.fromEntries(["state", "since", "until", "order"].map((name) => [name, String(given.get(name) ?? "")]))));
  });
  const body = h(
    "div",
    {},
    h("h1", {}, "Turns"),
    h("p", { class: "covered" }, "Lasting changes of how a state votes, with a probability of .85 or more: about one false alarm in a hundred years of a quiet state."),
    form,
    h("p", { role: "status" }, `${plural(answer.total, "turn")}. `, link("/turns.csv" + query({ ...values, limit: 5000 }), "As CSV"), "."),
    answer.rows.length ? turnsTable("Turns", answer.rows, { most: 50, hidden: true }) : nothing("None in these years."),
  );
  return { title: "Turns", body };
};
