import { adviceText } from "../../dashboards/advice-text";
import { drawDashboard, drawPanel } from "./rendered";
import { aPanel, everyVisualisation } from "./every-visualisation";

const LINK = { title: "State of ShopErrors", url: "/state", targetBlank: true };

it("is a list, each with links to its alert", () => {
  expect(
    adviceText(
      [{ text: "Count more.", alert: "ShopErrors" }, { text: "Sleep." }],
      (alert) =>
        alert === "ShopErrors" ? [LINK, { ...LINK, url: "/page" }] : [],
    ),
  ).toBe(
    "- Count more. ([State of ShopErrors](/state), [State of ShopErrors](/page))\n- Sleep.",
  );
});

it("shows characters of Markdown as they are", () => {
  expect(adviceText([{ text: "a_b *c* [d] <e>" }], () => [])).toBe(
    String.raw`- a\_b \*c\* \[d\] \<e\>`,
  );
});

it("is rendered with links to the state and the runbook of the alert", () => {
  const { type, options } = drawPanel({
    ...aPanel,
    visualisation: {
      kind: "text",
      advice: [{ text: "Count more.", alert: "ShopErrors" }],
    },
    queries: [],
  });
  expect(type).toBe("text");
  expect(options["mode"]).toBe("markdown");
  expect(options["content"]).toMatch(
    /^- Count more\. \(\[State of ShopErrors\]\(\/alerting\/list\?search=\S+\), \[Runbook of ShopErrors\]\(https:\/\/\S+\)\)$/,
  );
});

it("stands on a page whose reader can type something", () => {
  const page: unknown = drawDashboard(everyVisualisation);
  expect(page).toMatchObject({
    templating: {
      list: [
        { name: "status", type: "query" },
        { name: "trace_id", label: "Trace", type: "textbox", query: "" },
      ],
    },
  });
});
