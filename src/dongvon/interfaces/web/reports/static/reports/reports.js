// The editor beyond forms: says when it saves, takes blocks pasted from a spreadsheet, sends a chosen file at once.

const note = (form) => form?.querySelector("[data-saved]");

function say(form, state) {
  const line = note(form);
  if (!line) return;
  line.dataset.state = state;
  if (line.dataset[state]) line.textContent = line.dataset[state];
}

const writes = (element) => element?.closest?.("form[data-autosave]");

function editing(event) {
  const form = writes(event.target);
  if (form) { form.dataset.dirty = "yes"; say(form, "editing"); }
}

function saved(event) {
  const form = writes(event.detail.elt);
  if (!form) return;
  if (event.detail.successful) { delete form.dataset.dirty; delete note(form).dataset.state; }
}

function offline(event) {
  const form = writes(event.detail.elt);
  if (form) say(form, "offline");
}

function retry() {
  for (const form of document.querySelectorAll("form[data-autosave][data-dirty]")) form.requestSubmit();
}

// A block from a spreadsheet has tabs or several lines: it goes to the server, which reads it as it reads a workbook.
function pasted(event) {
  const field = event.target.closest?.("form[data-paste] input[data-row]");
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!field || !/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  const form = document.querySelector(`form[action="${field.form.dataset.paste}"]`);
  form.elements.text.value = text;
  form.elements.start.value = field.dataset.row;
  form.requestSubmit();
}

function chosen(event) {
  const form = event.target.closest?.("form[data-upload]");
  if (form && event.target.type === "file" && event.target.files.length) form.requestSubmit();
}

function leaving(event) {
  if (document.querySelector("form[data-autosave][data-dirty]")) event.preventDefault();
}

// The list of clauses scrolls by itself; the page stays where it is.
function showCurrent() {
  const list = document.querySelector(".clause-list");
  const current = list?.querySelector("[aria-current]");
  if (current) list.scrollTop = Math.max(0, current.offsetTop - list.clientHeight / 2);
}

showCurrent();
document.addEventListener("htmx:oobAfterSwap", showCurrent);
document.addEventListener("input", editing);
document.addEventListener("paste", pasted);
document.addEventListener("change", chosen);
document.addEventListener("htmx:beforeRequest", (event) => say(writes(event.detail.elt), "saving"));
document.addEventListener("htmx:afterRequest", saved);
document.addEventListener("htmx:sendError", offline);
window.addEventListener("online", retry);
window.addEventListener("beforeunload", leaving);
