/**
 * The RFC 8785 form of a JSON value: no white space, names in the order of their UTF-16 units. What JSON leaves out
 * (undefined) is left out. Every fact is hashed over it, so it is written for speed; its judge is the package
 * `canonicalize` (canonical.spec.ts).
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  // ECMAScript writes numbers as RFC 8785 asks for.
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let inside = '';
  if (Array.isArray(value)) {
    for (const item of value) inside += `${inside && ','}${canonical(item)}`;
    return `[${inside}]`;
  }
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields).sort()) {
    const field = fields[name];
    if (field !== undefined) inside += `${inside && ','}${quoted(name)}:${canonical(field)}`;
  }
  return `{${inside}}`;
}

/** Most texts hold nothing that JSON escapes: to see that is quicker than to have it looked for. */
const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));
const PLAIN = /^[ !#-[\]-~]*$/;
