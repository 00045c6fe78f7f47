// Renders items with citeproc-js (npm install citeproc), for csl_compare.py: one JSON line in, one JSON line out.
"use strict";
const CSL = require(process.env.CITEPROC_JS || "citeproc");
const readline = require("readline");
const locales = {};
CSL.debug = () => {};

function render({ style, items, citations }) {
  const byId = Object.fromEntries(items.map((item) => [item.id, item]));
  // Entries that print nothing are left out of the bibliography, but not of its ids: let each entry say whose it is.
  const sys = { retrieveLocale: (code) => locales[code] || false, embedBibliographyEntry: (id) => `\u0001${id}\u0001`,
                retrieveItem: (id) => ({ ...JSON.parse(JSON.stringify(byId[id])), system_id: id }) };
  const engine = new CSL.Engine(sys, style);
  const wanted = citations.map((citationItems, n) => ({ citationID: `c${n}`, citationItems, properties: { noteIndex: n + 1 } }));
  const texts = engine.rebuildProcessorState(wanted, "html", []).map((each) => each[2]);
  const bibliography = engine.makeBibliography();
  const entries = (bibliography ? bibliography[1] : []).map((entry) => entry.match(/^([^]*)\u0001(.*)\u0001([^]*)$/));
  return { citations: texts, ids: entries.map((entry) => entry[2]), entries: entries.map((entry) => entry[1] + entry[3]),
           all: bibliography ? bibliography[0].entry_ids.map((each) => each[0]) : [] };
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const message = JSON.parse(line);
  if (message.locales) {
    Object.assign(locales, message.locales);
    return;
  }
  let answer;
  try { answer = render(message); } catch (error) { answer = { error: String(error).slice(0, 300) }; }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
