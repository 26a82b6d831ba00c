import { randomUUID } from 'node:crypto';
import type { Answered, Caller } from './caller.js';

/** An import as the API answers it. */
export interface Told {
  id: string;
  state: string;
  rows: number;
  added: Record<string, number>;
  unchanged: number;
  rejected: number;
  files: string[];
  because: string | null;
  position: string | null;
  [field: string]: unknown;
}

export interface Sending {
  /** Of the file; a text is UTF-8. */
  content: string | Buffer;
  name?: string;
  fields?: Record<string, string | object>;
  key?: string;
  path?: string;
}

/** Sends a file as a form. */
export async function sendFile<Body = Told>(
  who: Caller,
  { content, name = 'file.csv', fields = {}, key = randomUUID(), path = '/v1/imports' }: Sending,
): Promise<Answered<Body>> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields))
    form.append(field, typeof value === 'string' ? value : JSON.stringify(value));
  form.append('file', new Blob([content]), name);
  const written = new Response(form);
  return who.ask<Body>(path, {
    method: 'POST',
    headers: { 'content-type': written.headers.get('content-type')!, 'idempotency-key': key },
    body: Buffer.from(await written.arrayBuffer()),
  });
}

/** The import when it has ended. @throws what it was refused with, when it did not begin */
export async function endOf(who: Caller, { status, body }: Answered<Told>): Promise<Told> {
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  for (;;) {
    const { body: now } = await who.get<Told>(`/v1/imports/${body.id}`);
    if (!['checking', 'sending'].includes(now.state)) return now;
  }
}

export const importFile = async (who: Caller, sending: Sending): Promise<Told> =>
  endOf(who, await sendFile(who, sending));
