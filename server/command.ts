import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '../core/result.ts';
import type { ServerFailure } from './sentences.ts';
import type { OptionValues, Verb, VerbOption } from './verb.ts';
import { admit } from './verbs/admit.ts';
import { backup } from './verbs/backup.ts';
import { breachPack } from './verbs/breach-pack.ts';
import { certificateMake } from './verbs/certificate-make.ts';
import { countryTableWrite } from './verbs/country-table.ts';
import { eraseOrder } from './verbs/erase-order.ts';
import { eraseReceipt } from './verbs/erase-receipt.ts';
import { jwgAdministrators } from './verbs/jwg-administrators.ts';
import { jwgList } from './verbs/jwg-list.ts';
import { jwgSet } from './verbs/jwg-set.ts';
import { keyTurn } from './verbs/key-turn.ts';
import { memberBrief } from './verbs/member-brief.ts';
import { memberJoin } from './verbs/member-join.ts';
import { memberList } from './verbs/member-list.ts';
import { memberRemove } from './verbs/member-remove.ts';
import { memberSuspend } from './verbs/member-suspend.ts';
import { organisationCreate } from './verbs/organisation-create.ts';
import { passphraseChange } from './verbs/passphrase-change.ts';
import { profileMake } from './verbs/profile-make.ts';
import { profileExpire, profileRenew } from './verbs/profile-renew.ts';
import { profileShow } from './verbs/profile-show.ts';
import { recover } from './verbs/recover.ts';
import { recoveryCheck } from './verbs/recovery-check.ts';
import { recoveryCreate } from './verbs/recovery-create.ts';
import { removalCarryOut } from './verbs/removal-carry-out.ts';
import { restore } from './verbs/restore.ts';
import { serve } from './verbs/serve.ts';
import { setup } from './verbs/setup.ts';
import { status } from './verbs/status.ts';

/** Every verb there is, in the order in which a programme needs them. A new verb is its own file and one line here. */
export const verbs: readonly Verb[] = [
  organisationCreate,
  recoveryCreate,
  passphraseChange,
  certificateMake,
  countryTableWrite,
  profileMake,
  profileShow,
  jwgList,
  jwgSet,
  profileRenew,
  profileExpire,
  serve,
  setup,
  admit,
  jwgAdministrators,
  memberList,
  memberJoin,
  memberBrief,
  memberSuspend,
  memberRemove,
  keyTurn,
  eraseOrder,
  eraseReceipt,
  status,
  removalCarryOut,
  breachPack,
  recover,
  recoveryCheck,
  backup,
  restore,
];

export interface ReadCommand {
  readonly verb: Verb;
  readonly values: OptionValues;
  readonly json: boolean;
}

export type Read = { readonly help: string } | ReadCommand;

const everywhere = {
  json: { type: 'boolean', says: 'answers in JSON' },
  help: { type: 'boolean', short: 'h', says: 'shows this' },
} as const;

/** Reads a command line: which verb, with which options, or which help to show. */
export function readCommand(words: readonly string[]): Result<Read, ServerFailure> {
  const verb = verbs.find((one) => words.slice(0, one.name.split(' ').length).join(' ') === one.name);
  if (verb === undefined) {
    const asked = words.filter((word) => !word.startsWith('-')).join(' ');
    return asked === '' ? ok({ help: overview() }) : failed('verb-unknown', { verb: asked });
  }
  const options = { ...verb.options, ...everywhere };
  const read = parse(words.slice(verb.name.split(' ').length), options);
  if (!read.ok) return read;
  const { values } = read;
  if (values['help'] === true) return ok({ help: helpOf(verb) });
  const missing = Object.entries(verb.options).find(([name, option]) => option.needed === true && values[name] === undefined);
  if (missing !== undefined) return failed('option-missing', { option: missing[0] });
  return ok({ verb, values, json: values['json'] === true });
}

type Parsed = { readonly ok: true; readonly values: OptionValues } | ReturnType<typeof failed<'option-unknown'>>;

function parse(words: readonly string[], options: Verb['options']): Parsed {
  try {
    return { ok: true, values: parseArgs({ args: [...withBoundValues(words, options)], options, strict: true, allowPositionals: false }).values };
  } catch (cause) {
    const problem = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : '';
    return failed('option-unknown', { problem });
  }
}

/**
 * Binds each value to its option with `=`: keys and devices are named by random text that may begin
 * with a dash, and would be taken for an option.
 */
function withBoundValues(words: readonly string[], options: Verb['options']): readonly string[] {
  const bound: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const value = words[at + 1];
    const takesValue = word.startsWith('--') && options[word.slice(2)]?.type === 'string';
    const isOption = value?.startsWith('--') === true && Object.hasOwn(options, value.slice(2).split('=')[0] ?? '');
    if (takesValue && value !== undefined && !isOption) {
      bound.push(`${word}=${value}`);
      at += 1;
    } else {
      bound.push(word);
    }
  }
  return bound;
}

function overview(): string {
  const widest = Math.max(...verbs.map((one) => one.name.length));
  const lines = verbs.map((one) => `  ${one.name.padEnd(widest)}  ${one.says}`);
  return ['The secretariat\'s command: npm run server -- <command> [options]', '', ...lines, '', '<command> --help shows the options.'].join('\n');
}

function helpOf(verb: Verb): string {
  const options: readonly [string, VerbOption][] = Object.entries({ ...verb.options, ...everywhere });
  const named = options.map(([name, option]) => ({ name: `--${name}${option.type === 'string' ? ' …' : ''}`, option }));
  const widest = Math.max(...named.map((one) => one.name.length));
  const lines = named.map(({ name, option }) => `  ${name.padEnd(widest)}  ${option.says}${option.needed === true ? ' (needed)' : ''}`);
  return [`${verb.name}: ${verb.says}`, '', ...lines].join('\n');
}
