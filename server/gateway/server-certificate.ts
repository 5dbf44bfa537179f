import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';

/** PEM texts of a TLS server's key and certificate. */
export interface ServerCertificate {
  readonly key: string;
  readonly certificate: string;
}

const validDays = 825;

/**
 * A self-signed certificate (EC P-256) for these host names and addresses. It needs no authority:
 * the app trusts the pin in the signed organisation profile.
 */
export async function makeServerCertificate(hosts: readonly string[], now: Date): Promise<ServerCertificate> {
  const until = new Date(now.getTime() + validDays * 24 * 60 * 60 * 1000);
  const altNames = hosts.map((host) => (isIP(host) === 0 ? { type: 2 as const, value: host } : { type: 7 as const, ip: host }));
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: hosts[0] ?? 'rapporteur' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - 24 * 60 * 60 * 1000),
    notAfterDate: until,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  return { key: made.private, certificate: made.cert };
}

/** SHA-256 of the certificate's SubjectPublicKeyInfo, base64: a pin as RFC 7469 defines it. */
export function pinOf(certificate: string): string {
  const key = createPublicKey(new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'pem' }));
  return createHash('sha256').update(key.export({ type: 'spki', format: 'der' })).digest('base64');
}

/** The pin of each certificate in a PEM file: while one is replaced, the file holds the old and the new. */
export function pinsOf(certificates: string): readonly string[] {
  const blocks = certificates.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return [...new Set(blocks.map(pinOf))];
}

/** When the first of the certificates in a PEM file ends, in milliseconds; one that holds none has ended. */
export function firstEndOf(certificates: string): number {
  const blocks = certificates.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.length === 0 ? 0 : Math.min(...blocks.map((one) => Date.parse(new X509Certificate(one).validTo)));
}

const keyFile = 'server.key';
const certificateFile = 'server.crt';

/** The certificate kept in a folder; made there first when there is none. An existing one is never replaced. */
export async function certificateIn(folder: string, hosts: readonly string[], now: Date): Promise<ServerCertificate> {
  const [keyPath, certificatePath] = [join(folder, keyFile), join(folder, certificateFile)];
  if (existsSync(keyPath) && existsSync(certificatePath)) {
    return { key: readFileSync(keyPath, 'utf8'), certificate: readFileSync(certificatePath, 'utf8') };
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = await makeServerCertificate(hosts, now);
  writeFileSync(keyPath, made.key, { mode: 0o600 });
  writeFileSync(certificatePath, made.certificate);
  return made;
}
