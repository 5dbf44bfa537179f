import i18next from 'i18next';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reason } from '../../../core/clearance/decision.ts';
import { defaultScheme } from '../../../core/markings/default-scheme.ts';
import type { Marking } from '../../../core/markings/marking.ts';
import type { Day } from '../../../core/ids.ts';
import { english } from './en/index.ts';
import { french } from './fr/index.ts';
import { sentenceOf } from './failures.ts';
import { languages } from './language.ts';
import { actOn, reasonInWords } from './reasons.ts';
import { chooseLanguage, startWords } from './words.ts';

beforeAll(() => startWords());
afterAll(() => chooseLanguage('en'));

const [, sensitive, restricted] = defaultScheme.markings as readonly [Marking, Marking, Marking];
const on = '2026-11-23' as Day;

const reasons: readonly Reason[] = [
  { code: 'above-channel', level: restricted, channel: sensitive },
  { code: 'above-channel', level: restricted, channel: null },
  { code: 'above-device', level: restricted, ceiling: sensitive },
  { code: 'above-person', level: restricted, clearance: sensitive, lapsedOn: null },
  { code: 'above-person', level: restricted, clearance: null, lapsedOn: null },
  { code: 'above-person', level: restricted, clearance: sensitive, lapsedOn: on },
  { code: 'not-briefed', level: restricted, expiredOn: null },
  { code: 'not-briefed', level: restricted, expiredOn: on },
  { code: 'not-in-group', jwg: 'JWG Drugs' },
  { code: 'not-releasable', outside: ['XKX', 'SRB', 'Europol'], originator: 'Guardia di Finanza' },
  { code: 'not-releasable', outside: ['SRB'], originator: '' },
  { code: 'no-transfer-ground', jwg: 'JWG Drugs' },
  { code: 'no-data-protection', jwg: 'JWG Drugs' },
  { code: 'handling-h2', provider: 'Europol' },
  { code: 'handling-h2', provider: '' },
  { code: 'handling-h3', restriction: 'not for Serbia', jwg: 'JWG Drugs' },
  { code: 'draft' },
  { code: 'embargo', until: on },
  { code: 'no-key', jwg: 'JWG Drugs' },
  { code: 'profile-expired', since: new Date(2026, 10, 23, 12).getTime() },
  { code: 'release-not-confirmed', jwg: 'JWG Drugs' },
  { code: 'limite', jwg: 'JWG Drugs' },
  { code: 'history-elsewhere', jwg: 'JWG Drugs' },
  { code: 'above-compartment', level: restricted, compartment: sensitive },
  { code: 'no-group' },
];

describe.each(languages)('reasons in %s', (language) => {
  beforeAll(() => chooseLanguage(language));

  it.each(reasons.map((reason) => [reason.code, reason] as const))('%s is a sentence', (_, reason) => {
    const sentence = reasonInWords(reason, i18next.getFixedT(language, 'reasons'));
    expect(sentence).toMatch(/^[\p{Lu}].*\.$/u);
    expect(sentence).not.toMatch(/\{\{|undefined|null/);
    expect(actOn(reason)).toBeDefined();
  });
});

describe('reasons', () => {
  it('name places in words', async () => {
    const reason: Reason = { code: 'not-releasable', outside: ['XKX', 'SRB', 'Europol'], originator: 'Guardia di Finanza' };
    await chooseLanguage('en');
    expect(reasonInWords(reason, i18next.getFixedT('en', 'reasons'))).toBe(
      'Guardia di Finanza has not released it to Kosovo*, Serbia and Europol.',
    );
    await chooseLanguage('fr');
    expect(reasonInWords(reason, i18next.getFixedT('fr', 'reasons'))).toBe(
      'Communication non autorisée par Guardia di Finanza\u202f; destinataires concernés\u00a0: Kosovo*, Serbie et Europol.',
    );
  });
});

describe.each(languages)('failures in %s', (language) => {
  beforeAll(() => chooseLanguage(language));

  it.each(Object.keys(english.failures))('%s says what happened', (code) => {
    const { happened, safe, todo } = sentenceOf({ code }, i18next.getFixedT(language, 'failures'));
    expect(happened).toMatch(/^\p{Lu}.*\.$/u);
    expect(`${safe}${todo}`).not.toBe('');
    for (const sentence of [safe, todo]) expect(sentence).toMatch(/^(\p{Lu}.*\.)?$/u);
  });
});

describe('failures', () => {

  it('have words for a code that nobody knows', async () => {
    await chooseLanguage('fr');
    expect(sentenceOf({ code: 'never-heard-of' }, i18next.getFixedT('en', 'failures')).happened).toBe(english.failures.broken.happened);
    expect(sentenceOf({ code: 'never-heard-of' }, i18next.getFixedT('fr', 'failures')).happened).toBe(french.failures.broken.happened);
  });
});

describe('all words', () => {
  const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts));

  it('are plain: no exclamation marks, no apologies, no congratulations', () => {
    const loud = texts(english).filter((text) => /!|oops|sorry|successfully|please/i.test(text));
    expect(loud).toEqual([]);
  });
});
