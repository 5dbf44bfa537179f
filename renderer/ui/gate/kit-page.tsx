import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { RecoveryKit } from '../../engine/api.ts';
import type { Failure } from '../../../core/result.ts';
import { bridge } from '../engine-client/bridge.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { useWords } from '../words/words.ts';
import { GateActs, GatePage, GateWords } from './gate-page.tsx';
import { kitAsPage, kitAsText } from './kit-words.ts';
import classes from './kit-page.module.css';

/** The recovery key, shown once: to print, to save, and to confirm. */
export function KitPage({ kit, onDone }: { kit: RecoveryKit; onDone: () => void }) {
  const say = useWords('gate');
  return (
    <GatePage title={say('kit.title')}>
      <GateWords>{say('kit.about')}</GateWords>
      <KitToKeep kit={kit} onKept={onDone} />
    </GatePage>
  );
}

/** The key, the ways to keep it, and the person's word that they have it; only then is it in force. */
export function KitToKeep({ kit, onKept }: { kit: RecoveryKit; onKept: () => void }) {
  const say = useWords('gate');
  const engine = useEngine();
  const [safe, setSafe] = useState(false);
  const [asked, setAsked] = useState(false);
  const keep = useKeepKit(kit);
  const [failure, setFailure] = useState<Failure | null>(null);
  const confirm = async () => {
    if (!safe) return setAsked(true);
    const confirmed = await engine.vault.confirmKit();
    if (confirmed.ok) onKept();
    else setFailure(confirmed.failure);
  };
  const shown = failure ?? keep.failure;
  return (
    <>
      <div className={classes['key']} role="group" aria-label={say('kit.key')} data-testid="recovery-key">
        {kit.code.split('-').map((group, index) => (
          <span key={`${String(index)} ${group}`}>{group}</span>
        ))}
      </div>
      <div className={classes['ways']}>
        <Button onClick={() => void keep.print()}>{say('kit.print')}</Button>
        <Button onClick={() => void keep.save()}>{say('kit.save')}</Button>
        <span className={classes['done']} role="status">
          {keep.done}
        </span>
      </div>
      {shown === null ? null : <ErrorSentence failure={shown} />}
      <Checkbox
        mt="lg"
        label={say('kit.safe')}
        checked={safe}
        error={asked && !safe ? say('kit.confirm-first') : undefined}
        onChange={(event) => setSafe(event.currentTarget.checked)}
      />
      <GateActs>
        <Button variant="filled" onClick={() => void confirm()}>
          {say('kit.go-on')}
        </Button>
      </GateActs>
    </>
  );
}

function useKeepKit(kit: RecoveryKit) {
  const say = useWords('gate');
  const [done, setDone] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const print = async () => {
    const answer = await bridge().call('print:paper', { html: kitAsPage(kit, say) });
    setFailure(answer === 'failed' ? { code: 'failed' } : null);
    if (answer === 'printed') setDone(say('kit.printed'));
  };
  const save = async () => {
    const bytes = new TextEncoder().encode(kitAsText(kit, say));
    const answer = await bridge().call('file:save', { purpose: 'recovery-kit', suggestedName: say('kit.file-name'), bytes });
    if (answer === null) return;
    if ('failure' in answer) return setFailure({ code: answer.failure });
    setFailure(null);
    setDone(say('kit.saved', { name: answer.name }));
  };
  return { print, save, done, failure };
}
