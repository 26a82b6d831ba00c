import { seal, unsealed } from './sealed.js';
import { begun, claimsOf, COOKIE_LASTS, MOST_SESSION, renewed, sessionOf } from './session.js';

const NOW = 1_790_000_000;
const anna = { id: 'anna', roles: ['manager'] };
const key = () => new Uint8Array(32).fill(7);

describe('a session', () => {
  it('is renewed while it is used, and is over after ten hours however much it is', () => {
    let [session, now, cookies] = [begun(anna, NOW), NOW, 1];
    while (now + 600 < session.exp) {
      now += 600;
      const next = renewed(session, now);
      if (next) [session, cookies] = [next, cookies + 1];
    }
    expect(session).toMatchObject({ ...anna, until: NOW + MOST_SESSION, exp: NOW + MOST_SESSION });
    expect(cookies).toBe((MOST_SESSION - COOKIE_LASTS) / 600 + 1);
  });

  it('keeps its cookie for the first minutes, and after its last renewal', () => {
    const session = begun(anna, NOW);
    expect(renewed(session, NOW + 299)).toBeUndefined();
    expect(renewed(session, NOW + 300)).toMatchObject({
      session: session.session,
      exp: NOW + 300 + COOKIE_LASTS,
    });
    const last = renewed(session, session.until - 60)!;
    expect(last.exp).toBe(session.until);
    expect(renewed(last, session.until - 1)).toBeUndefined();
  });

  it('never outlives the token that it was opened with', () => {
    const session = begun({ ...anna, until: NOW + 900 }, NOW);
    expect([session.until, session.exp]).toEqual([NOW + 900, NOW + 900]);
    expect(begun({ ...anna, until: NOW + 10 * MOST_SESSION }, NOW).until).toBe(NOW + MOST_SESSION);
  });
});

describe('a seal', () => {
  const session = begun({ ...anna, name: 'Anna Neri' }, NOW);
  const sealed = () => seal(key, 'session', claimsOf(session), session.exp);

  it('gives back what was sealed, to the second that it ends', async () => {
    const text = await sealed();
    expect(sessionOf((await unsealed(key, 'session', text, (session.exp - 1) * 1000))!)).toEqual(session);
    expect(await unsealed(key, 'session', text, session.exp * 1000)).toBeUndefined();
    expect(text).not.toContain(Buffer.from('anna').toString('base64url'));
  });

  it('is not opened by another key, for another use, or when a character was changed', async () => {
    const [text, at] = [await sealed(), NOW * 1000];
    const other = () => new Uint8Array(32).fill(8);
    expect(await unsealed(other, 'session', text, at)).toBeUndefined();
    expect(await unsealed(key, 'sign-in', text, at)).toBeUndefined();
    for (let i = 0; i < text.length; i += 1) {
      // Another first bit: the last ones of a part may stand for nothing.
      const changed = text.slice(0, i) + (/[A-Za-f]/.test(text[i]!) ? '-' : 'A') + text.slice(i + 1);
      expect(await unsealed(key, 'session', changed, at)).toBeUndefined();
    }
  });
});
