import { Button } from '@mantine/core';
import type { RecordView } from '../../../engine/api.ts';
import { decideExport } from '../../../../core/clearance/export.ts';
import { useHandOut } from '../../kit/hand-out.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { tell } from '../../kit/undo.ts';
import { useWords } from '../../words/words.ts';
import { vcardOf } from './vcard-out.ts';

/** A vCard for one's own address book. What binds the record is asked of the export gate first. */
export function ContactActs({ view }: { view: RecordView<'contact'> }) {
  const say = useWords('contacts');
  const handOut = useHandOut();
  const save = async () => {
    const decision = decideExport(view.value.safeguards, { purpose: 'own-use', recipients: [], includesThirdCountries: false, h3Confirmed: false }, Date.now());
    if (decision.verdict === 'refused') return tellFailure({ code: 'export-refused' });
    const out = await handOut({ as: 'vcard', records: [view.record] }, { purpose: 'contacts', suggestedName: `${view.title}.vcf`, bytes: new TextEncoder().encode(vcardOf(view.value)) });
    if (out.done === 'failed') tellFailure(out.failure);
    if (out.done === 'saved') tell(say('vcardSaved', { name: out.name }));
  };
  return <Button onClick={() => void save()}>{say('vcard')}</Button>;
}
