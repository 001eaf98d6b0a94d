// What the pages do beyond links and forms: windows, menus, keys, and htmx's manners. Everything works without it.

const HOME = "/";
let pending = "";

const one = (selector, root = document) => root.querySelector(selector);
const typing = (element) => element.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;

function openWindow(id) {
  const dialog = document.getElementById(id);
  if (!dialog || dialog.open) return;
  dialog.showModal();
  one("[autofocus], input:not([type=hidden]), textarea, select", dialog)?.focus();
}

function onClick(event) {
  const opener = event.target.closest("[data-opens]");
  const closer = event.target.closest("[data-closes]");
  if (opener) { event.preventDefault(); openWindow(opener.dataset.opens); }
  if (closer?.closest("dialog[open]")) { event.preventDefault(); closer.closest("dialog").close(); }
  if (event.target.closest("[aria-disabled=true]")) event.preventDefault();
  if (event.target.closest("[data-fold]")) fold();
  if (event.target.closest("[data-does=print]")) window.print();
  if (event.target.matches("dialog[open]")) event.target.close();
  if (location.hash === "#side" && !event.target.closest("#side, .bar-menu")) location.hash = "#main";
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
}

function fold() {
  const side = document.body.dataset.side === "folded" ? "open" : "folded";
  document.body.dataset.side = side;
  document.cookie = `side=${side};path=/;max-age=31536000;samesite=lax`;
}

function closeOpen() {
  const menu = one("details.menu[open]");
  if (menu) { menu.open = false; one("summary", menu).focus(); }
  if (location.hash === "#side") location.hash = "#main";
}

function moveRow(event) {
  const row = event.target.closest?.("tbody tr");
  const table = event.target.closest?.(".table-frame");
  if (!table) return false;
  const rows = [...table.querySelectorAll("tbody tr")].filter((line) => one("a, button", line));
  const next = rows[rows.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return false;
  const column = row ? event.target.closest("td, th")?.cellIndex ?? 0 : 0;
  (one("a, button", next.cells[column] ?? next) ?? one("a, button", next)).focus();
  return true;
}

function moveCell(event) {
  const cell = event.target.closest?.("[data-arrows] :is(td, th)");
  const step = event.key === "ArrowRight" ? "nextElementSibling" : "previousElementSibling";
  for (let next = cell?.[step]; next; next = next[step]) {
    const link = one("a, button", next);
    if (link) { link.focus(); return true; }
  }
  return false;
}

// Lines one decides on: down and up through them, and out of one that asks why it is left out.
const lineOf = (element) => element.closest?.("[data-line]");
const enterLine = (line) => (one("input:not([type=hidden], .why *), select", line) ?? one("a", line))?.focus();

function moveLine(event, step) {
  const lines = [...document.querySelectorAll("main [data-line]")];
  const next = lines[lines.indexOf(lineOf(event.target)) + step];
  if (next) enterLine(next);
  return Boolean(next);
}

function leaveOut(event) {
  const line = lineOf(event.target);
  const instead = line && one("select", line);
  if (!instead) return false;
  const tick = one("[type=checkbox]:checked", line);
  if (tick) tick.click();
  instead.focus();
  return true;
}

const KEYS = {
  "j": (event) => moveLine(event, 1),
  "k": (event) => moveLine(event, -1),
  "x": leaveOut,
  "/": () => { const field = one("main [data-search]"); field?.focus(); field?.select(); return Boolean(field); },
  "?": () => { openWindow("keys"); return true; },
  "Escape": (event) => { closeOpen(); if (typing(event.target) && lineOf(event.target)) enterLine(lineOf(event.target)); return false; },
  "ArrowDown": (event) => (lineOf(event.target) ? moveLine(event, 1) : moveRow(event)),
  "ArrowUp": (event) => (lineOf(event.target) ? moveLine(event, -1) : moveRow(event)),
  "ArrowRight": moveCell,
  "ArrowLeft": moveCell,
  "g h": () => { location.assign(HOME); return true; },
};

function onKey(event) {
  if (event.key === "Enter" && event.target.matches("[data-line] input:not([type=checkbox])") && moveLine(event, 1)) event.preventDefault();
  if (event.ctrlKey || event.metaKey || event.altKey || (typing(event.target) && event.key !== "Escape")) return;
  const pair = `${pending} ${event.key}`;
  pending = event.key === "g" ? "g" : "";
  const run = KEYS[pair] ?? KEYS[event.key];
  if (run?.(event)) event.preventDefault();
  const pressed = one(`main [data-key="${CSS.escape(event.key)}"]`);
  if (!run && pressed) { event.preventDefault(); pressed.click(); }
}

function csrf(event) {
  const token = one("input[name=csrfmiddlewaretoken]")?.value;
  if (event.detail.verb !== "get" && token) event.detail.headers["X-CSRFToken"] = token;
}

// Refusals come back as 422 with the form in them: they are to be shown, not swallowed.
function showRefusal(event) {
  if (event.detail.xhr.status === 422) { event.detail.shouldSwap = true; event.detail.isError = false; }
}

function pressedOnce(event) {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("hx-post")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 5000); // a download leaves the page standing
}

// One box ticks all boxes of a name in its form, but those that want to be ticked one by one.
function pickAll(event) {
  const { picksAll: name } = event.target.dataset ?? {};
  if (name) for (const box of event.target.form.elements) if (box.name === name && !("apart" in box.dataset)) box.checked = event.target.checked;
}

// How many boxes of a name are ticked in a form, and what they come to.
function tally(form) {
  for (const place of form?.querySelectorAll("[data-counts], [data-sums]") ?? []) {
    const name = place.dataset.counts ?? place.dataset.sums;
    const ticked = [...form.elements].filter((box) => box.name === name && box.checked);
    const sum = ticked.reduce((all, box) => all + Number(box.dataset.amount), 0);
    place.textContent = (place.dataset.counts ? ticked.length : sum).toLocaleString("vi-VN");
  }
}

// The browser kept what was ticked; what was sent may be sent anew.
function cameBack() {
  for (const form of document.forms) { delete form.dataset.sent; tally(form); }
}

// The browser takes the files by itself; here only how the place looks.
function draggedOver(event) {
  event.target.closest?.("[data-drop]")?.classList.toggle("over", event.type === "dragover");
}

// A chosen file is told by its name, in our language whatever the browser's.
function tellChosen(event) {
  const names = [...(event.target.files ?? [])].map((file) => file.name);
  if (names.length) document.getElementById(`${event.target.id}-chosen`).textContent = names.join(", ");
}

function start() {
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("submit", pressedOnce);
  document.addEventListener("change", pickAll);
  document.addEventListener("change", tellChosen);
  document.addEventListener("change", (event) => tally(event.target.form));
  document.addEventListener("htmx:configRequest", csrf);
  document.addEventListener("htmx:beforeSwap", showRefusal);
  for (const name of ["dragover", "dragleave", "drop"]) document.addEventListener(name, draggedOver);
  window.addEventListener("pageshow", cameBack);
  for (const hidden of document.querySelectorAll("[data-fold][hidden], [data-scripted][hidden]")) hidden.hidden = false;
  if (location.hash === "#in") window.addEventListener("load", () => window.print());  // a page opened to be printed
  one("[data-errors]:not(.example *)")?.focus();  // the gallery's examples are no faults
}

start();
