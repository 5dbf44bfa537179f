import { writeFileSync } from 'node:fs';
import { defaultCountryTable } from '../../core/cooperation/default-country-table.ts';
import { failed, ok } from '../../core/result.ts';
import { latestProfile } from '../office/current-profile.ts';
import { officeOptions, openOfficeOf } from '../office/passphrase.ts';
import { textOf, type Verb } from '../verb.ts';

/** The country table to look through and edit: that of the last profile, or the one that is shipped. */
export const countryTableWrite: Verb = {
  name: 'country-table write',
  says: 'writes the country table as JSON, to be edited and named in the description as "countryTable"',
  options: { ...officeOptions, out: { type: 'string', says: 'the JSON file to write; one that is there is not replaced', needed: true } },
  async run(surroundings) {
    const office = await openOfficeOf(surroundings);
    if (!office.ok) return office;
    const profile = latestProfile(office.value.book);
    office.value.close();
    const own = profile.ok ? profile.value.countryTable : undefined;
    const table = own ?? defaultCountryTable;
    const out = textOf(surroundings.values, 'out');
    try {
      writeFileSync(out, `${JSON.stringify(table, null, 2)}\n`, { flag: 'wx' });
    } catch {
      return failed('file-unwritable', { path: out });
    }
    return ok({
      lines: [`The country table as of ${table.asOf} is in ${out}, ${own === undefined ? 'as it is shipped' : 'as the last profile has it'}.`, 'Name it in the description as "countryTable" and run "profile make".'],
      data: { file: out, asOf: table.asOf, entries: table.entries.length, shipped: own === undefined },
    });
  },
};
