// What a show prints: what was asked, what was expected, what was got. A difference makes the show end with 1.
import { isDeepStrictEqual } from 'node:util';

let differences = 0;
let checks = 0;

export const title = (text) => console.log(`\n== ${text}`);
export const say = (text) => console.log(`   ${text}`);

const shown = (value) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text === undefined ? 'undefined' : text.length > 400 ? `${text.slice(0, 400)}...` : text;
};

/** Compares, prints both, and counts a difference. */
export const expect = (what, expected, got) => judged(what, expected, got, isDeepStrictEqual(expected, got));

/** Prints both, and counts a difference where whoever compared them found one. */
export function judged(what, expected, got, same) {
  checks += 1;
  if (!same) differences += 1;
  console.log(`${same ? 'ok ' : 'NO '} ${what}`);
  console.log(`     expected ${shown(expected)}`);
  console.log(`     got      ${shown(got)}`);
  return same;
}

export function finish() {
  const passed = checks - differences;
  console.log(`\n${passed} passed, ${differences} failed`);
  process.exitCode = differences === 0 ? 0 : 1;
}
