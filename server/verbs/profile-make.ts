import { writeFileSync } from 'node:fs';
import { fromBase64Url } from '../../core/crypto/sodium.ts';
import { failed, ok } from '../../core/result.ts';
import { officeOptions, openOfficeOf } from '../office/passphrase.ts';
import { readDescription } from '../office/profile-description.ts';
import { signedProfile } from '../office/signed-profile.ts';
import { dryRunOption, isDryRun, textOf, type Verb } from '../verb.ts';

/** Makes the signed profile from a description. The same description gives the same file again. */
export const profileMake: Verb = {
  name: 'profile make',
  says: 'makes the signed profile file for members from a readable description',
  options: {
    ...officeOptions,
    ...dryRunOption,
    description: { type: 'string', says: 'JSON: validUntil, jwgs, networks, accreditations (docs/sync.md)', needed: true },
    out: { type: 'string', says: 'the profile file to write', needed: true },
  },
  async run(surroundings) {
    const office = await openOfficeOf(surroundings);
    if (!office.ok) return office;
    const { book } = office.value;
    const out = textOf(surroundings.values, 'out');
    const described = readDescription(textOf(surroundings.values, 'description'), book, surroundings.now);
    if (!described.ok) return described;
    const made = signedProfile(described.value, book);
    if (!made.ok) return made;
    const kept = made.value.serial === book.profile?.serial;
    const dryRun = isDryRun(surroundings.values);
    if (!kept && !dryRun) {
      const written = office.value.write({ ...book, profile: made.value });
      if (!written.ok) return written;
    }
    office.value.close();
    const file = fromBase64Url(made.value.file);
    try {
      if (!dryRun) writeFileSync(out, file.ok ? file.value : new Uint8Array());
    } catch {
      return failed('file-unwritable', { path: out });
    }
    const until = new Date(described.value.validUntil).toISOString().slice(0, 10);
    const { serial } = made.value;
    return ok({
      lines: [`Profile ${serial} is in ${out}${kept ? ', unchanged' : ''}. It is valid until ${until}.`, 'Give it to members; it holds nothing secret.'],
      data: { profile: out, serial, changed: !kept, validUntil: until },
    });
  },
};
