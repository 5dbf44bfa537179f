import { useEffect, useState } from 'react';
import type { JoinRequest, RecoveryKit, Restored } from '../../engine/api.ts';
import { bridge } from '../engine-client/bridge.ts';
import { useEngineQuery } from '../engine-client/engine-context.tsx';
import { isSample } from '../engine-client/workspace.ts';
import { Frame } from '../frame/frame.tsx';
import { DamagedPage } from './damaged-page.tsx';
import { FirstStart } from './first-start.tsx';
import { KitAgainPage } from './kit-again-page.tsx';
import { KitPage } from './kit-page.tsx';
import { RequestPage } from './request-page.tsx';
import { RestoredPage } from './restore-page.tsx';
import { UnlockPage } from './unlock-page.tsx';

/** What came back from a backup. */
export type BroughtBack = Pick<Restored, 'records' | 'refused' | 'files'>;

/** What was just made and must be seen before the notebook opens. */
export interface JustMade {
  readonly kit: RecoveryKit;
  readonly request: JoinRequest | null;
  /** How this laptop came to be, where more is to be said than of a new notebook. */
  readonly how?: { readonly second: true } | BroughtBack;
}

/** Decides what stands between the person and the notebook. */
export function Gate() {
  const vault = useEngineQuery(['vault', 'state'], (engine) => engine.vault.state()).data;
  const [made, setMade] = useState<JustMade | null>(null);
  const [seen, setSeen] = useState<'nothing' | 'restored' | 'kit'>('nothing');
  const [later, setLater] = useState(false);
  // The vault opens before the kit has been seen: until then this is still the first start.
  const [beginning, setBeginning] = useState(false);
  if (vault?.state === 'none' && !beginning) setBeginning(true);
  const inside = vault?.state === 'open' && !beginning;
  const state = vault?.state;
  useEffect(() => {
    if (inside) void bridge().call('window:phase', 'open');
    // `locked` makes the main process forget the channel: not while a kit or a request is being looked at.
    else if (state !== undefined && state !== 'open') void bridge().call('window:phase', 'locked');
  }, [state, inside]);

  if (vault === undefined) return null;
  if (vault.state === 'damaged') return <DamagedPage failure={vault.failure} />;
  if (made !== null && beginning) return <NewLaptop made={made} seen={seen} onSeen={setSeen} onDone={() => setBeginning(false)} />;
  if (beginning) return <FirstStart onMade={setMade} />;
  if (vault.state === 'locked') return <UnlockPage retryAt={vault.retryAt} />;
  return later || isSample() ? <Frame /> : <KitGate onDone={() => setLater(true)} />;
}

interface NewLaptopProps {
  readonly made: JustMade;
  readonly seen: 'nothing' | 'restored' | 'kit';
  readonly onSeen: (seen: 'restored' | 'kit') => void;
  readonly onDone: () => void;
}

/** What came back, the recovery kit, and the request, one after the other. */
function NewLaptop({ made, seen, onSeen, onDone }: NewLaptopProps) {
  const { how } = made;
  if (seen === 'nothing' && how !== undefined && 'records' in how) return <RestoredPage restored={how} onDone={() => onSeen('restored')} />;
  if (seen !== 'kit') return <KitPage kit={made.kit} onDone={() => (made.request === null ? onDone() : onSeen('kit'))} />;
  return made.request === null ? null : <RequestPage request={made.request} second={how !== undefined && 'second' in how} onDone={onDone} />;
}

/** A kit that was shown and never confirmed is asked for again at each unlock; it blocks nothing. */
function KitGate({ onDone }: { onDone: () => void }) {
  const kit = useEngineQuery(['vault', 'kit'], (engine) => engine.vault.kit());
  if (kit.isPending) return null;
  // The answer stays as it was at unlock until the person is through: confirming it must not take the page away.
  return kit.data?.confirmed === false ? <KitAgainPage onDone={onDone} /> : <Frame />;
}
