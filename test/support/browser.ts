import { type Answered, type Caller } from './caller.js';
import type { Quittance } from './quittance.js';

/** A code that signs a manager in. */
export async function codeFor(quittance: Quittance, sub: string): Promise<string> {
  const asked = await (await quittance.as('manager', sub)).post<{ code: string }>('/session/codes', {});
  return asked.body.code;
}

/** A browser as far as sessions go: it keeps cookies, and says of each request which page sends it. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** The last `Set-Cookie` of each name, whole. */
  readonly set = new Map<string, string>();
  private readonly caller: Caller;

  constructor(
    quittance: Quittance,
    /** Beside the cookie, with every request. */
    readonly headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
  ) {
    this.caller = quittance.callerWith(null);
  }

  static async signedIn(
    quittance: Quittance,
    sub: string,
    headers?: Record<string, string>,
  ): Promise<Browser> {
    const browser = new Browser(quittance, headers);
    const { status } = await browser.ask('POST', '/session', { code: await codeFor(quittance, sub) });
    if (status !== 204) throw new Error(`${sub} was not signed in: ${status}`);
    return browser;
  }

  async ask<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answered<Body>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.caller.ask<Body>(path, {
      method,
      headers: {
        ...this.headers,
        ...(cookie && { cookie }),
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  private keep(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    this.set.set(name!, line);
    if (value) this.cookies.set(name!, value);
    else this.cookies.delete(name!);
  }
}
