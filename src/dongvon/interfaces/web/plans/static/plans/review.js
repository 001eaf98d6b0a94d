// Walks from doubt to doubt: n and p, or the two links in the bar; without scripts the links lead to the first.

const open = () => [...document.querySelectorAll("[data-open-doubt]")];

function step(way) {
  const doubts = open();
  if (!doubts.length) return;
  const line = window.innerHeight / 3;
  const tops = doubts.map((doubt) => doubt.getBoundingClientRect().top - line);
  const ahead = tops.findIndex((top) => top > 4);
  const behind = tops.findLastIndex((top) => top < -4);
  const at = way === "next" ? (ahead < 0 ? 0 : ahead) : behind < 0 ? doubts.length - 1 : behind;
  show(doubts[at]);
}

function show(doubt) {
  const top = doubt.getBoundingClientRect().top + window.scrollY - window.innerHeight / 3;
  window.scrollTo({ top });
  doubt.focus({ preventScroll: true });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === "n") step("next");
  if (event.key === "p") step("previous");
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-doubt]");
  if (!link) return;
  event.preventDefault();
  step(link.dataset.doubt);
});
