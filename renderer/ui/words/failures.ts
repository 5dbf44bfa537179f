import type { TFunction } from 'i18next';
import type { Calls } from '../../../electron/preload/bridge.ts';
import type {
  ActFailure, BinFailure, VouchFailure, CarryingApi, ReleaseAskFailure, ReleaseReplyFailure, ReleaseTakeFailure, DeliveryFailure, DevicesApi, FetchFailure, FilesApi, FreezeFailure, ImportFailure, InvitationFailure, LoweringFailure, MinutesApi, ProfileFailure, RegistersApi, SaveFailure, SigningFailure, TakeFailure, UnlockFailure, VaultState,
} from '../../engine/api.ts';
import type { Day } from '../../../core/ids.ts';
import type { Failure } from '../../../core/result.ts';
import { dayInWords } from './dates.ts';
import { english } from './en/index.ts';

type Damage = Extract<VaultState, { state: 'damaged' }>['failure']['code'];
type MinutesFailure = Extract<Awaited<ReturnType<MinutesApi['prepare' | 'verify']>>, { ok: false }>['failure']['code'];
type FailureOf<Answer> = Answer extends { readonly ok: false; readonly failure: { readonly code: infer Code extends string } } ? Code : never;
type Asked<Name extends keyof DevicesApi> = FailureOf<Awaited<ReturnType<DevicesApi[Name]>>>;
type DevicesFailure = { [Name in keyof DevicesApi]: Asked<Name> }[keyof DevicesApi];
type RegistersFailure = { [Name in keyof RegistersApi]: FailureOf<Awaited<ReturnType<RegistersApi[Name]>>> }[keyof RegistersApi];
type CarryingFailure = FailureOf<Awaited<ReturnType<CarryingApi['carryOut' | 'takeIn']>>>;
type FileFailure = TakeFailure | FetchFailure | Extract<Awaited<ReturnType<FilesApi['piece']>>, { ok: false }>['failure']['code'];
type BridgeFailure<Name extends keyof Calls> = Extract<Calls[Name]['answer']['_output'], { failure: string }>['failure'];

/** Every code that can come out of the engine or of the bridge, and the interface's own. */
export type FailureCode =
  | UnlockFailure | ProfileFailure | SaveFailure | BinFailure | SigningFailure | DeliveryFailure | Damage
  | 'weak-passphrase' | 'vault-exists' | 'wrong-kit' | 'export-refused' | 'not-a-record' | 'altered' | 'unknown-signer'
  | MinutesFailure | DevicesFailure
  | BridgeFailure<'file:open'> | BridgeFailure<'file:save'> | BridgeFailure<'print:pdf'> | 'failed'
  | ActFailure | VouchFailure | 'nothing-asked' | ReleaseAskFailure | ReleaseReplyFailure | ReleaseTakeFailure
  | FileFailure | CarryingFailure | BridgeFailure<'outside:begin'> | BridgeFailure<'outside:end'>
  | ImportFailure | 'import-not-valid'
  | InvitationFailure
  | FreezeFailure
  | LoweringFailure
  | 'picture-failed'
  | RegistersFailure
  | 'broken';

/** What a person is told: what happened, what is safe, what to do. Any of the last two may be empty. */
export interface FailureSentence {
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
}

// Does not compile when a code has no sentence.
const sentences: Record<FailureCode, FailureSentence> = english.failures;

export function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(sentences, code);
}

/** The one map from a failure to the person's words; `say` is `useWords('failures')`. */
export function sentenceOf(failure: Failure, say: TFunction<'failures'>): FailureSentence {
  const code = isFailureCode(failure.code) ? failure.code : 'broken';
  const facts = factsInWords(failure.facts);
  return {
    happened: say(`${code}.happened`, facts),
    safe: say(`${code}.safe`, facts),
    todo: say(`${code}.todo`, facts),
  };
}

const dayShape = /^\d{4}-\d{2}-\d{2}$/;

/** Days as people read them. A fact `until` asks for the sentence that tells of the end, where there is one. */
function factsInWords(facts: Failure['facts'] = {}): Record<string, string | number> {
  const said = Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' && dayShape.test(value) ? dayInWords(value as Day) : value] as const);
  return { ...Object.fromEntries(said), ...('until' in facts ? { context: 'until' } : {}) };
}
