import { EncryptJWT, jwtDecrypt, type JWTPayload } from 'jose';
import type { SessionKey } from './session-key.js';

/** What a seal is for: one of another kind is not opened. */
export type SealedFor = 'session' | 'sign-in';

/** Seals claims so that only holders of the key read or change them (JWE, A256GCM). @param exp seconds since 1970 */
export const seal = (key: SessionKey, kind: SealedFor, claims: JWTPayload, exp: number): Promise<string> =>
  new EncryptJWT(claims)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setAudience(kind)
    .setExpirationTime(exp)
    .encrypt(key());

/** What was sealed; undefined: changed since, of another key or kind, or its time is over. @param now milliseconds */
export async function unsealed(
  key: SessionKey,
  kind: SealedFor,
  text: string,
  now: number,
): Promise<JWTPayload | undefined> {
  const options = {
    audience: kind,
    currentDate: new Date(now),
    requiredClaims: ['exp'],
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  };
  try {
    return (await jwtDecrypt(text, key(), options)).payload;
  } catch {
    return undefined;
  }
}
