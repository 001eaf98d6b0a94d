// Makes what the pages load out of the npm packages: one style sheet of the chosen parts of Tabler, one icon sprite.
// Runs after `npm ci`; the results lie beside the packages and are served by shell/finder.py.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(process.cwd(), "node_modules");
const made = join(packages, ".dongvon");

function style() {
  const options = { style: "compressed", loadPaths: [packages], quietDeps: true, silenceDeprecations: ["import"] };
  return compile(join(here, "tabler.scss"), options).css;
}

function symbol(name) {
  const drawing = readFileSync(join(packages, "@tabler/icons/icons/outline", `${name}.svg`), "utf8");
  const paths = drawing.match(/<path d=[^>]*>/g).join("");
  return `<symbol id="${name}" viewBox="0 0 24 24">${paths}</symbol>`;
}

function sprite() {
  const names = readFileSync(join(here, "icons.txt"), "utf8").split("\n").filter(Boolean);
  return `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join("")}</svg>`;
}

mkdirSync(made, { recursive: true });
writeFileSync(join(made, "tabler.css"), style());
writeFileSync(join(made, "icons.svg"), sprite());
