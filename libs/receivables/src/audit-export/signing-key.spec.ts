import { generateKeyPairSync, verify } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { SigningKey } from './signing-key.js';

describe('the key that signs audit exports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-audit-'));
  const data = join(folder, 'data');
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  beforeAll(() => void mkdirSync(data));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('signs the RFC 8785 form of what it is given, with its public key and the fingerprint of that', () => {
    const { signature, ...signed } = SigningKey.from(file('key.pem', pem), data).sign({ b: 1, a: 'ö' });
    expect(signed).toMatchObject({
      b: 1,
      a: 'ö',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    const bytes = Buffer.from(canonicalize(signed)!);
    expect(verify(null, bytes, publicKey, Buffer.from(signature, 'base64'))).toBe(true);
  });

  it('is refused inside the data folder, also through a link', () => {
    const inside = file('data/key.pem', pem);
    symlinkSync(inside, join(folder, 'link.pem'));
    for (const path of [inside, join(folder, 'link.pem')]) {
      expect(() => SigningKey.from(path, data)).toThrow(/AUDIT_SIGNING_KEY: .* lies in DATA_DIR/);
    }
  });

  it('is refused when there is none, no file, no key, or another kind of key', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const other = rsa.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(() => SigningKey.from(undefined, data)).toThrow(/openssl genpkey -algorithm ed25519/);
    expect(() => SigningKey.from(join(folder, 'nothing.pem'), data)).toThrow(/AUDIT_SIGNING_KEY: ENOENT/);
    expect(() => SigningKey.from(file('text.pem', 'hello'), data)).toThrow(/is no private key in PEM/);
    expect(() => SigningKey.from(file('rsa.pem', other), data)).toThrow(/is a key of rsa, not ed25519/);
  });
});
