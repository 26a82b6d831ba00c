import { createHash } from 'node:crypto';
import type { startReading } from '../../libs/receivables/spec/reading.js';

/** As a caller gets them: every page, its cursor left out. */
export async function bytesOf(get: Get, question: string, said = (text: string) => text): Promise<string> {
  const pages: string[] = [];
  for (let at = question; ;) {
    const { status, text, body } = await get(at);
    if (status !== 200) throw new Error(`${at}: ${status} ${text}`);
    const { next } = body;
    pages.push(said(next ? text.replace(JSON.stringify(next), '"next"') : text));
    if (!next || !question.includes('limit=')) return pages.join('\n');
    at = `${question}&cursor=${encodeURIComponent(next)}`;
  }
}
type Get = Awaited<ReturnType<typeof startReading>>['get'];

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
