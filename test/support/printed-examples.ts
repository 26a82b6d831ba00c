import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** A fenced block of a page, with what the HTML comments right above it say of it. */
export interface Block {
  page: string;
  /** The line of the opening fence, from 1. */
  line: number;
  /** `sh`, `sql`, `json`, ...; empty: a drawing, or what a command prints. */
  language: string;
  text: string;
  markers: Marker[];
}

/**
 * `not run: REASON`: it cannot be run here. `file: NAME`: it is that file. `shape of: NAME`: it has the fields of that file.
 * `as: application`: a statement that `quittance_reader` may not make. `first: COMMAND` and `then: COMMAND` are run before it and after.
 * `under the folder: /A /B`: these folders are made under the reader's own.
 */
export interface Marker {
  kind: 'not run' | 'file' | 'shape of' | 'as' | 'first' | 'then' | 'under the folder';
  says: string;
}

const FENCE = /^( *)```(\w*) *$/;
const COMMENT = /^ *<!-- *(.*?) *-->$/;
const MARKER = /^(not run|file|shape of|as|first|then|under the folder):? *(.*)$/;

/** README and every page of docs/, in the order in which they are run. */
export function pages(): string[] {
  const docs = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...docs.sort().map((name) => `docs/${name}`)];
}

export function blocksOf(page: string, text = readFileSync(join(ROOT, page), 'utf8')): Block[] {
  const blocks: Block[] = [];
  let markers: Marker[] = [];
  let open: (Block & { indent: number }) | undefined;
  for (const [i, line] of text.split('\n').entries()) {
    const fence = FENCE.exec(line);
    if (open) {
      if (!fence) open.text += `${line.slice(open.indent)}\n`;
      else {
        blocks.push(open);
        open = undefined;
      }
    } else if (fence) {
      const [, indent, language] = fence;
      open = { page, line: i + 1, language: language!, text: '', markers, indent: indent!.length };
      markers = [];
    } else if (line.trim() !== '') {
      const marker = MARKER.exec(COMMENT.exec(line)?.[1] ?? '');
      if (marker) markers.push({ kind: marker[1] as Marker['kind'], says: marker[2]! });
      else if (!COMMENT.test(line)) markers = [];
    }
  }
  if (open) throw new Error(`${page}:${open.line} is never closed`);
  return blocks;
}

/** What a page names within its sentences: `npm run X`, commands of `quittance` and requests without a body. */
export function namedIn(page: string): { scripts: string[]; commands: string[]; requests: string[] } {
  const prose = readFileSync(join(ROOT, page), 'utf8').replace(/^ *```[\s\S]*?^ *```/gm, '');
  const spans = [...prose.matchAll(/`([^`]+)`/g)].map(([, span]) => span!.replace(/\s+/g, ' '));
  const after = (start: RegExp) =>
    spans.filter((span) => start.test(span)).map((span) => span.replace(start, ''));
  return {
    scripts: after(/^npm (run )?(-s )?/).map((rest) => rest.split(' ')[0]!),
    commands: after(/^(npm run -s )?quittance (-- )?/).filter((rest) => rest !== '<command>'),
    requests: after(/^GET /).filter((path) => !/[<{:]\w+[>}]?$/.test(path)),
  };
}
