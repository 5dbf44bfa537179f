import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, toBase64Url } from '../../core/crypto/sodium.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { EmbeddedServer } from '../embedded/embedded-server.ts';
import { startGateway } from '../gateway/gateway.ts';
import { certificateIn, makeServerCertificate, pinOf, type ServerCertificate } from '../gateway/server-certificate.ts';
import type { ServerFailure } from '../sentences.ts';
import { textOf, type OptionValues, type Verb } from '../verb.ts';

/** The gateway in front of the embedded server, or of a CouchDB that runs already. */
export const serve: Verb = {
  name: 'serve',
  says: 'runs the gateway, with the embedded server behind it or in front of a CouchDB',
  options: {
    folder: { type: 'string', says: 'keeps the embedded server\'s databases and the certificate here' },
    memory: { type: 'boolean', says: 'keeps nothing; for trying' },
    couchdb: { type: 'string', says: 'stands in front of this CouchDB instead: http://host:5984' },
    host: { type: 'string', says: 'name or address that the gateway listens on (127.0.0.1)' },
    port: { type: 'string', says: 'port of the gateway (6984; 0 for any)' },
    'admin-port': { type: 'string', says: 'port of the embedded server on this machine (0 for any)' },
    certificate: { type: 'string', says: 'folder of server.key and server.crt; made when missing' },
  },
  async run({ values, now }) {
    const host = textOf(values, 'host') || '127.0.0.1';
    const folder = textOf(values, 'folder');
    const behind = textOf(values, 'couchdb');
    if (behind === '' && folder === '' && values['memory'] !== true) return failed('option-missing', { option: 'folder' });
    const certificate = await readCertificate(values, host, now);
    if (!certificate.ok) return certificate;
    const embedded = behind === '' ? await startEmbedded(values) : ok(null);
    if (!embedded.ok) return embedded;
    const upstream = embedded.value?.server.url ?? withoutCredentials(behind);
    if (upstream === null) return failed('couchdb-address');
    const port = Number(textOf(values, 'port') || 6984);
    try {
      const gateway = await startGateway({ upstream, certificate: certificate.value, host, port });
      const admin = embedded.value?.adminUrl ?? null;
      const pin = pinOf(certificate.value.certificate);
      return ok({
        lines: [
          `The gateway is at ${gateway.url}.`,
          `Pin: ${pin}`,
          ...(admin === null ? [] : [`For the secretariat, on this machine: --couchdb ${admin}`]),
          'It runs until you press Ctrl+C.',
        ],
        data: { url: gateway.url, pin, couchdb: admin, certificate: certificate.value.certificate },
        running: {
          async close() {
            await gateway.close();
            await embedded.value?.server.close();
          },
        },
      });
    } catch {
      await embedded.value?.server.close();
      return failed('port-taken', { port });
    }
  },
};

function withoutCredentials(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}

async function readCertificate(values: OptionValues, host: string, now: number): Promise<Result<ServerCertificate, ServerFailure>> {
  const hosts = [...new Set([host, 'localhost', '127.0.0.1'])];
  const folder = textOf(values, 'certificate') || (textOf(values, 'folder') === '' ? '' : join(textOf(values, 'folder'), 'tls'));
  try {
    return ok(folder === '' ? await makeServerCertificate(hosts, new Date(now)) : await certificateIn(folder, hosts, new Date(now)));
  } catch {
    return failed('certificate-unreadable', { path: folder || tmpdir() });
  }
}

async function startEmbedded(values: OptionValues): Promise<Result<{ readonly server: EmbeddedServer; readonly adminUrl: string }, ServerFailure>> {
  const folder = textOf(values, 'folder');
  const port = Number(textOf(values, 'admin-port') || 0);
  const password = values['memory'] === true ? toBase64Url(randomBytes(24)) : keptPassword(folder);
  try {
    // Loaded here: its libraries take half a second that the other verbs need not wait.
    const { startEmbeddedServer } = await import('../embedded/embedded-server.ts');
    const databases = values['memory'] === true ? 'memory' : join(folder, 'databases');
    const server = await startEmbeddedServer({ folder: databases, port, admin: { name: 'admin', password } });
    return ok({ server, adminUrl: server.url.replace('http://', `http://admin:${password}@`) });
  } catch {
    return failed('port-taken', { port });
  }
}

/** The embedded server's administrator password: random, made once, readable by its owner only. */
function keptPassword(folder: string): string {
  const path = join(folder, 'admin-password');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const password = toBase64Url(randomBytes(24));
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  return password;
}
