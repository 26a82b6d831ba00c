import { X509Certificate, createPrivateKey, randomBytes, KeyObject, webcrypto } from 'node:crypto';

/** A certificate and its private key, both PEM. */
export interface KeyedCertificate {
  certificate: string;
  key: string;
}

const DAY = 24 * 3_600_000;
const LASTS = 3_650 * DAY;
/** A certificate is made anew at a start when less than this is left; milliseconds. A process may run for long. */
const RENEWED_BEFORE = 365 * DAY;
/** By which names this machine is itself. */
const NAMES = { dns: ['localhost'], ip: ['127.0.0.1', '::1'] };

/** A self-signed certificate for this machine's own addresses: whoever trusts exactly it speaks with who made it. */
export async function makeCertificate(now = Date.now()): Promise<KeyedCertificate> {
  // Needed once in years: no start pays for loading it.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const usages = x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyCertSign;
  const names = Object.entries(NAMES).flatMap(([type, all]) =>
    all.map((value) => ({ type: type as keyof typeof NAMES, value })),
  );
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: `01${randomBytes(15).toString('hex')}`, // positive
      name: 'CN=Quittance event store',
      notBefore: new Date(now - DAY), // clocks are set back
      notAfter: new Date(now + LASTS),
      signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(usages, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension(names),
      ],
    },
    webcrypto,
  );
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }) as string;
  return { certificate: `${certificate.toString('pem')}\n`, key };
}

/** Whether it can serve for long: whole, of this key, for these addresses, begun and far from its end. */
export function isUsable({ certificate, key }: KeyedCertificate, now = Date.now()): boolean {
  try {
    const read = new X509Certificate(certificate);
    const [from, to] = [Date.parse(read.validFrom), Date.parse(read.validTo)];
    const named =
      NAMES.ip.every((address) => read.checkIP(address)) && NAMES.dns.every((name) => read.checkHost(name));
    return named && read.checkPrivateKey(createPrivateKey(key)) && from <= now && to - now > RENEWED_BEFORE;
  } catch {
    return false;
  }
}
