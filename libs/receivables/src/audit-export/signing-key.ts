import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { SettingsError } from '@quittance/process';
import canonicalize from 'canonicalize';

/** Signs manifests. Whoever may write the data must not have it: it lies outside DATA_DIR. */
export class SigningKey {
  private constructor(private readonly key: KeyObject) {}

  /**
   * The Ed25519 key in a PEM file (PKCS 8).
   * @param setting of AUDIT_SIGNING_KEY
   * @throws SettingsError when there is none, it lies in the data folder or is no such key
   */
  static from(setting: string | undefined, dataDir: string): SigningKey {
    if (!setting) {
      throw new SettingsError(
        'AUDIT_SIGNING_KEY: an Ed25519 key outside DATA_DIR signs exports; make one with ' +
          'openssl genpkey -algorithm ed25519 -out ~/audit-key.pem',
      );
    }
    let text: string;
    let path: string;
    try {
      path = realpathSync(setting);
      text = readFileSync(path, 'utf8');
    } catch (error) {
      throw new SettingsError(`AUDIT_SIGNING_KEY: ${(error as Error).message}`);
    }
    if (path.startsWith(real(dataDir) + sep)) {
      throw new SettingsError(
        `AUDIT_SIGNING_KEY: ${setting} lies in DATA_DIR: whoever can change the data could sign it`,
      );
    }
    let key: KeyObject;
    try {
      key = createPrivateKey(text);
    } catch {
      throw new SettingsError(`AUDIT_SIGNING_KEY: ${setting} is no private key in PEM, without a passphrase`);
    }
    if (key.asymmetricKeyType !== 'ed25519') {
      throw new SettingsError(
        `AUDIT_SIGNING_KEY: ${setting} is a key of ${key.asymmetricKeyType}, not ed25519`,
      );
    }
    return new SigningKey(key);
  }

  /** SubjectPublicKeyInfo in DER. */
  private get publicKey(): Buffer {
    return createPublicKey(this.key).export({ type: 'spki', format: 'der' });
  }

  /** SHA-256 (hex) of the public key in DER: what is compared over another channel. */
  get fingerprint(): string {
    return createHash('sha256').update(this.publicKey).digest('hex');
  }

  /** The object with the public key, its fingerprint, and a signature of the RFC 8785 form of all of it. */
  sign<Body extends object>(body: Body): Body & { signature: string } {
    const { fingerprint } = this;
    const signed = { ...body, publicKey: this.publicKey.toString('base64'), fingerprint };
    return {
      ...signed,
      signature: sign(null, Buffer.from(canonicalize(signed)!), this.key).toString('base64'),
    };
  }
}

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}
