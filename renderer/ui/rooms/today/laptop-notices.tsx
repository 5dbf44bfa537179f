import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useEngineQuery, useSurroundings } from '../../engine-client/engine-context.tsx';
import { ClockNotice } from '../../kit/clock-notice.tsx';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../kit/paths.ts';
import { useProfileValidity } from '../../kit/profile-validity.ts';
import { dayInWords, dayOf } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';

/** What the laptop itself needs of the person, when it does: never more than a line each. */
export function LaptopNotices() {
  const say = useWords('laptop');
  const isNew = useEngineQuery(['pouch', 'devices'], (engine) => engine.devices.list()).data?.some((row) => row.isNew) === true;
  const backup = useEngineQuery(['today', 'backup'], (engine) => engine.devices.backupStanding()).data;
  const ending = useProfileValidity(useSurroundings()?.profileValidUntil ?? null);
  return (
    <>
      <ClockNotice />
      {isNew ? <Told act={say('notices.look')} to={paths.settings}>{say('notices.device')}</Told> : null}
      {ending === null ? null : <Told act={say('notices.profile')} to={paths.settings}>{ending}</Told>}
      {backup?.due === true ? (
        <Told act={say('notices.backup')} to={paths.settingsPart('backup')}>
          {backup.last === null ? say('notices.backup-never') : say('notices.backup-due', { day: dayInWords(dayOf(backup.last)) })}
        </Told>
      ) : null}
    </>
  );
}

function Told({ children, act, to }: { children: string; act: string; to: string }) {
  return (
    <Notice
      act={
        <Button component={Link} href={to}>
          {act}
        </Button>
      }
    >
      {children}
    </Notice>
  );
}
