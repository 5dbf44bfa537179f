import type { Safeguards } from '../../../core/records/parts.ts';
import { dayInWords } from '../words/dates.ts';
import { useWords } from '../words/words.ts';

/** The safeguards of a record on one line, the restrictive ones first; empty when nothing is recorded. */
export function useSafeguardsInWords(): (safeguards: Safeguards) => string {
  const say = useWords('records');
  return (value) => {
    const { evaluation, releasableTo, consents } = value;
    const parts = [
      value.limite ? say('safeguards.limiteShort') : '',
      value.handling.map((one) => one.code).join(', '),
      value.embargo === null ? '' : say('safeguards.embargoUntil', { day: dayInWords(value.embargo) }),
      releasableTo === null ? '' : say('safeguards.releasedTo', { count: releasableTo.length }),
      value.originator === '' ? '' : say('safeguards.originatorIs', { name: value.originator }),
      evaluation === null ? '' : say('safeguards.evaluated', { mark: `${evaluation.source ?? ''}${evaluation.information ?? ''}` }),
      value.aboutPersons ? say('safeguards.aboutPersonsShort') : '',
      consents.length === 0 ? '' : say('safeguards.consentsCount', { count: consents.length }),
      value.tlp === null ? '' : `TLP:${value.tlp}`,
    ];
    return parts.filter((part) => part !== '').join(' · ');
  };
}
