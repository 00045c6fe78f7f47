// Renders items with citeproc-js (npm install citeproc), for csl_compare.py: one JSON line in, one JSON line out.
"use strict";
const CSL = require(process.env.CITEPROC_JS || "citeproc");
const readline = require("readline");
let items = {}, locales = {}, citations = [];

function render(xml) {
  const sys = { retrieveLocale: (code) => locales[code] || false, retrieveItem: (id) => items[id] };
  const engine = new CSL.Engine(sys, xml);
  engine.updateItems(Object.keys(items));
  const before = [];
  const texts = {};
  for (const [n, cites] of citations.entries()) {
    const citation = { citationID: `c${n}`, citationItems: cites, properties: { noteIndex: n + 1 } };
    for (const [at, text] of engine.processCitationCluster(citation, before.slice(), [])[1]) texts[at] = text;
    before.push([`c${n}`, n + 1]);
  }
  const bibliography = engine.makeBibliography();
  return { citations: citations.map((_, n) => texts[n] || ""), ids: bibliography ? bibliography[0].entry_ids.map((i) => i[0]) : [],
           entries: bibliography ? bibliography[1] : [] };
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const message = JSON.parse(line);
  if (message.items) {
    ({ items, locales, citations } = message);
    return;
  }
  let answer;
  try { answer = render(message.style); } catch (error) { answer = { error: String(error) }; }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
