/** Ranges of UTF-16 code units, ends included: what a regular expression of .NET compares, one unit at a time. */
export type Units = readonly (readonly [first: number, last: number])[];

const MOST = 0xffff;
const made = new Map<string, Units>();

/** The units of which it holds, such as of a general category. */
function unitsWhere(name: string, holds: (unit: number) => boolean): Units {
  const before = made.get(name);
  if (before) return before;
  const found: [number, number][] = [];
  for (let unit = 0; unit <= MOST; unit++) {
    if (!holds(unit)) continue;
    const last = found.at(-1);
    if (last && last[1] === unit - 1) last[1] = unit;
    else found.push([unit, unit]);
  }
  made.set(name, found);
  return found;
}

/** A general category by its short name, as both dialects have it (`L`, `Lu`, `Nd`); undefined for anything else. */
export function category(name: string): Units | undefined {
  if (!/^(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?)$/.test(name)) return undefined;
  const matches = new RegExp(`^\\p{${name}}$`, 'u');
  return unitsWhere(name, (unit) => matches.test(String.fromCharCode(unit)));
}

export const union = (...parts: Units[]): Units => parts.flat();

export function complement(units: Units): Units {
  const sorted = [...units].sort(([a], [b]) => a - b);
  const rest: [number, number][] = [];
  let next = 0;
  for (const [first, last] of sorted) {
    if (first > next) rest.push([next, first - 1]);
    next = Math.max(next, last + 1);
  }
  if (next <= MOST) rest.push([next, MOST]);
  return rest;
}

/** What stands between the brackets of a class. */
export const inClass = (units: Units): string =>
  units.map(([first, last]) => (first === last ? unit(first) : `${unit(first)}-${unit(last)}`)).join('');

export const unit = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;

/** The classes with a letter of their own. JavaScript knows the digits 0 to 9 by `\d`, .NET those of every script. */
export const CLASSES: Record<string, () => Units> = {
  d: () => category('Nd')!,
  w: () => union(category('L')!, category('Mn')!, category('Nd')!, category('Pc')!),
  s: () =>
    union(category('Z')!, [
      [0x09, 0x0d],
      [0x85, 0x85],
    ]),
};

/** What `\b` looks at: joiners are parts of words, too. */
export const wordUnits = (): Units => union(CLASSES.w!(), [[0x200c, 0x200d]]);
