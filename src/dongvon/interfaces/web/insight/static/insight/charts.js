// Draws each [data-chart] from the values beside it. The table under a chart says the same, so nothing depends on this.

const style = getComputedStyle(document.documentElement);
const token = (name) => style.getPropertyValue(name).trim();
const COLOURS = ["--blue-700", "--state-gold", "--bad", "--back"].map(token);
const SIGNS = ["circle", "rect", "triangle", "diamond"];
const DASHES = ["solid", "dashed", "dotted", "solid"];
const PAPER = 660; // pixels across a sheet of A4
const words = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });
const shown = (value) => (value === null || value === undefined ? "–" : words.format(value));

function series(chart) {
  const lines = chart.kind === "lines";
  return chart.lines.map(({ name, values }, at) => ({
    name,
    data: values,
    type: lines ? "line" : "bar",
    stack: chart.kind === "stack" ? "all" : undefined,
    symbol: SIGNS[at],
    symbolSize: 7,
    lineStyle: { type: DASHES[at], width: 2 },
    barMaxWidth: 22,
    label: { show: chart.kind === "ranks", position: "right", color: token("--ink"), formatter: ({ value }) => shown(value) },
  }));
}

function axes(chart) {
  const names = { type: "category", data: chart.labels, axisTick: { show: false }, inverse: chart.kind === "ranks" };
  const values = { type: "value", scale: chart.kind === "lines", axisLabel: { formatter: shown }, name: chart.unit, nameLocation: "end" };
  return chart.kind === "ranks" ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values };
}

function options(chart) {
  return {
    animation: false,
    color: COLOURS,
    textStyle: { fontFamily: token("--letters"), color: token("--ink") },
    aria: { enabled: true, label: { enabled: false }, decal: { show: chart.kind === "stack" || chart.kind === "bars" } },
    legend: chart.lines.length > 1 ? { top: 0, icon: "roundRect", textStyle: { color: token("--ink") } } : undefined,
    grid: { top: 44, left: 8, right: chart.kind === "ranks" ? 64 : 12, bottom: 8, containLabel: true },
    tooltip: { trigger: "axis", axisPointer: { type: chart.kind === "lines" ? "line" : "shadow" }, valueFormatter: (value) => `${shown(value)} ${chart.unit}` },
    ...axes(chart),
    series: series(chart),
  };
}

for (const place of document.querySelectorAll("[data-chart]")) {
  const chart = JSON.parse(document.getElementById(place.dataset.chart).textContent);
  place.classList.add("drawn");
  const drawing = globalThis.echarts.init(place, null, { renderer: "svg" });
  drawing.setOption(options(chart));
  // The view box lets paper, which is laid out after the last drawing, fit it to its own width.
  const redraw = (size) => {
    drawing.resize(size);
    place.querySelector("svg").setAttribute("viewBox", `0 0 ${drawing.getWidth()} ${drawing.getHeight()}`);
  };
  const observer = new ResizeObserver(() => redraw());
  observer.observe(place);
  addEventListener("beforeprint", () => {
    observer.disconnect();
    const width = Math.round((PAPER * place.clientWidth) / document.querySelector("main").clientWidth);
    redraw({ width, height: chart.kind === "ranks" ? 560 : 240 });
  });
  addEventListener("afterprint", () => {
    redraw({ width: "auto", height: "auto" });
    observer.observe(place);
  });
}
