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

/* How many people the service's group needs, with so many to compare with for each of them, before rounding up. Source: Fleiss,
   Levin and Paik (2003); for unequal groups Fleiss, Tytun and Ury (1980), Biometrics 36, 343-346, without the correction. */
export function peoplePerGroup(before, after, comparators = 1) {
  const middle = (after + comparators * before) / (1 + comparators);
  const together = SURE * Math.sqrt((1 + comparators) * middle * (1 - middle));
  const apart = POWER * Math.sqrt(comparators * after * (1 - after) + before * (1 - before));
  return (together + apart) ** 2 / (comparators * (before - after) ** 2);
}

/* The smallest fall that two groups can find, by halving; the whole share where not even a fall to nothing is found. */
export function detectableFall(before, people, comparators = 1) {
  const found = (fall) => before - fall !== before && peoplePerGroup(before, before - fall, comparators) <= people;
  let low = 0;
  let high = before * (1 - 1e-9);
  if (!found(high)) return before;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (found(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/* How many times as many people it takes because people with one worker are alike. Source: Kish (1965), Survey Sampling. */
const designEffect = (values) => 1 + (values["people-per-worker"] - 1) * values.likeness;

/* People to recruit for each one that a simple comparison without losses would need. */
const inflation = (values) => designEffect(values) / (1 - values.lost / 100);

/* Rounding, as practice_models/evaluation/rounding.py does it: a number is first taken to 12 significant digits, where the hair
   by which computers miss it is gone, and then half to even or up. */
const HALF_TO_EVEN = (whole, rest, unit) => 2n * rest > unit || (2n * rest === unit && whole % 2n === 1n);
const UP = (_, rest) => rest > 0n;

function toPlaces(value, places, goesUp) {
  if (!Number.isFinite(value)) throw new RangeError(`no text for ${value}`);
  const [digits, power] = Math.abs(value).toExponential(11).split("e");
  const spare = 11 - Number(power) - places; // digits too many
  const all = BigInt(digits.replace(".", ""));
  if (spare <= 0) return all * 10n ** BigInt(-spare);
  const unit = 10n ** BigInt(spare);
  const whole = all / unit;
  return goesUp(whole, all % unit, unit) ? whole + 1n : whole;
}

/* A number in decimal text, half to even, never minus nought. */
export function rounded(value, places) {
  const units = toPlaces(value, places, HALF_TO_EVEN);
  const text = String(units).padStart(places + 1, "0");
  return (value < 0 && units ? "-" : "") + (places ? `${text.slice(0, -places)}.${text.slice(-places)}` : text);
}

/* A number that is not below nought, up to the next whole one. */
export const roundedUp = (value) => String(toPlaces(value, 0, UP));

const atLeastOne = (value) => {
  const whole = roundedUp(value);
  return whole === "0" ? "1" : whole;
};

/* Decimal text with commas between thousands. */
export function grouped(text) {
  const [whole, ...rest] = text.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
}

const points = (share) => rounded(100 * share, 1);

/* A number as it stands in a sentence: no more decimal places than it needs. */
function inSentence(value, places = 2) {
  const text = rounded(value, places);
  return grouped(text.includes(".") ? text.replace(/\.?0+$/, "") : text);
}

/* A share in a sentence; with a decimal place where it is within 1 of 0 or 100. */
function percent(share) {
  const near = [share, 1 - share].some((gap) => gap > 0 && gap < 0.01);
  return inSentence(100 * share, near ? 1 : 0);
}

function percentage(share, [low, high]) {
  return { name: "percentage", value: points(share), low: points(low), high: points(high) };
}

const LIGHTS = ["stop", "amend", "go"];
const LAST_PLACE = 1e-12;

/* The number of the light of a share, and those of all the lights that its interval reaches. */
function lightsOf(share, [low, high], amendFrom, goFrom) {
  const lightOf = (each) => (each >= goFrom - LAST_PLACE ? 2 : each >= amendFrom - LAST_PLACE ? 1 : 0);
  const there = amendFrom < goFrom ? [0, 1, 2] : [0, 2];
  return [lightOf(share), there.filter((light) => lightOf(low) <= light && light <= lightOf(high))];
}

const listed = (words) => (words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words[0]);

/* Each method from its inputs by name: the numbers, the name of the sentence that fits them, and what stands in its gaps. */
export const METHODS = {
  "people-needed": (values) => {
    const { before, fall, comparators, lost } = values;
    const [without, withIt] = [before / 100, before / 100 - fall / 100];
    const needed = peoplePerGroup(without, withIt, comparators) * inflation(values);
    const [service, comparison] = [needed, needed * comparators].map(atLeastOne);
    const alike = designEffect(values) > 1;
    return {
      numbers: [
        ...(comparators === 1
          ? [{ name: "people-in-each-group", value: service }]
          : [{ name: "people-in-the-service", value: service }, { name: "people-to-compare-with", value: comparison }]),
        { name: "people-in-all", value: String(BigInt(service) + BigInt(comparison)) },
      ],
      sentence: alike && lost > 0 ? "both" : alike ? "alike" : lost > 0 ? "lost" : "found",
      gaps: { before: percent(without), after: percent(withIt), service: grouped(service), comparison: grouped(comparison) },
    };
  },

  "fall-detectable": (values) => {
    const { before, people, comparators } = values;
    const share = before / 100;
    const fall = detectableFall(share, people / inflation(values), comparators);
    return {
      numbers: [{ name: "smallest-fall-in-points", value: points(fall) }],
      sentence: fall >= share ? "none" : "found",
      gaps: { before: percent(share), people: inSentence(people), fall: inSentence(100 * fall, 1) },
    };
  },

  "interval-of-a-proportion": ({ events, people }) => {
    const [low, high] = wilsonInterval(events, people);
    return {
      numbers: [percentage(events / people, [low, high])],
      sentence: low <= 0.5 && high >= 0.5 ? "even" : low > 0.5 ? "more" : "fewer",
      gaps: { events: grouped(String(events)), people: grouped(String(people)), low: percent(low), high: percent(high) },
    };
  },

  progression: ({ events, people, "go-from": go, "amend-from": amend, safety }) => {
    const share = events / people;
    const [low, high] = wilsonInterval(events, people);
    const [light, reached] = lightsOf(share, [low, high], amend / 100, go / 100);
    const names = reached.map((each) => LIGHTS[each]);
    return {
      numbers: [
        percentage(share, [low, high]),
        { name: "light", value: String(light), low: String(reached[0]), high: String(reached.at(-1)) },
      ],
      sentence: safety && light === 0 ? "unsafe" : names.length > 1 ? "open" : "settled",
      gaps: { share: percent(share), low: percent(low), high: percent(high), light: LIGHTS[light], reached: listed(names) },
    };
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

const LEFT = 2; // how many people must be left after clusters and losses

const filled = (text, gaps) => text.replace(/\{([a-z]+)\}/g, (_, name) => gaps[name]);

/* Inputs as numbers, those left out as the method takes them. */
const numbersOf = (method, given) =>
  Object.fromEntries(Object.entries({ ...method.usual, ...given }).map(([name, text]) => [name, Number(text)]));

const placesOf = (text) => (text.split(".")[1] ?? "").replace(/0+$/, "").length;

function whyAlone(wanted, text) {
  const [low, high, value] = [wanted.low, wanted.high, text].map(Number);
  if (!(wanted.open ? low < value && value < high : low <= value && value <= high)) return wanted.says.range;
  if (wanted.whole) return Number.isInteger(value) ? "" : wanted.says.whole;
  return placesOf(text) > wanted.places ? wanted.says.places : "";
}

function* whyTogether(method, given) {
  for (const [first, second, says] of method.together) {
    for (const [name, other] of [[first, second], [second, first]]) {
      if (name in given && !(other in given)) yield [name, filled(says, { other })];
    }
  }
  if (method.enough && "people" in given) {
    const fold = inflation(numbersOf(method, given));
    if (Number(given.people) / fold < LEFT) yield ["people", filled(method.enough, { least: grouped(roundedUp(LEFT * fold)) })];
  }
  for (const { part, whole, equal, says } of method.pairs) {
    if (!(part in given && whole in given)) continue;
    const [inner, outer] = [Number(given[part]), Number(given[whole])];
    if (inner > outer || (inner === outer && !equal)) yield [part, says.replace("{value}", grouped(given[whole]))];
  }
}

/* Why inputs will not do, by name; those that go badly together only where each will do by itself.
   `method` is what the page says of it; `given` is decimal text by the names of inputs, and need not hold all of them. */
export function whyNot(method, given) {
  const alone = Object.entries(given).map(([name, text]) => [name, whyAlone(method.inputs[name], text)]);
  const wrong = alone.filter(([, why]) => why);
  return Object.fromEntries(wrong.length ? wrong : whyTogether(method, given));
}

/* What a method gives as readers see it: each number with its name and its text, and what may be said. */
export function workOut(method, given) {
  const { numbers, sentence, gaps } = METHODS[method.name](numbersOf(method, given));
  return {
    numbers: numbers.map((number) => ({ ...number, text: shown(method, number) })),
    maySay: filled(method.sentences[sentence], gaps),
  };
}

function shown(method, { name, value, low, high }) {
  const words = method.labels[name];
  const [one, from, to] = [value, low, high].map((each) => each && (words ? words[Number(each)] : grouped(each)));
  if (!from) return one;
  const text = words ? method.said[name][from === to ? "agreed" : "reaching"] : method.shown;
  return filled(text, { value: one, low: from, high: to });
}
