import type { JWTHeaderParameters, JWTPayload } from 'jose';

/**
 * Whether a verified token says of itself that it is no access token: an ID token is for the program that signed
 * somebody in, a refresh token for the issuer alone. Both come from the same issuer, often for the same audience.
 *
 * What issuers write: RFC 9068 a header `typ: at+jwt`; most others `JWT`. Keycloak a claim `typ`: Bearer, or ID,
 * Refresh, Offline, Logout. Cognito a claim `token_use`: access or id. ID tokens have `at_hash`, `c_hash` or `s_hash` (OpenID
 * Connect Core 3.3.2.11), and the `nonce` of their request; Keycloak before 25 wrote that into access tokens as well, so
 * it counts only in a token that does not say what it is.
 */
export function isOtherToken(header: JWTHeaderParameters, claims: JWTPayload): boolean {
  const kind = said(header.typ)?.replace(/^application\//, '');
  if (kind !== undefined && kind !== 'jwt' && kind !== 'at+jwt') return true;
  const use = said(claims.token_use);
  const type = said(claims.typ);
  if ((use !== undefined && use !== 'access') || (type !== undefined && !ACCESS.has(type))) return true;
  if (OTHERS.has(said(claims.token_type) ?? '')) return true;
  if (['at_hash', 'c_hash', 's_hash'].some((name) => claims[name] !== undefined)) return true;
  const isSaid = kind === 'at+jwt' || use !== undefined || type !== undefined;
  return claims.nonce !== undefined && !isSaid;
}

const ACCESS = new Set(['bearer', 'jwt', 'at+jwt', 'access']);
/** The claim has no settled meaning: only what cannot be an access token is taken at its word. */
const OTHERS = new Set(['id', 'id_token', 'refresh', 'refresh_token']);

/** A claim that is there and no text says nothing good either. */
const said = (value: unknown): string | undefined =>
  value === undefined ? undefined : typeof value === 'string' ? value.toLowerCase() : 'no text';
