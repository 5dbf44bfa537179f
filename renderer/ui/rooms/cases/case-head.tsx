import { Button, Menu } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { RecordView } from '../../../engine/api.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { Notice } from '../../kit/notice.tsx';
import { LowerItem } from '../../kit/lower-item.tsx';
import { paths } from '../../kit/paths.ts';
import { useBinRecord } from '../../kit/record-page/record-acts.ts';
import { RecordNotices } from '../../kit/record-page/record-notices.tsx';
import { PageHead } from '../../kit/room-layout.tsx';
import { useWords } from '../../words/words.ts';
import { PhaseMenu } from './phase-menu.tsx';

/** Title, the few facts that tell a case from others, and what can be done with it. */
export function CaseHead({ view, drafted, onEdit }: { view: RecordView<'case'>; drafted: boolean; onEdit: () => void }) {
  const say = useWords('cases');
  const kit = useWords('kit');
  const records = useWords('records');
  const [, go] = useLocation();
  const bin = useBinRecord('case');
  const { value, record } = view;
  const group = useSurroundings()?.jwgs.find((one) => one.id === value.jwg);
  const facts = [value.countries.map(countryName).join(', '), records(`phases.${value.phase}`)].filter((one) => one !== '');
  return (
    <>
      <PageHead
        title={value.title}
        facts={
          <>
            <MarkingBadge level={view.level} /> {group === undefined ? null : <Link href={paths.group(group.id)}>{group.shortName}</Link>}{group === undefined || facts.length === 0 ? '' : ' · '}{facts.join(' · ')}
          </>
        }
        acts={
          <>
            <Menu>
              <Menu.Target>
                <Button variant="subtle">{kit('more')}</Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => go(paths.history(record, 'case'))}>{say('acts.history')}</Menu.Item>
                <LowerItem kind="case" record={record} level={view.level} />
                <Menu.Item onClick={() => void bin(record)}>{say('acts.bin')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <PhaseMenu view={view} />
            <Button onClick={onEdit}>{say('acts.edit')}</Button>
          </>
        }
      />
      {drafted ? <Notice act={<Button onClick={onEdit}>{say('goOn')}</Button>}>{say('drafted')}</Notice> : null}
      <RecordNotices kind="case" record={record} />
    </>
  );
}
