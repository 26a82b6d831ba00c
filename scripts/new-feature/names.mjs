// The forms in which a feature's name stands in code and sentences.

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const plural = (word) =>
  /[^aeiou]y$/.test(word) ? word.replace(/y$/, 'ies') : /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;

/** Each form of `site-visit`, the feature of the templates, with that form of another. Longest first. */
export function formsOf(name, many = plural(name)) {
  const [one, all] = [formsIn(name), formsIn(many)];
  const [here, there] = [formsIn('site-visit'), formsIn('site-visits')];
  const article = /^[aeiou]/.test(name) ? 'an' : 'a';
  return [
    ...Object.keys(there).map((form) => [there[form], all[form]]),
    ...[article, capital(article)].map((a, i) => [`${'aA'[i]} site visit`, `${a} ${one.words}`]),
    ...Object.keys(here).map((form) => [here[form], one[form]]),
  ];
}

function formsIn(kebab) {
  const parts = kebab.split('-');
  const camel = parts.map((part, i) => (i === 0 ? part : capital(part))).join('');
  return {
    kebab,
    camel,
    class: capital(camel),
    table: parts.join('_'),
    constant: parts.join('_').toUpperCase(),
    words: parts.join(' '),
    sentence: capital(parts.join(' ')),
  };
}
