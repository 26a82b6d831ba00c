import type { PipeTransform } from '@nestjs/common';
import { ProblemError } from './problem.js';
import { isIdText, isUuid, tidy } from './validation.js';

/** The id of an invoice or payment in a path: a uuid, in lower case. What is none, is not found (404). */
export const UuidInPath = (name: string): PipeTransform<string, string> => ({
  transform: (value) => {
    const number = encodeURIComponent([...value].slice(0, 100).join(''));
    if (isUuid(value)) return value.toLowerCase();
    const byNumber = `/v1/invoices?number=${number}`;
    throw notFound(
      name,
      'uuid',
      value,
      `the id as answered, a uuid; an invoice is found by its number with ${byNumber}`,
    );
  },
});

/** The id of a customer or person in a path: printable text, NFC and trimmed. What is none, is not found (404). */
export const TextInPath = (name: string): PipeTransform<string, string> => ({
  transform: (value) => {
    const text = tidy(value);
    if (isIdText(text)) return text;
    throw notFound(name, 'text', value, 'printable text of 1 to 100 characters');
  },
});

const notFound = (name: string, rule: string, value: string, hint: string): ProblemError =>
  new ProblemError(404, 'not-found', `There is nothing under this ${name}.`, [
    { field: `/${name}`, rule, value, hint },
  ]);
