import { Select } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '../../../../core/ids.ts';
import type { RecordView } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { useDecide } from '../../kit/decisions/decide.ts';
import { DecisionDialog } from '../../kit/decisions/decision-dialog.tsx';
import { foldedFilter } from '../../kit/record-fields/folded-filter.ts';
import { useWords } from '../../words/words.ts';

export interface LinkContactDialogProps {
  readonly view: RecordView<'case'>;
  /** Contacts that stand in the case already. */
  readonly known: readonly RecordId[];
  readonly onClose: () => void;
}

const offered = 50;

/** Links a contact to the case by their name. */
export function LinkContactDialog({ view, known, onClose }: LinkContactDialogProps) {
  const say = useWords('cases');
  const { busy, decide } = useDecide(view);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ readonly record: RecordId; readonly title: string } | null>(null);
  const [tried, setTried] = useState(false);
  // The field shows whom one has chosen where one types: that is no word to look for.
  const asked = typed === chosen?.title ? '' : typed;
  const found = useEngineQueryKept(['records', 'contact', 'by name', asked], (engine) => engine.lists.byName(['contact'], asked, offered)).data ?? [];
  const offers = [...(chosen === null ? [] : [chosen]), ...found.filter((one) => one.record !== chosen?.record && !known.includes(one.record))];
  const link = async () => {
    setTried(true);
    if (chosen !== null && (await decide({ contacts: [...new Set([...view.value.contacts, chosen.record])] }))) onClose();
  };
  return (
    <DecisionDialog title={say('contacts.linkTitle')} act={say('contacts.linkAct')} busy={busy} onDecide={() => void link()} onClose={onClose}>
      <Select
        label={say('contacts.choose')}
        description={say('contacts.chooseHelp')}
        data={offers.map((one) => ({ value: one.record as string, label: one.title }))}
        value={chosen?.record ?? null}
        onChange={(next) => setChosen(offers.find((one) => one.record === next) ?? null)}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        filter={foldedFilter}
        limit={offered}
        error={tried && chosen === null ? say('contacts.needContact') : null}
        data-autofocus
      />
    </DecisionDialog>
  );
}
