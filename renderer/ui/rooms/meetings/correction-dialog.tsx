import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ItemKey } from '../../../../core/ids.ts';
import { numbersOf } from '../../../../core/meetings/line-numbers.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { DecisionDialog } from '../../kit/decisions/decision-dialog.tsx';
import { inOrder } from '../../kit/keyed-items.ts';
import { labelled } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import type { Corrections } from './use-corrections.ts';

type Meeting = RecordValue<'meeting'>;

/** What is to be corrected; `null`: something of the minutes that is neither a line nor an item. */
export interface Passage {
  readonly of: ItemKey | null;
  readonly text: string;
}

export interface CorrectionDialogProps extends Pick<Corrections, 'busy' | 'propose'> {
  readonly meeting: Meeting;
  /** Where it begins; absent: it is chosen in the dialog. */
  readonly begin: Passage | null;
  readonly onClose: () => void;
}

/** Proposes a correction: the words as they stand, how they should read, and why. */
export function CorrectionDialog({ meeting, begin, busy, propose, onClose }: CorrectionDialogProps) {
  const say = useWords('meetings');
  const parts = useParts(meeting);
  const [of, setOf] = useState<ItemKey | null>(begin?.of ?? null);
  const [passage, setPassage] = useState(begin?.text ?? '');
  const [wording, setWording] = useState(begin?.text ?? '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const text = parts.find((one) => one.key === of)?.text ?? null;
  const problems = {
    passage: passage.trim() === '' ? say('corrections.needPassage') : text !== null && !text.includes(passage.trim()) ? say('corrections.notThere') : null,
    wording: passage.trim() !== '' && wording.trim() === passage.trim() ? say('corrections.needChange') : null,
    reason: reason.trim() === '' ? say('corrections.needReason') : null,
  };
  const choose = (key: string | null) => {
    const part = parts.find((one) => one.key === key);
    setOf(part?.key ?? null);
    setPassage(part?.text ?? '');
    setWording(part?.text ?? '');
  };
  const decide = async () => {
    setTried(true);
    if (Object.values(problems).some((one) => one !== null)) return;
    if (await propose({ of, passage: passage.trim(), wording: wording.trim(), reason: reason.trim() })) onClose();
  };
  return (
    <DecisionDialog title={say('corrections.title')} act={say('corrections.propose')} busy={busy} onDecide={() => void decide()} onClose={onClose}>
      <p>{say('corrections.explain')}</p>
      {begin !== null ? null : (
        <Select
          label={say('corrections.part')}
          data={[{ value: 'whole', label: say('corrections.whole') }, ...parts.map((one) => ({ value: one.key as string, label: one.label }))]}
          value={of ?? 'whole'}
          onChange={choose}
          allowDeselect={false}
          searchable
        />
      )}
      <Textarea label={say('corrections.passage')} description={say('corrections.passageHelp')} lang={meeting.language} autosize minRows={2} maxRows={8} value={passage} onChange={(event) => setPassage(event.currentTarget.value)} error={tried ? problems.passage : null} />
      <Textarea label={say('corrections.wording')} description={say('corrections.wordingHelp')} lang={meeting.language} autosize minRows={2} maxRows={8} data-autofocus value={wording} onChange={(event) => setWording(event.currentTarget.value)} error={tried ? problems.wording : null} />
      <Textarea label={say('corrections.reason')} autosize minRows={1} maxRows={4} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={tried ? problems.reason : null} />
    </DecisionDialog>
  );
}

/** The items and lines of the minutes as one chooses among them, in their order. */
function useParts(meeting: Meeting): readonly { readonly key: ItemKey; readonly label: string; readonly text: string }[] {
  const say = useWords('meetings');
  const numbers = numbersOf(meeting);
  return inOrder(meeting.agenda).flatMap((item, at) => [
    { key: item.key, label: `${String(at + 1)}. ${item.title}`, text: item.title },
    ...inOrder(meeting.lines.filter((line) => line.item === item.key)).map((line) => ({
      key: line.key,
      label: `${String(at + 1)}. ${line.type === 'discussion' ? line.text : labelled(say(`live.${line.type}`, { number: numbers.get(line.key) }), line.text)}`,
      text: line.text,
    })),
  ]);
}
