import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whom the provider knows, by the name that they sign in with. */
export type Accounts = Record<string, { name: string; roles?: string[] }>;

export const CLIENT = { clientId: 'quittance', clientSecret: 'a secret of this test, long enough' };

/** A real provider of OpenID Connect on a free port, with forms to sign in and to consent. */
export class LocalProvider {
  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async listen(): Promise<LocalProvider> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new LocalProvider(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  /** Begins to answer. @param redirectUri where its one client takes people back */
  async serve(redirectUri: string, accounts: Accounts): Promise<void> {
    // It says at length on the console that it is not for production, as nothing here is.
    for (const level of ['warn', 'info'] as const) jest.spyOn(console, level).mockReturnValue(undefined);
    const { default: Provider } = await import('oidc-provider');
    const provider = new Provider(this.issuer, {
      clients: [
        {
          ...{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] },
          ...{ response_types: ['code'], grant_types: ['authorization_code'] },
        },
      ],
      claims: { openid: ['sub'], profile: ['name', 'roles'] },
      cookies: { keys: ['a key of this test'] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: true } },
      findAccount: (_context, id) =>
        accounts[id] && { accountId: id, claims: () => Promise.resolve({ sub: id, ...accounts[id] }) },
    });
    const answer = provider.callback();
    this.server.on('request', (request, response) => void answer(request, response));
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }
}
