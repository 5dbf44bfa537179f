import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { casePhases } from '../../../../core/records/case.ts';
import type { RecordView } from '../../../engine/api.ts';
import { useDecide } from '../../kit/decisions/decide.ts';
import { useWords } from '../../words/words.ts';
import { CloseCaseDialog } from './close-case-dialog.tsx';

/** Moves the case to another phase at a press; to close it, its closing summary is asked first. */
export function PhaseMenu({ view }: { view: RecordView<'case'> }) {
  const say = useWords('cases');
  const records = useWords('records');
  const { busy, decide } = useDecide(view);
  const [closing, setClosing] = useState(false);
  const { phase } = view.value;
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button loading={busy}>{say('nextPhase')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {casePhases.filter((one) => one !== phase).map((one) => (
            <Menu.Item key={one} onClick={() => (one === 'closed' ? setClosing(true) : void decide({ phase: one, closed: null }))}>
              {one === 'closed' ? say('closing.menu') : records(`phases.${one}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {closing ? <CloseCaseDialog view={view} onClose={() => setClosing(false)} /> : null}
    </>
  );
}
