import { expect, test } from 'vitest';
import { ok } from '../../core/result.ts';
import { couchdbAt } from './couchdb.ts';
import { unsafeSettings, warningsOf } from './server-check.ts';

const sound = {
  couchdb: { max_document_size: '524288' },
  chttpd: { require_valid_user: 'true', authentication_handlers: '{chttpd_auth, default_authentication_handler}' },
};
const codesOf = (changes: object) => warningsOf({ ...sound, ...changes }).map((one) => one.code);

test('a sound configuration is not warned about; each unsafe setting is', () => {
  expect(codesOf({})).toEqual([]);
  expect(warningsOf({})).toEqual([{ code: 'documents-too-large', value: '8000000' }, { code: 'everyone-may-read' }]);
  expect(codesOf({ couchdb: { max_document_size: '524288', users_db_public: 'true' } })).toEqual(['accounts-public']);
  expect(codesOf({ chttpd: { ...sound.chttpd, enable_cors: 'true' } })).toEqual(['other-origins']);
  expect(codesOf({ chttpd: { ...sound.chttpd, bind_address: '0.0.0.0' } })).toEqual(['listens-everywhere']);
  expect(codesOf({ chttpd: { ...sound.chttpd, bind_address: '127.0.0.1', admin_only_all_dbs: 'false' } })).toEqual(['names-shown']);
  expect(codesOf({ native_query_servers: { enable_erlang_query_server: 'true' } })).toEqual(['erlang-views']);
  expect(codesOf({ log: { level: 'debug' } })).toEqual(['logs-bodies']);
  const proxied = { ...sound.chttpd, authentication_handlers: '{chttpd_auth, proxy_authentication_handler}' };
  expect(codesOf({ chttpd: proxied })).toEqual(['proxy-believed']);
  expect(codesOf({ chttpd: proxied, chttpd_auth: { proxy_use_secret: 'true' } })).toEqual([]);
});

test('a password that could be guessed is named', () => {
  const isWeak = (address: string) => {
    const couchdb = couchdbAt(address);
    return couchdb.ok && couchdb.value.weakPassword;
  };
  expect(isWeak('http://admin:admin@127.0.0.1:5984')).toBe(true);
  expect(isWeak('http://secretariat-office:secretariat-office@127.0.0.1:5984')).toBe(true);
  expect(isWeak('http://secretariat:a%20long%20password@127.0.0.1:5984')).toBe(false);
});

test('an old release and an address without TLS are named', async () => {
  const codes = async (version: string, address: string) => {
    const couchdb = { address, ask: () => Promise.resolve(ok({ status: 200, body: sound })) };
    const found = await unsafeSettings(couchdb, { kind: 'couchdb', version, clock: null });
    return found.ok ? found.value.map((one) => one.code) : [];
  };
  expect(await codes('3.5.0', 'https://couchdb.example.org:6984')).toEqual([]);
  expect(await codes('3.3.3', 'http://127.0.0.1:5984')).toEqual([]);
  expect(await codes('3.3.2-rc1', 'http://localhost:5984')).toEqual(['known-holes']);
  expect(await codes('3.10.0', 'http://10.0.0.7:5984')).toEqual(['not-encrypted']);
});
