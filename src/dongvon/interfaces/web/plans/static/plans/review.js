// Walks from doubt to doubt, over the pages: n and p, or the two links in the bar; without scripts these lead to the first.

const open = () => [...document.querySelectorAll("[data-open-doubt]")];

function step(way) {
  const doubts = open();
  const line = window.innerHeight / 3;
  const tops = doubts.map((doubt) => doubt.getBoundingClientRect().top - line);
  const at = way === "next" ? tops.findIndex((top) => top > 4) : tops.findLastIndex((top) => top < -4);
  const beyond = document.querySelector(`[data-doubt=${way}]`)?.dataset.beyond;
  if (at < 0 && beyond) window.location.assign(beyond);
  else if (doubts.length) show(doubts.at(at < 0 && way === "next" ? 0 : at));
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
