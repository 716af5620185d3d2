/* A calculator: what is typed is worked out in the page, told, drawn, and kept in the page's address. No result stands
   beside numbers that will not do. The page holds the form, its limits and its words; this fills it with life. */
import { grouped, numberIn, whyNot, workOut } from "./calculations.js";
import { drawInterval } from "./interval.js";

const PAUSE = 500; // in milliseconds, so that a screen reader is not told of every key

const page = document.querySelector("[data-pg-calculator]");
const method = JSON.parse(page.dataset.pgCalculator);
const part = (name) => page.querySelector(`[data-pg-calc-${name}]`);
const form = part("form");
const result = part("result");
const picture = part("picture");
const keep = part("keep");
const copy = keep.querySelector("[data-pg-copy]");
const command = document.querySelector("[data-pg-calc-command]");
const example = [...command.children].map((piece) => piece.textContent);
const fields = [...form.querySelectorAll("input")];
let asked = false; // whether the reader has asked for a result: before that, nothing is called wrong

function element(name, text, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(text);
  return made;
}

const label = (field) => field.labels[0].textContent.trim();
const isTick = (field) => field.type === "checkbox";
const inWords = (name) => name.replaceAll("-", " ").replace(/^./, (first) => first.toUpperCase());

/* The inputs as decimal text, and what is wrong with each. */
function read() {
  const given = {};
  const wrong = {};
  for (const field of fields) {
    const typed = isTick(field) ? (field.checked ? "1" : "") : field.value.trim();
    const text = numberIn(typed);
    if (text !== null) given[field.name] = text;
    else if (typed) wrong[field.name] = `'${typed}' is not a number.`;
    else if (method.inputs[field.name].needed) wrong[field.name] = "Put a number here.";
  }
  for (const [name, why] of Object.entries(whyNot(method, given))) wrong[name] = `It is ${given[name]}; ${why}.`;
  return { given, wrong };
}

/* Open what a field is folded away in. */
function unfold(field) {
  const more = field.closest("details");
  if (more) more.open = true;
}

function mark(field, why) {
  if (isTick(field)) return;
  document.getElementById(`${field.id}-error`).textContent = why;
  if (why) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  if (why) unfold(field);
}

/* The command, in pieces that a line is not broken within. */
function spell(pieces) {
  command.replaceChildren(...pieces.flatMap((piece) => [element("span", piece), " "]));
}

/* A page without a result: the command and the address are as they were. */
function clear(message = "") {
  if (!message || result.textContent !== message) result.replaceChildren(...(message ? [element("p", message)] : []));
  picture.replaceChildren();
  keep.hidden = true;
  spell(example);
  if (location.hash.includes("=")) history.replaceState(null, "", location.pathname + location.search);
}

function tell(given, { numbers, maySay }) {
  const terms = numbers.map((number) => {
    const line = element("div", "");
    line.append(element("dt", inWords(number.name)), element("dd", number.text));
    return line;
  });
  const list = element("dl", "", "pg-calc__numbers");
  list.append(...terms);
  const sentence = element("p", element("strong", "What may be said:"));
  sentence.append(` ${maySay}`);
  const told = fields.filter((field) => isTick(field) || field.name in given);
  const inputs = told.map((field) => `${label(field)}: ${isTick(field) ? (field.checked ? "yes" : "no") : grouped(given[field.name])}.`);
  result.replaceChildren(list, sentence, element("p", inputs.join(" "), "pg-calc__given"));
}

function show(given) {
  const address = `#${new URLSearchParams(given)}`;
  if (!keep.hidden && copy.dataset.pgCopy === address) return; // what is there is not told twice
  const found = workOut(method, given);
  tell(given, found);
  picture.replaceChildren(...drawInterval(found.numbers[0], given));
  keep.hidden = false;
  copy.dataset.pgCopy = address;
  spell([`practice evaluate ${method.name}`, ...Object.entries(given).map(([name, text]) => `--${name} ${text}`)]);
  if (location.hash !== address) history.replaceState(null, "", address);
}

/* Work out what is there, and mark what is wrong. A mark moves what stands below it, so none comes before the button is
   pressed: the button would no longer be where the finger is. */
function update() {
  clearTimeout(pause);
  const { given, wrong } = read();
  for (const field of fields) mark(field, (asked && wrong[field.name]) || "");
  if (Object.keys(wrong).length) clear(asked ? result.dataset.noResult : "");
  else show(given);
}

let pause = 0;
function updateSoon() {
  clearTimeout(pause);
  pause = setTimeout(update, PAUSE);
}

function ask() {
  asked = true;
  update();
}

/* Numbers as they stand in an address: `before=40&fall=5`. */
function fill(text) {
  const numbers = new URLSearchParams(text);
  for (const field of fields) {
    if (isTick(field)) field.checked = numbers.get(field.name) === "1";
    else field.value = numbers.get(field.name) ?? "";
    if (field.value && !isTick(field)) unfold(field);
  }
  ask();
}

function fillFromAddress() {
  if (fields.some(({ name }) => new URLSearchParams(location.hash.slice(1)).has(name))) fill(location.hash.slice(1));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
  form.querySelector("[aria-invalid]")?.focus();
});
form.addEventListener("reset", () => {
  asked = false;
  requestAnimationFrame(update);
  fields[0].focus();
});
form.addEventListener("input", updateSoon);
for (const button of document.querySelectorAll("[data-pg-calc-fill]")) {
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    fill(button.dataset.pgCalcFill);
    fields[0].focus();
  });
}
addEventListener("hashchange", fillFromAddress);

part("without").hidden = true;
form.hidden = false;
fillFromAddress();
