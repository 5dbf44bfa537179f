import { Button, Menu } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { outcomesOf } from '../../../../core/meetings/item-outcome.ts';
import { itemOutcomes } from '../../../../core/records/meeting.ts';
import { withItemChanged } from '../../kit/keyed-items.ts';
import { withCapital } from '../../words/joined.ts';
import { listed } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import type { AgendaItem, MeetingForm } from './meeting-form.ts';

/** What came of the open item, as its lines say or as somebody says. */
export function ItemOutcome({ form, item }: { form: UseFormReturn<MeetingForm>; item: AgendaItem }) {
  const say = useWords('meetings');
  const now = outcomesOf(item, form.watch('lines'));
  const choose = (outcome: AgendaItem['outcome']) => form.setValue('agenda', withItemChanged(form.getValues('agenda'), item.key, { outcome }), { shouldDirty: true });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" title={say('outcome.choose')}>
          {now.length === 0 ? say('outcome.none') : say('outcome.of', { what: listed(now.map((one) => say(`outcome.${one}`))) })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say('outcome.choose')}</Menu.Label>
        <Menu.Item onClick={() => choose(null)}>{say('outcome.asNoted')}</Menu.Item>
        {itemOutcomes.map((one) => (
          <Menu.Item key={one} onClick={() => choose(one)}>{withCapital(say(`outcome.${one}`))}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
