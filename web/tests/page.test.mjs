// Goes through the page in a real browser, as people do. VOLTEFACE_PROGRAM names the program.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync, mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const program = process.env.VOLTEFACE_PROGRAM ?? "../build/volteface";
const samples = new URL("../../samples/news", import.meta.url).pathname;

const pages = {
  home: "/",
  state: "/states/ARG?with=USA,BRA&since=2010",
  states: "/states",
  pair: "/pairs/ARG/USA",
  votes: "/votes?q=ukraine",
  vote: "/votes/A/RES/ES-11/7",
  turns: "/turns?since=2015",
  turn: "/turns/ARG/2024-03-15",
  reports: "/reports",
  report: "/reports/weekend-essay",
  brief: "/briefs/ARG?on=UKR",
  search: "/search?q=milei",
};

let server, base, browser;
const faults = [];

// A report that tries to be more than text.
function hostileReports() {
  const folder = mkdtempSync(join(tmpdir(), "volteface-page-"));
  writeFileSync(join(folder, "hostile.txt"), 'NEW YORK, 24 February 2025 - Argentina abstained on <script>document.title="taken"</script> the resolution on Ukraine in the UN General Assembly. "<img src=x onerror=alert(1)>," said <b>President</b> Javier Milei.\n');
  return folder;
}

before(async () => {
  server = spawn(program, ["serve", "--port", "0", "--news", samples, hostileReports()], { stdio: ["ignore", "pipe", "inherit"] });
  base = await new Promise((resolve, reject) => {
    server.stdout.once("data", (text) => resolve(String(text).trim().replace(/\/$/, "")));
    server.once("exit", () => reject(new Error("the program ended")));
  });
  for (let ready = false; !ready; ) {
    ready = (await (await fetch(base + "/api/v1/status")).json()).ready;
    if (!ready) await new Promise((resolve) => setTimeout(resolve, 300));
  }
  browser = await chromium.launch({
    executablePath: process.env.VOLTEFACE_BROWSER ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});

after(async () => {
  await browser?.close();
  server?.kill("SIGTERM");
});

async function opened(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: options.width ?? 1200, height: 900 }, colorScheme: options.scheme ?? "light", acceptDownloads: true });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && faults.push(`${address}: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`${address}: ${error}`));
  page.on("request", (request) => /^(https?|wss?):/.test(request.url()) && !request.url().startsWith(base) && faults.push(`${address} asks for ${request.url()}`));
  await page.goto(base + address);
  await shown(page);
  return page;
}

async function shown(page) {
  await page.waitForSelector("main:not([aria-busy]) h1");
  await page.waitForFunction(() => [...document.querySelectorAll(".picture")].every((p) => p.querySelector("svg")));
}

test("every page: no console error, no request elsewhere, nothing wider than a telephone", async () => {
  for (const [name, address] of Object.entries(pages)) {
    const page = await opened(address, { width: 375 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${name} is ${over} pixels wider than the window`);
    assert.equal(await page.locator("main h1").count(), 1, name);
    await page.context().close();
  }
  assert.deepEqual(faults, []);
});

test("every page, light and dark: nothing serious for axe", async () => {
  for (const scheme of ["light", "dark"]) {
    for (const [name, address] of Object.entries(pages)) {
      const page = await opened(address, { scheme });
      // Not as a script element, which the page's policy lets no one add.
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run());
      const serious = violations.filter((v) => ["serious", "critical"].includes(v.impact));
      assert.deepEqual(serious.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html).join(" ")}`), [], `${name}, ${scheme}`);
      await page.context().close();
    }
  }
});

test("a deep link is the view, and Back undoes a choice", async () => {
  const page = await opened("/states/ARG?with=USA&since=2015");
  assert.equal(await page.locator(".taken").count(), 1);
  await page.getByLabel("Compare with: a state").fill("Israel");
  await page.getByRole("button", { name: "Add" }).click();
  await page.waitForURL(/with=USA,ISR/);
  await shown(page);
  assert.equal(await page.locator(".taken").count(), 2);
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll(".taken").length === 1);
  assert.match(page.url(), /with=USA&since=2015/);
  await page.context().close();
});

test("a chart can be taken home: as SVG, PNG, CSV and a table", async () => {
  const page = await opened("/states/ARG");
  const file = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `${name}: Ideal points of Argentina` }).click()]);
    return readFileSync(await download.path());
  };
  const data = await (await fetch(base + "/states/ARG.json")).json();
  const csv = String(await file("CSV")).trim().split("\n");
  assert.equal(csv[0], "year,mean,lo,hi,sd,n,note,record_last_date,record_hash,volteface");
  assert.equal(csv.length, data.rows.length + 1);
  assert.match(csv.at(-1), new RegExp(`^2025,${data.rows.at(-1).mean},.*,${data.record.last_date},${data.record.hash},`));
  const svg = String(await file("SVG"));
  assert.match(svg, /<title>Ideal points of Argentina<\/title>/);
  assert.ok(svg.includes(data.record.hash) && svg.includes(data.record.last_date));
  assert.ok(!svg.includes("var(--"), "colours of the page are written out");
  const png = await file("PNG");
  assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from("PNG")]);
  assert.ok(png.length > 5000);
  await page.getByRole("button", { name: "Table: Ideal points of Argentina" }).click();
  assert.equal(await page.getByRole("region", { name: "Ideal points of Argentina" }).locator("tbody tr").count(), data.rows.length);
  await page.context().close();
});

test("every chart of every page can be taken home, those of a brief too", async () => {
  for (const [name, address] of Object.entries(pages)) {
    const page = await opened(address);
    for (const figure of await page.locator("figure").all()) {
      const title = await figure.locator("h3").textContent();
      for (const tool of ["Table", "SVG", "PNG", "CSV", "Cite", "Command"]) assert.equal(await figure.getByRole("button", { name: `${tool}: ${title}`, exact: true }).count(), 1, `${name}: ${tool} of ${title}`);
      assert.match(await figure.locator(".picture svg").getAttribute("aria-label"), /\d/, `${name}: ${title} has no text with numbers`);
    }
    await page.context().close();
  }
  const page = await opened("/briefs/ARG?on=UKR&since=2020");
  const data = (await (await fetch(base + "/briefs/ARG.json?on=UKR&since=2020")).json()).brief;
  const kept = async (tool, title) => {
    const [download] = await Promise.all([page.waitForEvent("download").catch(() => assert.fail(`${tool} of ${title}: ${faults.join(" ")}`)), page.getByRole("button", { name: `${tool}: ${title}` }).click()]);
    return readFileSync(await download.path());
  };
  const lines = {
    "Ideal point of Argentina by year": data.standing.years.length + data.standing.united_states.length,
    "Agreement of Argentina by year": data.company.columns.length * data.company.years.length,
    "Surprise of the most unusual votes, in bits": data.unusual.votes.length,
    "Contacts in the reports, and votes, in order of time": null,
  };
  assert.deepEqual((await page.locator("figure h3").allTextContents()).sort(), Object.keys(lines).sort());
  for (const [title, rows] of Object.entries(lines)) {
    const csv = String(await kept("CSV", title)).trim().split("\n");
    if (rows !== null) assert.equal(csv.length, rows + 1, title);
    assert.ok(csv[0].endsWith("record_last_date,record_hash,volteface"), csv[0]);
    const svg = String(await kept("SVG", title));
    assert.match(svg, /width="720" height="\d+/);
    assert.ok(svg.includes("Argentina") || svg.includes("bits") || svg.includes("Contacts"));
    assert.ok((await kept("PNG", title)).length > 5000);
    await new Promise((later) => setTimeout(later, 1100)); // the browser lets ten downloads a second begin
  }
  await page.context().close();
});

// Words that stand outside their picture, or in each other's way on an axis, and years that are none.
function faultsOfPictures() {
  return [...document.querySelectorAll(".picture:not(.scrolls) svg")].flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].filter((t) => t.textContent.trim()).map((t) => ({ words: t.textContent, parent: t.parentNode, box: t.getBoundingClientRect() }));
    const cut = texts.filter(({ box }) => box.left < frame.left - 0.5 || box.right > frame.right + 0.5 || box.bottom > frame.bottom + 0.5 || box.top < frame.top - 0.5);
    const years = texts.filter(({ words }) => /^\d{4}/.test(words));
    const close = years.filter((one, i) => years.slice(i + 1).some((other) => other.parent === one.parent && Math.abs(other.box.top - one.box.top) < 2 && other.box.left < one.box.right + 2 && one.box.left < other.box.right + 2));
    const halves = texts.filter(({ words }) => /^\d{4}\.\d/.test(words));
    return [...cut.map((t) => `cut off: ${t.words}`), ...close.map((t) => `too close: ${t.words}`), ...halves.map((t) => `no year: ${t.words}`)];
  });
}

test("the words of pictures are whole, and apart", async () => {
  for (const width of [340, 375, 1200]) {
    for (const address of ["/states/ARG", "/states/COD?with=VCT,COD,MKD", "/states/ARG?since=2016&until=2016", "/states/ARG?since=2016&until=2017", "/states/RUS", "/pairs/ARG/USA?by=session", "/pairs/VCT/COD", "/turns/ARG/2024-03-15", "/turns/RUS/1996-04-25", "/turns/COD/1961-08-25"]) {
      const page = await opened(address, { width });
      assert.deepEqual(await page.evaluate(faultsOfPictures), [], `${address}, ${width} pixels`);
      await page.context().close();
    }
  }
  const page = await opened("/turns/ARG/2024-03-15");
  assert.match(await page.locator("main").textContent(), /One subject: Middle East/i);
  assert.doesNotMatch(await page.locator("figure svg").allTextContents().then((t) => t.join(" ")), /middle east/);
  await page.context().close();
});

test("tables on a telephone: days whole, titles in sight", async () => {
  for (const address of ["/", "/states/ARG", "/votes?q=ukraine", "/turns?since=2015", "/turns/ARG/2024-03-15", "/votes/A/RES/79/90", "/briefs/ARG?on=UKR", "/pairs/ARG/USA"]) {
    const page = await opened(address, { width: 375 });
    const { broken, hidden, titles } = await page.evaluate(() => {
      const cells = [...document.querySelectorAll("main td, main tbody th")].filter((c) => c.offsetParent && !c.closest(".words, .narrow"));
      const broken = cells.filter((c) => /\d{4}-\d\d|\//.test(c.textContent) && c.clientHeight > 2.4 * parseFloat(getComputedStyle(c).lineHeight));
      const words = [...document.querySelectorAll("main .narrow .words")];
      const hidden = words.filter((w) => w.getBoundingClientRect().left < 0 || w.getBoundingClientRect().right > innerWidth);
      return { broken: broken.map((c) => c.textContent), hidden: hidden.map((w) => w.textContent), titles: words.length };
    });
    assert.deepEqual(broken, [], address);
    assert.deepEqual(hidden, [], address);
    assert.ok(titles > 0, address);
    await page.context().close();
  }
});

test("a window holds for turns, too", async () => {
  const page = await opened("/states/ARG?since=2010&until=2015");
  assert.doesNotMatch(await page.locator("main").textContent(), /Turn of 2024/);
  const ticks = await page.locator("figure", { hasText: "Agreement of Argentina with others" }).locator("svg text").allTextContents();
  const years = ticks.filter((t) => /^\d{4}$/.test(t)).map(Number);
  assert.ok(Math.max(...years) <= 2016, years.join(" "));
  await page.context().close();
  const whole = await opened("/states/ARG");
  assert.match(await whole.locator("main").textContent(), /Turn of 2024-03-15/);
  await whole.context().close();
});

// Lines of CSV as objects; no cell of these tables has a line end in it.
function rowsOf(csv) {
  const cells = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2]).replaceAll('""', '"'));
  const [names, ...lines] = csv.trim().split("\n").map(cells);
  return lines.map((line) => Object.fromEntries(names.map((name, i) => [name, line[i]])));
}

const run = (line) => line.split(" && ").map((one) => rowsOf(execFileSync("/bin/sh", ["-c", one.replace(/^volteface/, `"$PROGRAM"`)], { env: { ...process.env, PROGRAM: program }, stdio: ["ignore", "pipe", "ignore"] }).toString()));

const near = (shown, given, what) => {
  if (shown === "" || given === "") assert.equal(shown, given, what);
  else assert.ok(Math.abs(Number(shown) - Number(given)) < 6e-4, `${what}: ${shown} on the page, ${given} by the command`);
};

// For each row of the chart the row that the command gives for it, and which columns are the same.
const commands = [
  { address: "/states/ARG?since=2012&until=2016", title: "Ideal points of Argentina", key: (r) => r.year, of: (r) => r.period, same: { mean: "mean", lo: "q05", hi: "q95", sd: "sd", n: "n" }, only: true },
  { address: "/states/ARG?since=2012&until=2016", title: "Agreement of Argentina with others", key: (r) => r.state + r.period, of: (r) => r.b + r.period, same: { n: "n", agreement: "agreement", agreement_lo: "agreement_lo" }, only: true },
  { address: "/states/ARG?since=2012&until=2016", title: "Surprise of Argentina beside its peers", key: (r) => r.period, of: (r) => r.period, same: { n: "n", bits: "bits", peers: "peers", lo: "difference_lo" } },
  { address: "/states/ARG?now=2024&then=2020", title: "Neighbours of Argentina, 2020 and 2024", key: (r) => r.state, of: (r) => r.b, same: { then: "agreement", then_lo: "agreement_lo", then_n: "n" }, part: 0 },
  { address: "/states/ARG?now=2024&then=2020", title: "Neighbours of Argentina, 2020 and 2024", key: (r) => r.state, of: (r) => r.b, same: { now: "agreement", now_hi: "agreement_hi", now_n: "n" }, part: 1 },
  { address: "/pairs/ARG/USA?since=2012&until=2016&subject=nuclear|palestin", title: "Agreement of Argentina with United States", key: (r) => r.period, of: (r) => r.period, same: { n: "n", agreement: "agreement" }, only: true },
  { address: "/pairs/ARG/USA?since=2012&until=2016&by=session", title: "Agreement of Argentina with United States", key: (r) => r.period, of: (r) => r.period, same: { n: "n", agreement: "agreement" }, only: true },
  { address: "/votes/A/RES/ES-11/7", title: "A/RES/ES-11/7 on the map", key: (r) => r.state, of: (r) => r.state, same: { p_yes: "p_yes", p_abstain: "p_abstain", p_no: "p_no", bits: "bits" }, only: true },
  { address: "/turns/ARG/2024-03-15", title: "Towards whom Argentina turned", key: (r) => r.state, of: (r) => r.toward, same: { before: "before", after: "after", n_before: "n_before", lo: "lo", beyond_hi: "beyond_hi" }, only: true },
  { address: "/turns/ARG/2024-03-15", title: /^Accounts of /, key: (r) => r.kind + r.reference + r.subject, of: (r) => r.account + r.reference + r.subject, same: { weight: "weight", first: "first", behind: "behind", behind_lo: "behind_lo" } },
];

test("the command beside a chart gives its numbers", async () => {
  for (const { address, title, key, of, same, part = 0, only } of commands) {
    const page = await opened(address);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const figure = page.locator("figure").filter({ has: page.locator("h3", { hasText: title }) }).first();
    const [download] = await Promise.all([page.waitForEvent("download"), figure.getByRole("button", { name: /^CSV/ }).click()]);
    const shown = rowsOf(readFileSync(await download.path(), "utf8"));
    await figure.getByRole("button", { name: /^Command/ }).click();
    await figure.locator(".done", { hasText: "Command copied" }).waitFor();
    const line = await page.evaluate(() => navigator.clipboard.readText());
    const given = run(line)[part];
    assert.ok(shown.length > 0, address);
    if (only) assert.deepEqual([...new Set(given.map(of))].sort(), [...new Set(shown.map(key))].sort(), line);
    for (const row of shown) {
      const its = given.find((r) => of(r) === key(row));
      assert.ok(its, `${line}: nothing for ${key(row)}`);
      for (const [column, name] of Object.entries(same)) near(row[column], its[name], `${line}: ${key(row)}, ${column}`);
    }
    await page.context().close();
  }
});

test("a number that rests on few votes says so, others name their votes", async () => {
  const text = async (address) => {
    const page = await opened(address);
    const words = (await page.locator("main").textContent()).replace(/\s+/g, " ");
    await page.context().close();
    return words;
  };
  const data = await (await fetch(base + "/states/MDG.json")).json();
  const last = data.rows.at(-1);
  assert.ok(last.n < 20 && last.too_few && data.latest.point.value === null);
  assert.match(await text("/states/MDG"), new RegExp(`In ${last.year} it cast ${last.n} votes: too few votes to place it`));
  const state = await text("/states/ARG");
  assert.match(state, /It agreed most with Israel in 2025 \(\.\d\d \[\.\d\d to \.\d\d\], n \d+; \.\d\d \[\.\d\d to \.\d\d\] in 2022, n \d+\)/);
  assert.match(state, /a difference of [+−]\d\.\d\d \[[+−]\d\.\d\d, [+−]\d\.\d\d\] \(n \d+\)/);
  assert.match(state, /United States \.\d\d \[\.\d\d to \.\d\d\] in 2025 \(n 155\)/);
  const turn = await text("/turns/ARG/2024-03-15");
  assert.match(turn, /on 0 of 1: too few texts for a share \(8 at least\)/);
  assert.doesNotMatch(turn, /came later (1\.00|\.00)/);
  assert.match(await text("/turns?state=ARG"), /votes before, behind/);
  assert.match(await text("/"), /\(probability (\.\d\d|below \.001|\.\d{3})\)/);
});

test("the keyboard is enough", async () => {
  const page = await opened("/");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "To the content");
  await page.keyboard.press("/");
  // The answers come slowly: what is chosen in the list for "argen" stays so when the one for "argentina" is here.
  await page.route(/\/search\?q=argentina/, async (route) => {
    await new Promise((later) => setTimeout(later, 400));
    await route.continue();
  });
  await page.keyboard.type("argen");
  await page.locator("#found [role=option]", { hasText: "Argentina" }).first().waitFor();
  const first = await page.locator("#found [role=option]").first().elementHandle();
  await page.keyboard.type("tina");
  await page.keyboard.press("ArrowDown");
  await first.waitForElementState("hidden");
  assert.equal(await page.locator('#found [aria-selected="true"]').count(), 1);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/states\/ARG/);
  await shown(page);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  await page.context().close();
});

test("words of a report stay words", async () => {
  const page = await opened("/reports/hostile");
  assert.notEqual(await page.title(), "taken");
  assert.equal(await page.locator("main script, main img, main b").count(), 0);
  assert.match(await page.locator("article").textContent(), /<script>document\.title="taken"<\/script>/);
  const brief = await opened("/briefs/ARG");
  assert.equal(await brief.locator("main script, main img").count(), 0);
  await page.context().close();
  await brief.context().close();
});

test("marks in a report lead to what was read, and back", async () => {
  const page = await opened("/reports/weekend-essay");
  const mark = page.locator("article a.mark").first();
  const target = await mark.getAttribute("href");
  await mark.click();
  assert.equal(await page.locator(target).count(), 1);
  const data = await (await fetch(base + "/api/v1/reports/weekend-essay")).json();
  for (const record of data.records) assert.ok((await page.locator(`[id="mark-${record.id}"]`).count()) === 1, record.id);
  await page.context().close();
});

test("a brief leads to its evidence", async () => {
  const page = await opened("/briefs/ARG?on=UKR");
  assert.equal(await page.locator("footer").count(), 1);
  const marks = await page.locator(".brief a.cite").all();
  assert.ok(marks.length > 3);
  for (const mark of marks) assert.match(await mark.getAttribute("href"), /^\/reports\/[^#?]+(\?at=\d+)?$/);
  assert.equal(await page.locator(".brief").evaluate((brief) => [...brief.querySelectorAll("li, p, td, blockquote")].filter((b) => [...b.childNodes].some((n) => n.nodeType === 3 && /\[\d\]/.test(n.textContent))).length), 0);
  const quote = page.locator(".brief blockquote", { has: page.locator("a.cite") }).first();
  const words = (await quote.textContent()).match(/“(.*)”/)[1];
  const symbols = page.locator('.brief a[href^="/votes/"]');
  assert.ok((await symbols.count()) > 10);
  assert.equal(await symbols.first().textContent().then((t) => /\//.test(t)), true);
  // Days, symbols and tallies stand on one line each.
  const broken = await page.evaluate(() => [...document.querySelectorAll(".brief td:not(.below)")].filter((td) => /^[\d-]+$|\//.test(td.textContent) && td.getBoundingClientRect().height > 2 * parseFloat(getComputedStyle(td).lineHeight) && !td.parentNode.querySelector(".below")).map((td) => td.textContent));
  assert.deepEqual(broken, []);
  const wrapped = await page.evaluate(() => [...document.querySelectorAll(".brief td:not(.below)")].filter((td) => getComputedStyle(td).whiteSpace !== "nowrap").map((td) => td.textContent));
  assert.deepEqual(wrapped, []);
  await quote.locator("a.cite").click();
  await page.waitForURL(/\/reports\/.*\?at=/);
  await shown(page);
  assert.ok((await page.locator("article").textContent()).replace(/\s+/g, " ").includes(words));
  await page.goBack();
  await shown(page);
  const name = await symbols.first().textContent();
  await symbols.first().click();
  await page.waitForURL(/\/votes\//);
  await shown(page);
  assert.equal(await page.locator("h1").textContent(), name);
  await page.context().close();
});

test("what is not there is said", async () => {
  for (const [address, words] of [["/states/XYZ", /No state 'XYZ'/], ["/votes/A/RES/0", /No vote/], ["/turns/ARG/1900-01-01", /No turn of Argentina/]]) {
    const page = await opened(address);
    assert.match(await page.locator("main").textContent(), words);
    await page.context().close();
  }
  faults.length = 0; // the browser itself tells of the refusals
});

test("small things say what they are", async () => {
  const opening = async (address, look) => {
    const page = await opened(address);
    await look(page, (await page.locator("main").textContent()).replace(/\s+/g, " "));
    await page.context().close();
  };
  await opening("/pairs/ARG/USA?by=decade", async (page) => assert.match(await page.title(), /^Not understood/));
  await opening("/states/XYZ", async (page) => assert.match(await page.title(), /^Not found/));
  faults.length = 0; // the browser itself tells of the refusals
  await opening("/states/ARG?bogus=1&since=2010", async (page, text) => assert.match(text, /Passed over in the address, since it is not known here: bogus\. This page takes since, until, with/));
  await opening("/states/ARG?since=2010", async (page, text) => assert.doesNotMatch(text, /Passed over/));
  await opening("/pairs/ARG/USA?since=2025", async (page, text) => {
    assert.equal(await page.getByRole("button", { name: "Add" }).count(), 0);
    assert.equal(await page.locator("figure figcaption p").textContent().then((t) => t.match(/in 2025/g).length), 1);
    await page.getByLabel("In place of United States: a state").fill("Brazil");
    await page.getByRole("button", { name: "Replace" }).click();
    await page.waitForURL(/\/pairs\/ARG\/BRA\?since=2025/);
  });
  await opening("/votes/A/RES/79/90", async (page, text) => {
    assert.doesNotMatch(text, /HUMAN RIGHTS/);
    assert.match(text, /Territories Occupied by Israel – Human Rights/);
  });
  await opening("/votes/A/RES/ES-11/7", async (page) => {
    await page.locator("figure svg.world").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^SVG: .* on the map/ }).click()]);
    const svg = readFileSync(await download.path(), "utf8");
    for (const word of ["yes", "abstain", "no", "absent, or no member"]) assert.ok(svg.includes(`>${word}</text>`), word);
  });
  assert.match(execFileSync(program, ["serve", "--help"]).toString(), /8080/);
});

test("every record over a word has a link, and the place asked for is marked", async () => {
  const data = await (await fetch(base + "/api/v1/reports/weekend-essay")).json();
  const page = await opened("/reports/weekend-essay");
  const targets = await page.locator("article a").evaluateAll((links) => links.map((a) => a.getAttribute("href")));
  for (const record of data.records) assert.ok(targets.includes(`#${record.id}`), `${record.id} is linked`);
  await page.context().close();
  const record = data.records.at(-1);
  const there = await opened(`/reports/weekend-essay?at=${record.begin}`);
  await there.locator(".mark.here").first().waitFor();
  assert.ok((await there.locator(".mark.here").first().getAttribute("data-record")).split(" ").includes(record.id));
  await there.context().close();
});

test("the colours that were chosen stay chosen", async () => {
  const page = await opened("/");
  await page.locator("#theme").click();
  await page.locator("#theme").click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await page.reload();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await page.context().close();
});

test("answers are as OpenAPI describes them", async () => {
  const description = await (await fetch(base + "/api/v1/openapi")).json();
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  ajv.addSchema(description, "api");
  for (const address of ["/home", "/states", "/states/ARG", "/states/ARG/press", "/pairs/ARG/USA", "/votes/A/RES/ES-11/7", "/turns", "/turns/ARG/2024-03-15", "/reports/weekend-essay", "/briefs/ARG?on=UKR", "/search?q=usa"]) {
    const path = address.split("?")[0];
    const template = Object.keys(description.paths).find((p) => new RegExp("^" + p.replace("{vote}", ".+").replace(/\{[a-z]+\}/g, "[^/]+") + "$").test(path) && (p.split("/").length === path.split("/").length || p.includes("{vote}")));
    const name = description.paths[template].get.responses[200].content["application/json"].schema.$ref;
    const valid = ajv.getSchema("api" + name);
    assert.ok(valid(await (await fetch(base + "/api/v1" + address)).json()), `${address}: ${JSON.stringify(valid.errors?.slice(0, 3))}`);
  }
});
