import { Button, Menu } from '@mantine/core';
import { stepsFrom, type RequestStep } from '../../../../core/cooperation/request-steps.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { newItemKey, orderAt } from '../../../../core/records/order.ts';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';

type Value = RecordValue<'request'>;

/** What happened: the next step at a press, the others in a menu. Each is saved with its day. */
export function RequestActs({ editing }: { editing: RecordEditing<'request'> }) {
  const say = useWords('requests');
  const status = editing.form.watch('status');
  const [next, ...others] = stepsFrom(status);
  if (editing.record === null || next === undefined) return null;
  const take = (step: RequestStep) => void editing.saveWith(changeOf(step, editing.form.getValues()));
  const chase = () => void editing.saveWith({ chasers: withItem(editing.form.getValues('chasers'), { on: today(), by: '', how: '', answer: '' }) });
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="subtle">{say('acts.otherSteps')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map((step) => (
            <Menu.Item key={step.status} onClick={() => take(step)}>{say(`acts.${step.status}`)}</Menu.Item>
          ))}
          <Menu.Item onClick={chase}>{say('acts.chased')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button onClick={() => take(next)}>{say(`acts.${next.status}`)}</Button>
    </>
  );
}

/** A step sets the status and, where it has one, its day: what was written there before is kept. */
function changeOf({ status, dayField }: RequestStep, value: Value): Partial<Value> {
  const day = dayField === null || value[dayField] !== null ? {} : { [dayField]: today() };
  const answer = status === 'partly-answered' ? { answers: withItem(value.answers, { on: today(), partial: true, summary: '', conditions: '', reference: '' }) } : {};
  return { status, ...day, ...answer };
}

function withItem<Item extends { order: string }>(items: readonly Item[], item: Omit<Item, 'key' | 'order'>): Item[] {
  const key = newItemKey((bytes) => crypto.getRandomValues(bytes));
  return [...items, { ...item, key, order: orderAt(items.map((one) => one.order), items.length) } as unknown as Item];
}
