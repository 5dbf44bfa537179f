import { Button, Menu } from '@mantine/core';
import { casePhases } from '../../../../core/records/case.ts';
import { newItemKey, orderAt } from '../../../../core/records/order.ts';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { today } from '../../words/dates.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

type Phase = (typeof casePhases)[number];

/** The next phase, with its day in the history of phases; what ends a proceedings sets its last day. */
export function PhaseAct({ editing }: { editing: RecordEditing<'proceedings'> }) {
  const say = useWords('cases');
  const words = useKindWords('proceedings');
  const phase = editing.form.watch('phase');
  if (editing.record === null) return null;
  const move = (next: Phase) => {
    const { phases, closed } = editing.form.getValues();
    const item = { key: newItemKey((bytes) => crypto.getRandomValues(bytes)), order: orderAt(phases.map((one) => one.order), phases.length), phase: next, on: today(), remark: '' };
    void editing.saveWith({ phase: next, phases: [...phases, item], ...(next === 'closed' && closed === null ? { closed: today() } : {}) });
  };
  return (
    <Menu>
      <Menu.Target>
        <Button>{say('nextPhase')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {casePhases.filter((one) => one !== phase).map((one) => (
          <Menu.Item key={one} onClick={() => move(one)}>{words.choice('phase', one)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
