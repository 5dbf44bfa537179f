import { Button, Menu } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { RecordView } from '../../../engine/api.ts';
import { useEngine, useSurroundings } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../kit/paths.ts';
import { PageHead } from '../../kit/room-layout.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { offerUndo } from '../../kit/undo-toast.tsx';
import { useWords } from '../../words/words.ts';

/** Title, the few facts that tell a case from others, and what can be done with it. */
export function CaseHead({ view, drafted, onEdit }: { view: RecordView<'case'>; drafted: boolean; onEdit: () => void }) {
  const say = useWords('cases');
  const kit = useWords('kit');
  const records = useWords('records');
  const [, go] = useLocation();
  const bin = useBinCase();
  const { value, record } = view;
  const group = useSurroundings()?.jwgs.find((one) => one.id === value.jwg);
  const facts = [group?.shortName ?? '', value.countries.map(countryName).join(', '), records(`phases.${value.phase}`)].filter((one) => one !== '');
  return (
    <>
      <PageHead
        title={value.title}
        facts={
          <>
            <MarkingBadge level={view.level} /> {facts.join(' · ')}
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
                <Menu.Item onClick={() => void bin(view)}>{say('acts.bin')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button onClick={onEdit}>{say('acts.edit')}</Button>
          </>
        }
      />
      {drafted ? <Notice act={<Button onClick={onEdit}>{say('goOn')}</Button>}>{say('drafted')}</Notice> : null}
      {view.conflicts > 0 ? (
        <Notice act={<Button component={Link} href={paths.conflict(record, 'case')}>{say('lookAtBoth')}</Button>}>{say('conflict', { count: view.conflicts })}</Notice>
      ) : null}
      {view.incomplete ? <Notice>{say('incomplete')}</Notice> : null}
    </>
  );
}

function useBinCase(): (view: RecordView<'case'>) => Promise<void> {
  const say = useWords('cases');
  const engine = useEngine();
  const [, go] = useLocation();
  return async ({ record }) => {
    const answer = await engine.notebook.bin(record);
    if (!answer.ok) return tellFailure(answer.failure);
    go(paths.cases);
    offerUndo(say('binned'), () => {
      void engine.notebook.restore(record).then((back) => (back.ok ? go(paths.case(record)) : tellFailure(back.failure)));
    });
  };
}
