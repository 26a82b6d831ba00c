import { PROBLEM_CODES } from './problem-codes.js';

/** The codes as HTML, one section each: shown when the address names it (`#problem-<code>`), or all of them (`#problems`). */
export function problemsAsHtml(): string {
  const sections = Object.entries(PROBLEM_CODES).map(
    ([code, { status, means, then }]) =>
      `<section class="problem" id="problem-${code}"><h3>${status} <code>${code}</code></h3>` +
      `<p>${html(means)}</p><p>${html(then)}</p></section>`,
  );
  return `<style>${STYLE}</style>
<nav class="problems"><a href="#problems">All codes of refusals</a></nav>
<div class="problems" id="problems">${sections.join('\n')}</div>`;
}

// No script is needed: the browser itself shows what the address names.
const STYLE = `.problems { font-family: sans-serif; max-width: 1420px; margin: 0 auto; padding: 8px 20px; }
.problem { display: none; }
.problem:target, #problems:target .problem { display: block; }`;

const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/`([^`]*)`/g, '<code>$1</code>');
