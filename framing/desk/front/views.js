// How a view is drawn: dots with intervals, a grid of counts, a list. Every mark is a button.

const SVG = "http://www.w3.org/2000/svg";
const WIDE = { line: 46, value: 16, middle: 31 }; // pixels an outlet takes: words above its interval
const NARROW = { line: 64, value: 32, middle: 48 }; // the same where there is a line for each
const ENOUGH = 560; // pixels from which a name and its number stand in one line
const SIDE = 14; // pixels on either side of the axis, so that no dot is cut
const PRESSED = ["Enter", " "];

function drawn(tag, attributes, ...inside) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

function dots(answer, open) {
  const figure = made("div", { class: "figure" });
  const draw = () => {
    const width = Math.max(figure.clientWidth || 640, 260);
    const active = document.activeElement?.dataset?.key;
    const opened = figure.querySelector(".open")?.dataset.key;
    figure.replaceChildren(chart(answer, open, width, figure.matches("[dir=rtl] *")));
    for (const name of figure.querySelectorAll(".label")) shorten(name, width - 2 * SIDE);
    for (const mark of figure.querySelectorAll("[data-key]")) {
      if (mark.dataset.key === active) mark.focus();
      if (mark.dataset.key === opened) mark.classList.add("open");
    }
  };
  let width = 0;
  figure.fit = () => {
    draw();
    new ResizeObserver(() => {
      if (figure.clientWidth !== width && figure.clientWidth) {
        width = figure.clientWidth;
        draw();
      }
    }).observe(figure);
  };
  figure.picture = () => picture(figure.querySelector("svg"));
  return figure;
}

function chart(answer, open, width, isRtl) {
  const long = width - 2 * SIDE;
  const isBeside = width >= ENOUGH; // the number beside the name, at the end of its line
  const { line, value, middle: deep } = isBeside ? WIDE : NARROW;
  const height = answer.marks.length * line;
  const x = (at) => SIDE + (isRtl ? 1 - at : at) * long;
  const begin = x(0);
  const end = x(1);
  const text = (at, y, name, anchor, said, direction = isRtl ? "rtl" : "ltr") =>
    drawn("text", { x: at, y, class: name, "text-anchor": anchor, direction }, said);
  const ticks = answer.ticks.flatMap((tick) => [
    drawn("line", { class: "grid", x1: x(tick.at), x2: x(tick.at), y1: 4, y2: height + 4 }),
    drawn("text", { x: x(tick.at), y: height + 20, class: "tick", "text-anchor": "middle" }, tick.label),
  ]);
  const marks = answer.marks.map((mark, place) => {
    const top = place * line + 4;
    const middle = top + deep;
    const anchor = ((mark.direction === "rtl") === isRtl) === isBeside ? "end" : "start";
    const press = (event) => {
      if (event.type === "keydown" && !PRESSED.includes(event.key)) return;
      event.preventDefault();
      open(mark.key, group);
    };
    const inside = [
      drawn("rect", { class: "line", x: 2, y: top, width: width - 4, height: line - 4, rx: 4 }),
      text(begin, top + 16, "label", "start", mark.label),
      text(isBeside ? end : begin, top + value, "value", anchor, mark.text, mark.direction),
    ];
    if (mark.low_at !== null)
      inside.push(drawn("line", { class: "interval", x1: x(mark.low_at), x2: x(mark.high_at), y1: middle, y2: middle }));
    if (mark.is_cut) {
      const back = isRtl ? 7 : -7;
      const points = `${end + back},${middle - 4} ${end},${middle} ${end + back},${middle + 4}`;
      inside.push(drawn("polyline", { class: "cut", points }));
    }
    if (mark.estimate_at !== null)
      inside.push(drawn("circle", { class: mark.count ? "dot" : "dot none", cx: x(mark.estimate_at), cy: middle, r: 5 }));
    const named = { role: "button", tabindex: "0", "aria-label": mark.said, "data-key": mark.key, class: "mark" };
    const group = drawn("g", named, ...inside);
    group.addEventListener("click", press);
    group.addEventListener("keydown", press);
    return group;
  });
  const axis = text(isRtl ? width - SIDE : SIDE, height + 38, "axis", "start", answer.axis);
  const view = { viewBox: `0 0 ${width} ${height + 46}`, width, height: height + 46 };
  return drawn("svg", { ...view, role: "group", "aria-label": answer.title }, ...ticks, ...marks, axis);
}

// A name that is longer than its place, cut; its mark says it in full.
function shorten(name, room) {
  const next = name.nextElementSibling;
  const taken = name.getAttribute("y") === next.getAttribute("y") ? next.getComputedTextLength() + SIDE : 0;
  while (name.getComputedTextLength() > room - taken && name.textContent.length > 2)
    name.textContent = `${name.textContent.slice(0, -2)}…`;
}

// The figure as a file of its own: what styles it here is written into it.
function picture(svg) {
  const copy = svg.cloneNode(true);
  const names = ["fill", "stroke", "stroke-width", "font-family", "font-size", "font-weight"];
  const there = svg.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, place) => {
    const look = getComputedStyle(there[place]);
    for (const name of names) element.setAttribute(name, look.getPropertyValue(name));
    for (const name of ["tabindex", "role", "class", "data-key"]) element.removeAttribute(name);
  });
  const ground = getComputedStyle(svg.closest(".framing-desk")).backgroundColor;
  copy.prepend(drawn("rect", { width: "100%", height: "100%", fill: ground }));
  copy.setAttribute("xmlns", SVG);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

function opener(mark, open, ...inside) {
  const press = () => open(mark.key, button);
  const named = { type: "button", "aria-label": mark.said, "data-key": mark.key, class: "mark", onclick: press };
  const button = made("button", named, ...inside);
  return button;
}

function grid(answer, open) {
  const head = made(
    "tr",
    {},
    made("th", { scope: "col" }, answer.corner),
    ...answer.columns.map((one) => made("th", { scope: "col" }, made("bdi", {}, one.label))),
    made("th", { scope: "col" }, answer.total),
  );
  const rows = answer.rows.map((row) => {
    const cells = row.marks.map((mark) => {
      if (!mark.count) return made("td", {}, "·");
      const button = opener(mark, open, String(mark.count));
      button.style.setProperty("--share", mark.share);
      return made("td", {}, button);
    });
    const name = made("th", { scope: "row" }, made("bdi", {}, row.label));
    return made("tr", {}, name, ...cells, made("td", {}, String(row.total)));
  });
  const table = made("table", { class: "grid" }, made("thead", {}, head), made("tbody", {}, ...rows));
  return made("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": answer.title }, table);
}

function list(answer, open, say) {
  const items = answer.marks.map((mark) => {
    const words = made("bdi", { lang: "ar" }, mark.label);
    const told = made("small", {}, `${mark.kind}; ${say.pairs}: ${mark.count}`);
    return made("li", {}, opener(mark, open, words, " ", told));
  });
  return made("ul", { class: "swaps" }, ...items);
}

const DRAWN = { chart: dots, grid, list };
