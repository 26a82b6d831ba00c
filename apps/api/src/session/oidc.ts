import { actorOf, ProblemError, type SignedIn } from '@quittance/http';
import type { Settings } from '@quittance/process';
import type * as Client from 'openid-client';

/** What a round trip to the provider needs when it comes back. */
export interface Setting {
  state: string;
  nonce: string;
  verifier: string;
  /** Where to go then: path and query of our own. */
  to: string;
}

/** Signing in at a provider: OpenID Connect, authorization code with PKCE. No token of it reaches the browser. */
export class Oidc {
  private provider?: Promise<Client.Configuration>;

  constructor(private readonly settings: NonNullable<Settings['oidc']>) {}

  /** Where the browser goes to sign in. @throws ProblemError 503 */
  async begin(redirectUri: string, to: string): Promise<{ url: URL; kept: Setting }> {
    const client = await loaded();
    const kept = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      to,
    };
    const url = client.buildAuthorizationUrl(await this.found(), {
      redirect_uri: redirectUri,
      scope: this.settings.scope,
      state: kept.state,
      nonce: kept.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
      code_challenge_method: 'S256',
    });
    return { url, kept };
  }

  /** Who the provider says it is. @param url as the browser came back @throws ProblemError 401, 403, 503 */
  async end(url: URL, { state, nonce, verifier }: Setting): Promise<SignedIn> {
    const client = await loaded();
    const provider = await this.found();
    const tokens = await client
      .authorizationCodeGrant(provider, url, {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
      })
      .catch((error: Error & { code?: string; error?: string }) => {
        throw refused(error.error ?? error.code ?? error.name);
      });
    const claims: Record<string, unknown> = { ...tokens.claims() };
    // Some providers say roles and names here only.
    if (claims.roles === undefined && provider.serverMetadata().userinfo_endpoint !== undefined) {
      const more = await client
        .fetchUserInfo(provider, tokens.access_token, String(claims.sub))
        .catch((error: Error) => {
          throw refused(error.name);
        });
      claims.roles = more.roles;
      claims.name ??= more.name;
    }
    const actor = actorOf(claims);
    if (actor.roles.length === 0) {
      throw new ProblemError(
        403,
        'forbidden',
        'The provider names no role of yours: ask whoever administers accounts there for one.',
      );
    }
    return { ...actor, ...(typeof claims.name === 'string' && { name: claims.name.slice(0, 200) }) };
  }

  /** Asked once; again when the provider did not answer. @throws ProblemError 503 */
  private found(): Promise<Client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    this.provider ??= loaded()
      .then((client) => {
        const plain = issuer.startsWith('http:') ? { execute: [client.allowInsecureRequests] } : {};
        return client.discovery(new URL(issuer), clientId, clientSecret, undefined, { timeout: 5, ...plain });
      })
      .catch(() => {
        this.provider = undefined;
        throw new ProblemError(503, 'issuer-unavailable', 'The provider to sign in at does not answer.', [], {
          'Retry-After': '5',
        });
      });
    return this.provider;
  }
}

/** Loaded when somebody signs in: an installation without a provider never does. */
const loaded = (): Promise<typeof Client> => import('openid-client');

export const refused = (why: string): ProblemError =>
  new ProblemError(
    401,
    'sign-in-refused',
    `The provider did not sign you in (${why.replace(/[^\w .-]/g, '').slice(0, 60)}): open /session/start to try again.`,
  );
