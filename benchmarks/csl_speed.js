// Writes the bibliography of all items with citeproc-js (npm install citeproc), for csl_speed.py.
"use strict";
const fs = require("fs");
const CSL = require(process.env.CITEPROC_JS || "citeproc");
CSL.debug = () => {};
const [style, items, locale] = process.argv.slice(2).map((path) => fs.readFileSync(path, "utf8"));
const byId = new Map(JSON.parse(items).map((item) => [item.id, item]));
const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => byId.get(id) }, style);
engine.updateItems([...byId.keys()]);
process.stdout.write(engine.makeBibliography()[1].join(""));
