import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');
/** Not a door of the API: what is thrown there is told by the command line, or by the store's own protocol. */
const ELSEWHERE = /^(apps\/cli|libs\/embedded|libs\/receivables\/src\/audit-export)\//;

/** A refusal in the source, with the codes that it can have; none: its code is worked out there. */
export interface Refusal {
  at: string;
  codes: string[];
}

/** Every refusal that the API's source can make: ProblemError, Rejection and wrong() by their code's argument. */
export function refusalsInSource(): Refusal[] {
  const files = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((path) => join(folder, String(path))),
  );
  return files
    .filter((path) => path.endsWith('.ts') && !/\.spec\.ts$|\/spec\//.test(path) && !ELSEWHERE.test(path))
    .flatMap((path) => refusalsOf(path));
}

/** Which argument is the code. */
const PLACES: Record<string, number> = {
  ProblemError: 1,
  Rejection: 1,
  'Rejection.conflict': 0,
  'Rejection.invalid': 0,
  'Rejection.notFound': 0,
  wrong: 4,
  answered: 1,
};

/** A text without any of these refuses nothing, and need not be parsed. */
const SOME = new RegExp(
  Object.keys(PLACES)
    .map((name) => name.split('.')[0])
    .join('|'),
);

function refusalsOf(path: string): Refusal[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  if (!SOME.test(text)) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: Refusal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
      const name = node.expression.getText(source);
      const place = name === 'answered' && path !== 'libs/http/src/problem.ts' ? undefined : PLACES[name];
      const code = place === undefined ? undefined : node.arguments?.[place];
      if (code) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        found.push({ at: `${path}:${line}`, codes: textsOf(code, source) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The texts that an expression can be, as far as it is written there. */
function textsOf(node: ts.Expression, source: ts.SourceFile): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].flatMap((one) => textsOf(one, source));
  if (ts.isTemplateExpression(node) && node.getText(source) === '`${kind}-not-found`') {
    return ['invoice-not-found', 'payment-not-found'];
  }
  return [];
}
