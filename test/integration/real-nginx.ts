import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGateway } from '../../server/gateway/gateway.ts';
import { makeServerCertificate } from '../../server/gateway/server-certificate.ts';
import { httpsClient, type Asked, type Told } from './https-client.ts';

/** Whether this machine has nginx; without it the configuration is compared as text only (server/nginx). */
export const hasNginx = spawnSync('nginx', ['-v']).error === undefined;

export interface Front {
  readonly url: string;
  readonly certificate: string;
  ask(asked: Asked): Promise<Told>;
  close(): Promise<void>;
}

/** A real nginx with server/nginx/rapporteur.conf as it is, but for ports and places, in front of a CouchDB and a gateway of its own. */
export async function startNginx(couchdb: string): Promise<Front> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-nginx-'));
  const { host, origin } = new URL(couchdb);
  const [outer, inner] = [await makeServerCertificate(['127.0.0.1'], new Date()), await makeServerCertificate(['127.0.0.1', 'localhost'], new Date())];
  const gateway = await startGateway({ upstream: origin, certificate: inner, host: '127.0.0.1', port: 0 });
  const port = await freePort();
  writeFileSync(join(folder, 'server.crt'), outer.certificate);
  writeFileSync(join(folder, 'server.key'), outer.key);
  writeFileSync(join(folder, 'gateway.crt'), inner.certificate);
  const configuration = readFileSync(new URL('../../server/nginx/rapporteur.conf', import.meta.url), 'utf8')
    .replace('server 127.0.0.1:5984;', `server ${host};`)
    .replace('server 127.0.0.1:6985;', `server ${new URL(gateway.url).host};`)
    .replace('listen 6984 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`)
    .replaceAll('/etc/rapporteur/gateway/server.crt', join(folder, 'gateway.crt'))
    .replaceAll('/etc/rapporteur/tls/', `${folder}/`);
  writeFileSync(join(folder, 'rapporteur.conf'), configuration);
  writeFileSync(join(folder, 'nginx.conf'), mainConfiguration(folder));
  const nginx = spawn('nginx', ['-e', join(folder, 'error.log'), '-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => nginx.on('close', () => resolve()));
  const ask = httpsClient(`https://127.0.0.1:${port}`, outer.certificate);
  await untilItAnswers(ask, () => readFileSync(join(folder, 'error.log'), 'utf8'));
  return {
    url: `https://127.0.0.1:${port}`,
    certificate: outer.certificate,
    ask,
    async close() {
      nginx.kill('SIGQUIT');
      await ended;
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mainConfiguration(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/${one};`);
  return [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    'worker_processes 1;',
    `pid ${folder}/nginx.pid;`,
    'events {}',
    `http { ${temporary.join(' ')} include ${folder}/rapporteur.conf; }`,
  ].join('\n');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function untilItAnswers(ask: Front['ask'], log: () => string): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    try {
      await ask({ method: 'GET', path: '/' });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`nginx did not start: ${log()}`);
}
