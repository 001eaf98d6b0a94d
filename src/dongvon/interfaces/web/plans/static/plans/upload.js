// While a long file is being read: says so, and counts the seconds.

const form = document.querySelector("form[data-reading]");

form?.addEventListener("submit", () => {
  const told = form.querySelector("[data-told]");
  const began = Date.now();
  told.hidden = false;
  setInterval(() => { told.querySelector("[data-seconds]").textContent = Math.round((Date.now() - began) / 1000); }, 1000);
});
