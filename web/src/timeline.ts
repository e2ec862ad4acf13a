// Beside the drawing of three axes: who said it when, a row for each speaker. A click leads to the words.
import { dot, gridX, plot, ruleY } from "@observablehq/plot";

interface Row {
  date: string | null;
  published: string | null;
  event: string | null;
  origin: string;
  outlet: string | null;
  says: string;
  polarity: "affirm" | "deny" | "uncertain";
  quote: string;
  url: string;
}
interface Model {
  axis: "said" | "published" | "event";
  rows: Row[];
}

const figure = document.querySelector<HTMLElement>("[data-island=timeline]");
const POLARITIES = ["affirm", "uncertain", "deny"];
const kMostSpeakers = 24; // more rows than that are better read in the table

function dayOf(model: Model, row: Row): Date | null {
  const text = model.axis === "said" ? row.date : row[model.axis];
  const day = text ? new Date(text) : null;
  return day && !Number.isNaN(day.getTime()) ? day : null;
}

function draw(model: Model, width: number): Element | null {
  const rows = model.rows.flatMap((row) => {
    const day = dayOf(model, row);
    return day ? [{ ...row, day }] : [];
  });
  const speakers = new Set(rows.map((row) => row.origin));
  if (rows.length < 2 || speakers.size > kMostSpeakers) return null;
  const color = (row: Row) => `var(--${row.polarity})`;
  const chart = plot({
    width,
    height: 60 + 28 * speakers.size,
    marginLeft: Math.min(220, 20 + 7 * Math.max(...[...speakers].map((name) => name.length))),
    x: { type: "utc", label: null },
    y: { label: null },
    symbol: { domain: POLARITIES, range: ["circle", "diamond", "times"] },
    marks: [
      gridX({ strokeOpacity: 0.25 }),
      ruleY(speakers, { strokeOpacity: 0.25 }),
      ...POLARITIES.map((polarity, i) => dot(rows.filter((row) => row.polarity === polarity), {
        dy: 6 * (i - 1), // one day's do not cover each other
        x: "day",
        y: "origin",
        symbol: "polarity",
        r: 6,
        fill: (row: Row) => (row.polarity === "deny" ? "none" : color(row)),
        stroke: color,
        strokeWidth: 2,
        href: "url",
        title: (row: Row) => `${row.origin} ${row.says} it (${row.outlet ?? "unknown outlet"}): ${row.quote}`,
        ariaLabel: (row: Row) => `${row.origin} ${row.says} it`,
      })),
    ],
  });
  // Plot brings a style element, which our policy refuses; its few rules stand in site.css.
  chart.querySelectorAll("style").forEach((style) => style.remove());
  chart.querySelectorAll("g[aria-label]").forEach((group) => group.setAttribute("role", "group")); // a label needs a role
  return chart;
}

async function begin(after: HTMLElement): Promise<void> {
  const address = new URL(location.href);
  address.pathname += ".json";
  const answer = await fetch(address);
  if (!answer.ok) return;
  const chart = draw((await answer.json()) as Model, Math.max(480, after.clientWidth - 16));
  if (!chart) return;
  const place = document.createElement("figure");
  place.className = "chart speakers";
  place.tabIndex = 0;
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", "Statements by speaker; the table below says the same");
  place.append(chart);
  after.after(place);
}

if (figure) void begin(figure);
