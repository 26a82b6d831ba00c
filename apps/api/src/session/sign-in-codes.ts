import { createHash, randomBytes } from 'node:crypto';
import type { SignedIn } from '@quittance/http';
import type { Pool } from 'pg';

/** Seconds within which a code is to be used. */
export const CODE_LASTS = 60;

const hashOf = (code: string): Buffer => createHash('sha256').update(code).digest();

/** Codes that sign somebody in, once. Of the code itself only a hash is kept. */
export class SignInCodes {
  constructor(private readonly pool: Pool) {}

  /** @returns 192 bits that nobody guesses, as base64url */
  async make({ id, roles, until }: Required<Omit<SignedIn, 'name'>>): Promise<string> {
    const code = randomBytes(24).toString('base64url');
    await this.pool.query(
      `with old as (delete from page.sign_in_codes where made_at < clock_timestamp() - make_interval(secs => $5))
       insert into page.sign_in_codes (hash, sub, roles, until) values ($1, $2, $3, to_timestamp($4))`,
      [hashOf(code), id, roles, until, CODE_LASTS],
    );
    return code;
  }

  /** Whom it signs in; undefined: there is no such code any more. Two that try at once: one of them is let in. */
  async take(code: string): Promise<SignedIn | undefined> {
    const { rows } = await this.pool.query<{ id: string; roles: string[]; until: number; age: number }>(
      `delete from page.sign_in_codes where hash = $1
       returning sub as id, roles, extract(epoch from until)::float8 as until,
                 extract(epoch from clock_timestamp() - made_at)::float8 as age`,
      [hashOf(code)],
    );
    const [found] = rows;
    if (!found || found.age > CODE_LASTS) return undefined;
    return { id: found.id, roles: found.roles, until: Math.floor(found.until) };
  }
}
