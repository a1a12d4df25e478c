import { ask } from "../api";
import { nothing, sourceName } from "../common";
import { h, link } from "../dom";
import { plural, reportAddress } from "../format";
import type { MakePage } from "../router";
import { table } from "../table";
import type { Head, ReportRow } from "../types";

export const reports: MakePage = async () => {
  const answer = await ask<Head & { rows: ReportRow[] }>("/reports");
  const body = h(
    "div",
    {},
    h("h1", {}, "Reports"),
    answer.rows.length === 0
      ? nothing("None is read. Start the program with --news PATH: text, Markdown, HTML, JSON lines, WARC, or a folder of these.")
      : h(
          "div",
          {},
          h("p", {}, `${plural(answer.rows.length, "report")} read. What each claims stands beside what the record has.`),
          table(
            "Reports read, and how many claims of each kind they make",
            [
              { title: "report", of: (r: ReportRow) => link(reportAddress(r.doc), sourceName(r)), words: true },
              { title: "outlet", of: (r) => r.outlet || "–" },
              { title: "date", of: (r) => r.date ?? "not known" },
              { title: "votes", of: (r) => r.votes, right: true },
              { title: "acts", of: (r) => r.events, right: true },
              { title: "words", of: (r) => r.statements, right: true },
              { title: "reasons", of: (r) => r.explanations, right: true },
              { title: "contradicted", of: (r) => (r.contradicted > 0 ? h("strong", { class: "contradicts" }, r.contradicted) : 0), right: true },
            ],
            answer.rows,
            { most: 200 },
          ),
        ),
  );
  return { title: "Reports", body };
};
