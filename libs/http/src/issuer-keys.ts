import { createRemoteJWKSet, customFetch, type FetchImplementation, type JWTVerifyGetKey } from 'jose';

/** A set of keys is a few KiB; what an issuer sends beyond this is not read. */
const LARGEST_KEYS = 1024 * 1024;

/** The issuer's public keys, fetched at need. Another place that the answer points to is not gone to. */
export const issuerKeys = (jwksUrl: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: 5_000,
    cooldownDuration: 10_000,
    [customFetch]: fetchKeys,
  });

/** @throws Error when it is no 200, a redirect, or larger than a set of keys can be; read no further than that */
const fetchKeys: FetchImplementation = async (url, { headers, method, signal }) => {
  const response = await fetch(url, { headers, method, signal, redirect: 'manual' });
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the body: nothing more is taken from the connection.
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (response.status !== 200 || bytes > LARGEST_KEYS) break;
    parts.push(part);
  }
  if (response.status !== 200) throw new Error(`the issuer answered its keys with ${response.status}`);
  if (bytes > LARGEST_KEYS) throw new Error("the issuer's keys are larger than 1 MiB");
  return new Response(Buffer.concat(parts), { status: 200 });
};
