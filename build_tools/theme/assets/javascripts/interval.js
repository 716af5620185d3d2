/* The picture of a share: its interval on a line from 0 to 100, with the lights where there are lines between them. */

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 400;
const HEIGHT = 96;
const FIRST = 26;
const LAST = WIDTH - 26;
const LINE = 44; // how far down the interval stands
const AXIS = 66;
const LETTER = 8.5; // about as wide as a letter of the smallest text

const across = (percentage) => FIRST + (Number(percentage) / 100) * (LAST - FIRST);

function shape(name, className, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  if (className) made.setAttribute("class", className);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

const line = (d, ...modifiers) => shape("path", ["pg-pic-line", ...modifiers.map((name) => `pg-pic-${name}`)].join(" "), { d });
const words = (text, x, y, bold) =>
  shape("text", "pg-pic-text", { x, y, "font-size": 15, "text-anchor": "middle", ...(bold ? { "font-weight": 700 } : {}) }, text);

/* Where each light begins and ends. */
function* zones(given) {
  const [amend, go] = [given["amend-from"], given["go-from"]];
  if (amend === undefined) return;
  for (const [name, from, to] of [["stop", 0, amend], ["amend", amend, go], ["go", go, 100]]) {
    if (Number(from) < Number(to)) yield { name, left: across(from), right: across(to) };
  }
}

function* drawZone({ name, left, right }, place) {
  const shade = place % 2 ? "pg-pic-shade pg-pic-shade-2" : "pg-pic-shade";
  yield shape("rect", shade, { x: left, y: 24, width: right - left, height: AXIS - 24 });
  if (left > FIRST) yield line(`M${left} 24V${AXIS}`, "rule", "back");
  if (right - left > name.length * LETTER) yield words(name, (left + right) / 2, 17, true);
}

function* drawAxis() {
  yield line(`M${FIRST} ${AXIS}H${LAST}`, "rule", "thin");
  for (const figure of [0, 20, 40, 60, 80, 100]) {
    yield line(`M${across(figure)} ${AXIS - 4}v8`, "rule", "thin");
    yield words(figure, across(figure), AXIS + 22);
  }
}

function* drawRange({ value, low, high }) {
  const [from, at, to] = [low, value, high].map(across);
  yield line(`M${from} ${LINE}H${to}`, "cap");
  for (const end of [from, to]) yield line(`M${end} ${LINE - 7}v14`, "cap");
  yield shape("path", "pg-pic-dot", { d: `M${at} ${LINE - 8}l8 8l-8 8l-8 -8z` });
}

/* The picture of a number with an interval; none for a number without one. */
export function drawInterval(number, given) {
  if (number.low === undefined) return [];
  const lights = [...zones(given)];
  const limits = lights.length ? `. The lines are at ${given["amend-from"]} and ${given["go-from"]}` : "";
  const drawn = shape("g", "", { "aria-hidden": "true" });
  drawn.append(...lights.flatMap((zone, place) => [...drawZone(zone, place)]), ...drawAxis(), ...drawRange(number));
  const name = `On a line from 0 to 100: ${number.text}${limits}.`;
  const size = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT };
  const svg = shape("svg", "pg-pic pg-pic--fit", { role: "img", "aria-label": name, ...size });
  svg.append(drawn);
  return [svg];
}
