import { join } from 'node:path';
import { failed, ok } from '../../core/result.ts';
import { certificateIn, pinOf } from '../gateway/server-certificate.ts';
import { dryRunOption, isDryRun, textOf, textsOf, type Verb } from '../verb.ts';

/** Makes a TLS key and a self-signed certificate for the gateway. An existing one is kept. */
export const certificateMake: Verb = {
  name: 'certificate make',
  says: 'makes a TLS certificate for the gateway and shows its pin',
  options: {
    ...dryRunOption,
    folder: { type: 'string', says: 'where server.key and server.crt are kept', needed: true },
    host: { type: 'string', multiple: true, says: 'a name or address of the gateway; may be given several times', needed: true },
  },
  async run({ values, now }) {
    const folder = textOf(values, 'folder');
    if (isDryRun(values)) return ok({ lines: [`A certificate is made in ${folder} unless one is there.`], data: { certificate: join(folder, 'server.crt') } });
    try {
      const { certificate } = await certificateIn(folder, textsOf(values, 'host'), new Date(now));
      const pin = pinOf(certificate);
      const path = join(folder, 'server.crt');
      return ok({ lines: [`The certificate is ${path}.`, `Pin: ${pin}`], data: { certificate: path, pin } });
    } catch {
      return failed('file-unwritable', { path: folder });
    }
  },
};
