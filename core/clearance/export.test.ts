import { describe, expect, it } from 'vitest';
import { aMember, now, someSafeguards, tomorrow, yesterday } from '../../test/builders/clearance.ts';
import { decideExport, type ExportDestination } from './export.ts';

const court: ExportDestination = { purpose: 'judicial-proceedings', recipients: [], includesThirdCountries: false, h3Confirmed: false };
const circulation: ExportDestination = { purpose: 'circulation', recipients: [aMember('ALB', 'SPAK')], includesThirdCountries: true, h3Confirmed: false };
const ownUse: ExportDestination = { purpose: 'own-use', recipients: [], includesThirdCountries: false, h3Confirmed: false };

function refused(safeguards: Readonly<Record<string, unknown>>, destination: ExportDestination) {
  const decision = decideExport(someSafeguards(safeguards), destination, now);
  return decision.verdict === 'refused' ? decision.reasons : [];
}

describe('an export', () => {
  const h1 = { handling: [{ code: 'H1', provider: 'Europol' }] };
  const permission = { by: 'Europol', on: yesterday, reference: 'SIENA 77', covers: 'judicial-use', recipients: [] };

  it('for court names the provider who has not permitted it', () => {
    expect(refused(h1, court)).toEqual([{ code: 'handling-h1', provider: 'Europol' }]);
    expect(refused({ ...h1, consents: [permission] }, court)).toEqual([]);
    expect(refused({ ...h1, consents: [{ ...permission, on: tomorrow }] }, court)).toHaveLength(1);
    expect(refused({ ...h1, consents: [{ ...permission, covers: 'dissemination' }] }, court)).toHaveLength(1);
    expect(refused({ ...h1, consents: [{ ...permission, by: 'SELEC' }] }, court)).toHaveLength(1);
  });

  it('with H1 may circulate', () => {
    expect(refused(h1, circulation)).toEqual([]);
  });

  it('for others is bound by all that binds the pouch', () => {
    const bound = {
      originator: 'BKA', releasableTo: ['ITA'], aboutPersons: true, limite: true,
      handling: [{ code: 'H2', provider: 'Europol' }, { code: 'H3', restriction: 'Not before the arrests' }],
    };
    expect(refused(bound, circulation)).toEqual([
      { code: 'handling-h3', restriction: 'Not before the arrests' },
      { code: 'no-transfer-ground' },
      { code: 'not-releasable', outside: ['ALB SPAK'], originator: 'BKA' },
      { code: 'handling-h2', provider: 'Europol' },
      { code: 'limite' },
    ]);
    expect(refused(bound, { ...circulation, h3Confirmed: true }).map((reason) => reason.code)).not.toContain('handling-h3');
  });

  it('for oneself is bound by none of it', () => {
    expect(refused({ ...h1, limite: true, releasableTo: [], aboutPersons: true }, ownUse)).toEqual([]);
  });
});
