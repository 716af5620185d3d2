/* The calculations that a page can do, as practice_models/evaluation does them: the tests hold the two to the same digits.
   Numbers come out as text, rounded for readers. */

const HORNER = (coefficients, x) => coefficients.reduce((sum, each) => sum * x + each);

/* Each region of AS241: the coefficients above and below the line, highest power first. */
const MIDDLE = [
  [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
    13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  [
    5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
  ],
];
const NEAR = [
  [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
];
const FAR = [
  [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
  ],
];
const ratio = ([above, below], x) => HORNER(above, x) / HORNER(below, x);

/* The value below which a share of a normal distribution lies. Source: Wichura (1988), Applied Statistics 37, 477-484 (AS241). */
export function normalQuantile(share) {
  const fromMiddle = share - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) return ratio(MIDDLE, 0.180625 - fromMiddle * fromMiddle) * fromMiddle;
  const tail = Math.sqrt(-Math.log(fromMiddle <= 0 ? share : 1 - share));
  const size = tail <= 5 ? ratio(NEAR, tail - 1.6) : ratio(FAR, tail - 5);
  return fromMiddle < 0 ? -size : size;
}

const SURE = normalQuantile((1 + 0.95) / 2); // 95% confidence, and 5% two-sided
const POWER = normalQuantile(0.8);

/* The lower and upper end of a share's 95% interval. Source: Wilson (1927), JASA 22, 209-212. */
export function wilsonInterval(events, people) {
  const share = events / people;
  const square = SURE * SURE;
  const middle = share + square / (2 * people);
  const half = SURE * Math.sqrt((share * (1 - share)) / people + square / (4 * people * people));
  const scale = 1 + square / people;
  const low = events ? (middle - half) / scale : 0; // exact at both ends, where rounding would stop just short
  const high = events < people ? (middle + half) / scale : 1;
  return [Math.max(0, low), Math.min(1, high)];
}

/* How many people each of two equal groups needs, before rounding up. Source: Fleiss, Levin and Paik (2003), formula 4.14. */
export function peoplePerGroup(before, after) {
  const middle = (before + after) / 2;
  const together = SURE * Math.sqrt(2 * middle * (1 - middle));
  const apart = POWER * Math.sqrt(before * (1 - before) + after * (1 - after));
  const root = (together + apart) / (before - after);
  return root * root;
}

/* The smallest fall that two equal groups can find, by halving; the whole share where not even a fall to nothing is found. */
export function detectableFall(before, people) {
  let low = 0;
  let high = before * (1 - 1e-9);
  if (peoplePerGroup(before, before - high) > people) return before;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (middle && peoplePerGroup(before, before - middle) <= people) high = middle;
    else low = middle;
  }
  return high;
}

const LIGHTS = { stop: 0, amend: 1, go: 2 };

/* The light of a share and the lowest and highest one that its interval reaches, by their numbers. */
function lights(shares, amendFrom, goFrom) {
  const found = shares.map((share) => (share >= goFrom ? LIGHTS.go : share >= amendFrom ? LIGHTS.amend : LIGHTS.stop));
  return found.map(String);
}

/* A number in decimal text, rounded half to even on its shortest spelling, as Python's Decimal(repr(x)).quantize does. */
export function rounded(value, places) {
  if (!Number.isFinite(value)) throw new RangeError(`no text for ${value}`);
  const [, sign, whole, part = "", power = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  const spare = part.length - Number(power) - places; // digits too many
  let digits = BigInt(whole + part) * 10n ** BigInt(Math.max(0, -spare));
  if (spare > 0) {
    const unit = 10n ** BigInt(spare);
    const rest = 2n * (digits % unit);
    digits /= unit;
    if (rest > unit || (rest === unit && digits % 2n)) digits += 1n;
  }
  const text = String(digits).padStart(places + 1, "0");
  return sign + (places ? `${text.slice(0, -places)}.${text.slice(-places)}` : text);
}

/* Decimal text with commas between thousands. */
export function grouped(text) {
  const [whole, ...rest] = text.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
}

const points = (share) => rounded(100 * share, 1);

function percentage(events, people, [low, high]) {
  return { name: "percentage", value: points(events / people), low: points(low), high: points(high) };
}

/* The numbers of each method, from its inputs by name. */
export const METHODS = {
  "people-needed": ({ before, fall }) => {
    const each = rounded(Math.ceil(peoplePerGroup(before / 100, before / 100 - fall / 100)), 0);
    return [
      { name: "people-in-each-group", value: each },
      { name: "people-in-all", value: String(2n * BigInt(each)) },
    ];
  },
  "fall-detectable": ({ before, people }) => {
    return [{ name: "smallest-fall-in-points", value: points(detectableFall(before / 100, people)) }];
  },
  "interval-of-a-proportion": ({ events, people }) => [percentage(events, people, wilsonInterval(events, people))],
  progression: ({ events, people, "go-from": go, "amend-from": amend }) => {
    const interval = wilsonInterval(events, people);
    const [value, low, high] = lights([events / people, ...interval], amend / 100, go / 100);
    return [percentage(events, people, interval), { name: "light", value, low, high }];
  },
};

const PLAIN = /^([+-]?)0*(\d*)(?:\.(\d*))?$/;
const IN_THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;

/* What somebody typed as decimal text, without commas between thousands; nothing where it is no number. */
export function numberIn(typed) {
  const text = IN_THOUSANDS.test(typed.trim()) ? typed.trim().replaceAll(",", "") : typed.trim();
  const [, sign, whole, part = ""] = PLAIN.exec(text) ?? [];
  if (whole === undefined || !/\d/.test(text)) return null;
  return `${sign === "-" ? "-" : ""}${whole || "0"}${part && `.${part}`}`;
}

function whyAlone(wanted, value) {
  if (wanted.whole && !Number.isInteger(value)) return wanted.says.whole;
  const [low, high] = [Number(wanted.low), Number(wanted.high)];
  return (wanted.open ? low < value && value < high : low <= value && value <= high) ? "" : wanted.says.range;
}

function* whyTogether(method, given) {
  for (const { part, whole, equal, says } of method.pairs) {
    if (!(part in given && whole in given)) continue;
    const [inner, outer] = [Number(given[part]), Number(given[whole])];
    if (inner > outer || (inner === outer && !equal)) yield [part, says.replace("{value}", grouped(given[whole]))];
  }
}

/* Why inputs will not do, by name; those that go badly together only where each will do by itself.
   `method` is what the page says of it; `given` is decimal text by the names of inputs, and need not hold all of them. */
export function whyNot(method, given) {
  const alone = Object.entries(given).map(([name, text]) => [name, whyAlone(method.inputs[name], Number(text))]);
  const wrong = alone.filter(([, why]) => why);
  return Object.fromEntries(wrong.length ? wrong : whyTogether(method, given));
}

/* The numbers of a method as readers see them: each with its name and its text. */
export function workOut(method, given) {
  const values = Object.fromEntries(Object.entries(given).map(([name, text]) => [name, Number(text)]));
  return METHODS[method.name](values).map((number) => ({ ...number, text: shown(method, number) }));
}

function shown(method, { name, value, low, high }) {
  const words = method.labels[name];
  const there = [value, low, high].filter((each) => each !== undefined);
  const [one, ...ends] = there.map((each) => (words ? words[Number(each)] : grouped(each)));
  return ends.length ? method.shown.replace("{value}", one).replace("{low}", ends[0]).replace("{high}", ends[1]) : one;
}
