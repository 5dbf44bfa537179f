import type { JwgId, PersonId } from '../../../core/ids.ts';
import type { Colleague } from '../../engine/api.ts';
import { compareWords } from '../words/language.ts';
import { useEngineQuery, useMe } from './engine-context.tsx';

/** Who else belongs to the organisation, by name; nobody until the engine has answered, or when working alone. */
export function useColleagues(jwg?: JwgId | null): readonly Colleague[] {
  const all = useEngineQuery(['pouch', 'colleagues'], (engine) => engine.organisation.colleagues()).data ?? [];
  const wanted = jwg === undefined ? all : all.filter((one) => jwg !== null && one.groups.includes(jwg));
  return wanted.toSorted((one, other) => compareWords(one.name, other.name));
}

/** What a person is called: oneself, a colleague; empty for somebody whom the directory does not name. */
export function usePersonName(): (person: PersonId) => string {
  const me = useMe();
  const all = useColleagues();
  return (person) => (person === me?.person ? me.name : (all.find((one) => one.person === person)?.name ?? ''));
}
