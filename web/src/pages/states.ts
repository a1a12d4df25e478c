import { ask } from "../api";
import { stateLink } from "../common";
import { h, link } from "../dom";
import { count, plural } from "../format";
import type { MakePage } from "../router";
import { table } from "../table";
import type { Head, StateRow } from "../types";

export const states: MakePage = async () => {
  const answer = await ask<Head & { rows: StateRow[] }>("/states");
  const rows = [...answer.rows].sort((a, b) => a.name.localeCompare(b.name));
  const list = (title: string, some: StateRow[]) =>
    table(
      title,
      [
        { title: "state", of: (s: StateRow) => stateLink(s) },
        { title: "code", of: (s) => s.state },
        { title: "in the record", of: (s) => (s.first && s.last ? `${s.first} to ${s.last}` : "–") },
        { title: "votes cast", of: (s) => count(s.votes), right: true },
      ],
      some,
      { most: 300 },
    );
  const gone = rows.filter((s) => !s.current);
  const body = h(
    "div",
    {},
    h("h1", {}, "States"),
    h("p", {}, `${plural(rows.length, "state")} of the record. `, link("/states.csv", "As CSV"), "."),
    list("Members now", rows.filter((s) => s.current)),
    gone.length ? list("No longer, or not at the last roll call", gone) : null,
  );
  return { title: "States", body };
};
