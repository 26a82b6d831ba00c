import { spoken } from '../api/client';
import { Problem } from '../api/problem';
import type { paths } from '../api/schema';
import { wrote } from '../api/written';

type Answer<P extends '/v1/imports' | '/v1/imports/suggestion', S extends 200 | 201> =
  paths[P]['post']['responses'] extends Record<S, { content: { 'application/json': infer Body } }>
    ? Body
    : never;

/** An import as the API tells it. */
export type Import = Answer<'/v1/imports', 201>;
export type Suggestion = Answer<'/v1/imports/suggestion', 200>;
export type Mapping = Suggestion['mapping'];
export type Kind = Import['kind'];

/** What the API looks at for a suggestion, and the line that goes on behind it. */
const HEAD = 128 * 1024;

const form = (file: Blob, name: string, fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [field, text] of Object.entries(fields)) data.append(field, text);
  data.append('file', file, name);
  return data;
};

/** @throws Problem */
async function post<Body>(path: string, body: FormData, key: string): Promise<Body> {
  const headers = { 'Idempotency-Key': key, 'Accept-Language': spoken.language };
  const response = await fetch(path, { method: 'POST', headers, body }).catch(() => {
    throw Problem.noAnswer();
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw await Problem.of(response, answer);
  return answer as Body;
}

/** A mapping by the beginning of the file: no more of it leaves. @throws Problem */
export const suggest = (file: File, kind: Kind): Promise<Suggestion> =>
  post('/v1/imports/suggestion', form(file.slice(0, HEAD), file.name, { kind }), crypto.randomUUID());

/** @param key the same for the same file and mapping: sent again it is the same import @throws Problem */
export const sendFile = (file: File, fields: Record<string, string>, key: string): Promise<Import> =>
  post('/v1/imports', form(file, file.name, fields), key);

/** What is asked from now on has what the import wrote. */
export function noteWritten({ position }: Import): void {
  if (position !== null) wrote(BigInt(position));
}

export const isUnderWay = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'checking' || state === 'sending';
